/* rapport-plan-badges.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Free places for badges: beside a stakeholder, on the middle of a link, in the room between the members of a region.
 */
#include "rapport-plan-private.h"

#include <math.h>

#define FELT_STEP 4.6
#define PILL 92.0
#define GAP 4.0

static double
get_overlap (const RapportRect *a, const RapportRect *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* What a badge covers, with slider and word. */
static RapportRect
get_box (Plan *self, const PlanMark *mark, RapportPoint at, gboolean left)
{
  double half = mark->size / 2 * 1.2 + (MAX (mark->felt, 1) - 1) * FELT_STEP + 3, word = 0;
  RapportRect box = { at.x - half, at.y - half, 2 * half, 2 * half };

  if (mark->slider)
    {
      box.width += PILL;
      box.x -= left ? PILL : 0;
    }
  if (mark->word != NULL)
    {
      word = rapport_text_measure_width (self->measure, mark->word, 22, 600);
      box.width = MAX (box.width, word + 4);
      box.height += 28;
    }
  return box;
}

static double
judge (Plan *self, const RapportRect *box)
{
  const RapportRect *area = &self->area;
  double cost = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, i);

      cost += 3 * get_overlap (box, &node->box) + 4 * get_overlap (box, &node->label);
    }
  for (guint i = 0; i < self->taken->len; i++)
    cost += 4 * get_overlap (box, &g_array_index (self->taken, RapportRect, i));
  if (box->x < area->x - 10 || box->y < area->y - 20 || box->x + box->width > area->x + area->width + 20
      || box->y + box->height > area->y + area->height + 10)
    cost += 5000;
  return cost;
}

static void
try_place (Plan *self, PlanMark *mark, RapportPoint at, double extra, double *best)
{
  for (guint left = 0; left < (mark->slider ? 2u : 1u); left++)
    {
      RapportRect box = get_box (self, mark, at, left == 1);
      double cost = judge (self, &box) + extra + left * 0.5;

      if (cost >= *best)
        continue;
      *best = cost;
      mark->at = at;
      mark->slider_left = left == 1;
      mark->box = box;
    }
}

/* North-east, north-west, north, south-east, south-west, south; then further out. */
static void
place_at_node (Plan *self, PlanMark *mark, const PlanNode *node)
{
  static const RapportPoint sides[] = { { 0.75, -0.7 }, { -0.75, -0.7 }, { 0, -1 }, { 0.75, 0.7 },
                                        { -0.75, 0.7 }, { 0, 1 },        { 1, 0 },  { -1, 0 } };
  double best = G_MAXDOUBLE;
  double half = mark->size / 2 + (MAX (mark->felt, 1) - 1) * FELT_STEP;

  for (guint ring = 0; ring < 5; ring++)
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      {
        RapportPoint at = { node->at.x + sides[i].x * (node->box.width / 2 + half + GAP + ring * 26),
                            node->at.y + sides[i].y * (node->box.height / 2 + half + GAP + ring * 26) };

        try_place (self, mark, at, ring * 90 + i, &best);
      }
  mark->tied = hypot (mark->at.x - node->at.x, mark->at.y - node->at.y) > node->box.width / 2 + mark->size + 22;
}

static void
place_on_link (Plan *self, PlanMark *mark, const PlanLink *link)
{
  static const double places[] = { 0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72 };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    try_place (self, mark, rapport_curve_at (&link->way, places[i]), i * 4, &best);
}

static RapportPoint
get_middle (Plan *self, const PlanMark *mark)
{
  RapportPoint sum = { 0, 0 };
  guint n = mark->nodes->len + mark->links->len;

  for (guint i = 0; i < mark->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, g_array_index (mark->nodes, guint, i));

      sum = (RapportPoint){ sum.x + node->at.x, sum.y + node->at.y };
    }
  for (guint i = 0; i < mark->links->len; i++)
    {
      RapportPoint at = rapport_curve_at (&PLAN_LINK (self, g_array_index (mark->links, guint, i))->way, 0.5);

      sum = (RapportPoint){ sum.x + at.x, sum.y + at.y };
    }
  return (RapportPoint){ sum.x / n, sum.y / n };
}

/* Legs should not run over others' names. */
static double
judge_legs (Plan *self, const PlanMark *mark, RapportPoint at)
{
  double cost = 0;

  for (guint i = 0; i < mark->nodes->len; i++)
    {
      guint member = g_array_index (mark->nodes, guint, i);
      RapportPoint to = PLAN_NODE (self, member)->at;

      for (guint j = 0; j < self->nodes->len; j++)
        {
          const PlanNode *node = PLAN_NODE (self, j);

          if (j != member && rapport_segment_meets (at, to, &node->box))
            cost += 300;
          if (node->label.width > 0 && rapport_segment_meets (at, to, &node->label))
            cost += 150;
        }
    }
  return cost;
}

static void
place_in_region (Plan *self, PlanMark *mark)
{
  RapportPoint middle = get_middle (self, mark);
  double best = G_MAXDOUBLE;

  for (guint ring = 0; ring < 8; ring++)
    for (guint i = 0; i < (ring == 0 ? 1u : 12u); i++)
      {
        double angle = i * G_PI / 6;
        RapportPoint at = { middle.x + ring * 34 * cos (angle), middle.y + ring * 28 * sin (angle) };

        try_place (self, mark, at, ring * 14 + judge_legs (self, mark, at), &best);
      }
}

/* Right of the heading, one after another; the word before the badge. */
static void
place_at_heading (Plan *self, PlanMark *mark, double *x)
{
  double half = mark->size / 2 * 1.2 + (MAX (mark->felt, 1) - 1) * FELT_STEP + 3;
  double right = *x - (mark->slider ? PILL : 0), word = 0;

  if (mark->word != NULL)
    word = rapport_text_measure_width (self->measure, mark->word, 22, 600) + 12;
  mark->at = (RapportPoint){ right - half, 32 };
  mark->slider_left = FALSE;
  mark->box = (RapportRect){ right - 2 * half - word, 32 - half, *x - right + 2 * half + word, 2 * half };
  *x = mark->box.x - 14;
}

/* Which go first: those with the least choice. */
static guint
get_turn (const PlanMark *mark)
{
  if (mark->on_map)
    return 0;
  if (mark->several)
    return 3;
  return mark->nodes->len > 0 ? 1 : 2;
}

/* On the map, as the others' places are now. */
void
_rapport_plan_place_mark (Plan *self, guint i)
{
  PlanMark *mark = PLAN_MARK (self, i);

  switch (get_turn (mark))
    {
    case 0: /* stands there since the page was laid out */
      break;
    case 1:
      place_at_node (self, mark, PLAN_NODE (self, g_array_index (mark->nodes, guint, 0)));
      break;
    case 2:
      place_on_link (self, mark, PLAN_LINK (self, g_array_index (mark->links, guint, 0)));
      break;
    default:
      place_in_region (self, mark);
      break;
    }
  g_array_append_val (self->taken, mark->box);
}

/* Takes what they need from the right of the heading; before that is broken into lines. */
void
_rapport_plan_place_heading_marks (Plan *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (PLAN_MARK (self, i)->on_map)
      place_at_heading (self, PLAN_MARK (self, i), &self->heading_end);
}

void
_rapport_plan_place_marks (Plan *self)
{
  for (guint turn = 0; turn < 4; turn++)
    for (guint i = 0; i < self->marks->len; i++)
      if (get_turn (PLAN_MARK (self, i)) == turn)
        _rapport_plan_place_mark (self, i);
}
