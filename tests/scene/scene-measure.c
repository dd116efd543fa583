/* scene-measure.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scene-measure.h"

#include <math.h>

#include "rapport-link.h"

/* What letters cover of their size: capitals above the line, tails below it. */
#define ABOVE 0.75
#define BELOW 0.2
#define STEPS 24
#define NEAR 24.0

static RapportRect
get_text_rect (const RapportShape *shape)
{
  double share = shape->anchor == RAPPORT_ANCHOR_MIDDLE ? 0.5 : shape->anchor == RAPPORT_ANCHOR_END ? 1 : 0;

  return (RapportRect){ shape->x - share * shape->text_width, shape->y - ABOVE * shape->size, shape->text_width,
                        (ABOVE + BELOW) * shape->size };
}

/* Of all its lines. */
static RapportRect
get_name_rect (const RapportSceneItem *item)
{
  RapportRect rect = get_text_rect (g_ptr_array_index (item->shapes, 0));

  for (guint i = 1; i < item->shapes->len; i++)
    rect = rapport_rect_joined (rect, get_text_rect (g_ptr_array_index (item->shapes, i)));
  return rect;
}

/* The outline of a stakeholder: the shape after the halo. */
static RapportRect
get_node_rect (const RapportSceneItem *item)
{
  const RapportShape *shape = g_ptr_array_index (item->shapes, 1);

  return rapport_path_get_bounds (shape->path);
}

static guint
count_overlaps (GArray *a, GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint j = a == b ? i + 1 : 0; j < b->len; j++)
      if (rapport_rect_touches (&g_array_index (a, RapportRect, i), &g_array_index (b, RapportRect, j)))
        n++;
  return n;
}

/* Whether the outline has a point within @rect, walking its pieces in small steps. */
static gboolean
runs_over (const RapportPath *path, const RapportRect *rect)
{
  guint n_ops, n_points;
  const guint8 *ops = rapport_path_get_ops (path, &n_ops);
  const RapportPoint *p = rapport_path_get_points (path, &n_points);
  RapportPoint at = { 0, 0 };

  for (guint i = 0; i < n_ops; i++)
    {
      guint used = ops[i] == RAPPORT_PATH_CURVE ? 3 : ops[i] == RAPPORT_PATH_CLOSE ? 0 : 1;

      for (guint step = 0; ops[i] != RAPPORT_PATH_MOVE && used > 0 && step <= STEPS; step++)
        {
          double t = (double) step / STEPS, u = 1 - t;
          RapportPoint q = { u * at.x + t * p[0].x, u * at.y + t * p[0].y };

          if (used == 3)
            q = (RapportPoint){
              u * u * u * at.x + 3 * u * u * t * p[0].x + 3 * u * t * t * p[1].x + t * t * t * p[2].x,
              u * u * u * at.y + 3 * u * u * t * p[0].y + 3 * u * t * t * p[1].y + t * t * t * p[2].y
            };
          if (rapport_rect_holds (rect, q))
            return TRUE;
        }
      if (used > 0)
        at = p[used - 1];
      p += used;
    }
  return FALSE;
}

static gboolean
item_runs_over (const RapportSceneItem *item, const RapportRect *rect)
{
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->kind == RAPPORT_SHAPE_PATH && runs_over (shape->path, rect))
        return TRUE;
    }
  return FALSE;
}

static void
measure_link (SceneMeasure *self, RapportMap *map, const RapportScene *scene, const RapportSceneItem *link)
{
  RapportElement *element = rapport_map_lookup (map, link->element_id);

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      gboolean own = g_strcmp0 (item->element_id, rapport_link_get_a (RAPPORT_LINK (element))) == 0
                     || g_strcmp0 (item->element_id, rapport_link_get_b (RAPPORT_LINK (element))) == 0;
      RapportRect rect;

      if (item->kind == RAPPORT_ITEM_LABEL)
        {
          rect = get_name_rect (item);
          self->link_on_name += item_runs_over (link, &rect);
        }
      if (item->kind != RAPPORT_ITEM_STAKEHOLDER || own)
        continue;
      rect = get_node_rect (item);
      /* Corners of the box are not the outline's. */
      rect = rapport_rect_grown (rect, -0.12 * rect.width);
      if (item_runs_over (link, &rect))
        {
          g_test_message ("%s runs over %s", link->name, item->name);
          self->link_on_node++;
        }
    }
}

static void
measure_texts (SceneMeasure *self, const RapportScene *scene, const RapportSceneItem *item)
{
  RapportRect page = rapport_scene_get_page (scene);

  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      RapportRect rect;

      if (shape->kind != RAPPORT_SHAPE_TEXT)
        continue;
      rect = get_text_rect (shape);
      if (rect.x < page.x || rect.y < page.y || rect.x + rect.width > page.width
          || rect.y + rect.height > page.height)
        {
          g_test_message ("“%s” leaves the page", shape->text);
          self->off_page++;
        }
      /* Letters and numbers in an outline are seen with it. */
      if (g_utf8_strlen (shape->text, -1) > 5 || item->kind == RAPPORT_ITEM_LABEL || item->kind == RAPPORT_ITEM_CHIP)
        self->smallest = MIN (self->smallest, shape->size);
    }
}

static void
add_words (GArray *rects, const RapportSceneItem *item)
{
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      RapportRect rect;

      if (shape->kind != RAPPORT_SHAPE_TEXT)
        continue;
      rect = get_text_rect (shape);
      g_array_append_val (rects, rect);
    }
}

/* Between two rectangles, across or along; 0 where they touch. */
static double
get_gap (const RapportRect *a, const RapportRect *b)
{
  double x = MAX (a->x, b->x) - MIN (a->x + a->width, b->x + b->width);
  double y = MAX (a->y, b->y) - MIN (a->y + a->height, b->y + b->height);

  return MAX (0, MAX (x, y));
}

/* Names that stand on the wheel, not in the corners of the page, begin with an outline like a stakeholder's. */
static guint
count_near (const RapportSceneItem *backdrop, GArray *nodes)
{
  guint n = 0;

  for (guint i = 0; i < backdrop->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (backdrop->shapes, i);
      RapportRect rect;

      if (shape->kind != RAPPORT_SHAPE_TEXT || g_utf8_strlen (shape->text, -1) > 2)
        continue;
      rect = get_text_rect (shape);
      for (guint j = 0; j < nodes->len; j++)
        n += get_gap (&rect, &g_array_index (nodes, RapportRect, j)) < NEAR;
    }
  return n;
}

static void
sort_item (const RapportSceneItem *item, GArray *names, GArray *nodes, GArray *chips, GArray *words)
{
  RapportRect rect;

  switch (item->kind)
    {
    case RAPPORT_ITEM_LABEL:
      rect = get_name_rect (item);
      g_array_append_val (names, rect);
      break;
    case RAPPORT_ITEM_STAKEHOLDER:
      rect = get_node_rect (item);
      g_array_append_val (nodes, rect);
      break;
    case RAPPORT_ITEM_BACKDROP:
    case RAPPORT_ITEM_HEADING:
    case RAPPORT_ITEM_RIBBON:
    case RAPPORT_ITEM_LEGEND:
      add_words (words, item);
      break;
    case RAPPORT_ITEM_BADGE:
    case RAPPORT_ITEM_CHIP:
      add_words (chips, item);
      break;
    default:
      break;
    }
}

SceneMeasure
scene_measure (RapportMap *map, const RapportScene *scene)
{
  SceneMeasure self = { .smallest = G_MAXDOUBLE };
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RapportRect));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RapportRect));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (RapportRect));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (RapportRect));

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      sort_item (item, names, nodes, chips, words);
      measure_texts (&self, scene, item);
      if (item->kind != RAPPORT_ITEM_LINK
          && (item->kind != RAPPORT_ITEM_POWER
              || rapport_scene_find (scene, RAPPORT_ITEM_LINK, item->element_id) != NULL))
        continue;
      self.links++;
      measure_link (&self, map, scene, item);
    }
  self.names = names->len;
  self.name_on_name = count_overlaps (names, names);
  self.name_on_node = count_overlaps (names, nodes);
  self.node_on_node = count_overlaps (nodes, nodes);
  self.chip_on_name = count_overlaps (chips, names);
  self.chip_on_chip = count_overlaps (chips, chips);
  self.words_on_name = count_overlaps (words, names);
  if (rapport_scene_get_n_items (scene) > 0 && rapport_scene_get_item (scene, 0)->kind == RAPPORT_ITEM_BACKDROP)
    self.sector_by_node = count_near (rapport_scene_get_item (scene, 0), nodes);
  return self;
}
