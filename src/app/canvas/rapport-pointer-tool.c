/* rapport-pointer-tool.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pointer-tool.h"

#include "rapport-drag-tool.h"
#include "rapport-link-ring.h"

#define ZOOM_STEP 1.2
/* How near a pointer must come to something thin, in the widget's pixels. */
#define SLACK 6.0

struct _RapportPointerTool
{
  RapportCanvas *canvas; /* borrowed: the canvas owns the tool */

  double pointer_x; /* in the widget's pixels */
  double pointer_y;
  gboolean asks;    /* the question is changed when the button is let go where it was pressed */
  gboolean links;   /* so is a link made with whoever is there */
  gboolean waits;   /* what is selected already changes when the button is let go, in case it is dragged */

  /* While a gesture goes on */
  RapportPoint panned;
  RapportPoint pinched; /* the middle between two fingers */
  double zoom_start;
};

static RapportSession *
session (RapportPointerTool *self)
{
  return rapport_canvas_get_session (self->canvas);
}

static gboolean
scrolled_cb (RapportPointerTool *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_CONTROL_MASK)
    rapport_canvas_zoom_at (self->canvas,
                            rapport_canvas_get_zoom (self->canvas) * (dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP),
                            self->pointer_x, self->pointer_y);
  else if (state & GDK_SHIFT_MASK)
    rapport_canvas_pan_by (self->canvas, -dy * 60, 0);
  else
    rapport_canvas_pan_by (self->canvas, -dx * 60, -dy * 60);
  return GDK_EVENT_STOP;
}

static void
moved_cb (RapportPointerTool *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* The ring round somebody is theirs. */
static const RapportSceneItem *
item_at (RapportPointerTool *self, double x, double y)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  RapportPoint point = rapport_canvas_to_map (self->canvas, x, y);
  const RapportSceneItem *item = NULL;
  gboolean is_held;

  if (scene != NULL)
    item = rapport_scene_hit (scene, point.x, point.y, SLACK / rapport_canvas_get_zoom (self->canvas));
  return item != NULL ? item : rapport_link_ring_find (self->canvas, point, &is_held);
}

static void
select_at (RapportPointerTool *self, double x, double y, gboolean extend)
{
  const RapportSceneItem *item = item_at (self, x, y);
  RapportSelection *selection = rapport_session_get_selection (session (self));

  if (item == NULL || item->element_id == NULL)
    {
      if (!extend)
        rapport_selection_clear (selection);
    }
  else if (extend)
    rapport_selection_toggle (selection, item->element_id);
  else
    rapport_selection_set (selection, item->element_id);
  rapport_canvas_hold_still (self->canvas);
}

/* The question above the map, while nothing else is being typed. Before the room a step's words may stand there. */
static gboolean
is_on_question (RapportPointerTool *self, double x, double y)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const RapportSceneItem *heading = scene != NULL ? rapport_scene_find (scene, RAPPORT_ITEM_HEADING, NULL) : NULL;
  const RapportPoint at = rapport_canvas_to_map (self->canvas, x, y);

  return heading != NULL && rapport_canvas_get_look (self->canvas) == NULL
         && rapport_rect_holds (&heading->bounds, at);
}

/* Whether a field on the map has the keyboard. */
static gboolean
is_typing (RapportPointerTool *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->canvas));
}

/* What a double click on something without an element means. */
static void
naming_at (RapportPointerTool *self, const RapportSceneItem *item, RapportPoint point)
{
  if (item == NULL || item->kind == RAPPORT_ITEM_BACKDROP)
    rapport_canvas_add_at (self->canvas, point, NULL);
}

static gboolean
is_selected (RapportPointerTool *self, const RapportSceneItem *item)
{
  return item != NULL && item->element_id != NULL
         && rapport_selection_contains (rapport_session_get_selection (session (self)), item->element_id);
}

static gboolean
extends (GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

static void
pressed_cb (RapportPointerTool *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  const RapportSceneItem *item;
  gboolean on_question;

  self->waits = FALSE;
  self->asks = FALSE;
  self->links = FALSE;
  rapport_canvas_hold_still (self->canvas);
  if (!rapport_canvas_is_bare_at (self->canvas, x, y))
    return;
  item = session (self) != NULL ? item_at (self, x, y) : NULL;
  /* The field that asks whom a link leads to keeps the keyboard, and a finger may have come to do something else. */
  self->links = item != NULL && item->element_id != NULL && rapport_canvas_is_linking (self->canvas);
  on_question = item == NULL && session (self) != NULL && is_on_question (self, x, y);
  if (self->links || (on_question && n_press > 1))
    return;
  self->asks = on_question && !extends (gesture) && !is_typing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (session (self) == NULL)
    return;
  item = item_at (self, x, y);
  self->waits = n_press == 1 && is_selected (self, item);
  if (n_press == 1 && !self->waits)
    select_at (self, x, y, extends (gesture));
  else if (n_press == 2 && item != NULL && item->element_id != NULL)
    g_signal_emit_by_name (self->canvas, "activated", item->element_id);
  else if (n_press == 2)
    naming_at (self, item, rapport_canvas_to_map (self->canvas, x, y));
}

/* Whom a link leads to is who is there; anything else is what was clicked. */
static void
link_at (RapportPointerTool *self, double x, double y, gboolean extend)
{
  const RapportSceneItem *item = item_at (self, x, y);

  if (item != NULL && item->element_id != NULL && rapport_canvas_link_with (self->canvas, item->element_id))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  select_at (self, x, y, extend);
}

/* Here nothing was dragged: neither those who are selected, one of whom was taken hold of, nor the paper. */
static void
released_cb (RapportPointerTool *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (self->links && session (self) != NULL)
    link_at (self, x, y, extends (gesture));
  if (self->waits && session (self) != NULL)
    select_at (self, x, y, extends (gesture));
  if (self->asks && session (self) != NULL)
    rapport_canvas_ask (self->canvas);
  self->waits = FALSE;
  self->asks = FALSE;
  self->links = FALSE;
}

/* What is not selected yet becomes so, and the menu is about it. */
static void
menu_pressed_cb (RapportPointerTool *self, int n_press, double x, double y)
{
  const RapportSceneItem *item;

  if (session (self) == NULL || !rapport_canvas_is_bare_at (self->canvas, x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  item = item_at (self, x, y);
  if (item == NULL || item->element_id == NULL
      || !rapport_selection_contains (rapport_session_get_selection (session (self)), item->element_id))
    select_at (self, x, y, FALSE);
  rapport_canvas_open_menu_at (self->canvas, x, y);
}

/* What a finger has instead of the other button. What it began is as if it had not been. */
static void
long_press_cb (RapportPointerTool *self, double x, double y, GtkGesture *gesture)
{
  rapport_drag_tool_cancel (rapport_canvas_get_drag (self->canvas));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_pressed_cb (self, 1, x, y);
}

static void
pan_begin_cb (RapportPointerTool *self, double x, double y)
{
  self->panned = (RapportPoint){ 0, 0 };
}

static void
pan_update_cb (RapportPointerTool *self, double dx, double dy)
{
  rapport_canvas_pan_by (self->canvas, dx - self->panned.x, dy - self->panned.y);
  self->panned = (RapportPoint){ dx, dy };
}

/* Of two fingers on a screen; on a touchpad, where the pointer is. */
static RapportPoint
middle_of (RapportPointerTool *self, GtkGesture *gesture)
{
  RapportPoint middle = { self->pointer_x, self->pointer_y };

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &middle.x, &middle.y);
  return middle;
}

/* Two fingers are no drag of one. */
static void
pinch_begin_cb (RapportPointerTool *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  rapport_drag_tool_cancel (rapport_canvas_get_drag (self->canvas));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->zoom_start = rapport_canvas_get_zoom (self->canvas);
  self->pinched = middle_of (self, gesture);
}

/* What was between the fingers stays there, however they move. */
static void
pinched_cb (RapportPointerTool *self, double factor, GtkGestureZoom *gesture)
{
  const RapportPoint middle = middle_of (self, GTK_GESTURE (gesture));

  rapport_canvas_pan_by (self->canvas, middle.x - self->pinched.x, middle.y - self->pinched.y);
  rapport_canvas_zoom_at (self->canvas, self->zoom_start * factor, middle.x, middle.y);
  self->pinched = middle;
}

static void
add_controllers (RapportPointerTool *self)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *held = gtk_gesture_long_press_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (held), TRUE);
  g_signal_connect_swapped (held, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (held));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect_swapped (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect_swapped (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

RapportPointerTool *
rapport_pointer_tool_new (RapportCanvas *canvas)
{
  RapportPointerTool *self = g_new0 (RapportPointerTool, 1);

  self->canvas = canvas;
  add_controllers (self);
  return self;
}

void
rapport_pointer_tool_free (RapportPointerTool *self)
{
  g_free (self);
}
