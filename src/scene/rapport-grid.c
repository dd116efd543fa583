/* rapport-grid.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-grid.h"

#include <math.h>

/* Few enough that an empty grid costs nothing, and enough for the largest maps. */
#define MAX_SIDE 96
#define MIN_SIDE 4
/* What touches more cells than these is kept in coarser ones: a link across the page would be in thousands of the
 * finest. */
#define MOST_CELLS 32
/* From the largest side to the smallest, each half of the one before. */
#define MAX_LEVELS 6

typedef struct
{
  guint side;     /* cells in a row, and rows */
  GArray **cells; /* owned, each nullable, of guint */
} Level;

struct _RapportGrid
{
  RapportRect area;
  guint n_levels;
  Level levels[MAX_LEVELS]; /* the finest first */
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

  self->area = *area;
  for (guint side = (guint) CLAMP (sqrt (expected) * 1.5, MIN_SIDE, MAX_SIDE);
       side >= MIN_SIDE && self->n_levels < MAX_LEVELS; side /= 2)
    self->levels[self->n_levels++] = (Level){ side, g_new0 (GArray *, side * side) };
  return self;
}

RapportGrid *
rapport_grid_ref (RapportGrid *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_level (Level *self)
{
  for (guint i = 0; i < self->side * self->side; i++)
    if (self->cells[i] != NULL)
      g_array_unref (self->cells[i]);
  g_free (self->cells);
}

static void
clear (gpointer data)
{
  RapportGrid *self = data;

  for (guint i = 0; i < self->n_levels; i++)
    clear_level (&self->levels[i]);
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
find_span (const RapportRect *area, const Level *level, const RapportRect *rect)
{
  return (Span){ find_cell (rect->x, area->x, area->width, level->side),
                 find_cell (rect->x + rect->width, area->x, area->width, level->side),
                 find_cell (rect->y, area->y, area->height, level->side),
                 find_cell (rect->y + rect->height, area->y, area->height, level->side) };
}

static guint
count_cells (const Span *span)
{
  return (span->right - span->left + 1) * (span->bottom - span->top + 1);
}

static void
add_to_level (Level *level, const Span *span, guint value)
{
  for (guint row = span->top; row <= span->bottom; row++)
    for (guint column = span->left; column <= span->right; column++)
      {
        GArray **cell = &level->cells[row * level->side + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, value);
      }
}

/* @value: given back when something near @rect is looked for */
void
rapport_grid_add (RapportGrid *self, const RapportRect *rect, guint value)
{
  guint i = 0;
  Span span = find_span (&self->area, &self->levels[0], rect);

  while (count_cells (&span) > MOST_CELLS && i + 1 < self->n_levels)
    span = find_span (&self->area, &self->levels[++i], rect);
  add_to_level (&self->levels[i], &span, value);
}

/* Returns: whether @visit wants more */
static gboolean
visit_level (const Level *level, const Span *span, RapportGridVisit visit, gpointer user_data)
{
  for (guint row = span->top; row <= span->bottom; row++)
    for (guint column = span->left; column <= span->right; column++)
      {
        const GArray *cell = level->cells[row * level->side + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (!visit (g_array_index (cell, guint, i), user_data))
            return FALSE;
      }
  return TRUE;
}

/* Calls @visit for everything in the cells that @rect touches: more than what touches it, and some of it twice. */
void
rapport_grid_visit (const RapportGrid *self,
                    const RapportRect *rect,
                    RapportGridVisit visit,
                    gpointer user_data)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      Span span = find_span (&self->area, &self->levels[i], rect);

      if (!visit_level (&self->levels[i], &span, visit, user_data))
        return;
    }
}
