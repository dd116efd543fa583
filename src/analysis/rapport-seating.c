/* rapport-seating.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everybody is while seats are being tried.
 */
#include "rapport-seating-private.h"

#include <math.h>

/* As the picture sets names, in map units: below or above, and beside an outline. Beside it the text is level with
 * the outline, and the pips over the text. */
#define GAP_BELOW 4.0f
#define GAP_BESIDE 9.0f
#define PIPS 15.0f
/* Where a name that is not there is put, so that it is in nobody's way. */
#define NOWHERE 1e7f

static void
allocate_nodes (RapportSeating *self)
{
  gsize n = (gsize) self->n + 1;

  self->sizes = g_new0 (RapportSeatSize, n);
  self->x = g_new0 (float, n);
  self->y = g_new0 (float, n);
  self->half_width = g_new0 (float, n);
  self->half_height = g_new0 (float, n);
  self->home_x = g_new0 (float, n);
  self->home_y = g_new0 (float, n);
  self->attachment = g_new0 (float, n);
  self->sides = g_new0 (RapportLabelSide, n);
}

static void
allocate_labels (RapportSeating *self)
{
  gsize n = (gsize) self->n + self->n_kept + 1;

  self->label_x = g_new0 (float, n);
  self->label_y = g_new0 (float, n);
  self->label_half_width = g_new0 (float, n);
  self->label_half_height = g_new0 (float, n);
  for (gsize i = 0; i < n; i++)
    self->label_x[i] = self->label_y[i] = NOWHERE;
}

static void
allocate_links (RapportSeating *self, const RapportGraph *graph)
{
  gsize n = (gsize) self->n_links + 1;

  self->ax = g_new0 (float, n);
  self->ay = g_new0 (float, n);
  self->bx = g_new0 (float, n);
  self->by = g_new0 (float, n);
  self->inverse = g_new0 (float, n);
  self->a = g_new0 (gint32, n);
  self->b = g_new0 (gint32, n);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->a[i] = (gint32) graph->links[i].a;
      self->b[i] = (gint32) graph->links[i].b;
    }
}

/* @n_kept: how many rectangles will be named with _rapport_seating_keep().
 * Returns: (transfer full): everybody in the centre, without homes */
RapportSeating *
_rapport_seating_new (const RapportGraph *graph, const RapportSeatSize *sizes, guint n_kept)
{
  RapportSeating *self = g_new0 (RapportSeating, 1);

  self->n = graph->n_nodes;
  self->n_links = graph->n_links;
  self->n_kept = n_kept;
  self->page[0] = self->page[1] = -NOWHERE;
  self->page[2] = self->page[3] = NOWHERE;
  self->neighbours = _rapport_neighbours_new (graph);
  allocate_nodes (self);
  allocate_labels (self);
  allocate_links (self, graph);
  for (guint i = 0; i < self->n; i++)
    {
      self->sizes[i] = sizes[i];
      self->half_width[i] = sizes[i].half_width;
      self->half_height[i] = sizes[i].half_height;
      if (sizes[i].label_half_width > 0 || n_kept > 0)
        self->n_boxes = self->n + n_kept;
      _rapport_seating_sit (self, i, 0, 0, RAPPORT_LABEL_SIDE_BELOW);
    }
  return self;
}

/* @self: (nullable) (transfer full) */
void
_rapport_seating_free (RapportSeating *self)
{
  if (self == NULL)
    return;
  _rapport_neighbours_free (self->neighbours);
  g_free (self->sizes);
  g_free (self->x);
  g_free (self->y);
  g_free (self->half_width);
  g_free (self->half_height);
  g_free (self->home_x);
  g_free (self->home_y);
  g_free (self->attachment);
  g_free (self->sides);
  g_free (self->label_x);
  g_free (self->label_y);
  g_free (self->label_half_width);
  g_free (self->label_half_height);
  g_free (self->ax);
  g_free (self->ay);
  g_free (self->bx);
  g_free (self->by);
  g_free (self->inverse);
  g_free (self->a);
  g_free (self->b);
  g_free (self);
}

/* Names the @i-th rectangle that nodes and names stay out of, by its centre and half of its size. */
void
_rapport_seating_keep (RapportSeating *self, guint i, float x, float y, float half_width, float half_height)
{
  g_assert (i < self->n_kept);

  self->label_x[self->n + i] = x;
  self->label_y[self->n + i] = y;
  self->label_half_width[self->n + i] = half_width;
  self->label_half_height[self->n + i] = half_height;
}

/* Where @i sits now is its home; @attachment 1 is as strong as the weight says. */
void
_rapport_seating_set_home (RapportSeating *self, guint i, float attachment)
{
  self->home_x[i] = self->x[i];
  self->home_y[i] = self->y[i];
  self->attachment[i] = attachment;
}

/* The centre of the name of @i, were @i at (@x, @y). */
void
_rapport_seating_place_label (const RapportSeating *self, guint i, float x, float y, RapportLabelSide side,
                              float *label_x, float *label_y)
{
  const RapportSeatSize *size = &self->sizes[i];
  float across = size->half_width + GAP_BESIDE + size->label_half_width;
  float down = size->half_height + GAP_BELOW + size->label_half_height;
  gboolean beside = side == RAPPORT_LABEL_SIDE_RIGHT || side == RAPPORT_LABEL_SIDE_LEFT;

  if (size->label_half_width <= 0)
    {
      *label_x = *label_y = NOWHERE;
      return;
    }
  *label_x = x + (beside ? (side == RAPPORT_LABEL_SIDE_RIGHT ? across : -across) : 0);
  *label_y = y + (beside ? -PIPS / 2 : side == RAPPORT_LABEL_SIDE_ABOVE ? -down : down);
}

static void
move_links (RapportSeating *self, guint i)
{
  for (guint j = self->neighbours->first[i]; j < self->neighbours->first[i + 1]; j++)
    {
      guint link = self->neighbours->link[j];
      guint a = (guint) self->a[link];
      guint b = (guint) self->b[link];
      float dx = self->x[b] - self->x[a];
      float dy = self->y[b] - self->y[a];

      self->ax[link] = self->x[a];
      self->ay[link] = self->y[a];
      self->bx[link] = self->x[b];
      self->by[link] = self->y[b];
      self->inverse[link] = 1 / sqrtf (dx * dx + dy * dy + 1);
    }
}

/* Moves @i to (@x, @y), with its name on @side. */
void
_rapport_seating_sit (RapportSeating *self, guint i, float x, float y, RapportLabelSide side)
{
  self->x[i] = x;
  self->y[i] = y;
  self->sides[i] = side;
  self->label_half_width[i] = self->sizes[i].label_half_width;
  self->label_half_height[i] = self->sizes[i].label_half_height;
  _rapport_seating_place_label (self, i, x, y, side, &self->label_x[i], &self->label_y[i]);
  move_links (self, i);
}

static gboolean
meet (float x, float y, float half_width, float half_height, float other_x, float other_y, float other_half_width,
      float other_half_height)
{
  return fabsf (x - other_x) < half_width + other_half_width && fabsf (y - other_y) < half_height + other_half_height;
}

/* How many others, of outlines, names and what is kept clear, the outline and the name of @i lie over. */
guint
_rapport_seating_count_overlaps (const RapportSeating *self, guint i)
{
  float x = self->x[i], y = self->y[i], half_width = self->half_width[i], half_height = self->half_height[i];
  float label_x = self->label_x[i], label_y = self->label_y[i];
  float label_half_width = self->label_half_width[i], label_half_height = self->label_half_height[i];
  guint n = 0;

  for (guint j = 0; j < MAX (self->n, self->n_boxes); j++)
    {
      if (j == i)
        continue;
      if (j < self->n)
        n += meet (x, y, half_width, half_height, self->x[j], self->y[j], self->half_width[j], self->half_height[j])
             + meet (label_x, label_y, label_half_width, label_half_height, self->x[j], self->y[j],
                     self->half_width[j], self->half_height[j]);
      if (j < self->n_boxes && self->label_half_width[j] > 0)
        n += meet (x, y, half_width, half_height, self->label_x[j], self->label_y[j], self->label_half_width[j],
                   self->label_half_height[j])
             + (label_half_width > 0
                && meet (label_x, label_y, label_half_width, label_half_height, self->label_x[j], self->label_y[j],
                         self->label_half_width[j], self->label_half_height[j]));
    }
  return n;
}
