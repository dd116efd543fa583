/* rapport-key-tool.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-key-tool.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-card-tool.h"
#include "rapport-drag-tool.h"
#include "rapport-edits.h"
#include "rapport-question-key.h"
#include "rapport-settings.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

struct _RapportKeyTool
{
  RapportCanvas *canvas; /* borrowed: the canvas owns the tool */

  guint prefix; /* the key of a two-key command, or 0 */
};

/* Of Control with an arrow, in map units. */
#define NUDGE 8.0

static RapportSession *
session (RapportKeyTool *self)
{
  return rapport_canvas_get_session (self->canvas);
}

/* @level: a digit, or RAPPORT_LEVEL_UNSET for "not discussed". In every other state digits change nothing. */
static gboolean
answer (RapportKeyTool *self, int level)
{
  const RapportLens *lens = rapport_session_get_lens (session (self));
  RapportElement *element
      = rapport_selection_get_only (rapport_session_get_selection (session (self)));
  const char *phase = rapport_lens_get_phase (lens);

  if (element == NULL || phase == NULL || !rapport_element_is_in_phase (element, phase)
      || rapport_session_is_read_only (session (self)))
    return FALSE;
  if (RAPPORT_IS_STAKEHOLDER (element) && level <= 5
      && (rapport_lens_get_show (lens) & RAPPORT_SHOW_INFLUENCE))
    {
      rapport_edit_set_influence (session (self), element, level);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_stakeholder (const RapportSceneItem *item)
{
  return item->kind == RAPPORT_ITEM_STAKEHOLDER && item->element_id != NULL;
}

/* The nearest in that direction, where what lies aside counts double. */
static const char *
find_neighbour (const RapportScene *scene, const RapportSceneItem *from, double dx, double dy)
{
  RapportPoint start = rapport_scene_item_get_middle (from);
  const char *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      RapportPoint point;
      double ahead;
      double aside;

      if (item == from || !is_stakeholder (item))
        continue;
      point = rapport_scene_item_get_middle (item);
      ahead = (point.x - start.x) * dx + (point.y - start.y) * dy;
      aside = fabs ((point.x - start.x) * dy - (point.y - start.y) * dx);
      if (ahead > 1 && ahead + 2 * aside < least)
        {
          least = ahead + 2 * aside;
          best = item->element_id;
        }
    }
  return best;
}

static const char *
first_stakeholder (const RapportScene *scene)
{
  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    if (is_stakeholder (rapport_scene_get_item (scene, i)))
      return rapport_scene_get_item (scene, i)->element_id;
  return NULL;
}

static gboolean
travel (RapportKeyTool *self, double dx, double dy)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  RapportSelection *selection = rapport_session_get_selection (session (self));
  RapportElement *element = rapport_selection_get_only (selection);
  const RapportSceneItem *from = NULL;
  g_autofree char *next = NULL;

  if (element != NULL)
    from = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, rapport_element_get_id (element));
  /* Whose card was open is between two of them. */
  if (element != NULL && from == NULL)
    from = rapport_scene_find (scene, RAPPORT_ITEM_LINK, rapport_element_get_id (element));
  next = g_strdup (from != NULL ? find_neighbour (scene, from, dx, dy) : first_stakeholder (scene));
  if (next != NULL)
    rapport_selection_set (selection, next);
  rapport_canvas_show_selected (self->canvas);
  return TRUE;
}

/* Through the stakeholders in the map's order, then out of the map. */
static gboolean
step (RapportKeyTool *self, int by)
{
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (session (self)), RAPPORT_LIST_STAKEHOLDERS);
  RapportSelection *selection = rapport_session_get_selection (session (self));
  RapportElement *element = rapport_selection_get_only (selection);
  guint n = rapport_element_list_get_length (list);
  guint next = by > 0 ? 0 : n - 1;

  if (n == 0)
    return FALSE;
  if (element != NULL && RAPPORT_IS_STAKEHOLDER (element))
    next = rapport_element_get_position (element) + (guint) by;
  if (next >= n)
    {
      rapport_selection_clear (selection);
      return FALSE;
    }
  rapport_selection_set (selection, rapport_element_get_id (rapport_element_list_peek (list, next)));
  rapport_canvas_show_selected (self->canvas);
  return TRUE;
}

/* Everybody's answers come back, so that nobody goes on typing for somebody else without meaning to. */
static gboolean
leave_view (RapportKeyTool *self)
{
  const RapportLens *lens = rapport_session_get_lens (session (self));
  g_autoptr (RapportLens) agreed = NULL;

  if (rapport_lens_get_perspective (lens) == NULL)
    return FALSE;
  agreed = rapport_lens_with_perspective (lens, NULL);
  rapport_session_set_lens (session (self), agreed);
  return TRUE;
}

/* One thing at a time: a drag, a focus, what is selected, and last somebody's view. */
static gboolean
leave (RapportKeyTool *self)
{
  RapportSelection *selection = rapport_session_get_selection (session (self));
  const RapportLens *lens = rapport_session_get_lens (session (self));
  gboolean any = rapport_selection_get_size (selection) > 0;

  if (rapport_drag_tool_cancel (rapport_canvas_get_drag (self->canvas)))
    return TRUE;
  if (rapport_lens_get_focus (lens) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.focus", "u", 0);
      return TRUE;
    }

  if (!any)
    return leave_view (self);
  rapport_selection_clear (selection);
  return TRUE;
}

static gboolean
travel_or_step (RapportKeyTool *self, guint key, gboolean *known)
{
  *known = TRUE;
  switch (key)
    {
    case GDK_KEY_Left:
      return travel (self, -1, 0);
    case GDK_KEY_Right:
      return travel (self, 1, 0);
    case GDK_KEY_Up:
      return travel (self, 0, -1);
    case GDK_KEY_Down:
      return travel (self, 0, 1);
    case GDK_KEY_Tab:
      return step (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return step (self, -1);
    case GDK_KEY_Escape:
      return leave (self);
    default:
      *known = FALSE;
      return FALSE;
    }
}

/* --- Two keys, one after the other --- */

static const struct
{
  guint key;
  const char *hint;
} prefixes[] = {
  { GDK_KEY_f, N_("Focus: press 1, 2 or 3 for how many steps out") },
  { GDK_KEY_t, N_("Tension: press 1, 2, 3 or 4") },
};

static gboolean
begin_prefix (RapportKeyTool *self, guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (prefixes[i].key == key)
      {
        self->prefix = key;
        rapport_canvas_set_hint (self->canvas, g_dgettext (GETTEXT_PACKAGE, prefixes[i].hint));
        return TRUE;
      }
  return FALSE;
}

static void
show_tension (RapportKeyTool *self, guint number)
{
  const RapportLens *lens = rapport_session_get_lens (session (self));
  guint bit = RAPPORT_SHOW_NARRATIVES << (number - 1);
  g_autoptr (RapportLens) changed = rapport_lens_with_show (lens, rapport_lens_get_show (lens) ^ bit);

  rapport_session_set_lens (session (self), changed);
  rapport_card_tool_arm (rapport_canvas_get_cards (self->canvas),
                         (rapport_lens_get_show (changed) & bit) != 0 ? number : 0);
}

/* The second key; any other only ends the waiting. */
static void
end_prefix (RapportKeyTool *self, guint key)
{
  guint prefix = self->prefix;
  guint number = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : key - GDK_KEY_0;

  self->prefix = 0;
  rapport_canvas_set_hint (self->canvas, NULL);
  if (prefix == GDK_KEY_f && number >= 1 && number <= 3)
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.focus", "u", number);
  else if (prefix == GDK_KEY_t && number >= 1 && number <= 4)
    show_tension (self, number);
}

static gboolean
is_modifier (guint key)
{
  return key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R;
}

/* In a text field on the map, letters are letters. */
static gboolean
is_typing (RapportKeyTool *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* With Control, arrows move what is selected instead of the selection. */
static gboolean
nudge (RapportKeyTool *self, guint key)
{
  static const struct
  {
    guint key;
    int dx;
    int dy;
  } ways[] = { { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].key == key)
      {
        rapport_edit_nudge (session (self), rapport_canvas_get_scene (self->canvas), ways[i].dx * NUDGE,
                            ways[i].dy * NUDGE);
        return GDK_EVENT_STOP;
      }
  if (key == GDK_KEY_a)
    return gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.select-all", NULL);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
pressed_cb (RapportKeyTool *self, guint key, guint code, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean known;
  gboolean done;

  if (session (self) == NULL || is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (self->prefix != 0 && !is_modifier (key))
    {
      end_prefix (self, key);
      return GDK_EVENT_STOP;
    }
  if ((state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    return nudge (self, key);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space)
    {
      rapport_drag_tool_set_hand (rapport_canvas_get_drag (self->canvas), TRUE);
      return GDK_EVENT_STOP;
    }
  if (g_unichar_isgraph (gdk_keyval_to_unicode (key))
      && !rapport_settings_get_flag (rapport_settings_get_default (), "single-letter-keys"))
    return GDK_EVENT_PROPAGATE;
  if (rapport_card_tool_key (rapport_canvas_get_cards (self->canvas), key))
    return GDK_EVENT_STOP;
  done = travel_or_step (self, key, &known);
  if (known)
    return done;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    return gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.delete", NULL);
  if (key == GDK_KEY_a)
    return gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.add", NULL);
  if (key == GDK_KEY_l)
    return gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.link", NULL);
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && shift))
    return rapport_canvas_open_menu (self->canvas);
  if (!shift && begin_prefix (self, key))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_asterisk || key == GDK_KEY_KP_Multiply)
    return gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.star", NULL);
  if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    return answer (self, RAPPORT_LEVEL_UNSET);
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return answer (self, (int) (key - GDK_KEY_0));
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return answer (self, (int) (key - GDK_KEY_KP_0));
  return rapport_question_key (session (self), gdk_keyval_to_lower (key), shift);
}

static void
let_go_of_paper (RapportKeyTool *self)
{
  rapport_drag_tool_set_hand (rapport_canvas_get_drag (self->canvas), FALSE);
}

static void
released_cb (RapportKeyTool *self, guint key)
{
  if (key == GDK_KEY_space)
    let_go_of_paper (self);
}

RapportKeyTool *
rapport_key_tool_new (RapportCanvas *canvas)
{
  RapportKeyTool *self = g_new0 (RapportKeyTool, 1);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->canvas = canvas;
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
  /* Where the focus goes elsewhere meanwhile, nobody says that the key was let go. */
  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (let_go_of_paper), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
  return self;
}

void
rapport_key_tool_free (RapportKeyTool *self)
{
  g_free (self);
}
