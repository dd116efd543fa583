/* monkey.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey.h"

#include <adwaita.h>

#include "monkey-widgets.h"
#include "rapport-canvas.h"
#include "rapport-card.h"
#include "rapport-find-bar.h"
#include "rapport-inspector.h"
#include "rapport-link-field.h"
#include "rapport-name-field.h"
#include "rapport-outline-view.h"
#include "rapport-question-bar.h"
#include "rapport-workshop-panel.h"
#include "session-fixture.h"

struct _Monkey
{
  GtkWidget *window; /* borrowed */
  GtkWidget *canvas; /* borrowed */
  GRand *rand;
  GPtrArray *actions; /* of Action: those of the window that stay within it */
};

typedef struct
{
  const char *name;
  const GVariantType *parameter; /* nullable */
} Action;

static guint
below (Monkey *self, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n) : 0;
}

static gboolean
now_and_then (Monkey *self, double chance)
{
  return g_rand_double (self->rand) < chance;
}

static RapportSession *
session (Monkey *self)
{
  return rapport_window_get_session (RAPPORT_WINDOW (self->window));
}

/* Returns: (nullable) (transfer none): something of the map */
static RapportElement *
any_element (Monkey *self)
{
  static const RapportList lists[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS,
                                       RAPPORT_LIST_LINKS, RAPPORT_LIST_MARKS };
  guint which = below (self, G_N_ELEMENTS (lists) + RAPPORT_N_LISTS);
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (session (self)),
                              which < G_N_ELEMENTS (lists) ? lists[which] : which - G_N_ELEMENTS (lists));

  return rapport_element_list_peek (list, below (self, rapport_element_list_get_length (list)));
}

/* Letters, nothing, and what is troublesome in markup, in file names and on a line. */
static char *
any_text (Monkey *self)
{
  static const char *const texts[] = { "", " ", "Parish council", "a", "<b>&amp;</b>", "%s %n", "Ünïversity of Łódź",
                                       "病院", "two\nlines", "\t", "👩‍⚕️ carers", "3", "-1", "2026-11", "uni" };

  if (now_and_then (self, 0.05))
    return g_strnfill (below (self, 400), 'w');
  return g_strdup (texts[below (self, G_N_ELEMENTS (texts))]);
}

/* --- The window's actions --- */

static GVariant *
any_parameter (Monkey *self, const Action *action)
{
  static const char *const sectors[] = { "academia", "nhs", "policy", "third", "across", "other" };
  RapportElement *element = any_element (self);
  const GVariantType *type = action->parameter;

  if (type == NULL)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return g_variant_new_uint32 (strstr (action->name, "tension") != NULL ? 1 + below (self, 4) : below (self, 4));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 ((gint32) below (self, 6));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_new_boolean (now_and_then (self, 0.5));
  if (g_variant_type_equal (type, G_VARIANT_TYPE ("(dd)")))
    return g_variant_new ("(dd)", g_rand_double_range (self->rand, -100, 2100),
                          g_rand_double_range (self->rand, -100, 1200));
  g_assert_true (g_variant_type_equal (type, G_VARIANT_TYPE_STRING));
  if (strstr (action->name, "sector") != NULL || element == NULL)
    return g_variant_new_string (sectors[below (self, G_N_ELEMENTS (sectors))]);
  return g_variant_new_string (rapport_element_get_id (element));
}

static const char *
do_action (Monkey *self)
{
  const Action *action = g_ptr_array_index (self->actions, below (self, self->actions->len));
  GVariant *chosen = any_parameter (self, action);
  /* An action that is not possible now does not take it. */
  g_autoptr (GVariant) parameter = chosen != NULL ? g_variant_ref_sink (chosen) : NULL;

  gtk_widget_activate_action_variant (self->window, action->name, parameter);
  return action->name;
}

static void
list_actions (Monkey *self)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (self->window);
  const char *name;
  const char *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &parameter, &property); i++)
    if (owner == RAPPORT_TYPE_WINDOW && !monkey_leads_elsewhere (name))
      {
        Action *action = g_new (Action, 1);

        *action = (Action){ name, parameter };
        g_ptr_array_add (self->actions, action);
      }
  g_assert_cmpuint (self->actions->len, >, 15);
}

/* --- Gestures on the map --- */

/* Returns: (transfer full): the controllers of a widget that are of this type and, where they are about one button, of
 * this one */
static GPtrArray *
list_controllers (GtkWidget *widget, GType type, guint button)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_OBJECT_TYPE (controller) == type
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        g_ptr_array_add (list, g_steal_pointer (&controller));
    }
  return list;
}

/* Somewhere on the canvas, in its pixels, at its edges too; mostly where something is drawn. */
static RapportPoint
any_place (Monkey *self)
{
  const double width = gtk_widget_get_width (self->canvas) - 1;
  const double height = gtk_widget_get_height (self->canvas) - 1;
  const RapportScene *scene = rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas));
  guint n = rapport_scene_get_n_items (scene);
  const RapportSceneItem *item;
  RapportPoint at;

  if (n == 0 || now_and_then (self, 0.2))
    return (RapportPoint){ width * g_rand_double (self->rand), height * g_rand_double (self->rand) };
  item = rapport_scene_get_item (scene, below (self, n));
  at = rapport_canvas_from_map (RAPPORT_CANVAS (self->canvas),
                                item->bounds.x + item->bounds.width * g_rand_double (self->rand),
                                item->bounds.y + item->bounds.height * g_rand_double (self->rand));
  return (RapportPoint){ CLAMP (at.x, 0, width), CLAMP (at.y, 0, height) };
}

/* What a handler did may take a controller along, so they are held meanwhile. */
static void
tell_clicks (Monkey *self, guint button, const char *signal, int n_press, RapportPoint at)
{
  g_autoptr (GPtrArray) clicks = list_controllers (self->canvas, GTK_TYPE_GESTURE_CLICK, button);

  for (guint i = 0; i < clicks->len; i++)
    g_signal_emit_by_name (g_ptr_array_index (clicks, i), signal, n_press, at.x, at.y);
}

static const char *
do_click (Monkey *self)
{
  RapportPoint at = any_place (self);
  guint button = now_and_then (self, 0.07) ? GDK_BUTTON_SECONDARY : GDK_BUTTON_PRIMARY;
  int times = now_and_then (self, 0.15) ? 2 : 1;

  for (int i = 1; i <= times; i++)
    {
      tell_clicks (self, button, "pressed", i, at);
      tell_clicks (self, button, "released", i, at);
    }
  return "click";
}

static const char *
do_drag (Monkey *self)
{
  guint button = now_and_then (self, 0.1) ? GDK_BUTTON_MIDDLE : GDK_BUTTON_PRIMARY;
  g_autoptr (GPtrArray) drags = list_controllers (self->canvas, GTK_TYPE_GESTURE_DRAG, button);
  RapportPoint from = any_place (self);
  RapportPoint to = any_place (self);
  double dx = 0;
  double dy = 0;

  for (guint i = 0; i < drags->len; i++)
    {
      g_signal_emit_by_name (g_ptr_array_index (drags, i), "drag-begin", from.x, from.y);
      for (guint step = 1; step <= 3; step++)
        {
          dx = (to.x - from.x) * step / 3;
          dy = (to.y - from.y) * step / 3;
          g_signal_emit_by_name (g_ptr_array_index (drags, i), "drag-update", dx, dy);
        }
      g_signal_emit_by_name (g_ptr_array_index (drags, i), "drag-end", dx, dy);
    }
  return "drag";
}

static const char *
do_scroll (Monkey *self)
{
  g_autoptr (GPtrArray) list = list_controllers (self->canvas, GTK_TYPE_EVENT_CONTROLLER_SCROLL, 0);
  g_autoptr (GPtrArray) motions = list_controllers (self->canvas, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  RapportPoint at = any_place (self);
  gboolean handled;

  for (guint i = 0; i < motions->len; i++)
    g_signal_emit_by_name (g_ptr_array_index (motions, i), "motion", at.x, at.y);
  for (guint i = 0; i < list->len; i++)
    g_signal_emit_by_name (g_ptr_array_index (list, i), "scroll", g_rand_double_range (self->rand, -2, 2),
                           g_rand_double_range (self->rand, -2, 2), &handled);
  return "scroll";
}

/* --- Keys --- */

/* Those of GTK itself cannot do without an event. */
static gboolean
is_own (GtkWidget *widget)
{
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Rapport");
}

/* Returns: whether a controller of the widget took it */
static gboolean
offer_key (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GPtrArray) list = list_controllers (widget, GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  gboolean handled = FALSE;

  for (guint i = 0; i < list->len && !handled && is_own (widget); i++)
    g_signal_emit_by_name (g_ptr_array_index (list, i), "key-pressed", key, 0, state, &handled);
  return handled;
}

static void
press_key (Monkey *self, guint key, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  GtkWidget *widget = focus != NULL ? focus : self->canvas;
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (g_object_unref);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, g_object_ref (widget));
  for (guint i = 0; i < chain->len; i++)
    if (offer_key (g_ptr_array_index (chain, i), key, state))
      return;
}

static const char *
do_key (Monkey *self)
{
  static const guint keys[] = {
    GDK_KEY_a, GDK_KEY_l, GDK_KEY_f, GDK_KEY_t, GDK_KEY_g, GDK_KEY_p, GDK_KEY_i, GDK_KEY_d, GDK_KEY_x,
    GDK_KEY_0, GDK_KEY_1, GDK_KEY_2, GDK_KEY_3, GDK_KEY_4, GDK_KEY_5, GDK_KEY_9, GDK_KEY_KP_2, GDK_KEY_minus,
    GDK_KEY_Tab, GDK_KEY_Tab, GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up,
    GDK_KEY_Down, GDK_KEY_Return, GDK_KEY_Return, GDK_KEY_Escape, GDK_KEY_Escape, GDK_KEY_asterisk,
    GDK_KEY_Delete, GDK_KEY_Menu, GDK_KEY_space, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_F10, GDK_KEY_VoidSymbol,
  };
  static const GdkModifierType states[] = { 0, 0, 0, 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  guint key = keys[below (self, G_N_ELEMENTS (keys))];

  if (now_and_then (self, 0.6))
    gtk_widget_grab_focus (self->canvas);
  press_key (self, key, states[below (self, G_N_ELEMENTS (states))]);
  return gdk_keyval_name (key);
}

/* --- Widgets --- */

static void
type_into (Monkey *self, GtkWidget *widget)
{
  g_autofree char *text = any_text (self);

  gtk_widget_grab_focus (widget);
  if (GTK_IS_TEXT_VIEW (widget))
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  if (now_and_then (self, 0.5))
    g_signal_emit_by_name (widget, "activate");
}

/* Without the list that drops down: GTK 4.8 warns where a window is closed while one of its tooltips is due, which the
 * grab of such a list may start. */
static void
choose_in_row (Monkey *self, GtkWidget *widget)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (widget));

  if (model != NULL && g_list_model_get_n_items (model) > 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), below (self, g_list_model_get_n_items (model)));
}

static void
choose_in (Monkey *self, GtkWidget *widget)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

  if (model != NULL && g_list_model_get_n_items (model) > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), below (self, g_list_model_get_n_items (model)));
}

static void
activate_row (Monkey *self, GtkWidget *widget)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (widget)));

  if (model != NULL && g_list_model_get_n_items (model) > 0)
    g_signal_emit_by_name (widget, "activate", below (self, g_list_model_get_n_items (model)));
}

static void
move_range (Monkey *self, GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, g_rand_double_range (self->rand, gtk_adjustment_get_lower (adjustment),
                                                             gtk_adjustment_get_upper (adjustment) + 0.01));
}

/* Not to stay open: a person could not scroll meanwhile, and GTK warns where its button is on no screen any more. */
static void
open_and_close (GtkMenuButton *button)
{
  gtk_menu_button_popup (button);
  gtk_menu_button_popdown (button);
}

static void
use (Monkey *self, GtkWidget *widget)
{
  if (now_and_then (self, 0.1))
    gtk_widget_grab_focus (widget);
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    type_into (self, widget);
  else if (GTK_IS_DROP_DOWN (widget))
    choose_in (self, widget);
  else if (ADW_IS_COMBO_ROW (widget))
    choose_in_row (self, widget);
  else if (GTK_IS_SWITCH (widget))
    gtk_switch_set_active (GTK_SWITCH (widget), !gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), !gtk_expander_get_expanded (GTK_EXPANDER (widget)));
  else if (GTK_IS_SPIN_BUTTON (widget))
    move_range (self, gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (widget)));
  else if (GTK_IS_RANGE (widget))
    move_range (self, gtk_range_get_adjustment (GTK_RANGE (widget)));
  else if (GTK_IS_LIST_VIEW (widget))
    activate_row (self, widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    open_and_close (GTK_MENU_BUTTON (widget));
  else
    gtk_widget_activate (widget);
}

/* Of one part of the window, so that the large parts do not take the turns of the small ones. */
static GtkWidget *
any_part (Monkey *self)
{
  const GType parts[] = { RAPPORT_TYPE_QUESTION_BAR, RAPPORT_TYPE_INSPECTOR, RAPPORT_TYPE_OUTLINE_VIEW,
                          RAPPORT_TYPE_FIND_BAR, RAPPORT_TYPE_CANVAS, RAPPORT_TYPE_INSPECTOR, RAPPORT_TYPE_CANVAS };
  guint which = below (self, G_N_ELEMENTS (parts) + 1);

  return which < G_N_ELEMENTS (parts) ? fixture_find (self->window, parts[which], NULL) : self->window;
}

/* Nothing in a pane that is leaving can be pressed. */
static gboolean
can_be_pressed (GtkWidget *part)
{
  for (GtkWidget *above = part; above != NULL; above = gtk_widget_get_parent (above))
    if (!gtk_widget_get_can_target (above))
      return FALSE;
  return TRUE;
}

static const char *
use_any (Monkey *self, GtkWidget *part)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *widget;

  if (part != NULL && can_be_pressed (part))
    monkey_list_usable (part, list);
  if (list->len == 0)
    return "no widget";
  widget = g_ptr_array_index (list, below (self, list->len));
  if (monkey_is_beside (widget))
    return "no widget";
  use (self, widget);
  return G_OBJECT_TYPE_NAME (widget);
}

static const char *
do_widget (Monkey *self)
{
  return use_any (self, any_part (self));
}

/* --- The rest --- */

static const char *
do_select (Monkey *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  RapportSelection *selection = rapport_session_get_selection (session (self));
  guint n = now_and_then (self, 0.7) ? 1 : below (self, 6);

  for (guint i = 0; i < n; i++)
    {
      RapportElement *element = any_element (self);

      if (element != NULL)
        g_ptr_array_add (ids, (char *) rapport_element_get_id (element));
    }
  g_ptr_array_add (ids, NULL);
  rapport_selection_set_all (selection, (const char *const *) ids->pdata);
  return "select";
}

static const char *
do_undo (Monkey *self)
{
  const char *name = now_and_then (self, 0.6) ? "win.undo" : "win.redo";

  for (guint n = 1 + below (self, 5); n > 0; n--)
    gtk_widget_activate_action_variant (self->window, name, NULL);
  return name;
}

/* Of few sizes: each has letters of a size of its own, which the libraries keep for a long time. */
static const char *
do_size (Monkey *self)
{
  static const int sizes[][2] = { { 360, 640 }, { 700, 500 }, { 1000, 700 }, { 1100, 1000 } };
  guint i = below (self, G_N_ELEMENTS (sizes));

  gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[i][0], sizes[i][1]);
  return "size";
}

static const char *
do_theme (Monkey *self)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), now_and_then (self, 0.5)
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  return "theme";
}

static const char *
do_grabbing (Monkey *self, GtkWidget *popover)
{
  if (!GTK_IS_POPOVER_MENU (popover) && now_and_then (self, 0.7))
    return use_any (self, popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return "close a popover";
}

/* What has dropped down is closed before its window is: a person cannot click anything else meanwhile, and GTK 4.8 does
 * not let go of the rows of a list that is still down when its window goes (100 kB a time). */
static const char *
do_other_window (Monkey *self, GtkWidget *other)
{
  GtkWidget *grabbing = monkey_find_grabbing (other);

  if (grabbing != NULL)
    return do_grabbing (self, grabbing);
  if (!monkey_is_toolkits (other) && now_and_then (self, 0.7))
    return use_any (self, other);
  gtk_window_close (GTK_WINDOW (other));
  return "close a window";
}

static const struct
{
  const char *(*act) (Monkey *self);
  guint weight;
} ways[] = {
  { do_key, 300 },   { do_widget, 250 }, { do_action, 120 }, { do_click, 120 }, { do_drag, 50 },
  { do_select, 50 }, { do_scroll, 40 },  { do_undo, 12 },    { do_size, 3 },    { do_theme, 1 },
};

/* Does one thing. Returns: (transfer none): what, in a word for whoever looks for a fault */
const char *
monkey_act (Monkey *self)
{
  GtkWidget *other = monkey_find_other_window (self->window);
  GtkWidget *grabbing = monkey_find_grabbing (self->window);
  guint sum = 0;
  guint chosen;

  if (other != NULL)
    return do_other_window (self, other);
  if (grabbing != NULL)
    return do_grabbing (self, grabbing);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    sum += ways[i].weight;
  chosen = below (self, sum);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (chosen < ways[i].weight)
        return ways[i].act (self);
      chosen -= ways[i].weight;
    }
  g_assert_not_reached ();
}

static void
give_up_naming (Monkey *self)
{
  const GType types[] = { RAPPORT_TYPE_NAME_FIELD, RAPPORT_TYPE_LINK_FIELD };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *field = fixture_find (self->canvas, types[i], NULL);

      if (field != NULL)
        g_signal_emit_by_name (field, "given-up");
    }
}

/* One of the panes that the window has beside its canvas. One that is folding away is still visible. */
static void
fold_away (Monkey *self, GType type, const char *action)
{
  GtkWidget *pane = fixture_find (self->window, type, NULL);
  GtkWidget *flap = pane != NULL ? gtk_widget_get_ancestor (pane, ADW_TYPE_FLAP) : NULL;

  if (pane == NULL)
    return;
  if (flap != NULL ? adw_flap_get_reveal_flap (ADW_FLAP (flap)) : gtk_widget_get_visible (pane))
    gtk_widget_activate_action_variant (self->window, action, NULL);
}

/* Everything that is half done is left, and the window is as at first. */
void
monkey_rest (Monkey *self)
{
  g_autoptr (RapportLens) lens = rapport_lens_new (rapport_session_get_map (session (self)));
  GtkWidget *other;

  while ((other = monkey_find_other_window (self->window)) != NULL)
    {
      monkey_close_popovers (other);
      /* A dialog of the toolkit only ends what it is about when it is closed. */
      gtk_window_close (GTK_WINDOW (other));
      fixture_settle ();
      if (monkey_find_other_window (self->window) == other)
        gtk_window_destroy (GTK_WINDOW (other));
      fixture_settle ();
    }
  gtk_widget_activate_action_variant (self->window, "win.stop-tidying", NULL);
  give_up_naming (self);
  monkey_close_popovers (self->window);
  fold_away (self, RAPPORT_TYPE_OUTLINE_VIEW, "win.outline");
  fold_away (self, RAPPORT_TYPE_INSPECTOR, "win.details");
  fold_away (self, RAPPORT_TYPE_WORKSHOP_PANEL, "win.workshop");
  gtk_widget_grab_focus (self->canvas);
  for (guint i = 0; i < 4; i++)
    press_key (self, GDK_KEY_Escape, 0);
  rapport_selection_clear (rapport_session_get_selection (session (self)));
  rapport_session_set_lens (session (self), lens);
  gtk_widget_activate_action_variant (self->window, "win.zoom-fit", NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  /* A picture that was copied, of whatever size, is not what grows. Nothing at all in its place would give the clipboard
   * away and claim it back, which GTK answers to itself with an empty text, and leaks eight bytes of it. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), "");
  fixture_settle ();
}

/* @window: (transfer none): shows a map, and outlives the monkey */
Monkey *
monkey_new (RapportWindow *window, guint32 seed)
{
  Monkey *self = g_new0 (Monkey, 1);

  self->window = GTK_WIDGET (window);
  self->canvas = fixture_find (self->window, RAPPORT_TYPE_CANVAS, NULL);
  self->rand = g_rand_new_with_seed (seed);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  list_actions (self);
  return self;
}

void
monkey_free (Monkey *self)
{
  g_ptr_array_unref (self->actions);
  g_rand_free (self->rand);
  g_free (self);
}
