/* rapport-scene-near.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a picture seen from near, where what is asked stays in sight: the heading stands on a plate over the upper
 * edge of the part, as large as it was on the whole page.
 */
#include "rapport-scene-private.h"

typedef struct
{
  RapportRect from; /* the page */
  RapportRect to;   /* the part */
  double scale;
} Near;

static RapportPoint
move_point (const Near *near, RapportPoint point)
{
  return (RapportPoint){ near->to.x + (point.x - near->from.x) * near->scale,
                         near->to.y + (point.y - near->from.y) * near->scale };
}

static RapportPath *
move_path (const Near *near, const RapportPath *path)
{
  RapportPath *moved = rapport_path_new ();
  guint n_ops, n_points;
  const guint8 *ops = rapport_path_get_ops (path, &n_ops);
  const RapportPoint *points = rapport_path_get_points (path, &n_points);

  for (guint i = 0; i < n_ops; i++)
    {
      RapportPoint p[3] = { 0 };
      guint n = ops[i] == RAPPORT_PATH_CURVE ? 3 : ops[i] == RAPPORT_PATH_CLOSE ? 0 : 1;

      for (guint j = 0; j < n; j++)
        p[j] = move_point (near, points[j]);
      points += n;
      if (ops[i] == RAPPORT_PATH_MOVE)
        rapport_path_move_to (moved, p[0].x, p[0].y);
      else if (ops[i] == RAPPORT_PATH_LINE)
        rapport_path_line_to (moved, p[0].x, p[0].y);
      else if (ops[i] == RAPPORT_PATH_CURVE)
        rapport_path_curve_to (moved, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      else
        rapport_path_close (moved);
    }
  return moved;
}

static RapportShape *
move_shape (const Near *near, const RapportShape *shape)
{
  RapportPoint at = move_point (near, (RapportPoint){ shape->x, shape->y });
  RapportShape *moved = g_new0 (RapportShape, 1);

  *moved = *shape;
  moved->path = shape->path != NULL ? move_path (near, shape->path) : NULL;
  moved->text = g_strdup (shape->text);
  moved->width *= near->scale;
  moved->x = at.x;
  moved->y = at.y;
  moved->size *= near->scale;
  moved->text_width *= near->scale;
  moved->halo_width *= near->scale;
  return moved;
}

static gboolean
is_heading (const RapportSceneItem *item)
{
  return item->kind == RAPPORT_ITEM_HEADING || item->kind == RAPPORT_ITEM_RIBBON;
}

static RapportSceneItem *
move_item (const Near *near, const RapportSceneItem *item)
{
  RapportSceneItem *moved = rapport_scene_item_new (item->kind, item->element_id);

  moved->name = g_strdup (item->name);
  moved->opacity = item->opacity;
  for (guint i = 0; i < item->shapes->len; i++)
    rapport_scene_item_take (moved, move_shape (near, g_ptr_array_index (item->shapes, i)));
  return moved;
}

/* The heading reads on the plate whatever lies below it. */
static RapportSceneItem *
new_plate (const RapportScene *self, const Near *near, double bottom)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_HEADING, NULL);
  const RapportRect rect = { near->to.x, near->to.y, near->to.width, bottom - near->to.y };
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_rect (path, &rect, 0);
  shape = rapport_shape_new_path (path);
  shape->fill = self->background;
  rapport_scene_item_take (item, shape);
  return item;
}

static void
append_heading (RapportScene *near_scene, const RapportScene *self, const Near *near)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  double bottom = near->to.y;

  for (guint i = 0; i < self->items->len; i++)
    {
      const RapportSceneItem *item = g_ptr_array_index (self->items, i);

      if (is_heading (item))
        g_ptr_array_add (moved, move_item (near, item));
    }
  for (guint i = 0; i < moved->len; i++)
    {
      const RapportRect *bounds = &((RapportSceneItem *) g_ptr_array_index (moved, i))->bounds;

      bottom = MAX (bottom, bounds->y + bounds->height);
    }
  if (moved->len > 0)
    g_ptr_array_add (near_scene->items, new_plate (self, near, bottom + 6 * near->scale));
  for (guint i = 0; i < moved->len; i++)
    g_ptr_array_add (near_scene->items, g_ptr_array_index (moved, i));
}

/**
 * rapport_scene_new_near:
 * @area: of the page, and of its shape
 * @heading_only: whether the map is left out, for who draws that anyway
 *
 * Returns: (transfer full): a scene whose page is @area
 */
RapportScene *
rapport_scene_new_near (const RapportScene *self, const RapportRect *area, gboolean heading_only)
{
  const Near near = { self->page, *area, area->width / self->page.width };
  RapportScene *scene = _rapport_scene_new_empty (area->width, area->height);

  g_free (scene->font);
  g_free (scene->title);
  g_free (scene->language);
  scene->font = g_strdup (self->font);
  scene->title = g_strdup (self->title);
  scene->language = g_strdup (self->language);
  g_clear_pointer (&scene->description, g_ref_string_release);
  scene->description = g_ref_string_acquire (self->description);
  scene->background = self->background;
  scene->hides_names = self->hides_names;
  for (guint i = 0; i < self->items->len && !heading_only; i++)
    if (!is_heading (g_ptr_array_index (self->items, i)))
      g_ptr_array_add (scene->items, rapport_scene_item_ref (g_ptr_array_index (self->items, i)));
  append_heading (scene, self, &near);
  scene->page = *area;
  _rapport_scene_finish (scene);
  return scene;
}
