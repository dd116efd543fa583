/* rapport-audience-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-audience-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-room-editor.h"

/* After the last move of the pointer, before it is hidden, in milliseconds. */
#define QUIET_MS 1500

struct _RapportAudienceWindow
{
  GtkWindow parent_instance;

  RapportPresentation *presentation; /* owned */
  GtkWidget *view;                   /* owned: a child, unless the map is edited here */
  GtkWidget *editor;                 /* nullable: a child, while it is */
  guint hide_source;
  double pointer_x;
  double pointer_y;
};

G_DEFINE_FINAL_TYPE (RapportAudienceWindow, rapport_audience_window, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Keys --- */

typedef enum
{
  KEY_NEXT,
  KEY_PREVIOUS,
  KEY_FIRST,
  KEY_LAST,
  KEY_BLACK,
  KEY_HOLD,
  KEY_SCHEME,
  KEY_LARGER,
  KEY_SMALLER,
  KEY_USUAL,
  KEY_LEGEND,
  KEY_SPOTLIGHT,
  KEY_ZOOM,
  KEY_BEFORE,
  KEY_NAMES,
} Meaning;

/* Clickers send Page Up and Down, arrows, Space, B or a period, F5 and Esc; the rest is for who has the keyboard. */
static const struct
{
  guint key;
  Meaning meaning;
} keys[] = {
  { GDK_KEY_Page_Down, KEY_NEXT },  { GDK_KEY_KP_Page_Down, KEY_NEXT }, { GDK_KEY_Right, KEY_NEXT },
  { GDK_KEY_Down, KEY_NEXT },       { GDK_KEY_space, KEY_NEXT },        { GDK_KEY_Return, KEY_NEXT },
  { GDK_KEY_Page_Up, KEY_PREVIOUS }, { GDK_KEY_KP_Page_Up, KEY_PREVIOUS }, { GDK_KEY_Left, KEY_PREVIOUS },
  { GDK_KEY_Up, KEY_PREVIOUS },     { GDK_KEY_BackSpace, KEY_PREVIOUS }, { GDK_KEY_Home, KEY_FIRST },
  { GDK_KEY_F5, KEY_FIRST },        { GDK_KEY_End, KEY_LAST },          { GDK_KEY_b, KEY_BLACK },
  { GDK_KEY_period, KEY_BLACK },    { GDK_KEY_KP_Decimal, KEY_BLACK },  { GDK_KEY_h, KEY_HOLD },
  { GDK_KEY_c, KEY_SCHEME },        { GDK_KEY_plus, KEY_LARGER },       { GDK_KEY_equal, KEY_LARGER },
  { GDK_KEY_KP_Add, KEY_LARGER },   { GDK_KEY_minus, KEY_SMALLER },     { GDK_KEY_KP_Subtract, KEY_SMALLER },
  { GDK_KEY_0, KEY_USUAL },         { GDK_KEY_k, KEY_LEGEND },          { GDK_KEY_s, KEY_SPOTLIGHT },
  { GDK_KEY_z, KEY_ZOOM },          { GDK_KEY_w, KEY_BEFORE },
  { GDK_KEY_n, KEY_NAMES },
};

static void
go_to_last (RapportPresentation *presentation)
{
  guint n = rapport_presentation_get_n_steps (presentation);

  if (n > 0)
    rapport_presentation_go_to (presentation, n - 1, G_MAXUINT);
}

static void
obey (RapportPresentation *presentation, RapportAudienceView *view, Meaning meaning)
{
  RapportSession *session = rapport_presentation_get_session (presentation);

  switch (meaning)
    {
    case KEY_NEXT:
      rapport_presentation_next (presentation);
      break;
    case KEY_PREVIOUS:
      rapport_presentation_previous (presentation);
      break;
    case KEY_FIRST:
      rapport_presentation_go_to (presentation, 0, 0);
      break;
    case KEY_LAST:
      go_to_last (presentation);
      break;
    case KEY_BLACK:
      rapport_presentation_set_black (presentation, !rapport_presentation_is_black (presentation));
      break;
    case KEY_HOLD:
      rapport_presentation_set_held (presentation, !rapport_presentation_is_held (presentation));
      break;
    case KEY_SCHEME:
      rapport_presentation_next_scheme (presentation);
      break;
    case KEY_LARGER:
      rapport_presentation_magnify (presentation, 1);
      break;
    case KEY_SMALLER:
      rapport_presentation_magnify (presentation, -1);
      break;
    case KEY_USUAL:
      rapport_presentation_magnify (presentation, 0);
      break;
    case KEY_LEGEND:
      rapport_audience_view_toggle_legend (view);
      break;
    case KEY_SPOTLIGHT:
      rapport_presentation_spotlight (presentation);
      break;
    case KEY_ZOOM:
      rapport_audience_view_zoom_to_selection (view);
      break;
    case KEY_BEFORE:
      rapport_presentation_compare_with_before (presentation);
      break;
    case KEY_NAMES:
      rapport_session_hide_names (session, !rapport_session_hides_names (session));
      break;
    }
}

/* @key: without modifiers. Returns: whether it means something to a presentation */
gboolean
rapport_audience_key (RapportPresentation *presentation, RapportAudienceView *view, guint key)
{
  guint lower = gdk_keyval_to_lower (key);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower)
      {
        obey (presentation, view, keys[i].meaning);
        return TRUE;
      }
  return FALSE;
}

/* Out of the black first, then out of the presentation. */
static void
escape (RapportAudienceWindow *self)
{
  if (rapport_presentation_is_black (self->presentation))
    rapport_presentation_set_black (self->presentation, FALSE);
  else
    g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

/* What clickers send and no text takes. */
static gboolean
press_while_editing (RapportAudienceWindow *self, guint key)
{
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    rapport_presentation_next (self->presentation);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    rapport_presentation_previous (self->presentation);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* What nothing on the map took. */
static gboolean
left_over_cb (RapportAudienceWindow *self, guint key, guint code, GdkModifierType state)
{
  if (self->editor == NULL || key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  rapport_audience_window_edit (self, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
pressed_cb (RapportAudienceWindow *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->editor != NULL)
    return press_while_editing (self, key);
  if (key == GDK_KEY_Escape || (key == GDK_KEY_F5 && (state & GDK_SHIFT_MASK) != 0))
    escape (self);
  else if (gdk_keyval_to_lower (key) == GDK_KEY_e)
    rapport_audience_window_edit (self, TRUE);
  else if (!rapport_audience_key (self->presentation, RAPPORT_AUDIENCE_VIEW (self->view), key))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
stop_editing_cb (RapportAudienceWindow *self)
{
  rapport_audience_window_edit (self, FALSE);
}

/* --- The pointer, which is not part of the picture --- */

static gboolean
hide_pointer_cb (gpointer data)
{
  RapportAudienceWindow *self = data;

  self->hide_source = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

/* A window that comes up under the pointer is told of a motion that was none. */
static void
moved_cb (RapportAudienceWindow *self, double x, double y)
{
  gboolean first = self->pointer_x < 0;

  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (first || self->editor != NULL)
    return;
  rapport_presentation_point_at (self->presentation,
                                 rapport_audience_view_find_at (RAPPORT_AUDIENCE_VIEW (self->view), x, y));
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add (QUIET_MS, hide_pointer_cb, self);
}

static void
clicked_cb (RapportAudienceWindow *self)
{
  if (self->editor == NULL)
    rapport_presentation_next (self->presentation);
}

static void
add_controllers (RapportAudienceWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new (), *left_over = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (left_over, "key-pressed", G_CALLBACK (left_over_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), left_over);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Closed by the desktop, it ends the presentation as Esc does. */
static gboolean
rapport_audience_window_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[SIGNAL_LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
rapport_audience_window_dispose (GObject *object)
{
  RapportAudienceWindow *self = RAPPORT_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->editor = NULL;
  g_clear_object (&self->view);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (rapport_audience_window_parent_class)->dispose (object);
}

static void
rapport_audience_window_class_init (RapportAudienceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_audience_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rapport_audience_window_close_request;
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", RAPPORT_TYPE_AUDIENCE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
rapport_audience_window_init (RapportAudienceWindow *self)
{
  self->pointer_x = self->pointer_y = -1;
  gtk_window_set_title (GTK_WINDOW (self), _("What the room sees"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_add_css_class (GTK_WIDGET (self), "audience");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "background");
  add_controllers (self);
}

/* @view: (transfer none): of the same presentation, and in no window */
RapportAudienceWindow *
rapport_audience_window_new (RapportPresentation *presentation, GtkWidget *view)
{
  RapportAudienceWindow *self;

  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (presentation) && RAPPORT_IS_AUDIENCE_VIEW (view), NULL);
  self = g_object_new (RAPPORT_TYPE_AUDIENCE_WINDOW, NULL);
  self->presentation = g_object_ref (presentation);
  self->view = g_object_ref (view);
  gtk_window_set_child (GTK_WINDOW (self), self->view);
  gtk_window_set_focus (GTK_WINDOW (self), self->view);
  return self;
}

/* @monitor: (nullable): which the window fills from now on; %NULL for an ordinary window */
void
rapport_audience_window_fill (RapportAudienceWindow *self, GdkMonitor *monitor)
{
  g_return_if_fail (RAPPORT_IS_AUDIENCE_WINDOW (self));
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* While the map is edited here it is drawn as the room sees it, with a bar that says so. */
void
rapport_audience_window_edit (RapportAudienceWindow *self, gboolean edit)
{
  g_return_if_fail (RAPPORT_IS_AUDIENCE_WINDOW (self));
  if (edit == (self->editor != NULL))
    return;
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->editor = edit ? rapport_room_editor_new (self->presentation, RAPPORT_AUDIENCE_VIEW (self->view)) : NULL;
  if (edit)
    g_signal_connect_object (self->editor, "done", G_CALLBACK (stop_editing_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_child (GTK_WINDOW (self), edit ? self->editor : self->view);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), edit ? NULL : "none");
  if (edit)
    rapport_room_editor_take_keyboard (RAPPORT_ROOM_EDITOR (self->editor));
  else
    gtk_window_set_focus (GTK_WINDOW (self), self->view);
}
