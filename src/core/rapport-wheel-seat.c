/* rapport-wheel-seat.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A seat for everybody who has none: where a map does not say where somebody stands, the picture still has to put
 * them somewhere, the same place every time, and away from the others.
 */
#include "rapport-wheel.h"

#include <math.h>

/* Beyond this many, looking for the roomiest place would take longer than anybody waits. */
#define MANY 240
#define ANGLES 36
#define DEPTHS 5
/* Nearer than this to the border of the wedge, in boxes, a place is worth less. */
#define BORDER 0.45

typedef struct
{
  const RapportWheel *wheel;
  RapportSeat *seats;
  guint n;
  double width; /* of a box, in map units */
  double height;
} Seating;

/* Distance in boxes: 1 is as far as two boxes that just touch, sideways or one over the other. */
static double
get_distance (const Seating *self, double x, double y, const RapportSeat *other)
{
  return hypot ((x - other->x) / self->width, (y - other->y) / self->height);
}

static void
get_span (const Seating *self, const RapportSeat *seat, double *start, double *extent)
{
  *start = 0;
  *extent = 360;
  if (seat->wedge >= 0)
    {
      const RapportWedge *wedge = rapport_wheel_get_wedge (self->wheel, (guint) seat->wedge);

      *start = wedge->start;
      *extent = wedge->extent;
    }
}

/* How far a point at @share of the rim is from the rays that bound its wedge, in boxes. */
static double
get_border (const Seating *self, const RapportSeat *seat, double turn, double extent, double x, double y)
{
  double nearest = MIN (turn, extent - turn) * G_PI / 180;

  if (seat->wedge < 0 || extent >= 360)
    return BORDER;
  return hypot (x, y) * sin (MIN (nearest, G_PI / 2)) / self->height;
}

static double
judge (const Seating *self, const RapportSeat *seat, double turn, double extent, double x, double y)
{
  double room = 1.7;
  double border = get_border (self, seat, turn, extent, x, y);

  for (guint i = 0; i < self->n; i++)
    if (self->seats[i].placed)
      room = MIN (room, get_distance (self, x, y, &self->seats[i]));
  return room + 0.8 * MIN (border, BORDER);
}

static void
find_room (const Seating *self, RapportSeat *seat)
{
  double best = -G_MAXDOUBLE, start, extent;

  get_span (self, seat, &start, &extent);
  for (guint i = 0; i < ANGLES; i++)
    for (guint j = 0; j < DEPTHS; j++)
      {
        double turn = extent * (i + 0.5) / ANGLES, depth = 0.12 + 0.6 * j / (DEPTHS - 1), x, y, worth;

        rapport_wheel_to_point (start + turn, depth, seat->ring, &x, &y);
        worth = judge (self, seat, turn, extent, x, y) - 0.02 * fabs (depth - 0.42);
        if (worth > best + 1e-9)
          {
            best = worth;
            seat->x = x;
            seat->y = y;
          }
      }
}

static void
find_rooms (const Seating *self)
{
  for (guint ring = 0; ring < RAPPORT_N_RINGS; ring++)
    for (guint i = 0; i < self->n; i++)
      {
        RapportSeat *seat = &self->seats[i];

        if (seat->placed || seat->ring != (RapportRing) ring)
          continue;
        find_room (self, seat);
        seat->placed = TRUE;
      }
}

/* Rows of even distance, like seats in a theatre: place @i of @n in the ring's part of the wedge. */
static void
sit_in_row (const Seating *self, RapportSeat *seat, guint i, guint n)
{
  double start, extent, thick, arc, rim, outer = rapport_ring_outer (seat->ring);
  guint rows, per_row;

  get_span (self, seat, &start, &extent);
  rim = rapport_wheel_rim (start + extent / 2);
  thick = (outer - rapport_ring_inner (seat->ring)) * rim;
  arc = extent * G_PI / 180 * outer * rim;
  rows = MAX (1, (guint) lround (sqrt (n * thick / MAX (arc, 1) * self->width / self->height)));
  per_row = (n + rows - 1) / rows;
  rapport_wheel_to_point (start + extent * (i % per_row + 0.5) / per_row, (i / per_row + 0.5) / rows,
                          seat->ring, &seat->x, &seat->y);
  seat->placed = TRUE;
}

static void
sit_in_rows (const Seating *self)
{
  guint n_groups = (rapport_wheel_get_n_wedges (self->wheel) + 1) * RAPPORT_N_RINGS;
  g_autofree guint *size = g_new0 (guint, n_groups), *next = g_new0 (guint, n_groups);

  for (guint i = 0; i < self->n; i++)
    if (!self->seats[i].placed)
      size[(guint) (self->seats[i].wedge + 1) * RAPPORT_N_RINGS + self->seats[i].ring]++;
  for (guint i = 0; i < self->n; i++)
    {
      guint group = (guint) (self->seats[i].wedge + 1) * RAPPORT_N_RINGS + self->seats[i].ring;

      if (!self->seats[i].placed)
        sit_in_row (self, &self->seats[i], next[group]++, size[group]);
    }
}

/**
 * rapport_wheel_seat:
 * @seats: (array length=n): those with @placed stay where they are
 * @box_width: of what stands at a seat, in map units
 * @box_height:
 *
 * Finds a place for the others, each within its wedge and ring, spread out: the roomiest free place first, ring by
 * ring from the middle; in very large maps in even rows. The same seats give the same places.
 */
void
rapport_wheel_seat (const RapportWheel *self,
                    RapportSeat *seats,
                    guint n,
                    double box_width,
                    double box_height)
{
  Seating seating = { self, seats, n, box_width, box_height };

  g_return_if_fail (self != NULL && (seats != NULL || n == 0) && box_width > 0 && box_height > 0);

  if (n <= MANY)
    find_rooms (&seating);
  else
    sit_in_rows (&seating);
}
