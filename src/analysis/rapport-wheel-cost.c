/* rapport-wheel-cost.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes an arrangement hard to read, in one number: boxes that overlap, links that cross, links that pass
 * over somebody else, and long links. Only what one guest has a part in is counted, so that trying a seat costs
 * little.
 */
#include "rapport-wheel-cost-private.h"

#include <math.h>

/* In map units: room that is left free round a box. */
#define GAP 16.0
#define LABEL_DROP 22.0 /* from the outline to the name, with the pips between */

#define COST_OVERLAP 60.0   /* for boxes that cover each other by a tenth of a small one */
#define OVERLAP_UNIT 1500.0 /* square map units */
#define COST_CROSSING 1.0
#define COST_PASSING 6.0
#define COST_LENGTH 0.0018  /* a map unit */
#define COST_CROWD 2.0      /* for outlines that nearly touch */
#define CROWD_DISTANCE 130.0
#define COST_HOME 0.01      /* a map unit away from where it stood */
#define COST_OUTSIDE 0.5    /* a map unit that a name reaches over the top or bottom of the page */

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

void
_rapport_seating_init (RapportSeating *self, const RapportWheelGuest *guests, guint n,
                       const RapportGuestLink *links, guint n_links)
{
  g_autofree guint *filled = g_new0 (guint, n + 1);

  self->guests = guests;
  self->links = links;
  self->n = n;
  self->n_links = n_links;
  self->x = g_new0 (double, n + 1);
  self->y = g_new0 (double, n + 1);
  self->home_x = g_new0 (double, n + 1);
  self->home_y = g_new0 (double, n + 1);
  self->first_link = g_new0 (guint, n + 2);
  self->link_of = g_new0 (guint, 2 * (gsize) n_links + 1);
  for (guint i = 0; i < n_links; i++)
    {
      self->first_link[links[i].a + 1]++;
      self->first_link[links[i].b + 1]++;
    }
  for (guint i = 0; i < n; i++)
    self->first_link[i + 1] += self->first_link[i];
  for (guint i = 0; i < n_links; i++)
    {
      self->link_of[self->first_link[links[i].a] + filled[links[i].a]++] = i;
      self->link_of[self->first_link[links[i].b] + filled[links[i].b]++] = i;
    }
}

void
_rapport_seating_clear (RapportSeating *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->home_x);
  g_free (self->home_y);
  g_free (self->first_link);
  g_free (self->link_of);
}

static Box
box_at (const RapportWheelGuest *guest, double x, double y)
{
  double half = MAX (guest->radius, guest->label_width / 2) + GAP / 2;

  return (Box){ x - half, y - guest->radius - GAP / 2, x + half,
                y + guest->radius + LABEL_DROP + guest->label_height + GAP / 2 };
}

static double
overlap (const Box *a, const Box *b)
{
  double width = MIN (a->right, b->right) - MAX (a->left, b->left);
  double height = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

  return width > 0 && height > 0 ? width * height : 0;
}

static double
cost_of_boxes (const RapportSeating *self, guint guest, double x, double y)
{
  Box mine = box_at (&self->guests[guest], x, y);
  double cost = 0;

  for (guint i = 0; i < self->n; i++)
    {
      Box other;
      double area;
      double distance;

      if (i == guest)
        continue;
      other = box_at (&self->guests[i], self->x[i], self->y[i]);
      area = overlap (&mine, &other);
      if (area > 0)
        cost += COST_OVERLAP * (0.2 + area / OVERLAP_UNIT);
      distance = hypot (x - self->x[i], y - self->y[i]);
      if (distance < CROWD_DISTANCE)
        cost += COST_CROWD * (1 - distance / CROWD_DISTANCE);
    }
  return cost;
}

static double
cost_of_edges (const RapportSeating *self, guint guest, double x, double y)
{
  Box box = box_at (&self->guests[guest], x, y);

  return COST_OUTSIDE * (MAX (box.bottom - self->half_height, 0) + MAX (-self->half_height - box.top, 0));
}

static double
side (double ax, double ay, double bx, double by, double px, double py)
{
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

static gboolean
cross (double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
{
  return (side (ax, ay, bx, by, cx, cy) > 0) != (side (ax, ay, bx, by, dx, dy) > 0)
         && (side (cx, cy, dx, dy, ax, ay) > 0) != (side (cx, cy, dx, dy, bx, by) > 0);
}

static double
distance_to_segment (double px, double py, double ax, double ay, double bx, double by)
{
  double dx = bx - ax;
  double dy = by - ay;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((px - ax) * dx + (py - ay) * dy) / square, 0, 1) : 0;

  return hypot (px - ax - t * dx, py - ay - t * dy);
}

/* The nearer it passes, the worse; somebody's name lies a little below them. */
static double
cost_of_passing (const RapportWheelGuest *guest, double px, double py, double ax, double ay, double bx,
                 double by)
{
  double room = guest->radius + GAP;
  double distance = distance_to_segment (px, py + LABEL_DROP / 2, ax, ay, bx, by);

  return distance < room ? COST_PASSING * (1.2 - distance / room) : 0;
}

static double
cost_of_link (const RapportSeating *self, guint guest, double x, double y, guint link)
{
  const RapportGuestLink *mine = &self->links[link];
  guint other = mine->a == guest ? mine->b : mine->a;
  double ox = self->x[other];
  double oy = self->y[other];
  double cost = COST_LENGTH * hypot (x - ox, y - oy);

  if (other == guest)
    return 0;
  for (guint i = 0; i < self->n_links; i++)
    {
      const RapportGuestLink *that = &self->links[i];

      if (that->a == guest || that->b == guest || that->a == other || that->b == other)
        continue;
      if (cross (x, y, ox, oy, self->x[that->a], self->y[that->a], self->x[that->b], self->y[that->b]))
        cost += COST_CROSSING;
    }
  for (guint i = 0; i < self->n; i++)
    if (i != guest && i != other)
      cost += cost_of_passing (&self->guests[i], self->x[i], self->y[i], x, y, ox, oy);
  return cost;
}

static double
cost_of_being_passed (const RapportSeating *self, guint guest, double x, double y)
{
  double cost = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      const RapportGuestLink *that = &self->links[i];

      if (that->a != guest && that->b != guest)
        cost += cost_of_passing (&self->guests[guest], x, y, self->x[that->a], self->y[that->a],
                                 self->x[that->b], self->y[that->b]);
    }
  return cost;
}

/* What @guest would cost at (@x, @y), everybody else staying where they are. */
double
_rapport_seating_cost (const RapportSeating *self, guint guest, double x, double y)
{
  double cost = cost_of_boxes (self, guest, x, y) + cost_of_being_passed (self, guest, x, y)
                + cost_of_edges (self, guest, x, y);

  for (guint i = self->first_link[guest]; i < self->first_link[guest + 1]; i++)
    cost += cost_of_link (self, guest, x, y, self->link_of[i]);
  if (self->guests[guest].placed)
    cost += COST_HOME * hypot (x - self->home_x[guest], y - self->home_y[guest]);
  return cost;
}
