/* rapport-plan-ports.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where links leave: spread along the outline, so that their ends can be told apart, and away from the name.
 */
#include "rapport-plan-private.h"

#include <math.h>
#include <stdlib.h>

#define SPACING 15.5
/* Heads of two neighbours shall not touch: so much more than their half-widths. */
#define HEAD_GAP 3.0
#define RING_GAP 5.0
/* Between outline and the end of a link. */
#define GAP 4.0
/* What the name keeps free to either side of its middle: at least this, and up to so many degrees. */
#define NAME_SPACING 24.0
#define NAME_ANGLE 70.0
#define STEPS 72
#define ROUNDS 60

/* One end of a link, or the name, on the outline of a stakeholder. */
typedef struct
{
  guint link; /* G_MAXUINT: the name */
  guint end;
  double place; /* along the outline, clockwise from the right */
  double half;  /* what it needs to either side */
} Port;

/* The outline, paced out. */
typedef struct
{
  RapportPoint at;
  RapportPoint points[STEPS];
  double along[STEPS + 1];
} Border;

static void
pace_out (Border *self, const PlanNode *node)
{
  self->at = node->at;
  for (guint i = 0; i < STEPS; i++)
    {
      double angle = 2 * G_PI * i / STEPS;

      self->points[i] = _rapport_outline_outside (node->outline, node->at, node->r, _rapport_node_margin (node), GAP,
                                                  cos (angle), sin (angle));
    }
  self->along[0] = 0;
  for (guint i = 0; i < STEPS; i++)
    self->along[i + 1] = self->along[i]
                         + hypot (self->points[(i + 1) % STEPS].x - self->points[i].x,
                                  self->points[(i + 1) % STEPS].y - self->points[i].y);
}

static double
find_place (const Border *self, double dx, double dy)
{
  double step = fmod (atan2 (dy, dx) / (2 * G_PI) + 1, 1) * STEPS;
  guint i = MIN ((guint) step, STEPS - 1);

  return self->along[i] + (step - i) * (self->along[i + 1] - self->along[i]);
}

static RapportPoint
find_point (const Border *self, double place)
{
  double length = self->along[STEPS];
  guint i = 0;
  double t;

  place = fmod (fmod (place, length) + length, length);
  while (i < STEPS - 1 && self->along[i + 1] < place)
    i++;
  t = (place - self->along[i]) / MAX (self->along[i + 1] - self->along[i], 1e-9);
  return (RapportPoint){ self->points[i].x + t * (self->points[(i + 1) % STEPS].x - self->points[i].x),
                         self->points[i].y + t * (self->points[(i + 1) % STEPS].y - self->points[i].y) };
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Port *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->link < second->link ? -1 : first->link > second->link;
}

/* Names take what they need. */
static double
get_spacing (const Port *a, const Port *b, double share)
{
  return (a->link == G_MAXUINT ? 1 : share) * a->half + (b->link == G_MAXUINT ? 1 : share) * b->half;
}

/* Neighbours that are too near push one another away; the name stays where it is. */
static void
push_apart (GArray *ports, double length, double share)
{
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < ports->len; i++)
      {
        Port *a = &g_array_index (ports, Port, i), *b = &g_array_index (ports, Port, (i + 1) % ports->len);
        double wrap = i + 1 == ports->len ? length : 0;
        double lack = get_spacing (a, b, share) - (b->place + wrap - a->place);

        if (lack <= 0 || a == b)
          continue;
        a->place -= b->link == G_MAXUINT ? lack : a->link == G_MAXUINT ? 0 : lack / 2;
        b->place += a->link == G_MAXUINT ? lack : b->link == G_MAXUINT ? 0 : lack / 2;
      }
}

/* How far along the outline the name reaches to either side of its middle, seen from the stakeholder. */
static double
get_name_half (const Border *border, const PlanNode *node, double dx, double dy)
{
  const RapportRect *rect = &node->label;
  double widest = 0, middle = atan2 (dy, dx);

  for (guint i = 0; i < 4; i++)
    {
      double x = rect->x + (i & 1 ? rect->width : 0) - node->at.x;
      double y = rect->y + (i & 2 ? rect->height : 0) - node->at.y;
      double turn = remainder (atan2 (y, x) - middle, 2 * G_PI);

      widest = MAX (widest, fabs (turn));
    }
  return MAX (NAME_SPACING, MIN (widest * 180 / G_PI, NAME_ANGLE) / 360 * border->along[STEPS]);
}

static void
add_name (GArray *ports, const Border *border, const PlanNode *node)
{
  double dx = node->label.x + node->label.width / 2 - node->at.x;
  double dy = node->label.y + node->label.height / 2 - node->at.y;
  Port port = { .link = G_MAXUINT };

  if (node->label.width <= 0)
    return;
  port.place = find_place (border, dx, dy);
  port.half = get_name_half (border, node, dx, dy);
  g_array_append_val (ports, port);
}

/* A head is as wide as it is long. */
static double
get_half (Plan *self, const PlanLink *link, guint end)
{
  static const double heads[] = { 18, 12, 18, 26 };
  int gift = link->shown.gives[!end], power = link->shown.power[end];
  double half = SPACING / 2;

  if ((self->show & RAPPORT_SHOW_GIVES) && !link->quiet && gift >= 0)
    half = MAX (half, (heads[MIN (gift, 3)] + HEAD_GAP) / 2);
  if (_rapport_link_has_ring (self, link, end))
    half = PLAN_RING + RING_GAP;
  if ((self->show & RAPPORT_SHOW_POWER) && !link->quiet && power == 3)
    half = MAX (half, 12);
  return half;
}

/* Where the outline is too short for all, each end gets the same share of what it needs. */
static double
get_share (GArray *ports, double length)
{
  double need = 0, name = 0;

  for (guint i = 0; i < ports->len; i++)
    {
      const Port *port = &g_array_index (ports, Port, i);

      if (port->link == G_MAXUINT)
        name = 2 * port->half;
      else
        need += 2 * port->half;
    }
  return MIN (1, (length - name) / MAX (need, 1));
}

gboolean
_rapport_link_has_ring (const Plan *self, const PlanLink *link, guint end)
{
  return link->shown.gives[!end] == 0 && !link->quiet && ((self->show & RAPPORT_SHOW_GIVES) || link->marked);
}

static gboolean
is_among (const GArray *links, guint link)
{
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, guint, i) == link)
      return TRUE;
  return FALSE;
}

/* Where nothing comes back a ring takes the place of the end. */
static RapportPoint
make_room_for_ring (Plan *self, const PlanLink *link, guint end, RapportPoint port)
{
  RapportPoint at = PLAN_NODE (self, link->end[end])->at;
  double dx = port.x - at.x, dy = port.y - at.y, length = MAX (hypot (dx, dy), 1e-6);

  if (!_rapport_link_has_ring (self, link, end))
    return port;
  return (RapportPoint){ port.x + PLAN_RING_OUT * dx / length, port.y + PLAN_RING_OUT * dy / length };
}

/* @only: (nullable): the links whose ends move; the others make room for them in thought only */
static void
spread (Plan *self, guint n, GArray *ports, const GArray *only)
{
  PlanNode *node = PLAN_NODE (self, n);
  Border border;
  double length;

  if (ports->len == 0)
    return;
  pace_out (&border, node);
  length = border.along[STEPS];
  for (guint i = 0; i < ports->len; i++)
    {
      Port *port = &g_array_index (ports, Port, i);
      const PlanLink *link = PLAN_LINK (self, port->link);
      RapportPoint aim = PLAN_NODE (self, link->end[!port->end])->at;

      if (link->bend != 0)
        aim = link->way.c;
      port->place = find_place (&border, aim.x - node->at.x, aim.y - node->at.y);
      port->half = get_half (self, link, port->end);
    }
  add_name (ports, &border, node);
  g_array_sort (ports, by_place);
  push_apart (ports, length, get_share (ports, length));
  for (guint i = 0; i < ports->len; i++)
    {
      const Port *port = &g_array_index (ports, Port, i);

      if (port->link != G_MAXUINT && (only == NULL || is_among (only, port->link)))
        PLAN_LINK (self, port->link)->port[port->end]
            = make_room_for_ring (self, PLAN_LINK (self, port->link), port->end, find_point (&border, port->place));
    }
}

static void
add_port (GArray *ports, guint link, guint end)
{
  Port port = { .link = link, .end = end };

  g_array_append_val (ports, port);
}

/* In very large maps the ends are where a straight line leaves the outline. */
static void
leave_straight (Plan *self, PlanLink *link)
{
  for (guint end = 0; end < 2; end++)
    {
      const PlanNode *node = PLAN_NODE (self, link->end[end]), *other = PLAN_NODE (self, link->end[!end]);
      double dx = other->at.x - node->at.x, dy = other->at.y - node->at.y;
      double length = MAX (hypot (dx, dy), 1e-6), out = _rapport_node_margin (node) * self->size + 2;
      RapportPoint p = node->at;

      if (length > node->r * 2.5)
        {
          p = _rapport_outline_border (node->outline, node->at, node->r, dx / length, dy / length);
          p = (RapportPoint){ p.x + out * dx / length, p.y + out * dy / length };
        }
      link->port[end] = p;
    }
}

void
_rapport_plan_spread_ports (Plan *self)
{
  g_autoptr (GPtrArray) ends = NULL;

  if (self->links->len > PLAN_MANY_LINKS)
    {
      for (guint i = 0; i < self->links->len; i++)
        leave_straight (self, PLAN_LINK (self, i));
      return;
    }
  ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->nodes->len; i++)
    g_ptr_array_add (ends, g_array_new (FALSE, TRUE, sizeof (Port)));
  for (guint i = 0; i < self->links->len; i++)
    for (guint end = 0; end < 2; end++)
      add_port (g_ptr_array_index (ends, PLAN_LINK (self, i)->end[end]), i, end);
  for (guint i = 0; i < self->nodes->len; i++)
    spread (self, i, g_ptr_array_index (ends, i), NULL);
}

/* Of one stakeholder and the next, the ends of some links; all others stay where they are. */
static void
spread_at (Plan *self, guint node, const GArray *links)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, TRUE, sizeof (Port));

  for (guint i = 0; i < self->links->len; i++)
    for (guint end = 0; end < 2; end++)
      if (PLAN_LINK (self, i)->end[end] == node)
        add_port (ports, i, end);
  spread (self, node, ports, links);
}

/* @links: of guint: all that touch @node, which has moved. Nothing else is changed. */
void
_rapport_plan_spread_ports_of (Plan *self, guint node, const GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, g_array_index (links, guint, i));

      link->bend = 0;
      if (self->links->len > PLAN_MANY_LINKS)
        leave_straight (self, link);
      else
        spread_at (self, link->end[link->end[0] == node], links);
    }
  if (self->links->len <= PLAN_MANY_LINKS)
    spread_at (self, node, links);
}
