/* rapport-scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-scene-private.h"

#include "rapport-scene-builder-private.h"

/* Returns: (transfer full): see rapport-scene-private.h */
RapportScene *
_rapport_scene_new_empty (double width, double height)
{
  RapportScene *self = g_new0 (RapportScene, 1);

  g_atomic_ref_count_init (&self->refs);
  self->page = (RapportRect){ 0, 0, width, height };
  self->tallness = 1;
  self->background = 0xFFFFFFFF;
  self->font = g_strdup ("sans-serif");
  self->title = g_strdup ("");
  self->description = g_ref_string_new ("");
  self->language = g_strdup ("en-GB");
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_scene_item_unref);
  return self;
}

/**
 * rapport_scene_new:
 * @page: (nullable): what stands round the wheel; %NULL for a page of 1920 × 1080 with everything
 *
 * The map must not change while the scene is made; afterwards the scene needs it no more.
 *
 * Returns: (transfer full): the picture of @map as @lens sees it
 */
RapportScene *
rapport_scene_new (RapportMap *map,
                   const RapportLens *lens,
                   const RapportTheme *theme,
                   const RapportPage *page)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (map) && lens != NULL && theme != NULL, NULL);

  return _rapport_scene_build (map, lens, theme, page);
}

RapportScene *
rapport_scene_ref (RapportScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_scene_unref (RapportScene *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->grid, rapport_grid_unref);
  g_clear_pointer (&self->strays, g_array_unref);
  g_free (self->astray);
  g_ptr_array_unref (self->items);
  g_free (self->font);
  g_free (self->title);
  g_ref_string_release (self->description);
  g_free (self->language);
  g_free (self);
}

/* --- Finding --- */

static guint
hash_item (gconstpointer data)
{
  const RapportSceneItem *item = data;

  return g_str_hash (item->element_id) * 31 + item->kind;
}

static gboolean
items_equal (gconstpointer a, gconstpointer b)
{
  const RapportSceneItem *first = a, *second = b;

  return first->kind == second->kind && g_str_equal (first->element_id, second->element_id);
}

/* Called once, when all items are there: makes it quick to find things by place and by id. */
void
_rapport_scene_finish (RapportScene *self)
{
  self->index = g_hash_table_new_full (hash_item, items_equal, (GDestroyNotify) rapport_scene_item_unref, NULL);
  self->grid = rapport_grid_new (&self->page, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      RapportSceneItem *item = g_ptr_array_index (self->items, i);

      if (item->element_id != NULL)
        g_hash_table_insert (self->index, rapport_scene_item_ref (item), GUINT_TO_POINTER (i + 1));
      rapport_grid_add (self->grid, &item->bounds, i);
    }
}

/* @place: (out): where it is in the painting order. Returns: whether there is one */
gboolean
_rapport_scene_find_place (const RapportScene *self, RapportItemKind kind, const char *element_id, guint *place)
{
  RapportSceneItem key = { .kind = kind, .element_id = (char *) element_id };
  gpointer found = g_hash_table_lookup (self->index, &key);

  *place = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

/**
 * rapport_scene_find:
 * @element_id: (nullable)
 *
 * Returns: (nullable) (transfer none)
 */
const RapportSceneItem *
rapport_scene_find (const RapportScene *self, RapportItemKind kind, const char *element_id)
{
  guint place;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->index != NULL && element_id != NULL)
    return _rapport_scene_find_place (self, kind, element_id, &place) ? g_ptr_array_index (self->items, place) : NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      const RapportSceneItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == kind && g_strcmp0 (item->element_id, element_id) == 0)
        return item;
    }
  return NULL;
}

static gboolean
holds (const RapportRect *rect, double x, double y, double slack)
{
  return x >= rect->x - slack && x <= rect->x + rect->width + slack && y >= rect->y - slack
         && y <= rect->y + rect->height + slack;
}

static gboolean
hits_shape (const RapportShape *shape, double x, double y, double slack)
{
  RapportRect bounds = rapport_shape_get_bounds (shape);

  if (!holds (&bounds, x, y, slack))
    return FALSE;
  if (shape->kind == RAPPORT_SHAPE_TEXT)
    return TRUE;
  if (((shape->fill & 0xFF) != 0 || (shape->stroke & 0xFF) == 0)
      && rapport_path_contains (shape->path, x, y))
    return TRUE;
  return rapport_path_distance (shape->path, x, y) <= shape->width / 2 + slack;
}

static gboolean
hits_item (const RapportSceneItem *item, double x, double y, double slack)
{
  if (!holds (&item->bounds, x, y, slack))
    return FALSE;
  for (guint i = 0; i < item->shapes->len; i++)
    if (hits_shape (g_ptr_array_index (item->shapes, i), x, y, slack))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const RapportScene *scene;
  double x;
  double y;
  double slack;
  guint kinds;
  gint64 best;
} Search;

static gboolean
consider (guint i, gpointer data)
{
  Search *search = data;
  const RapportSceneItem *item = g_ptr_array_index (search->scene->items, i);

  if ((gint64) i > search->best && (search->kinds & 1u << item->kind) != 0 && item->element_id != NULL
      && hits_item (item, search->x, search->y, search->slack))
    search->best = i;
  return TRUE;
}

/**
 * rapport_scene_hit:
 * @x: in map units
 * @slack: how far beside a thing still counts
 *
 * Returns: (nullable) (transfer none): the topmost item there that stands for an element of the map
 */
const RapportSceneItem *
rapport_scene_hit (const RapportScene *self, double x, double y, double slack)
{
  return rapport_scene_hit_one_of (self, G_MAXUINT, x, y, slack);
}

/* The same. @kinds: 1 << #RapportItemKind of each that is looked for, whatever lies above it */
const RapportSceneItem *
rapport_scene_hit_one_of (const RapportScene *self, guint kinds, double x, double y, double slack)
{
  Search search = { self, x, y, slack, kinds, -1 };
  RapportRect around = { x - slack, y - slack, 2 * slack, 2 * slack };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->grid != NULL)
    {
      rapport_grid_visit (self->grid, &around, consider, &search);
      for (guint i = 0; self->strays != NULL && i < self->strays->len; i++)
        consider (g_array_index (self->strays, guint, i), &search);
    }
  else
    for (guint i = 0; i < self->items->len; i++)
      consider (i, &search);
  return search.best >= 0 ? g_ptr_array_index (self->items, (guint) search.best) : NULL;
}

/* --- Changing one thing of many --- */

gboolean
_rapport_scene_is_shared (const RapportScene *self)
{
  return !g_atomic_ref_count_compare ((gatomicrefcount *) &self->refs, 1);
}

/* @self: a finished one. Returns: (transfer full) */
RapportScene *
_rapport_scene_copy (const RapportScene *self)
{
  RapportScene *copy = g_new (RapportScene, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->refs);
  copy->font = g_strdup (self->font);
  copy->title = g_strdup (self->title);
  copy->description = g_ref_string_acquire (self->description);
  copy->language = g_strdup (self->language);
  copy->items = g_ptr_array_new_full (self->items->len, (GDestroyNotify) rapport_scene_item_unref);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, rapport_scene_item_ref (g_ptr_array_index (self->items, i)));
  g_hash_table_ref (copy->index);
  rapport_grid_ref (copy->grid);
  copy->strays = self->strays != NULL ? g_array_copy (self->strays) : NULL;
  copy->astray = self->astray != NULL ? g_memdup2 (self->astray, self->items->len) : NULL;
  return copy;
}

/* @item: (transfer full): of the same kind and id as the one that was at @place */
void
_rapport_scene_replace (RapportScene *self, guint place, RapportSceneItem *item)
{
  gpointer *slot = &g_ptr_array_index (self->items, place);

  rapport_scene_item_unref (*slot);
  *slot = item;
  if (self->strays == NULL)
    {
      self->strays = g_array_new (FALSE, FALSE, sizeof (guint));
      self->astray = g_new0 (guint8, self->items->len);
    }
  if (self->astray[place])
    return;
  self->astray[place] = TRUE;
  g_array_append_val (self->strays, place);
}

/* --- What it holds --- */

RapportRect
rapport_scene_get_page (const RapportScene *self)
{
  return self->page;
}

RapportColour
rapport_scene_get_background (const RapportScene *self)
{
  return self->background;
}

/* Returns: (transfer none): font families with commas between them */
const char *
rapport_scene_get_font (const RapportScene *self)
{
  return self->font;
}

guint
rapport_scene_get_n_items (const RapportScene *self)
{
  return self->items->len;
}

/* Returns: (transfer none): the item painted as the @i-th */
const RapportSceneItem *
rapport_scene_get_item (const RapportScene *self, guint i)
{
  g_return_val_if_fail (i < self->items->len, NULL);
  return g_ptr_array_index (self->items, i);
}

/**
 * rapport_scene_to_wheel:
 * @page: a point of the page, in map units
 * @wheel: (out): the same relative to the wheel's centre, in the wheel's own units
 *
 * Returns: %FALSE where the map has no wheel, and a place means nothing but itself
 */
gboolean
rapport_scene_to_wheel (const RapportScene *self, RapportPoint page, RapportPoint *wheel)
{
  if (!self->has_wheel || self->scale <= 0)
    return FALSE;
  *wheel = (RapportPoint){ (page.x - self->centre.x) / self->scale,
                            (page.y - self->centre.y) / self->scale / self->tallness };
  return TRUE;
}

/* What x and y a place on the page has: @place: (out). Returns: %FALSE where the map has a wheel, and none are kept */
gboolean
rapport_scene_to_free (const RapportScene *self, RapportPoint page, RapportPoint *place)
{
  if (self->has_wheel || self->scale <= 0)
    return FALSE;
  *place = (RapportPoint){ (page.x - self->centre.x) / self->scale + self->free_middle.x,
                           (page.y - self->centre.y) / self->scale + self->free_middle.y };
  return TRUE;
}

/* The other way: @page: (out). Returns: %FALSE where the map has no wheel */
gboolean
rapport_scene_from_wheel (const RapportScene *self, RapportPoint wheel, RapportPoint *page)
{
  if (!self->has_wheel || self->scale <= 0)
    return FALSE;
  *page = (RapportPoint){ wheel.x * self->scale + self->centre.x,
                           wheel.y * self->scale * self->tallness + self->centre.y };
  return TRUE;
}

/* What x and y of the map mean on the page: offset and scale, with or without a wheel. */
static RapportPoint
get_origin (const RapportScene *self)
{
  if (self->has_wheel)
    return self->centre;
  return (RapportPoint){ self->centre.x - self->free_middle.x * self->scale,
                         self->centre.y - self->free_middle.y * self->scale };
}

/* @page: part of the page. Returns: the same in the units of the wheel, or of a map without one */
RapportRect
rapport_scene_to_places (const RapportScene *self, const RapportRect *page)
{
  RapportPoint origin = get_origin (self);
  double scale = self->scale > 0 ? self->scale : 1, tall = scale * self->tallness;

  return (RapportRect){ (page->x - origin.x) / scale, (page->y - origin.y) / tall, page->width / scale,
                        page->height / tall };
}

/* The other way. */
RapportRect
rapport_scene_from_places (const RapportScene *self, const RapportRect *places)
{
  RapportPoint origin = get_origin (self);
  double scale = self->scale > 0 ? self->scale : 1, tall = scale * self->tallness;

  return (RapportRect){ places->x * scale + origin.x, places->y * tall + origin.y, places->width * scale,
                        places->height * tall };
}

/* Whether codes stand for the names of stakeholders. */
gboolean
rapport_scene_hides_names (const RapportScene *self)
{
  return self->hides_names;
}

/* Whether numbers stand for the names of stakeholders, which found no room. */
gboolean
rapport_scene_is_numbered (const RapportScene *self)
{
  return self->numbered;
}

/* Returns: the size of the smallest words, in map units; 0 where there are none */
double
rapport_scene_get_smallest_text (const RapportScene *self)
{
  double smallest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const RapportSceneItem *item = g_ptr_array_index (self->items, i);

      for (guint j = 0; j < item->shapes->len; j++)
        {
          const RapportShape *shape = g_ptr_array_index (item->shapes, j);

          if (shape->kind == RAPPORT_SHAPE_TEXT && !shape->sign && (smallest == 0 || shape->size < smallest))
            smallest = shape->size;
        }
    }
  return smallest;
}

/* Returns: (transfer none) */
const char *
rapport_scene_get_title (const RapportScene *self)
{
  return self->title;
}

/* Returns: (transfer none): plain text in paragraphs */
const char *
rapport_scene_get_description (const RapportScene *self)
{
  return self->description;
}

/* Returns: (transfer none): a BCP 47 tag */
const char *
rapport_scene_get_language (const RapportScene *self)
{
  return self->language;
}
