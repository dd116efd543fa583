/* rapport-shape.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-shape.h"

/* How high and how low letters reach, as a share of their size: generous, for marks above and below. */
#define ASCENT 1.0
#define DESCENT 0.3

/**
 * rapport_shape_new_path:
 * @path: (transfer full): the outline
 *
 * Returns: (transfer full): an outline that draws nothing until its colours are set
 */
RapportShape *
rapport_shape_new_path (RapportPath *path)
{
  RapportShape *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (RapportShape, 1);
  self->kind = RAPPORT_SHAPE_PATH;
  self->path = path;
  return self;
}

/**
 * rapport_shape_new_text:
 * @text: one line
 * @x: of the anchor, in map units
 * @y: of the baseline
 * @size: in map units
 * @weight: 400, 500, 600 or 700
 *
 * The caller who knows how wide the text is sets @text_width, which the bounds depend on.
 *
 * Returns: (transfer full): a line of text without a halo
 */
RapportShape *
rapport_shape_new_text (const char *text,
                        double x,
                        double y,
                        double size,
                        int weight,
                        RapportAnchor anchor,
                        RapportColour colour)
{
  RapportShape *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RapportShape, 1);
  self->kind = RAPPORT_SHAPE_TEXT;
  self->text = g_strdup (text);
  self->x = x;
  self->y = y;
  self->size = size;
  self->weight = weight;
  self->anchor = anchor;
  self->colour = colour;
  return self;
}

void
rapport_shape_free (RapportShape *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->path, rapport_path_unref);
  g_free (self->text);
  g_free (self);
}

static RapportRect
grow (RapportRect rect, double by)
{
  return (RapportRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

/* Mitres reach further than half of the stroke; twice as far covers every corner that is drawn. */
static RapportRect
get_path_bounds (const RapportShape *self)
{
  RapportRect bounds = rapport_path_get_bounds (self->path);

  if ((self->stroke & 0xFF) == 0)
    return bounds;
  return grow (bounds, self->round ? self->width / 2 : self->width);
}

static RapportRect
get_text_bounds (const RapportShape *self)
{
  double share = 0;

  if (self->anchor == RAPPORT_ANCHOR_MIDDLE)
    share = 0.5;
  else if (self->anchor == RAPPORT_ANCHOR_END)
    share = 1;
  return grow ((RapportRect){ self->x - share * self->text_width, self->y - ASCENT * self->size,
                              self->text_width, (ASCENT + DESCENT) * self->size },
               self->halo_width / 2);
}

/**
 * rapport_shape_get_bounds:
 *
 * Returns: what the shape covers with its stroke or halo, in map units
 */
RapportRect
rapport_shape_get_bounds (const RapportShape *self)
{
  g_return_val_if_fail (self != NULL, (RapportRect){ 0 });

  return self->kind == RAPPORT_SHAPE_PATH ? get_path_bounds (self) : get_text_bounds (self);
}
