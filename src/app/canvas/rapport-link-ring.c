/* rapport-link-ring.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-ring.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-canvas-marks.h"
#include "rapport-drag-tool.h"

/* Where the ring can be taken hold of, in the widget's pixels: beyond the outline, and within it, where a small one has
 * this part of its height for that. */
#define BEYOND 10.0
#define WITHIN 5.0
#define LARGEST_WITHIN 0.2
/* Until a map has so many links, words at the pointer tell what the ring is for. */
#define TAUGHT_AFTER 3

struct _RapportLinkRing
{
  RapportCanvas *canvas; /* borrowed: it owns this */
  char *id;              /* owned, nullable: whom it is round */
  gboolean is_held;      /* the pointer is on the ring itself, or a link would end here */
};

/* The hand, which is the drag tool's, has a pointer of its own. */
static void
show_pointer (RapportLinkRing *self, gboolean draws)
{
  if (draws)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "crosshair");
  else
    rapport_drag_tool_show_pointer (rapport_canvas_get_drag (self->canvas));
}

/* @id: (nullable) */
static void
put (RapportLinkRing *self, const char *id, gboolean is_held)
{
  if (g_strcmp0 (self->id, id) == 0 && self->is_held == is_held)
    return;
  if (self->is_held != is_held)
    show_pointer (self, is_held);
  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  self->is_held = is_held;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/* Whoever the ring would be round. Returns: (nullable) (transfer none) */
static const RapportSceneItem *
find_at (RapportLinkRing *self, double x, double y, const char *linked)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const RapportPoint at = rapport_canvas_to_map (self->canvas, x, y);
  const RapportSceneItem *item = NULL;

  if (scene != NULL && rapport_canvas_is_bare_at (self->canvas, x, y))
    item = rapport_scene_hit (scene, at.x, at.y, BEYOND / rapport_canvas_get_zoom (self->canvas));
  if (item == NULL || g_strcmp0 (item->element_id, linked) == 0)
    return NULL;
  return rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, item->element_id);
}

static void
moved_cb (RapportLinkRing *self, double x, double y)
{
  RapportDragTool *drag = rapport_canvas_get_drag (self->canvas);
  const char *linked = rapport_drag_tool_get_linked (drag);
  const RapportSceneItem *item = NULL;

  if (linked != NULL || rapport_drag_tool_may_link (drag))
    item = find_at (self, x, y, linked);
  if (item == NULL)
    rapport_link_ring_hide (self);
  else
    put (self, item->element_id,
         linked != NULL || rapport_link_ring_is_at (self->canvas, item, rapport_canvas_to_map (self->canvas, x, y)));
}

RapportLinkRing *
rapport_link_ring_new (RapportCanvas *canvas)
{
  RapportLinkRing *self = g_new0 (RapportLinkRing, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->canvas = canvas;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (rapport_link_ring_hide), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
  return self;
}

void
rapport_link_ring_free (RapportLinkRing *self)
{
  g_free (self->id);
  g_free (self);
}

/* Until the pointer moves again: what was below it may be elsewhere now. */
void
rapport_link_ring_hide (RapportLinkRing *self)
{
  put (self, NULL, FALSE);
}

void
rapport_link_ring_snapshot (RapportLinkRing *self, GtkSnapshot *snapshot)
{
  const RapportSceneItem *item = NULL;

  if (self->id != NULL)
    item = rapport_scene_find (rapport_canvas_get_shown (self->canvas), RAPPORT_ITEM_STAKEHOLDER, self->id);
  if (item != NULL)
    rapport_canvas_marks_link_ring (self->canvas, snapshot, item, self->is_held);
}

/* Returns: (nullable) (transfer none): what the ring is for, to be shown at the pointer of those who have not drawn many
 *   links yet, and not to the room */
const char *
rapport_link_ring_get_words (RapportLinkRing *self)
{
  RapportSession *session = rapport_canvas_get_session (self->canvas);

  if (!self->is_held || session == NULL || rapport_canvas_get_look (self->canvas) != NULL
      || rapport_drag_tool_get_linked (rapport_canvas_get_drag (self->canvas)) != NULL
      || rapport_element_list_get_length (rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_LINKS))
             >= TAUGHT_AFTER)
    return NULL;
  return _("Drag to somebody to link them");
}

/**
 * rapport_link_ring_is_at:
 * @stakeholder: an item of @canvas
 * @point: in map units
 *
 * Returns: whether a drag that begins at @point draws a link, and does not move @stakeholder
 */
gboolean
rapport_link_ring_is_at (RapportCanvas *canvas, const RapportSceneItem *stakeholder, RapportPoint point)
{
  const RapportPath *outermost = rapport_scene_item_get_outermost (stakeholder);
  const double pixel = 1 / rapport_canvas_get_zoom (canvas);
  double distance;

  if (outermost == NULL)
    return FALSE;
  distance = rapport_path_distance (outermost, point.x, point.y);
  if (!rapport_path_contains (outermost, point.x, point.y))
    return distance <= BEYOND * pixel;
  return distance < MIN (WITHIN * pixel, LARGEST_WITHIN * rapport_path_get_bounds (outermost).height);
}
