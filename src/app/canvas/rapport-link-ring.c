/* rapport-link-ring.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-ring.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-canvas-marks.h"
#include "rapport-drag-tool.h"

/* Where the ring can be taken hold of, in the widget's pixels: beyond the outline, as far as it is seen, and within it,
 * where a small one has this part of its height for that. */
#define BEYOND 8.0
#define WITHIN 5.0
#define LARGEST_WITHIN 0.2
/* Until a map has so many links, words at the pointer tell what the ring is for. */
#define TAUGHT_AFTER 3

struct _RapportLinkRing
{
  RapportCanvas *canvas; /* borrowed: it owns this */
  GtkEventController *motion; /* borrowed: the canvas owns it */
  RapportPoint pointer;  /* in the widget's pixels */
  gboolean is_there;     /* the pointer */
  char *id;              /* owned, nullable: whom it is round */
  gboolean is_held;      /* the pointer is on the ring itself, or a link would end here */
};

/* The hand, which is the drag tool's, has a pointer of its own. */
static void
show_pointer (RapportLinkRing *self)
{
  if (self->is_held)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "crosshair");
  else
    rapport_drag_tool_show_pointer (rapport_canvas_get_drag (self->canvas));
}

/* @id: (nullable) */
static void
put (RapportLinkRing *self, const char *id, gboolean is_held)
{
  const gboolean was_held = self->is_held;

  if (g_strcmp0 (self->id, id) == 0 && was_held == is_held)
    return;
  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  self->is_held = is_held;
  if (is_held != was_held)
    show_pointer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
moved_cb (RapportLinkRing *self, double x, double y)
{
  self->pointer = (RapportPoint){ x, y };
  self->is_there = TRUE;
  rapport_link_ring_look (self);
}

static void
left_cb (RapportLinkRing *self)
{
  self->is_there = FALSE;
  rapport_link_ring_look (self);
}

RapportLinkRing *
rapport_link_ring_new (RapportCanvas *canvas)
{
  RapportLinkRing *self = g_new0 (RapportLinkRing, 1);

  self->canvas = canvas;
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), self->motion);
  return self;
}

void
rapport_link_ring_free (RapportLinkRing *self)
{
  g_signal_handlers_disconnect_by_data (self->motion, self);
  g_free (self->id);
  g_free (self);
}

/* Comes up or goes as the pointer has it, after what a drag does has changed. */
void
rapport_link_ring_look (RapportLinkRing *self)
{
  if (self->is_there)
    rapport_link_ring_look_at (self, self->pointer.x, self->pointer.y);
  else
    rapport_link_ring_hide (self);
}

/* The same for a place, in the widget's pixels, as a finger is no pointer. */
void
rapport_link_ring_look_at (RapportLinkRing *self, double x, double y)
{
  RapportDragTool *drag = rapport_canvas_get_drag (self->canvas);
  const char *linked = rapport_drag_tool_get_linked (drag);
  const RapportSceneItem *item = NULL;
  gboolean is_held = FALSE;

  if (linked != NULL || (rapport_drag_tool_may_link (drag) && rapport_canvas_is_bare_at (self->canvas, x, y)))
    item = rapport_link_ring_find (self->canvas, rapport_canvas_to_map (self->canvas, x, y), &is_held);
  if (item == NULL || g_strcmp0 (item->element_id, linked) == 0)
    rapport_link_ring_hide (self);
  else
    put (self, item->element_id, is_held || linked != NULL);
}

/* Until a pointer moves again, by a hand or in the toolkit's view: what is below it may be elsewhere now. */
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

/* @at: (out): where the pointer is, in the widget's pixels. Returns: (nullable) (transfer none): what the ring is for, to
 *   be shown there to those who have not drawn many links yet, and not to the room */
const char *
rapport_link_ring_get_words (RapportLinkRing *self, RapportPoint *at)
{
  RapportSession *session = rapport_canvas_get_session (self->canvas);
  RapportElementList *links;

  *at = self->pointer;
  if (!self->is_held || session == NULL || rapport_canvas_get_look (self->canvas) != NULL
      || !rapport_drag_tool_may_link (rapport_canvas_get_drag (self->canvas)))
    return NULL;
  links = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_LINKS);
  return rapport_element_list_get_length (links) < TAUGHT_AFTER ? _("Drag to somebody to link them") : NULL;
}

static gboolean
is_on_ring (RapportCanvas *canvas, const RapportSceneItem *stakeholder, RapportPoint point)
{
  const RapportPath *outermost = rapport_scene_item_get_outermost (stakeholder);
  const double pixel = 1 / rapport_canvas_get_zoom (canvas);
  double distance;

  if (outermost == NULL || rapport_scene_item_has_discs_at (stakeholder, point))
    return FALSE;
  distance = rapport_path_distance (outermost, point.x, point.y);
  if (!rapport_path_contains (outermost, point.x, point.y))
    return distance <= BEYOND * pixel;
  return distance < MIN (WITHIN * pixel, LARGEST_WITHIN * rapport_path_get_bounds (outermost).height);
}

/**
 * rapport_link_ring_find:
 * @point: in map units
 * @is_held: (out): whether a drag that begins there draws a link; on a name, on discs and well within an outline it
 *   moves somebody
 *
 * Returns: (nullable) (transfer none): the stakeholder whose outline, discs or name is at @point, or whose ring would
 *   be
 */
const RapportSceneItem *
rapport_link_ring_find (RapportCanvas *canvas, RapportPoint point, gboolean *is_held)
{
  const RapportScene *scene = rapport_canvas_get_scene (canvas);
  const RapportSceneItem *hit, *stakeholder;
  const guint somebody = 1 << RAPPORT_ITEM_STAKEHOLDER, name = 1 << RAPPORT_ITEM_LABEL;

  *is_held = FALSE;
  if (scene == NULL)
    return NULL;
  hit = rapport_scene_hit_one_of (scene, somebody | name, point.x, point.y, 0);
  if (hit == NULL)
    hit = rapport_scene_hit_one_of (scene, somebody, point.x, point.y, BEYOND / rapport_canvas_get_zoom (canvas));
  if (hit == NULL)
    return NULL;
  stakeholder = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, hit->element_id);
  *is_held = stakeholder == hit && is_on_ring (canvas, stakeholder, point);
  return stakeholder;
}
