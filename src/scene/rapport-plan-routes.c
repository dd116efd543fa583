/* rapport-plan-routes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways of links: as straight as can be, round stakeholders, past names, not along one another.
 */
#include "rapport-trace-private.h"

#include <math.h>

#define PASSES 3
/* Of ways in all; from there on nobody looks closely any more, so that a crowded map is drawn while one edits it. */
#define MOST_TRIES 60000
/* Among more links than this a free way is not looked for at any price: there is none for most of them. */
#define SEARCHED_LINKS 100

/* What is paid for. A stakeholder is never crossed while any other way is open. */
#define COST_NODE 3000.0
#define COST_GRAZE 220.0 /* coming near one */
#define COST_NAME 60.0
#define COST_OWN_NAME 110.0
#define COST_HEAD_ON_NAME 20.0
#define COST_BEND 58.0   /* for each unit of bend */
#define COST_BENT 2.5
#define COST_SIDEWAYS 60.0 /* leaving along the outline instead of away from it */
#define COST_HIDDEN 30.0   /* a head behind the outline of its own stakeholder */
#define COST_OUT 600.0
#define COST_FAR_OUT 5000.0 /* over heading or key, or off the page */
#define NODE_CLEARANCE 7.0

typedef struct
{
  double bend;
  double skew;
} Choice;

static const Choice choices[] = {
  { 0, 0 },          { 0.06, 0 },        { -0.06, 0 },       { 0.12, 0 },       { -0.12, 0 },
  { 0.18, 0 },       { -0.18, 0 },       { 0.24, 0 },        { -0.24, 0 },      { 0.14, 0.22 },
  { -0.14, 0.22 },   { 0.14, -0.22 },    { -0.14, -0.22 },   { 0.32, 0 },       { -0.32, 0 },
  { 0.42, 0 },       { -0.42, 0 },       { 0.3, 0.25 },      { -0.3, 0.25 },    { 0.3, -0.25 },
  { -0.3, -0.25 },   { 0.55, 0 },        { -0.55, 0 },
};

/* The first so many are tried always, the others only where those run over a stakeholder. */
#define USUAL 13
#define USUAL_AMONG_MANY 7
/* The widest bends of those, and of any. */
#define USUAL_BEND 0.24
#define MOST_BEND 0.8

/* A stakeholder with its name, as a disc. */
typedef struct
{
  RapportPoint middle;
  double reach;
} Obstacle;

typedef struct
{
  Plan *plan;
  RapportGrid *nodes; /* owned, as the next three */
  Obstacle *obstacles;
  RapportTrace *traces;
  guint *stamps;
  gboolean quick; /* while one waits: no free way is looked for at any price */

  guint link;
  RapportTrace trace;
  double cost;
  guint tries;
  guint *near; /* owned: links that the ways of this one may have to do with */
  guint n_near;
  guint seen; /* stamp, so that each stakeholder is paid for once */
} Router;

static RapportCurve
make_way (const PlanLink *link, const Choice *choice)
{
  RapportCurve way = rapport_curve_bent (link->port[0], link->port[1], choice->bend);

  way.c.x += choice->skew * (link->port[1].x - link->port[0].x);
  way.c.y += choice->skew * (link->port[1].y - link->port[0].y);
  return way;
}

/* Round outlines leave their box's corners free. */
static gboolean
runs_over (const RapportTrace *trace, const PlanNode *node, double clearance)
{
  RapportRect box = rapport_rect_grown (node->box, clearance);
  double reach = MAX (node->box.width, node->box.height) / 2 + clearance;

  if (!_rapport_trace_meets (trace, &box))
    return FALSE;
  if (node->outline != RAPPORT_OUTLINE_CIRCLE)
    return TRUE;
  return _rapport_trace_nears (trace, node->at, reach);
}

/* Whether a ring at one of the ends would cover the stakeholder. */
static gboolean
ends_at (const RapportTrace *trace, const PlanNode *node)
{
  RapportRect box = rapport_rect_grown (node->box, PLAN_RING);

  return rapport_rect_holds (&box, trace->points[0])
         || rapport_rect_holds (&box, trace->points[RAPPORT_CURVE_STEPS]);
}

static gboolean
covers (const RapportTraceMark *mark, const RapportRect *rect)
{
  RapportRect grown = rapport_rect_grown (*rect, mark->r);

  return mark->r > 0 && rapport_rect_holds (&grown, mark->at);
}

static gboolean
pay_for_node (guint i, gpointer data)
{
  Router *self = data;
  const PlanLink *link = PLAN_LINK (self->plan, self->link);
  const PlanNode *node = PLAN_NODE (self->plan, i);
  gboolean own = i == link->end[0] || i == link->end[1];
  RapportRect name = rapport_rect_grown (node->label, 3);
  const Obstacle *obstacle = &self->obstacles[i];

  if (self->stamps[i] == self->seen)
    return TRUE;
  self->stamps[i] = self->seen;
  if (_rapport_trace_passes_by (&self->trace, obstacle->middle, obstacle->reach))
    return TRUE;
  if (!own && runs_over (&self->trace, node, NODE_CLEARANCE))
    self->cost += runs_over (&self->trace, node, 0) || ends_at (&self->trace, node) ? COST_NODE : COST_GRAZE;
  if (node->label.width <= 0)
    return TRUE;
  if (_rapport_trace_meets (&self->trace, &name))
    self->cost += own ? COST_OWN_NAME : COST_NAME;
  else
    for (guint end = 0; end < 2; end++)
      self->cost += covers (&self->trace.marks[end], &node->label) ? COST_HEAD_ON_NAME : 0;
  return TRUE;
}

static double
square (double x)
{
  return x * x;
}

/* Whether a corner of the head at @end lies behind the outline of the stakeholder it touches. */
static gboolean
hides_head (const Plan *plan, const PlanNode *node, RapportPoint port, RapportPoint along, double head)
{
  double margin = _rapport_node_margin (node);

  for (int side = -1; side <= 1; side += 2)
    {
      double x = port.x + head * along.x - side * head / 2 * along.y - node->at.x;
      double y = port.y + head * along.y + side * head / 2 * along.x - node->at.y;
      double reach = MAX (sqrt (x * x + y * y), 1e-6);
      RapportPoint border = _rapport_outline_outside (node->outline, node->at, node->r, margin * plan->size, 2,
                                                      x / reach, y / reach);

      if (reach < sqrt (square (border.x - node->at.x) + square (border.y - node->at.y)))
        return TRUE;
    }
  return FALSE;
}

/* A head that leans against the outline cannot be seen whole. */
static double
pay_for_leaving (const Plan *plan, const PlanLink *link, const RapportCurve *way)
{
  double cost = 0;

  for (guint end = 0; end < 2; end++)
    {
      const PlanNode *node = PLAN_NODE (plan, link->end[end]);
      RapportPoint along = rapport_curve_direction (way, end), port = end == 0 ? way->a : way->b;
      double x = port.x - node->at.x, y = port.y - node->at.y, head = _rapport_link_head (plan, link, end);
      double away;

      if (end == 1)
        along = (RapportPoint){ -along.x, -along.y };
      away = (x * along.x + y * along.y) / MAX (sqrt (x * x + y * y), 1e-6);
      cost += COST_SIDEWAYS * MAX (0, 0.7 - away);
      if (head > 0 && hides_head (plan, node, port, along, head))
        cost += COST_HIDDEN;
    }
  return cost;
}

static gboolean
leaves (const RapportRect *box, const RapportRect *area, double by)
{
  return box->x < area->x - by || box->y < area->y - by || box->x + box->width > area->x + area->width + by
         || box->y + box->height > area->y + area->height + by;
}

/* What is in the way of one way is likely to be in that of the next, and when that is known the others need not be asked. */
static void
ask_sooner (Router *self, guint i)
{
  guint link = self->near[i];

  self->near[i] = self->near[i / 2];
  self->near[i / 2] = link;
}

/* What the way costs; or something above @limit, as soon as it is known to be dearer. */
static double
get_price (Router *self, const RapportCurve *way, const Choice *choice, double limit)
{
  const RapportRect *area = &self->plan->area, *box = &self->trace.box;
  const PlanLink *link = PLAN_LINK (self->plan, self->link);

  self->cost = COST_BEND * fabs (choice->bend) + (choice->bend != 0 ? COST_BENT : 0) + 6 * fabs (choice->skew);
  if (self->cost >= limit)
    return self->cost;
  _rapport_trace_follow (&self->trace, self->plan, link, way);
  self->cost += leaves (box, area, 14) ? COST_OUT : 0;
  self->cost += leaves (box, area, 40) ? COST_FAR_OUT : 0;
  self->cost += pay_for_leaving (self->plan, link, way);
  if (self->cost >= limit)
    return self->cost;
  self->seen++;
  rapport_grid_visit (self->nodes, &self->trace.box, pay_for_node, self);
  for (guint i = 0; i < self->n_near && self->cost < limit; i++)
    {
      double clashes = _rapport_trace_clashes (&self->trace, &self->traces[self->near[i]]);

      self->cost += clashes;
      if (clashes > 0)
        ask_sooner (self, i);
    }
  return self->cost;
}

/* The others that some way between the link's ends with no more than @bend may have to do with: found out once for all
 * of those ways, of which there are many. */
static void
gather (Router *self, double bend)
{
  const PlanLink *link = PLAN_LINK (self->plan, self->link);
  double dx = link->port[1].x - link->port[0].x, dy = link->port[1].y - link->port[0].y;
  double length = MAX (sqrt (dx * dx + dy * dy), 1e-6);
  RapportTrace any = { .across = { -dy / length, dx / length }, .bow = bend * length + 1 };

  any.points[0] = link->port[0];
  any.points[RAPPORT_CURVE_STEPS] = link->port[1];
  self->n_near = 0;
  for (guint i = 0; i < self->plan->links->len; i++)
    if (i != self->link && self->traces[i].known && !_rapport_trace_keeps_clear (&any, &self->traces[i]))
      self->near[self->n_near++] = i;
}

/* Takes the way if it is cheaper. Returns: the lower price */
static double
try_way (Router *self, guint i, const Choice *choice, double best)
{
  PlanLink *link = PLAN_LINK (self->plan, i);
  RapportCurve way = make_way (link, choice);
  double price = get_price (self, &way, choice, best);

  self->tries++;
  if (price >= best - 1e-6)
    return best;
  link->way = way;
  link->bend = choice->bend;
  self->traces[i] = self->trace;
  return price;
}

/* An end of its own, opposite to the other or a little to the side, wherever the others are. */
static void
turn_port (Plan *plan, PlanLink *link, guint end, double turn)
{
  const PlanNode *node = PLAN_NODE (plan, link->end[end]), *other = PLAN_NODE (plan, link->end[!end]);
  double angle = atan2 (other->at.y - node->at.y, other->at.x - node->at.x) + turn;
  double dx = cos (angle), dy = sin (angle), out = 0;
  RapportPoint p = _rapport_outline_outside (node->outline, node->at, node->r, _rapport_node_margin (node), 4, dx, dy);

  if (_rapport_link_has_ring (plan, link, end))
    out = PLAN_RING_OUT;
  link->port[end] = (RapportPoint){ p.x + out * dx, p.y + out * dy };
}

/* Where somebody stands in the way, only a way over fewer is worth having: what runs over as many is not priced to
 * the end. */
static double
try_escape (Router *self, guint i, const Choice *choice, double best)
{
  double limit = best < COST_NODE ? best : floor (best / COST_NODE) * COST_NODE;

  return MIN (best, try_way (self, i, choice, limit) < limit ? self->cost : best);
}

/* The last resort: other ends too. */
static double
turn_ports (Router *self, guint i, double best)
{
  PlanLink *link = PLAN_LINK (self->plan, i);
  RapportPoint kept[2] = { link->port[0], link->port[1] };

  for (int first = -2; first <= 2; first++)
    for (int second = -2; second <= 2; second++)
      {
        turn_port (self->plan, link, 0, first * 0.6);
        turn_port (self->plan, link, 1, second * 0.6);
        gather (self, 0.6);
        for (int bend = -10; bend <= 10; bend++)
          {
            double price = try_escape (self, i, &(Choice){ bend * 0.06, 0 }, best);

            if (price < best)
              {
                kept[0] = link->port[0];
                kept[1] = link->port[1];
              }
            best = price;
          }
      }
  link->port[0] = kept[0];
  link->port[1] = kept[1];
  return best;
}

static void
find_way (Router *self, guint i)
{
  gboolean many = self->plan->links->len > SEARCHED_LINKS;
  guint usual = many ? USUAL_AMONG_MANY : USUAL;
  double best = G_MAXDOUBLE;

  self->link = i;
  gather (self, USUAL_BEND);
  for (guint j = 0; j < usual; j++)
    best = try_way (self, i, &choices[j], best);
  if (many || best < COST_NODE)
    return;
  gather (self, MOST_BEND);
  for (guint j = usual; j < G_N_ELEMENTS (choices) && best >= COST_NODE; j++)
    best = try_way (self, i, &choices[j], best);
  if (self->quick)
    return;
  /* Somebody stands in every one of those: look closely. */
  for (int skew = -2; skew <= 2 && best >= COST_NODE && self->tries < MOST_TRIES; skew++)
    for (int bend = -20; bend <= 20; bend++)
      best = try_escape (self, i, &(Choice){ bend * 0.04, skew * 0.16 }, best);
  if (best >= COST_NODE && self->tries < MOST_TRIES)
    turn_ports (self, i, best);
}

/* @obstacles: (out): one for each stakeholder. Returns: (transfer full): where they are */
static RapportGrid *
index_obstacles (Plan *self, Obstacle *obstacles)
{
  RapportGrid *grid = rapport_grid_new (&self->area, self->nodes->len * 4);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, i);
      RapportRect rect = rapport_rect_grown (node->box, NODE_CLEARANCE + 1);

      if (node->label.width > 0)
        rect = rapport_rect_joined (rect, rapport_rect_grown (node->label, 4));
      rapport_grid_add (grid, &rect, i);
      /* Heads reach a little beyond the way they are on. */
      obstacles[i] = (Obstacle){ { rect.x + rect.width / 2, rect.y + rect.height / 2 },
                                 (rect.width + rect.height) / 2 + 14 };
    }
  return grid;
}

static void
go_straight (PlanLink *link)
{
  static const Choice straight = { 0, 0 };

  link->way = make_way (link, &straight);
}

static void
begin (Router *self, Plan *plan)
{
  self->plan = plan;
  self->obstacles = g_new0 (Obstacle, plan->nodes->len + 1);
  self->nodes = index_obstacles (plan, self->obstacles);
  self->traces = g_new0 (RapportTrace, plan->links->len + 1);
  self->near = g_new (guint, plan->links->len + 1);
  self->stamps = g_new0 (guint, plan->nodes->len + 1);
}

static void
end (Router *self)
{
  rapport_grid_unref (self->nodes);
  g_free (self->obstacles);
  g_free (self->traces);
  g_free (self->near);
  g_free (self->stamps);
}

/* After each pass the ends are spread anew, towards where the ways now lead. */
void
_rapport_plan_route (Plan *self)
{
  Router router = { 0 };

  _rapport_plan_spread_ports (self);
  if (self->links->len > PLAN_MANY_LINKS)
    {
      for (guint i = 0; i < self->links->len; i++)
        go_straight (PLAN_LINK (self, i));
      return;
    }
  begin (&router, self);
  for (guint pass = 0; pass < (self->links->len > SEARCHED_LINKS ? PASSES - 1 : PASSES); pass++)
    {
      if (pass == 1)
        _rapport_plan_spread_ports (self);
      for (guint i = 0; i < self->links->len; i++)
        find_way (&router, i);
    }
  end (&router);
}

/* @links: of guint: those whose ends have moved. The ways of all others stay, and are kept clear of. */
void
_rapport_plan_reroute (Plan *self, const GArray *links)
{
  Router router = { .quick = TRUE };

  if (self->links->len > PLAN_MANY_LINKS)
    {
      for (guint i = 0; i < links->len; i++)
        go_straight (PLAN_LINK (self, g_array_index (links, guint, i)));
      return;
    }
  begin (&router, self);
  for (guint i = 0; i < self->links->len; i++)
    _rapport_trace_follow (&router.traces[i], self, PLAN_LINK (self, i), &PLAN_LINK (self, i)->way);
  for (guint i = 0; i < links->len; i++)
    router.traces[g_array_index (links, guint, i)].known = FALSE;
  for (guint i = 0; i < links->len; i++)
    find_way (&router, g_array_index (links, guint, i));
  end (&router);
}
