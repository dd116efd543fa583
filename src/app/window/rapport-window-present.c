/* rapport-window-present.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions for showing the map to a room, and the keys of clickers while the room has its own screen.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-before-start.h"
#include "rapport-codes.h"
#include "rapport-first-focus.h"
#include "rapport-late-menu.h"
#include "rapport-pane.h"
#include "rapport-settings.h"
#include "rapport-steps.h"

/* How near a pointer must come to something thin, in pixels. */
#define POINTER_SLACK 6.0

static RapportPresentation *
get_presentation (GtkWidget *widget)
{
  return rapport_presenter_get_presentation (RAPPORT_WINDOW (widget)->presenter);
}

/* Where the room's picture is to go, while it is thought of what comes before. */
typedef struct
{
  RapportPresentPlace place;
  gboolean from_first;
  char *monitor; /* nullable */
} Start;

static void
start_free (Start *self)
{
  g_free (self->monitor);
  g_free (self);
}

static void
start_now (RapportWindow *self, const Start *start)
{
  gboolean going_on = rapport_presenter_is_active (self->presenter);

  rapport_presenter_start (self->presenter, self->session, start->place, start->monitor);
  if (start->from_first && !going_on)
    rapport_presentation_go_to (rapport_presenter_get_presentation (self->presenter), 0, 0);
}

static void
started_cb (RapportWindow *self, GtkWidget *before)
{
  start_now (self, g_object_get_data (G_OBJECT (before), "start"));
}

/* @start: (transfer full) (nullable): %NULL is from the first step, on the screen that there is */
static void
ask_before_start (RapportWindow *self, Start *start)
{
  GtkWidget *before = rapport_before_start_new (GTK_WINDOW (self), self->session);

  if (start == NULL)
    {
      start = g_new0 (Start, 1);
      start->from_first = TRUE;
    }
  g_object_set_data_full (G_OBJECT (before), "start", start, (GDestroyNotify) start_free);
  g_signal_connect_object (before, "start", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  self->asked_before_start = self->session;
  gtk_window_present (GTK_WINDOW (before));
}

/* The first time that a map goes to a room, and nothing is written down yet, it is asked for; once while it is open. */
static void
start (RapportWindow *self, RapportPresentPlace place, const char *monitor, gboolean from_first)
{
  Start *start = g_new0 (Start, 1);

  *start = (Start){ place, from_first, g_strdup (monitor) };
  if (!rapport_presenter_is_active (self->presenter) && self->asked_before_start != self->session
      && !rapport_session_is_read_only (self->session) && rapport_before_start_is_due (self->session))
    {
      ask_before_start (self, start);
      return;
    }
  start_now (self, start);
  start_free (start);
}

static void
before_start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_before_start (RAPPORT_WINDOW (widget), NULL);
}

/* From the first step; while it goes on, F5 brings the room's picture back to the front. */
static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (RAPPORT_WINDOW (widget), RAPPORT_PRESENT_SCREEN, NULL, TRUE);
}

/* With what is on show now. */
static void
present_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (RAPPORT_WINDOW (widget), RAPPORT_PRESENT_SCREEN, NULL, FALSE);
}

static void
present_in_window_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (RAPPORT_WINDOW (widget), RAPPORT_PRESENT_WINDOW, NULL, FALSE);
}

static void
present_on_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (RAPPORT_WINDOW (widget), RAPPORT_PRESENT_SCREEN, g_variant_get_string (parameter, NULL), FALSE);
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presenter_stop (RAPPORT_WINDOW (widget)->presenter);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presentation_next (get_presentation (widget));
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presentation_previous (get_presentation (widget));
}

static void
hold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportPresentation *presentation = get_presentation (widget);

  rapport_presentation_set_held (presentation, !rapport_presentation_is_held (presentation));
}

static void
black_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportPresentation *presentation = get_presentation (widget);

  rapport_presentation_set_black (presentation, !rapport_presentation_is_black (presentation));
}

static void
scheme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presentation_next_scheme (get_presentation (widget));
}

static void
magnify_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presentation_magnify (get_presentation (widget), g_variant_get_int32 (parameter));
}

static void
zoom_to_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_audience_view_zoom_to_selection (rapport_presenter_get_view (RAPPORT_WINDOW (widget)->presenter));
}

static void
spotlight_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_presentation_spotlight (get_presentation (widget));
}

/* On screen and in what is exported, with the room looking on or not. */
static void
hide_names_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  gboolean hide = !rapport_session_hides_names (self->session);
  g_autoptr (GPtrArray) left = rapport_codes_list_names_left (rapport_session_get_map (self->session));
  g_autofree char *names = NULL, *words = NULL;

  rapport_session_hide_names (self->session, hide);
  if (!hide || left->len == 0)
    return;
  g_ptr_array_add (left, NULL);
  names = g_strjoinv (", ", (char **) left->pdata);
  words = g_strdup_printf (_("Still said in the title, the question or the steps: %s"), names);
  rapport_window_tell (self, words);
}

static void
workshop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  gboolean show = !adw_flap_get_reveal_flap (self->workshop_flap);

  adw_flap_set_reveal_flap (self->workshop_flap, show);
  if (show)
    rapport_first_focus_give (GTK_WIDGET (self->workshop));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* What of the map is in view here. */
static void
camera_cb (RapportWindow *self, const char *id)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  RapportPoint from = rapport_canvas_to_map (self->canvas, 0, 0);
  RapportPoint to = rapport_canvas_to_map (self->canvas, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas));
  const RapportRect area = { from.x, from.y, to.x - from.x, to.y - from.y };
  RapportRect places = rapport_scene_to_places (rapport_canvas_get_scene (self->canvas), &area);
  const RapportCamera camera = { places.x + places.width / 2, places.y + places.height / 2, places.width };

  rapport_steps_set_camera (self->session, id, &camera);
}

static void
add_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);

  adw_flap_set_reveal_flap (self->workshop_flap, TRUE);
  rapport_workshop_panel_add_step (self->workshop);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  const char *parameter; /* nullable: its type */
  gboolean going_on;     /* only while something is presented */
  guint keys[2];
  GdkModifierType modifiers;
} actions[] = {
  { "win.present", present_cb, NULL, FALSE, { GDK_KEY_F5 }, 0 },
  { "win.present-here", present_here_cb, NULL, FALSE, { GDK_KEY_F5 }, GDK_SHIFT_MASK },
  { "win.present-in-window", present_in_window_cb, NULL, FALSE, { 0 }, 0 },
  { "win.present-on", present_on_cb, "s", FALSE, { 0 }, 0 },
  { "win.before-start", before_start_cb, NULL, FALSE, { 0 }, 0 },
  { "win.hide-names", hide_names_cb, NULL, FALSE, { GDK_KEY_h, GDK_KEY_H }, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.workshop", workshop_cb, NULL, FALSE, { GDK_KEY_F8 }, 0 },
  { "win.add-step", add_step_cb, NULL, FALSE, { GDK_KEY_F7 }, 0 },
  { "win.stop-presenting", stop_cb, NULL, TRUE, { 0 }, 0 },
  { "win.next-step", next_cb, NULL, TRUE, { 0 }, 0 },
  { "win.previous-step", previous_cb, NULL, TRUE, { 0 }, 0 },
  { "win.hold", hold_cb, NULL, TRUE, { GDK_KEY_h, GDK_KEY_H }, 0 },
  { "win.black", black_cb, NULL, TRUE, { GDK_KEY_b, GDK_KEY_period }, 0 },
  { "win.room-scheme", scheme_cb, NULL, TRUE, { 0 }, 0 },
  { "win.room-magnify", magnify_cb, "i", TRUE, { 0 }, 0 },
  { "win.room-zoom", zoom_to_selection_cb, NULL, TRUE, { 0 }, 0 },
  { "win.room-spotlight", spotlight_cb, NULL, TRUE, { 0 }, 0 },
};

/* A letter alone is a key only where those are wanted. */
static gboolean
letter_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const char *action;

  if (!rapport_settings_get_flag (rapport_settings_get_default (), "single-letter-keys"))
    return FALSE;
  g_variant_get (arguments, "(&s)", &action);
  return gtk_widget_activate_action (widget, action, NULL);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, GdkModifierType modifiers, const char *action)
{
  if (modifiers == 0 && g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    gtk_widget_class_add_binding (widget_class, key, modifiers, letter_cb, "(s)", action);
  else
    gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

void
_rapport_window_class_present_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys); j++)
        if (actions[i].keys[j] != 0)
          add_key (widget_class, actions[i].keys[j], actions[i].modifiers, actions[i].name);
    }
}

static void
append_screens (RapportWindow *self, GMenu *menu)
{
  g_autoptr (GPtrArray) monitors = rapport_presenter_list_monitors (self->presenter);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; monitors->len > 1 && i < monitors->len; i++)
    {
      GdkMonitor *monitor = g_ptr_array_index (monitors, i);
      const char *connector = gdk_monitor_get_connector (monitor), *model = gdk_monitor_get_model (monitor);
      GdkRectangle size;
      g_autofree char *words = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (connector == NULL)
        continue;
      gdk_monitor_get_geometry (monitor, &size);
      /* Translators: a screen, such as “Present on Projector (1024 × 768)”. */
      words = g_strdup_printf (_("Present on %s (%d × %d)"), model != NULL ? model : connector, size.width,
                               size.height);
      item = g_menu_item_new (words, NULL);
      g_menu_item_set_action_and_target (item, "win.present-on", "s", connector);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
fill_menu (RapportWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (ways, _("Present from the first step"), "win.present");
  g_menu_append (ways, _("Present what is on show now"), "win.present-here");
  g_menu_append (ways, _("Present in a window, for a call"), "win.present-in-window");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  append_screens (self, menu);
  g_menu_append (end, _("Before you start…"), "win.before-start");
  g_menu_append (end, _("Steps, questions, responses, close"), "win.workshop");
  g_menu_append (end, _("Make a step of what is on show"), "win.add-step");
  g_menu_append (end, _("Stop presenting"), "win.stop-presenting");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  rapport_late_menu_set_split (self->present_button, G_MENU_MODEL (menu));
  rapport_late_menu_set_split (self->small_present_button, G_MENU_MODEL (menu));
}

void
_rapport_window_update_present (RapportWindow *self)
{
  gboolean going_on = rapport_presenter_is_active (self->presenter);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   self->session != NULL && (going_on || !actions[i].going_on));
}

/* Clickers are for the room, whatever has the keyboard here and would scroll. */
static gboolean
pressed_cb (RapportWindow *self, guint key, guint code, GdkModifierType state)
{
  const gboolean forward = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;
  const gboolean back = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;

  if (!rapport_presenter_is_active (self->presenter) || (!forward && !back)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), forward ? "win.next-step" : "win.previous-step", NULL);
  return GDK_EVENT_STOP;
}

/* The light goes with the pointer here as well as there. */
static void
pointed_cb (RapportWindow *self, double x, double y)
{
  RapportPresentation *presentation = rapport_presenter_get_presentation (self->presenter);
  const RapportSceneItem *item;
  RapportPoint at;

  if (presentation == NULL || !rapport_presentation_is_pointing (presentation))
    return;
  at = rapport_canvas_to_map (self->canvas, x, y);
  item = rapport_scene_hit (rapport_canvas_get_scene (self->canvas), at.x, at.y,
                            POINTER_SLACK / rapport_canvas_get_zoom (self->canvas));
  rapport_presentation_point_at (presentation, item != NULL ? item->element_id : NULL);
}

/* Whoever leads has the steps at hand as soon as the room looks elsewhere. */
static void
presenter_changed_cb (RapportWindow *self)
{
  /* The room has another question. */
  if (rapport_presenter_is_active (self->presenter))
    rapport_greeting_bar_hide (self->greeting_bar);
  _rapport_window_update_present (self);
  if (rapport_presenter_has_own_screen (self->presenter))
    adw_flap_set_reveal_flap (self->workshop_flap, TRUE);
}

void
_rapport_window_present_init (RapportWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->presenter = rapport_presenter_new (GTK_WINDOW (self));
  g_signal_connect_object (self->presenter, "changed", G_CALLBACK (presenter_changed_cb), self, G_CONNECT_SWAPPED);
  rapport_workshop_panel_set_presenter (self->workshop, self->presenter);
  rapport_pane_watch (self->workshop_flap, GTK_WIDGET (self->canvas));
  g_signal_connect_object (self->workshop, "camera", G_CALLBACK (camera_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}
