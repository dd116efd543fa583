/* rapport-wheel-region.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-wheel-region-private.h"

#include <math.h>

#define DEGREE (G_PI / 180)
/* Between an outline and the edge of its ring or wedge, in map units. */
#define RING_MARGIN 3.0
#define WEDGE_MARGIN 7.0
/* An outline too large for its wedge stands in the middle of it. */
#define WIDEST_MARGIN 0.48

/* How far the rim is from the centre along the ray at @angle, in map units: |x/a|ⁿ + |y/b|ⁿ = 1. */
double
_rapport_wheel_region_rim (const RapportWheelOptions *options, double angle)
{
  double x = fabs (sin (angle * DEGREE)) / options->half_width;
  double y = fabs (cos (angle * DEGREE)) / options->half_height;

  /* The wheel's own exponent, which is asked for thousands of times. */
  if (options->exponent == 3)
    return 1 / cbrt (x * x * x + y * y * y);
  return 1 / pow (pow (x, options->exponent) + pow (y, options->exponent), 1 / options->exponent);
}

/* The region of @guest; what is not a number counts as the whole wheel. */
void
_rapport_wheel_region_init (RapportWheelRegion *self, const RapportWheelGuest *guest,
                            const RapportWheelOptions *options)
{
  self->options = options;
  self->start = isfinite (guest->start) ? fmod (guest->start, 360) : 0;
  self->extent = isfinite (guest->extent) ? CLAMP (guest->extent, 0, 360) : 360;
  self->inner = isfinite (guest->inner) ? MAX (guest->inner, 0) : 0;
  self->outer = isfinite (guest->outer) ? MAX (guest->outer, self->inner) : MAX (self->inner, 1);
  self->half_width = guest->half_width > 0 ? guest->half_width : MAX (guest->radius, 0);
  self->half_height = guest->half_height > 0 ? guest->half_height : MAX (guest->radius, 0);
}

void
_rapport_wheel_region_to_point (const RapportWheelRegion *self, double angle, double share, double *x,
                                double *y)
{
  double distance = share * _rapport_wheel_region_rim (self->options, angle);

  *x = distance * sin (angle * DEGREE);
  *y = -distance * cos (angle * DEGREE);
}

/* The inverse, before it is confined. */
void
_rapport_wheel_region_from_point (const RapportWheelRegion *self, double x, double y, double *angle,
                                  double *share)
{
  *angle = atan2 (x, -y) / DEGREE;
  *share = hypot (x, y) / _rapport_wheel_region_rim (self->options, *angle);
}

/* How far clockwise from the middle of the wedge, -180 to 180. */
static double
turn_from_middle (const RapportWheelRegion *self, double angle)
{
  return remainder (angle - self->start - self->extent / 2, 360);
}

/* The nearest angle and share that are in wedge and ring at all. */
void
_rapport_wheel_region_confine (const RapportWheelRegion *self, double *angle, double *share)
{
  double half = self->extent / 2;
  double turn = turn_from_middle (self, *angle);

  *angle = self->start + half + CLAMP (turn, -half, half);
  *share = CLAMP (*share, self->inner, self->outer);
}

/* What the edges of a wedge take of it on each side, in degrees, for an outline at @distance from the centre. */
static double
get_wedge_margin (const RapportWheelRegion *self, double angle, double distance)
{
  double reach = fabs (cos (angle * DEGREE)) * self->half_width + fabs (sin (angle * DEGREE)) * self->half_height
                 + WEDGE_MARGIN;
  double margin = asin (MIN (1, reach / MAX (distance, 1))) / DEGREE;

  return MIN (MAX (margin, self->margin * self->extent), WIDEST_MARGIN * self->extent);
}

static double
clamp_distance (const RapportWheelRegion *self, double angle, double rim, double distance)
{
  double margin = fabs (sin (angle * DEGREE)) * self->half_width + fabs (cos (angle * DEGREE)) * self->half_height
                  + RING_MARGIN;
  double nearest = self->inner > 0 ? self->inner * rim + margin : 0;
  double farthest = self->outer * rim - margin;

  if (nearest > farthest)
    return (self->inner + self->outer) / 2 * rim;
  return CLAMP (distance, nearest, farthest);
}

/* The nearest angle and share at which the whole outline is within wedge and ring, where it has room. */
void
_rapport_wheel_region_tighten (const RapportWheelRegion *self, double *angle, double *share)
{
  double half = self->extent / 2;
  double rim;
  double distance;

  _rapport_wheel_region_confine (self, angle, share);
  rim = _rapport_wheel_region_rim (self->options, *angle);
  distance = clamp_distance (self, *angle, rim, *share * rim);
  if (self->extent < 360)
    {
      double room = half - get_wedge_margin (self, *angle, distance);
      double turn = turn_from_middle (self, *angle);

      *angle = self->start + half + CLAMP (turn, -room, room);
      rim = _rapport_wheel_region_rim (self->options, *angle);
      distance = clamp_distance (self, *angle, rim, *share * rim);
    }
  *share = CLAMP (distance / rim, self->inner, self->outer);
}

/* A place by two numbers from 0 to 1: evenly spread numbers give evenly spread places. */
void
_rapport_wheel_region_sample (const RapportWheelRegion *self, double along, double across, double *angle,
                              double *share)
{
  double inner = self->inner * self->inner;

  *angle = self->start + along * self->extent;
  *share = sqrt (inner + across * (self->outer * self->outer - inner));
  _rapport_wheel_region_tighten (self, angle, share);
}

/* Whether two may change places. */
gboolean
_rapport_wheel_region_equal (const RapportWheelRegion *self, const RapportWheelRegion *other)
{
  return self->start == other->start && self->extent == other->extent && self->inner == other->inner
         && self->outer == other->outer;
}
