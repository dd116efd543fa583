/* rapport-grid.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-grid.h"

#include <math.h>

/* Few enough that an empty grid costs nothing, and enough for the largest maps. */
#define MAX_SIDE 96

struct _RapportGrid
{
  RapportRect area;
  guint columns;
  guint rows;
  GArray **cells; /* owned, each nullable, of guint */
};

typedef struct
{
  guint left, right, top, bottom; /* cells, inclusive */
} Span;

/**
 * rapport_grid_new:
 * @area: where most things are, in map units
 * @expected: about how many there will be
 *
 * Returns: (transfer full)
 */
RapportGrid *
rapport_grid_new (const RapportRect *area, guint expected)
{
  RapportGrid *self = g_atomic_rc_box_new0 (RapportGrid);
  guint side = (guint) CLAMP (sqrt (expected) * 1.5, 4, MAX_SIDE);

  self->area = *area;
  self->columns = side;
  self->rows = side;
  self->cells = g_new0 (GArray *, side * side);
  return self;
}

RapportGrid *
rapport_grid_ref (RapportGrid *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RapportGrid *self = data;

  for (guint i = 0; i < self->columns * self->rows; i++)
    if (self->cells[i] != NULL)
      g_array_unref (self->cells[i]);
  g_free (self->cells);
}

void
rapport_grid_unref (RapportGrid *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* A place that is no number belongs to the first cell. */
static guint
find_cell (double place, double start, double length, guint n)
{
  double cell = (place - start) / MAX (length, 1) * n;

  if (!(cell > 0))
    return 0;
  return cell >= n - 1 ? n - 1 : (guint) cell;
}

static Span
find_span (const RapportGrid *self, const RapportRect *rect)
{
  const RapportRect *area = &self->area;

  return (Span){ find_cell (rect->x, area->x, area->width, self->columns),
                 find_cell (rect->x + rect->width, area->x, area->width, self->columns),
                 find_cell (rect->y, area->y, area->height, self->rows),
                 find_cell (rect->y + rect->height, area->y, area->height, self->rows) };
}

/* @value: given back when something near @rect is looked for */
void
rapport_grid_add (RapportGrid *self, const RapportRect *rect, guint value)
{
  Span span = find_span (self, rect);

  for (guint row = span.top; row <= span.bottom; row++)
    for (guint column = span.left; column <= span.right; column++)
      {
        GArray **cell = &self->cells[row * self->columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, value);
      }
}

/* Calls @visit for everything in the cells that @rect touches: more than what touches it, and some of it twice. */
void
rapport_grid_visit (const RapportGrid *self,
                    const RapportRect *rect,
                    RapportGridVisit visit,
                    gpointer user_data)
{
  Span span = find_span (self, rect);

  for (guint row = span.top; row <= span.bottom; row++)
    for (guint column = span.left; column <= span.right; column++)
      {
        const GArray *cell = self->cells[row * self->columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (!visit (g_array_index (cell, guint, i), user_data))
            return;
      }
}
