/* rapport-rubber-band.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-rubber-band.h"

#include <math.h>

struct _RapportRubberBand
{
  RapportSelection *selection; /* owned */
  GPtrArray *before;           /* owned, of ids: what was selected when it began */
  gboolean adds;
  RapportPoint from;           /* in map units */
  RapportPoint to;
};

/* @from: where it begins, in map units; @adds: whether what is selected already stays so */
RapportRubberBand *
rapport_rubber_band_new (RapportSelection *selection, RapportPoint from, gboolean adds)
{
  RapportRubberBand *self = g_new0 (RapportRubberBand, 1);

  self->selection = g_object_ref (selection);
  self->before = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rapport_selection_get_size (selection); i++)
    g_ptr_array_add (self->before, g_strdup (rapport_selection_get_id (selection, i)));
  self->adds = adds;
  self->from = self->to = from;
  return self;
}

void
rapport_rubber_band_free (RapportRubberBand *self)
{
  g_object_unref (self->selection);
  g_ptr_array_unref (self->before);
  g_free (self);
}

/* In map units, whichever way it is pulled. */
RapportRect
rapport_rubber_band_get_rect (const RapportRubberBand *self)
{
  return (RapportRect){ MIN (self->from.x, self->to.x), MIN (self->from.y, self->to.y),
                        fabs (self->to.x - self->from.x), fabs (self->to.y - self->from.y) };
}

static gboolean
holds_point (const RapportRect *rect, RapportPoint point)
{
  return point.x >= rect->x && point.x <= rect->x + rect->width && point.y >= rect->y
         && point.y <= rect->y + rect->height;
}

static gboolean
holds_rect (const RapportRect *rect, const RapportRect *inner)
{
  return holds_point (rect, (RapportPoint){ inner->x, inner->y })
         && holds_point (rect, (RapportPoint){ inner->x + inner->width, inner->y + inner->height });
}

/* Somebody is in it with their middle, so that names which stick out need not be caught. */
static gboolean
holds_item (const RapportRect *rect, const RapportSceneItem *item)
{
  if (item->kind == RAPPORT_ITEM_STAKEHOLDER)
    return holds_point (rect, rapport_scene_item_get_middle (item));
  return holds_rect (rect, &item->bounds);
}

/* Returns: whether there was any of that kind */
static gboolean
add_caught (RapportRubberBand *self, const RapportScene *scene, RapportItemKind kind, GPtrArray *ids)
{
  RapportRect rect = rapport_rubber_band_get_rect (self);
  gboolean any = FALSE;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      if (item->kind != kind || item->element_id == NULL || !holds_item (&rect, item))
        continue;
      any = TRUE;
      if (!g_ptr_array_find_with_equal_func (ids, item->element_id, g_str_equal, NULL))
        g_ptr_array_add (ids, item->element_id);
    }
  return any;
}

static void
select_ids (RapportRubberBand *self, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  rapport_selection_set_all (self->selection, (const char *const *) ids->pdata);
}

static GPtrArray *
list_kept (RapportRubberBand *self, gboolean all)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; all && i < self->before->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->before, i));
  return ids;
}

/* @to: where the other corner is now, in map units */
void
rapport_rubber_band_pull (RapportRubberBand *self, const RapportScene *scene, RapportPoint to)
{
  g_autoptr (GPtrArray) ids = list_kept (self, self->adds);

  self->to = to;
  if (!add_caught (self, scene, RAPPORT_ITEM_STAKEHOLDER, ids))
    add_caught (self, scene, RAPPORT_ITEM_LINK, ids);
  select_ids (self, ids);
}

/* What was selected before is so again. */
void
rapport_rubber_band_cancel (RapportRubberBand *self)
{
  g_autoptr (GPtrArray) ids = list_kept (self, TRUE);

  select_ids (self, ids);
}
