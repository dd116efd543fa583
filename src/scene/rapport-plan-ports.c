/* rapport-plan-ports.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where links leave: spread along the outline, so that their ends can be told apart, and away from the name.
 */
#include "rapport-plan-private.h"

#include <math.h>
#include <stdlib.h>

#define SPACING 15.5
/* Between outline and the end of a link. */
#define GAP 4.0
/* What the name keeps free to either side of its middle. */
#define NAME_SPACING 24.0
#define STEPS 72
#define ROUNDS 60

/* One end of a link, or the name, on the outline of a stakeholder. */
typedef struct
{
  guint link; /* G_MAXUINT: the name */
  guint end;
  double place; /* along the outline, clockwise from the right */
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
      RapportPoint p = _rapport_outline_border (node->outline, node->at, node->r, cos (angle), sin (angle));
      double reach = hypot (p.x - node->at.x, p.y - node->at.y), out;

      out = reach + _rapport_node_margin (node) + GAP;
      self->points[i] = (RapportPoint){ node->at.x + out * cos (angle), node->at.y + out * sin (angle) };
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

static double
get_spacing (const Port *a, const Port *b, double spacing)
{
  return a->link == G_MAXUINT || b->link == G_MAXUINT ? MIN (NAME_SPACING, 1.5 * spacing) : spacing;
}

/* Neighbours that are too near push one another away; the name stays where it is. */
static void
push_apart (GArray *ports, double length, double spacing)
{
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < ports->len; i++)
      {
        Port *a = &g_array_index (ports, Port, i), *b = &g_array_index (ports, Port, (i + 1) % ports->len);
        double wrap = i + 1 == ports->len ? length : 0;
        double lack = get_spacing (a, b, spacing) - (b->place + wrap - a->place);

        if (lack <= 0 || a == b)
          continue;
        a->place -= b->link == G_MAXUINT ? lack : a->link == G_MAXUINT ? 0 : lack / 2;
        b->place += a->link == G_MAXUINT ? lack : b->link == G_MAXUINT ? 0 : lack / 2;
      }
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
  g_array_append_val (ports, port);
}

static void
spread (Plan *self, guint n, GArray *ports)
{
  PlanNode *node = PLAN_NODE (self, n);
  Border border;
  double length, spacing;

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
    }
  add_name (ports, &border, node);
  spacing = MIN (SPACING, length / (ports->len + 1));
  g_array_sort (ports, by_place);
  push_apart (ports, length, spacing);
  for (guint i = 0; i < ports->len; i++)
    {
      const Port *port = &g_array_index (ports, Port, i);

      if (port->link != G_MAXUINT)
        PLAN_LINK (self, port->link)->port[port->end] = find_point (&border, port->place);
    }
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
      {
        Port port = { .link = i, .end = end };

        g_array_append_val (g_ptr_array_index (ends, PLAN_LINK (self, i)->end[end]), port);
      }
  for (guint i = 0; i < self->nodes->len; i++)
    spread (self, i, g_ptr_array_index (ends, i));
}
