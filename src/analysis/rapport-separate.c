/* rapport-separate.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes that overlap push one another apart, each pair along the way that is shorter, until none does. Pairs are
 * found by a sweep over the boxes in the order of their left edges; that order hardly changes from round to round,
 * so that sorting it again costs little. Where a crowd does not come apart everything is drawn out a little.
 */
#include "rapport-separate-private.h"

#include <math.h>
#include <stdlib.h>

/* A little more than touching, lest rounding leave an overlap. */
#define PUSH 1.02f
#define EXTRA 0.05f
/* How often crowds are drawn out, and by how much. */
#define PATIENCE 12
#define DRAW_OUT 1.03f
/* Names are wide, so that boxes are mostly pushed up and down. Where walls keep them in, that fills columns which
 * never come apart: every so many rounds they are pushed sideways, up to so many times as far. */
#define LEAN_EVERY 4
#define LEANING 6.0f

typedef struct
{
  RapportSeparation *how;
  guint *order; /* owned: by left edge */
  float widest;
  float leaning; /* how much farther than down boxes are pushed across */
} Sweep;

static float
get_left (const RapportSeparation *how, guint i)
{
  return how->x[i] - how->half_width[i];
}

/* An insertion sort: the order is nearly right already. */
static void
sort_again (Sweep *self)
{
  for (guint k = 1; k < self->how->n; k++)
    {
      guint i = self->order[k];
      float left = get_left (self->how, i);
      guint at = k;

      for (; at > 0 && get_left (self->how, self->order[at - 1]) > left; at--)
        self->order[at] = self->order[at - 1];
      self->order[at] = i;
    }
}

static gboolean
is_fixed (const RapportSeparation *how, guint i)
{
  return how->fixed != NULL && how->fixed[i];
}

static void
push (const RapportSeparation *how, guint i, float dx, float dy)
{
  if (is_fixed (how, i))
    return;
  how->x[i] += dx;
  how->y[i] += dy;
  if (how->confine != NULL)
    how->confine (how->data, i, &how->x[i], &how->y[i]);
}

static void
part (const RapportSeparation *how, guint i, guint j, float overlap_x, float overlap_y, float leaning)
{
  gboolean both = !is_fixed (how, i) && !is_fixed (how, j);
  float dx = how->x[j] - how->x[i];
  float dy = how->y[j] - how->y[i];
  float way = PUSH * (both ? 0.5f : 1);

  if (overlap_x < leaning * overlap_y)
    {
      way *= overlap_x + EXTRA;
      way = dx < 0 || (dx == 0 && j < i) ? -way : way;
      push (how, i, -way, 0);
      push (how, j, way, 0);
    }
  else
    {
      way *= overlap_y + EXTRA;
      way = dy < 0 || (dy == 0 && j < i) ? -way : way;
      push (how, i, 0, -way);
      push (how, j, 0, way);
    }
}

/* Returns: how many pairs of boxes overlapped, other than those nobody may move */
static guint
sweep (Sweep *self)
{
  const RapportSeparation *how = self->how;
  guint found = 0;

  for (guint k = 0; k < how->n; k++)
    {
      guint i = self->order[k];

      for (guint l = k + 1; l < how->n; l++)
        {
          guint j = self->order[l];
          float overlap_x = how->half_width[i] + how->half_width[j] - fabsf (how->x[j] - how->x[i]);
          float overlap_y;

          /* Boxes move while the sweep goes on; the order is a guess with some room. */
          if (how->x[j] - how->x[i] > how->half_width[i] + 1.5f * self->widest)
            break;
          overlap_y = how->half_height[i] + how->half_height[j] - fabsf (how->y[j] - how->y[i]);
          if (overlap_x <= 0 || overlap_y <= 0 || (is_fixed (how, i) && is_fixed (how, j)))
            continue;
          found++;
          part (how, i, j, overlap_x, overlap_y, self->leaning);
        }
    }
  return found;
}

static void
draw_out (RapportSeparation *how)
{
  if (how->fixed != NULL || how->confine != NULL)
    return;
  for (guint i = 0; i < how->n; i++)
    {
      how->x[i] *= DRAW_OUT;
      how->y[i] *= DRAW_OUT;
    }
}

/**
 * _rapport_separate:
 *
 * Moves boxes apart, as little as need be.
 *
 * Returns: how many pairs still overlapped in the last round: 0 unless there is no room, rounds, or leave to go on
 */
guint
_rapport_separate (RapportSeparation *how)
{
  Sweep self = { .how = how, .order = g_new (guint, how->n + 1) };
  guint found = 0;

  for (guint i = 0; i < how->n; i++)
    {
      self.order[i] = i;
      self.widest = MAX (self.widest, how->half_width[i]);
    }
  for (guint round = 0; round < how->rounds; round++)
    {
      sort_again (&self);
      self.leaning = how->confine != NULL && round % LEAN_EVERY == LEAN_EVERY - 1 ? LEANING : 1;
      found = sweep (&self);
      if (found == 0 || g_cancellable_is_cancelled (how->cancellable))
        break;
      if (round % PATIENCE == PATIENCE - 1)
        draw_out (how);
    }
  g_free (self.order);
  return found;
}
