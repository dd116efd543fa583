/* rapport-draw-band.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Power: a band pinched in the middle, whose halves belong to the ends they touch.
 */
#include "rapport-plan-private.h"

#include <math.h>

#define EXPONENT 0.8
#define STEPS 24
/* An outline may stray by so much, in map units, for the sake of fewer points; nobody sees it, not on A0. */
#define TOLERANCE 0.15

/* By what one can decide. */
static const double widths[] = { 1.6, 7, 13, 20 };

static double
get_width (const PlanLink *link, guint end)
{
  int power = link->shown.power[end];

  return widths[rapport_level_is_known (power) ? CLAMP (power, 0, 3) : 0];
}

static void
trace_side (const PlanLink *link, int side, RapportPoint *points)
{
  for (guint i = 0; i <= STEPS; i++)
    {
      double t = (side > 0 ? i : STEPS - i) / (double) STEPS, width = get_width (link, t > 0.5);
      double rest = pow (fabs (1 - 2 * t), EXPONENT);
      RapportPoint at = rapport_curve_at (&link->way, t), way = rapport_curve_direction (&link->way, t);
      double half = (widths[0] + (width - widths[0]) * rest) / 2;

      points[i] = (RapportPoint){ at.x - side * way.y * half, at.y + side * way.x * half };
    }
}

/* Adds those points from @first to just before @last that the outline needs. */
static void
add_needed (GArray *outline, const RapportPoint *points, guint first, guint last)
{
  double farthest = TOLERANCE;
  guint middle = first;

  for (guint i = first + 1; i < last; i++)
    {
      double distance = rapport_segment_distance (points[first], points[last], points[i]);

      if (distance <= farthest)
        continue;
      farthest = distance;
      middle = i;
    }
  if (middle == first)
    {
      g_array_append_val (outline, points[first]);
      return;
    }
  add_needed (outline, points, first, middle);
  add_needed (outline, points, middle, last);
}

/* The pinched band: each half is as wide as the one it touches can decide. */
void
_rapport_draw_band (Plan *self, RapportSceneItem *item, const PlanLink *link, double share)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (RapportPoint));
  RapportPath *path = rapport_path_new ();
  RapportPoint points[STEPS + 1];

  for (int side = 1; side >= -1; side -= 2)
    {
      trace_side (link, side, points);
      add_needed (outline, points, 0, STEPS);
      g_array_append_val (outline, points[STEPS]);
    }
  rapport_path_polygon (path, (const RapportPoint *) (gpointer) outline->data, outline->len);
  _rapport_draw_fill (item, path, rapport_colour_with_alpha (self->theme->ink, share));
}
