/* rapport-draw.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces that all of a picture is made of.
 */
#include "rapport-plan-private.h"

/* @item: (transfer full) (nullable) */
void
_rapport_draw_add (Plan *self, RapportSceneItem *item)
{
  if (item != NULL)
    g_ptr_array_add (self->scene->items, item);
}

/* Adds a line of text, measured. Returns: (transfer none): for a halo; its bounds are taken already */
RapportShape *
_rapport_draw_text (Plan *self,
                    RapportSceneItem *item,
                    const char *text,
                    double x,
                    double y,
                    double size,
                    int weight,
                    RapportAnchor anchor,
                    RapportColour colour)
{
  RapportShape *shape = rapport_shape_new_text (text, x, y, size, weight, anchor, colour);

  shape->text_width = rapport_text_measure_width (self->measure, text, size, weight);
  rapport_scene_item_take (item, shape);
  return shape;
}

/* @path: (transfer full). Returns: (transfer none): for dashes, which do not change its bounds */
RapportShape *
_rapport_draw_line (RapportSceneItem *item, RapportPath *path, RapportColour colour, double width)
{
  RapportShape *shape = rapport_shape_new_path (path);

  shape->stroke = colour;
  shape->width = width;
  shape->round = TRUE;
  rapport_scene_item_take (item, shape);
  return shape;
}

/* @path: (transfer full) */
void
_rapport_draw_fill (RapportSceneItem *item, RapportPath *path, RapportColour colour)
{
  RapportShape *shape = rapport_shape_new_path (path);

  shape->fill = colour;
  rapport_scene_item_take (item, shape);
}

/* A small label in reversed text, its middle at (@x, @y). Returns: its width */
double
_rapport_draw_chip (Plan *self, RapportSceneItem *item, const char *text, double x, double y)
{
  const RapportTheme *theme = self->theme;
  double size = theme->chip, width = rapport_text_measure_width (self->measure, text, size, 700) + 16;
  double height = size * 1.32;
  RapportRect rect = { x - width / 2, y - height / 2, width, height };
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_rect (path, &rect, 6);
  shape = rapport_shape_new_path (path);
  shape->fill = theme->ink;
  shape->stroke = theme->background;
  shape->width = 3;
  rapport_scene_item_take (item, shape);
  path = rapport_path_new ();
  rapport_path_rect (path, &rect, 6);
  _rapport_draw_fill (item, path, theme->ink);
  _rapport_draw_text (self, item, text, x, y + size * 0.36, size, 700, RAPPORT_ANCHOR_MIDDLE, theme->reversed);
  return width;
}
