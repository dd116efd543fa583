/* rapport-wheel-order.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seats in the order of the neighbours, after the barycentre heuristic of Sugiyama, Tagawa and Toda, Methods for
 * visual understanding of hierarchical system structures (1981): everybody wishes to sit in the direction of the
 * middle of those they are linked to. It is where the annealing of small maps begins, and most of what there is time
 * for in large ones.
 */
#include "rapport-wheel-order-private.h"

#include <math.h>

#define ROUNDS 12
/* The golden ratio: its multiples fill the depth of a ring evenly. */
#define GOLDEN 0.6180339887498949

typedef struct
{
  guint node;
  guint group;
  double wanted; /* degrees from where the region begins */
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *left = a;
  const Wish *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->wanted != right->wanted)
    return left->wanted < right->wanted ? -1 : 1;
  return left->node < right->node ? -1 : left->node > right->node;
}

/* The direction of the middle of those to whom @i is linked, within its own region. */
static double
get_wanted (const RapportSeating *seating, const RapportWheelRegion *region, guint i)
{
  const RapportNeighbours *neighbours = seating->neighbours;
  double x = seating->x[i] * 0.2;
  double y = seating->y[i] * 0.2;
  double turn;

  for (guint j = neighbours->first[i]; j < neighbours->first[i + 1]; j++)
    {
      x += seating->x[neighbours->node[j]];
      y += seating->y[neighbours->node[j]];
    }
  turn = remainder (atan2 (x, -y) * 180 / G_PI - region->start - region->extent / 2, 360);
  return region->extent / 2 + turn;
}

static void
seat_group (RapportSeating *seating, const RapportWheelRegion *regions, const Wish *wishes, guint n)
{
  for (guint k = 0; k < n; k++)
    {
      guint i = wishes[k].node;
      double along = (k + 0.5) / n;
      double across = fmod (0.5 + k * GOLDEN, 1);
      double angle;
      double share;
      double x;
      double y;

      _rapport_wheel_region_sample (&regions[i], along, 0.1 + 0.8 * across, &angle, &share);
      _rapport_wheel_region_to_point (&regions[i], angle, share, &x, &y);
      _rapport_seating_sit (seating, i, (float) x, (float) y, seating->sides[i]);
    }
}

static void
seat_groups (RapportSeating *seating, const RapportWheelRegion *regions, const Wish *wishes, guint n)
{
  guint begin = 0;

  for (guint k = 1; k <= n; k++)
    if (k == n || wishes[k].group != wishes[begin].group)
      {
        seat_group (seating, regions, wishes + begin, k - begin);
        begin = k;
      }
}

/* Seats the @movable, each in a place of its own in its region. The same every time. */
void
_rapport_wheel_order (RapportSeating *seating, const RapportWheelRegion *regions, const guint *group,
                      const guint *movable, guint n_movable)
{
  g_autofree Wish *wishes = g_new0 (Wish, n_movable + 1);

  for (guint round = 0; round < ROUNDS && n_movable > 0; round++)
    {
      for (guint k = 0; k < n_movable; k++)
        {
          guint i = movable[k];

          wishes[k] = (Wish){ i, group[i], round > 0 ? get_wanted (seating, &regions[i], i) : i };
        }
      qsort (wishes, n_movable, sizeof *wishes, compare_wishes);
      seat_groups (seating, regions, wishes, n_movable);
    }
}
