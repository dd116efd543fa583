/* rapport-curve.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-curve.h"

#include <math.h>

/* @bend: how far the middle lies beside the straight line, as a share of its length; positive is to its left */
RapportCurve
rapport_curve_bent (RapportPoint a, RapportPoint b, double bend)
{
  return (RapportCurve){ a,
                         { (a.x + b.x) / 2 + 2 * bend * (b.y - a.y), (a.y + b.y) / 2 - 2 * bend * (b.x - a.x) },
                         b };
}

/* @t: 0 at the start, 1 at the end */
RapportPoint
rapport_curve_at (const RapportCurve *self, double t)
{
  double u = 1 - t;

  return (RapportPoint){ u * u * self->a.x + 2 * u * t * self->c.x + t * t * self->b.x,
                         u * u * self->a.y + 2 * u * t * self->c.y + t * t * self->b.y };
}

/* Returns: of length 1 */
RapportPoint
rapport_curve_direction (const RapportCurve *self, double t)
{
  double x = (1 - t) * (self->c.x - self->a.x) + t * (self->b.x - self->c.x);
  double y = (1 - t) * (self->c.y - self->a.y) + t * (self->b.y - self->c.y);
  double length = hypot (x, y);

  return length > 1e-9 ? (RapportPoint){ x / length, y / length } : (RapportPoint){ 1, 0 };
}

void
rapport_curve_sample (const RapportCurve *self, RapportPoint points[RAPPORT_CURVE_STEPS + 1])
{
  for (guint i = 0; i <= RAPPORT_CURVE_STEPS; i++)
    points[i] = rapport_curve_at (self, (double) i / RAPPORT_CURVE_STEPS);
}

double
rapport_curve_length (const RapportCurve *self)
{
  RapportPoint points[RAPPORT_CURVE_STEPS + 1];
  double length = 0;

  rapport_curve_sample (self, points);
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    length += hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
  return length;
}

/* Returns: where along the curve one is after @distance; not more than 1 */
double
rapport_curve_find (const RapportCurve *self, double distance)
{
  RapportPoint points[RAPPORT_CURVE_STEPS + 1];

  rapport_curve_sample (self, points);
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    {
      double step = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);

      if (distance <= step)
        return (i + (step > 0 ? distance / step : 0)) / RAPPORT_CURVE_STEPS;
      distance -= step;
    }
  return 1;
}

/* Returns: the same way between two places on it */
RapportCurve
rapport_curve_part (const RapportCurve *self, double from, double to)
{
  RapportPoint first = { self->a.x + from * (self->c.x - self->a.x), self->a.y + from * (self->c.y - self->a.y) };
  RapportPoint last = { self->c.x + from * (self->b.x - self->c.x), self->c.y + from * (self->b.y - self->c.y) };

  return (RapportCurve){ rapport_curve_at (self, from),
                         { first.x + to * (last.x - first.x), first.y + to * (last.y - first.y) },
                         rapport_curve_at (self, to) };
}

RapportCurve
rapport_curve_reversed (const RapportCurve *self)
{
  return (RapportCurve){ self->b, self->c, self->a };
}

/* Adds the curve to @path as a piece of its own. */
void
rapport_curve_trace (const RapportCurve *self, RapportPath *path)
{
  double bow = fabs ((self->c.x - self->a.x) * (self->b.y - self->a.y)
                     - (self->c.y - self->a.y) * (self->b.x - self->a.x));

  rapport_path_move_to (path, self->a.x, self->a.y);
  if (bow < 1e-3 * hypot (self->b.x - self->a.x, self->b.y - self->a.y))
    rapport_path_line_to (path, self->b.x, self->b.y);
  else
    rapport_path_quad_to (path, self->c.x, self->c.y, self->b.x, self->b.y);
}

/* How far @p is from the line between @a and @b. */
double
rapport_segment_distance (RapportPoint a, RapportPoint b, RapportPoint p)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  dx = a.x + t * dx - p.x;
  dy = a.y + t * dy - p.y;
  return sqrt (dx * dx + dy * dy);
}

static double
turn (RapportPoint a, RapportPoint b, RapportPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Whether two lines cross; ends that touch do not. */
gboolean
rapport_segments_cross (RapportPoint a, RapportPoint b, RapportPoint c, RapportPoint d)
{
  return turn (a, b, c) * turn (a, b, d) < 0 && turn (c, d, a) * turn (c, d, b) < 0;
}

/* Cuts the part of a line that lies within a slab; returns whether anything is left. */
static gboolean
clip (double from, double way, double low, double high, double *start, double *end)
{
  double enter, leave;

  if (fabs (way) < 1e-9)
    return from >= low && from <= high;
  enter = (low - from) / way;
  leave = (high - from) / way;
  *start = MAX (*start, MIN (enter, leave));
  *end = MIN (*end, MAX (enter, leave));
  return *start <= *end;
}

/* Whether the line between @a and @b touches @rect. */
gboolean
rapport_segment_meets (RapportPoint a, RapportPoint b, const RapportRect *rect)
{
  double start = 0, end = 1;

  return clip (a.x, b.x - a.x, rect->x, rect->x + rect->width, &start, &end)
         && clip (a.y, b.y - a.y, rect->y, rect->y + rect->height, &start, &end);
}
