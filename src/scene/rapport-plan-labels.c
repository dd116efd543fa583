/* rapport-plan-labels.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names beside their stakeholders: never on a stakeholder, never on another name.
 */
#include "rapport-trace-private.h"

#include <math.h>
#include <string.h>

/* In each language. */
#define MOST_LINES 3
/* A longer word is broken after all. */
#define WIDEST_WORD 250.0
#define GAP 4.0      /* between outline and name */
#define SIDE_GAP 9.0
#define LABEL_GAP 6.0 /* between names; 14 is aimed for */
/* What the contour of a region needs beside that. */
#define CONTOUR 11.0
/* So many links come to a hub, and their heads reach so far. A name beside it takes less of its outline away from them
 * than one above or below. */
#define HUB 6
#define HEADS 32.0
#define ROUNDS 8
#define NO_PLACE 1e6

static gboolean
is_important (const PlanNode *node)
{
  return node->ring == RAPPORT_RING_CORE || node->ring == RAPPORT_RING_MIDDLE
         || node->outline == RAPPORT_OUTLINE_HEXAGON;
}

static gboolean
shows_pips (Plan *self, const PlanNode *node)
{
  return (self->show & RAPPORT_SHOW_INFLUENCE) && self->size > 0.6;
}

/* Returns: (transfer full): the lines of one name, and how wide they are is minded */
static char **
break_name (Plan *self, PlanNode *node, const char *text, int weight, guint most)
{
  double size = self->theme->label;
  /* No word is cut in two for want of a little room. */
  double widest = rapport_text_measure_widest_word (self->measure, text, size, weight) + 1;
  char **lines = rapport_text_measure_break (self->measure, text, size, weight,
                                             MAX (self->widest, MIN (widest, WIDEST_WORD)), most);

  for (char **line = lines; *line != NULL; line++)
    node->text_width = MAX (node->text_width, rapport_text_measure_width (self->measure, *line, size, weight));
  return lines;
}

/* The name in the other language stands below, and lighter. */
static void
break_second (Plan *self, PlanNode *node)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) second = break_name (self, node, node->second, PLAN_SECOND_WEIGHT, MOST_LINES);

  g_strv_builder_addv (all, (const char **) node->lines);
  g_strv_builder_addv (all, (const char **) second);
  g_strfreev (node->lines);
  node->lines = g_strv_builder_end (all);
  node->n_lines = g_strv_length (node->lines);
}

static void
measure_label (Plan *self, PlanNode *node)
{
  g_autofree char *number = NULL;
  gboolean two = node->second != NULL && !self->numbered;

  node->n_lines = node->n_first = 0;
  node->text_width = 0;
  g_clear_pointer (&node->lines, g_strfreev);
  node->pips_width = shows_pips (self, node) ? 5 * PLAN_PIP_PITCH : 0;
  if (self->comparing && node->pips_width > 0 && node->influence != node->other_influence && !node->added
      && !node->gone)
    node->pips_width += 54;
  if (!node->labelled)
    return;
  if (self->numbered)
    number = g_strdup_printf ("%u", node->number);
  node->lines = break_name (self, node, number != NULL ? number : node->name, 600, MOST_LINES);
  node->n_lines = node->n_first = g_strv_length (node->lines);
  if (two)
    break_second (self, node);
}

void
_rapport_plan_measure_labels (Plan *self)
{
  gboolean many = self->links->len > PLAN_MANY_LINKS || self->size < 0.6;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanNode *node = PLAN_NODE (self, i);

      node->labelled = (self->show & RAPPORT_SHOW_LABELS) && *node->name != '\0'
                       && (!many || is_important (node) || rapport_lens_get_focus (self->lens) != NULL);
      measure_label (self, node);
    }
}

/* --- Where one can stand --- */

static RapportRect
get_label_rect (Plan *self, const PlanNode *node, PlanSide side)
{
  double width = MAX (node->text_width, node->pips_width);
  double text = node->n_lines * self->theme->label_line;
  double height = text + (node->pips_width > 0 ? PLAN_PIPS_HEIGHT + 2 : 0);
  double left = node->box.x, right = node->box.x + node->box.width;
  double top = node->box.y, bottom = node->box.y + node->box.height;
  /* Beside a stakeholder the text is level with it, and the pips are above. */
  double level = node->at.y - text / 2 - (height - text), side_gap = SIDE_GAP, gap = GAP;

  if (node->member)
    {
      side_gap += CONTOUR;
      gap += CONTOUR;
    }

  switch (side)
    {
    case PLAN_SIDE_RIGHT:
      return (RapportRect){ right + side_gap, level, width, height };
    case PLAN_SIDE_LEFT:
      return (RapportRect){ left - side_gap - width, level, width, height };
    case PLAN_SIDE_ABOVE:
      return (RapportRect){ node->at.x - width / 2, top - gap - height, width, height };
    case PLAN_SIDE_BELOW_RIGHT:
      return (RapportRect){ node->at.x + 4, bottom + gap, width, height };
    case PLAN_SIDE_BELOW_LEFT:
      return (RapportRect){ node->at.x - 4 - width, bottom + gap, width, height };
    case PLAN_SIDE_ABOVE_RIGHT:
      return (RapportRect){ node->at.x + 4, top - gap - height, width, height };
    case PLAN_SIDE_ABOVE_LEFT:
      return (RapportRect){ node->at.x - 4 - width, top - gap - height, width, height };
    case PLAN_SIDE_RIGHT_LOW:
      return (RapportRect){ right + side_gap, node->at.y, width, height };
    case PLAN_SIDE_LEFT_LOW:
      return (RapportRect){ left - side_gap - width, node->at.y, width, height };
    case PLAN_SIDE_RIGHT_HIGH:
      return (RapportRect){ right + side_gap, node->at.y - height, width, height };
    case PLAN_SIDE_LEFT_HIGH:
      return (RapportRect){ left - side_gap - width, node->at.y - height, width, height };
    case PLAN_SIDE_BELOW:
    case PLAN_N_SIDES:
    default:
      return (RapportRect){ node->at.x - width / 2, bottom + gap, width, height };
    }
}

typedef struct
{
  Plan *plan;
  RapportGrid *nodes; /* owned: boxes of stakeholders */
  const RapportTrace *ways; /* nullable: of the links, once they are known */
  guint self;
  RapportRect rect;
  double cost;
} Judge;

static double
get_overlap (const RapportRect *a, const RapportRect *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* A stakeholder near the name: on it is impossible, nearer than 12 unwelcome; where many links come in, so is what
 * their heads need. */
static gboolean
judge_neighbour (guint i, gpointer data)
{
  Judge *judge = data;
  const PlanNode *node = PLAN_NODE (judge->plan, i);
  RapportRect near = rapport_rect_grown (node->box, 12), touching = rapport_rect_grown (node->box, 2);
  RapportRect heads = rapport_rect_grown (node->box, HEADS);

  if (i == judge->self)
    return TRUE;
  if (rapport_rect_touches (&touching, &judge->rect))
    judge->cost += NO_PLACE + get_overlap (&touching, &judge->rect);
  else if (rapport_rect_touches (&near, &judge->rect))
    judge->cost += 3;
  if (node->degree > HUB && rapport_rect_touches (&heads, &judge->rect))
    judge->cost += 0.8 * MIN (node->degree, 15);
  return TRUE;
}

static void
judge_names (Judge *judge)
{
  Plan *plan = judge->plan;

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (plan, i);
      RapportRect touching = rapport_rect_grown (node->label, LABEL_GAP);
      RapportRect near = rapport_rect_grown (node->label, 14);

      if (i == judge->self || node->label.width <= 0)
        continue;
      if (rapport_rect_touches (&touching, &judge->rect))
        judge->cost += NO_PLACE / 2 + get_overlap (&touching, &judge->rect);
      else if (rapport_rect_touches (&near, &judge->rect))
        judge->cost += 2;
    }
}

/* A head behind the name may be guessed at; a ring there is not seen at all. */
static double
judge_marks (const Judge *judge, guint link)
{
  const RapportTraceMark *marks = judge->ways[link].marks;
  double cost = 0;

  for (guint end = 0; end < 2; end++)
    {
      RapportRect near = rapport_rect_grown (judge->rect, 0.7 * marks[end].r);

      if (marks[end].r > 0 && rapport_rect_holds (&near, marks[end].at))
        cost += _rapport_link_has_ring (judge->plan, PLAN_LINK (judge->plan, link), end) ? 60 : 15;
    }
  return cost;
}

static void
judge_ways (Judge *judge)
{
  for (guint i = 0; i < judge->plan->links->len; i++)
    {
      if (_rapport_trace_meets (&judge->ways[i], &judge->rect))
        judge->cost += 8;
      judge->cost += judge_marks (judge, i);
    }
}

/* An end of its own that has to make way for the name is worse than somebody's line behind it, and a ring needs most
 * room; a number leaves it enough. */
static double
get_cost_behind (const Judge *judge, const PlanLink *link)
{
  guint end = link->end[1] == judge->self;

  if (link->end[end] != judge->self)
    return 3;
  return !judge->plan->numbered && _rapport_link_has_ring (judge->plan, link, end) ? 20 : 8;
}

/* Lines that have to run behind the name, or bend round it. */
static void
judge_links (Judge *judge)
{
  Plan *plan = judge->plan;

  if (judge->ways != NULL)
    {
      judge_ways (judge);
      return;
    }

  if (plan->links->len > PLAN_MANY_LINKS)
    return;
  for (guint i = 0; i < plan->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (plan, i);

      if (rapport_segment_meets (PLAN_NODE (plan, link->end[0])->at, PLAN_NODE (plan, link->end[1])->at,
                                 &judge->rect))
        judge->cost += get_cost_behind (judge, link);
    }
}

/* Nothing of a name may leave the page or enter the legend. */
static void
judge_page (Judge *judge)
{
  const Plan *plan = judge->plan;
  const RapportRect *area = &plan->area, *rect = &judge->rect;
  double bottom = area->y + area->height + (plan->has_unplaced ? WAITING_HEIGHT : 8);
  double out = MAX (0, 6 - rect->x) + MAX (0, rect->x + rect->width - area->x - area->width - 16);

  out += MAX (0, MAX (area->y - 22, plan->heading_bottom + 5) - rect->y) + MAX (0, rect->y + rect->height - bottom);
  if (out > 0)
    judge->cost += NO_PLACE / 2 + out;
  for (guint i = 0; i < plan->taken->len; i++)
    if (rapport_rect_touches (&g_array_index (plan->taken, RapportRect, i), rect))
      judge->cost += NO_PLACE / 2;
}

/* Returns: what the side costs; or something not below @limit, as soon as that is known */
static double
judge_side (Judge *judge, guint i, PlanSide side, double limit)
{
  static const double liking[PLAN_N_SIDES] = { 0, 3, 3, 5, 8, 8, 9, 9, 6, 6, 6, 6 };
  const PlanNode *node = PLAN_NODE (judge->plan, i);

  judge->self = i;
  judge->rect = get_label_rect (judge->plan, node, side);
  judge->cost = liking[side];
  if (side != PLAN_SIDE_LEFT && side != PLAN_SIDE_RIGHT && node->degree > HUB)
    judge->cost += 0.8 * (node->degree - HUB);
  rapport_grid_visit (judge->nodes, &judge->rect, judge_neighbour, judge);
  judge_page (judge);
  if (judge->cost < limit)
    judge_names (judge);
  if (judge->cost < limit)
    judge_links (judge);
  return judge->cost;
}

/* Returns: whether the name moved */
static gboolean
choose_side (Judge *judge, guint i, double *cost)
{
  PlanNode *node = PLAN_NODE (judge->plan, i);
  PlanSide best = node->side;

  *cost = judge_side (judge, i, node->side, G_MAXDOUBLE);
  for (guint side = 0; side < PLAN_N_SIDES; side++)
    {
      double other = side == node->side ? *cost : judge_side (judge, i, (PlanSide) side, *cost);

      if (other < *cost - 1e-6)
        {
          *cost = other;
          best = (PlanSide) side;
        }
    }
  if (best == node->side && node->label.width > 0)
    return FALSE;
  node->side = best;
  node->label = get_label_rect (judge->plan, node, best);
  return TRUE;
}

static gboolean
has_label (const PlanNode *node)
{
  return node->n_lines > 0 || node->pips_width > 0;
}

/* Everybody in turn takes the best place that the others leave, until nobody moves any more. */
static double
settle (Judge *judge)
{
  Plan *plan = judge->plan;
  double worst = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gboolean moved = FALSE;

      worst = 0;
      for (guint i = 0; i < plan->nodes->len; i++)
        {
          double cost;

          if (!has_label (PLAN_NODE (plan, i)))
            continue;
          moved |= choose_side (judge, i, &cost);
          worst = MAX (worst, cost);
        }
      if (!moved)
        break;
    }
  return worst;
}

static RapportGrid *
index_nodes (Plan *self)
{
  RapportGrid *grid = rapport_grid_new (&self->area, self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapportRect box = rapport_rect_grown (PLAN_NODE (self, i)->box, HEADS);

      rapport_grid_add (grid, &box, i);
    }
  return grid;
}

typedef struct
{
  Plan *plan;
  guint self;
  const RapportRect *rect;
  gboolean free;
} Look;

static gboolean
look_at (guint value, gpointer data)
{
  Look *look = data;
  const PlanNode *node = PLAN_NODE (look->plan, value);

  if (value != look->self
      && (rapport_rect_touches (&node->box, look->rect) || rapport_rect_touches (&node->label, look->rect)))
    look->free = FALSE;
  return look->free;
}

static gboolean
find_room (Plan *self, RapportGrid *crowd, guint i, RapportRect *rect)
{
  PlanNode *node = PLAN_NODE (self, i);
  Look look = { self, i, rect, FALSE };

  for (guint side = 0; side < PLAN_SIDE_BELOW_RIGHT && !look.free; side++)
    {
      *rect = get_label_rect (self, node, (PlanSide) side);
      look.free = TRUE;
      rapport_grid_visit (crowd, rect, look_at, &look);
      node->side = (PlanSide) side;
    }
  return look.free;
}

/* In a crowd a name is shown where there is room for it, the weightier first. */
static void
settle_crowd (Plan *self, RapportGrid *grid)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanNode *node = PLAN_NODE (self, i);
      RapportRect rect;

      node->pips_width = 0;
      node->labelled = node->labelled && find_room (self, grid, i, &rect);
      if (!node->labelled)
        {
          node->n_lines = 0;
          continue;
        }
      node->label = rect;
      rapport_grid_add (grid, &rect, i);
    }
}

/* Where stakeholders and names are; see below. Returns: (transfer full) */
RapportGrid *
_rapport_plan_index_labels (Plan *self)
{
  RapportGrid *grid = index_nodes (self);

  for (guint i = 0; i < self->nodes->len; i++)
    if (PLAN_NODE (self, i)->label.width > 0)
      rapport_grid_add (grid, &PLAN_NODE (self, i)->label, i);
  return grid;
}

/* One has moved: its name goes where the others leave room; they stay. @crowd: as from above, where there are so many
 * that a name without room is left out; it then learns of the new place. */
void
_rapport_plan_replace_label (Plan *self, guint i, RapportGrid *crowd)
{
  PlanNode *node = PLAN_NODE (self, i);
  RapportRect heads = rapport_rect_grown (node->box, HEADS);

  node->label = (RapportRect){ 0 };
  if (self->nodes->len > PLAN_MANY_LINKS)
    {
      RapportRect rect;

      if (node->n_lines > 0 && find_room (self, crowd, i, &rect))
        node->label = rect;
      rapport_grid_add (crowd, &heads, i);
      rapport_grid_add (crowd, &node->label, i);
    }
  else if (has_label (node))
    {
      g_autoptr (RapportGrid) nodes = index_nodes (self);
      Judge judge = { .plan = self, .nodes = nodes };
      double cost;

      choose_side (&judge, i, &cost);
    }
}

/* Returns: whether all names have found a place of their own */
gboolean
_rapport_plan_place_labels (Plan *self)
{
  g_autoptr (RapportGrid) nodes = index_nodes (self);
  Judge judge = { .plan = self, .nodes = nodes };

  if (self->nodes->len > PLAN_MANY_LINKS)
    {
      settle_crowd (self, nodes);
      return TRUE;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    PLAN_NODE (self, i)->label = (RapportRect){ 0 };
  return settle (&judge) < NO_PLACE / 2;
}

static gboolean
is_in_the_way (Judge *judge, guint i)
{
  judge->rect = PLAN_NODE (judge->plan, i)->label;
  judge->cost = 0;
  judge_ways (judge);
  return judge->cost > 0;
}

/* Links have gone round names where they could. A name that still lies over one, or over a head or ring, goes where it
 * lies over less, if there is such a place. */
void
_rapport_plan_clear_ways (Plan *self)
{
  g_autoptr (RapportGrid) nodes = NULL;
  g_autofree RapportTrace *ways = NULL;
  Judge judge = { .plan = self };

  if (self->links->len > PLAN_MANY_LINKS || self->nodes->len > PLAN_MANY_LINKS)
    return;
  judge.nodes = nodes = index_nodes (self);
  judge.ways = ways = g_new0 (RapportTrace, self->links->len + 1);
  for (guint i = 0; i < self->links->len; i++)
    _rapport_trace_follow (&ways[i], self, PLAN_LINK (self, i), &PLAN_LINK (self, i)->way);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      double cost;

      if (has_label (PLAN_NODE (self, i)) && is_in_the_way (&judge, i))
        choose_side (&judge, i, &cost);
    }
}
