/* rapport-painter.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-painter.h"

static gboolean
touches (const RapportRect *a, const RapportRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

static void
paint_item (RapportPainter *painter, const RapportSceneItem *item)
{
  painter->interface->begin_item (painter, item);
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->kind == RAPPORT_SHAPE_PATH)
        painter->interface->path (painter, shape);
      else
        painter->interface->text (painter, shape);
    }
  painter->interface->end_item (painter, item);
}

/**
 * rapport_scene_paint:
 * @painter: where to
 * @view: (nullable): what is wanted, in map units
 *
 * Paints the items that touch @view, or all, in their order.
 */
void
rapport_scene_paint (const RapportScene *scene, RapportPainter *painter, const RapportRect *view)
{
  guint n;

  g_return_if_fail (scene != NULL && painter != NULL);

  n = rapport_scene_get_n_items (scene);
  painter->interface->begin (painter, scene);
  for (guint i = 0; i < n; i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      if (view == NULL || touches (&item->bounds, view))
        paint_item (painter, item);
    }
  painter->interface->end (painter);
}

/* Paints one item of @scene alone, above whatever is there. */
void
rapport_scene_paint_item (const RapportScene *scene, RapportPainter *painter, const RapportSceneItem *item)
{
  g_return_if_fail (scene != NULL && painter != NULL && item != NULL);

  painter->interface->begin (painter, scene);
  paint_item (painter, item);
  painter->interface->end (painter);
}

/**
 * rapport_painter_must_group:
 *
 * Whether the parts of a faded item hide one another, so that the item has to be painted whole and faded then. It is
 * slow; where parts lie side by side, or over one another by a line's width, fading each does as well.
 */
gboolean
rapport_painter_must_group (const RapportSceneItem *item)
{
  if (item->opacity >= 1 || item->shapes->len < 2)
    return FALSE;
  switch (item->kind)
    {
    case RAPPORT_ITEM_STAKEHOLDER:
    case RAPPORT_ITEM_BADGE:
    case RAPPORT_ITEM_CHIP:
    case RAPPORT_ITEM_RIBBON:
    case RAPPORT_ITEM_LEGEND:
      return TRUE;
    default:
      return FALSE;
    }
}
