/* rapport-scene-item.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-scene-item.h"

/* Round the discs of influence, which are small, in map units. */
#define DISC_SLACK 4

/**
 * rapport_scene_item_new:
 * @element_id: (nullable): the id of the element in the map
 *
 * Returns: (transfer full): an item without shapes, fully opaque
 */
RapportSceneItem *
rapport_scene_item_new (RapportItemKind kind, const char *element_id)
{
  RapportSceneItem *self = g_atomic_rc_box_new0 (RapportSceneItem);

  self->kind = kind;
  self->element_id = g_strdup (element_id);
  self->opacity = 1;
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_shape_free);
  return self;
}

RapportSceneItem *
rapport_scene_item_ref (RapportSceneItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RapportSceneItem *self = data;

  g_ptr_array_unref (self->shapes);
  g_free (self->element_id);
  g_free (self->name);
}

void
rapport_scene_item_unref (RapportSceneItem *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static RapportRect
join (RapportRect a, RapportRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (RapportRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                        MAX (a.y + a.height, b.y + b.height) - y };
}

/**
 * rapport_scene_item_take:
 * @shape: (transfer full): finished, as its bounds are read now
 *
 * Adds a shape on top of the others; the item's bounds grow to hold it.
 */
void
rapport_scene_item_take (RapportSceneItem *self, RapportShape *shape)
{
  RapportRect bounds;

  g_return_if_fail (self != NULL && shape != NULL);

  bounds = rapport_shape_get_bounds (shape);
  self->bounds = self->shapes->len == 0 ? bounds : join (self->bounds, bounds);
  g_ptr_array_add (self->shapes, shape);
}

/**
 * rapport_scene_item_get_outline:
 *
 * Returns: in map units, the box of a stakeholder's outline without what lies beside it, such as the pips; for
 *   everything else its bounds
 */
RapportRect
rapport_scene_item_get_outline (const RapportSceneItem *self)
{
  if (self->kind == RAPPORT_ITEM_STAKEHOLDER && self->shapes->len > 0)
    return rapport_shape_get_bounds (g_ptr_array_index (self->shapes, 0));
  return self->bounds;
}

/* A line through somebody who is gone does not go round them, high as it is. */
static gboolean
goes_round (const RapportSceneItem *self, const RapportPath *path)
{
  const RapportPoint middle = rapport_scene_item_get_middle (self);

  return self->kind != RAPPORT_ITEM_STAKEHOLDER || rapport_path_contains (path, middle.x, middle.y);
}

/**
 * rapport_scene_item_get_outermost:
 *
 * Returns: (nullable) (transfer none): the largest of the outlines; of a stakeholder it goes round all but what lies
 *   beside it, such as influence
 */
const RapportPath *
rapport_scene_item_get_outermost (const RapportSceneItem *self)
{
  const RapportPath *outermost = NULL;
  double largest = 0;

  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (self->shapes, i);
      double height;

      if (shape->kind != RAPPORT_SHAPE_PATH)
        continue;
      height = rapport_path_get_bounds (shape->path).height;
      if (height <= largest || !goes_round (self, shape->path))
        continue;
      largest = height;
      outermost = shape->path;
    }
  return outermost;
}

/* Of the outline, in map units: where links aim at. */
RapportPoint
rapport_scene_item_get_middle (const RapportSceneItem *self)
{
  RapportRect outline = rapport_scene_item_get_outline (self);

  return (RapportPoint){ outline.x + outline.width / 2, outline.y + outline.height / 2 };
}

/**
 * rapport_scene_item_get_discs:
 * @discs: (out): in map units, what stands beside a stakeholder's outline: the discs of its influence, or what is there
 *   in their place
 *
 * Returns: whether there is anything
 */
gboolean
rapport_scene_item_get_discs (const RapportSceneItem *self, RapportRect *discs)
{
  const RapportRect outline = rapport_scene_item_get_outline (self);
  gboolean any = FALSE;

  for (guint i = 1; self->kind == RAPPORT_ITEM_STAKEHOLDER && i < self->shapes->len; i++)
    {
      const RapportRect bounds = rapport_shape_get_bounds (g_ptr_array_index (self->shapes, i));
      const RapportPoint middle = { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };

      if (rapport_rect_holds (&outline, middle))
        continue;
      *discs = any ? join (*discs, bounds) : bounds;
      any = TRUE;
    }
  return any;
}

/* Whether a point, in map units, is on these. */
gboolean
rapport_scene_item_has_discs_at (const RapportSceneItem *self, RapportPoint point)
{
  RapportRect discs;

  if (!rapport_scene_item_get_discs (self, &discs))
    return FALSE;
  discs = rapport_rect_grown (discs, DISC_SLACK);
  return rapport_rect_holds (&discs, point);
}
