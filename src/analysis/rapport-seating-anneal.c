/* rapport-seating-anneal.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulated annealing, after Kirkpatrick, Gelatt and Vecchi, Optimization by simulated annealing (1983), with moves
 * of three kinds: to another place, with the name to another side, and two changing places. In the end a descent in
 * small steps.
 */
#include "rapport-seating-anneal-private.h"

#include <math.h>

/* Places that are tried for one after the other, so that what it costs now is worked out once. */
#define TRIES 3
#define SHARE_OF_SWAPS 0.18
#define SHARE_OF_SIDES 0.2
/* Without heat, less than this is not worth anybody's moving. */
#define WORTH_WHILE 0.02
#define POLISH_ROUNDS 4
#define FIRST_STEP 28.0f
#define LAST_STEP 3.0f

typedef struct
{
  RapportSeating *seating;
  const RapportSeatAnnealing *how;
  RapportRandom *random;
  double heat;
  double reach;
} Annealer;

static gboolean
accepts (Annealer *self, double change)
{
  if (self->heat <= 0)
    return change < -WORTH_WHILE;
  return change <= 0 || _rapport_random_double (self->random) < exp (-change / self->heat);
}

static float
get_cost (const RapportSeating *seating, guint i)
{
  return _rapport_seating_cost (seating, i, seating->x[i], seating->y[i], seating->sides[i]);
}

static RapportLabelSide
pick_side (Annealer *self, guint i)
{
  if (self->seating->sizes[i].label_half_width <= 0)
    return RAPPORT_LABEL_SIDE_BELOW;
  return (RapportLabelSide) _rapport_random_below (self->random, RAPPORT_N_LABEL_SIDES);
}

static void
try_places (Annealer *self, guint i)
{
  RapportSeating *seating = self->seating;
  float cost = get_cost (seating, i);

  for (guint tries = 0; tries < TRIES; tries++)
    {
      float x = seating->x[i];
      float y = seating->y[i];
      RapportLabelSide side = seating->sides[i];
      double kind = _rapport_random_double (self->random);
      float other;

      if (kind < 2 * SHARE_OF_SIDES)
        side = pick_side (self, i);
      if (kind >= SHARE_OF_SIDES || side == seating->sides[i])
        self->how->propose (self->how->data, i, self->reach, self->random, &x, &y);
      other = _rapport_seating_cost (seating, i, x, y, side);
      if (!accepts (self, (double) other - cost))
        continue;
      _rapport_seating_sit (seating, i, x, y, side);
      cost = other;
    }
}

static void
swap (RapportSeating *self, guint i, guint j)
{
  float x = self->x[i];
  float y = self->y[i];
  RapportLabelSide side = self->sides[i];

  _rapport_seating_sit (self, i, self->x[j], self->y[j], self->sides[j]);
  _rapport_seating_sit (self, j, x, y, side);
}

/* Each keeps the name on its own side of the new place's outline, whose size may differ. */
static void
try_swap (Annealer *self, guint i, guint j)
{
  RapportSeating *seating = self->seating;
  float before = get_cost (seating, i) + get_cost (seating, j);
  float xi = seating->x[i], yi = seating->y[i], xj = seating->x[j], yj = seating->y[j];
  RapportLabelSide side_i = seating->sides[i], side_j = seating->sides[j];

  swap (seating, i, j);
  if (self->how->confine != NULL)
    {
      float x = seating->x[i], y = seating->y[i];

      self->how->confine (self->how->data, i, &x, &y);
      _rapport_seating_sit (seating, i, x, y, seating->sides[i]);
      x = seating->x[j], y = seating->y[j];
      self->how->confine (self->how->data, j, &x, &y);
      _rapport_seating_sit (seating, j, x, y, seating->sides[j]);
    }
  if (accepts (self, (double) get_cost (seating, i) + get_cost (seating, j) - before))
    return;
  _rapport_seating_sit (seating, i, xi, yi, side_i);
  _rapport_seating_sit (seating, j, xj, yj, side_j);
}

static void
do_round (Annealer *self)
{
  const RapportSeatAnnealing *how = self->how;

  for (guint k = 0; k < how->n_movable; k++)
    {
      guint i = how->movable[_rapport_random_below (self->random, how->n_movable)];
      guint j = how->movable[_rapport_random_below (self->random, how->n_movable)];

      if (how->group != NULL && i != j && how->group[i] == how->group[j]
          && _rapport_random_double (self->random) < SHARE_OF_SWAPS * 2)
        try_swap (self, i, j);
      else
        try_places (self, i);
    }
}

/* Improves the arrangement. Returns: %FALSE where it was cancelled */
gboolean
_rapport_seating_anneal (RapportSeating *self, const RapportSeatAnnealing *how, RapportRandom *random)
{
  Annealer annealer = { .seating = self, .how = how, .random = random };

  for (guint round = 0; round < how->rounds; round++)
    {
      double done = (double) round / how->rounds;

      if (g_cancellable_is_cancelled (how->cancellable))
        return FALSE;
      if (how->first_heat > 0)
        annealer.heat = how->first_heat * pow (how->last_heat / how->first_heat, done);
      annealer.reach = how->first_reach * pow (how->last_reach / how->first_reach, done);
      do_round (&annealer);
      if (how->progress != NULL)
        how->progress (done, how->progress_data);
    }
  return TRUE;
}

/* --- Small steps --- */

typedef struct
{
  float cost;
  float x;
  float y;
  RapportLabelSide side;
} Seat;

static void
consider (const RapportSeating *self, const RapportSeatAnnealing *how, guint i, float x, float y,
          RapportLabelSide side, Seat *best)
{
  float cost;

  if (how->confine != NULL)
    how->confine (how->data, i, &x, &y);
  cost = _rapport_seating_cost (self, i, x, y, side);
  if (cost < best->cost - (float) WORTH_WHILE)
    *best = (Seat){ cost, x, y, side };
}

static gboolean
step (RapportSeating *self, const RapportSeatAnnealing *how, guint i, float length)
{
  static const float ways[][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 },
                                   { .7f, .7f }, { -.7f, .7f }, { -.7f, -.7f }, { .7f, -.7f } };
  float x = self->x[i];
  float y = self->y[i];
  RapportLabelSide side = self->sides[i];
  Seat best = { get_cost (self, i), x, y, side };
  float before = best.cost;

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    consider (self, how, i, x + length * ways[way][0], y + length * ways[way][1], side, &best);
  for (guint other = 0; other < RAPPORT_N_LABEL_SIDES && self->sizes[i].label_half_width > 0; other++)
    if ((RapportLabelSide) other != side)
      consider (self, how, i, x, y, (RapportLabelSide) other, &best);
  if (best.cost >= before)
    return FALSE;
  _rapport_seating_sit (self, i, best.x, best.y, best.side);
  return TRUE;
}

/* Moves everybody by small steps as long as that makes things better. Returns: %FALSE where it was cancelled */
gboolean
_rapport_seating_polish (RapportSeating *self, const RapportSeatAnnealing *how)
{
  for (float length = FIRST_STEP; length >= LAST_STEP; length /= 2)
    for (guint round = 0; round < POLISH_ROUNDS; round++)
      {
        gboolean moved = FALSE;

        if (g_cancellable_is_cancelled (how->cancellable))
          return FALSE;
        for (guint k = 0; k < how->n_movable; k++)
          moved |= step (self, how, how->movable[k], length);
        if (!moved)
          break;
      }
  return TRUE;
}
