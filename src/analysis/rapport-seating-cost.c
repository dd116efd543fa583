/* rapport-seating-cost.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes an arrangement hard to read, in one number: boxes that overlap or nearly do, links that cross, links
 * that pass over somebody else, long links. Only what one node has a part in is counted, so that trying a seat costs
 * little. The loops have no branches and work on plain arrays: compilers turn them into vector instructions, which
 * makes trying seats several times faster.
 */
#include "rapport-seating-private.h"

#include <math.h>

/* The gaps that are aimed at round names, in map units. */
#define LABEL_LABEL_GAP 14.0f
#define LABEL_NODE_GAP 12.0f
/* For boxes that overlap at all, and for each map unit of it. */
#define COST_HIT 14.0f
#define COST_DEEPER 0.5f
#define COST_TIGHT 1.2f
/* So near to an outline a link passes over it. */
#define CLEARANCE 9.0f
#define COST_OVER_NAME 1.2f
#define COST_OVER_OWN_NAME 2.0f
#define COST_OUTSIDE 0.4f /* for a map unit that sticks out of the page */
#define SPREAD_DISTANCE 180.0f

static const float liking[RAPPORT_N_LABEL_SIDES] = { 0, 0.5f, 0.5f, 0.9f };

typedef struct
{
  float x;
  float y;
  float half_width;
  float half_height;
} Box;

static inline float
positive (float x)
{
  return x > 0 ? x : 0;
}

/* Two boxes by the distance of their centres less what is half of both: nothing beyond the gap, more the nearer. */
static inline float
judge_gap (float across, float down, float gap, float weight)
{
  float apart = MAX (across, down);
  float near = positive (gap - apart) / gap;

  return weight * near * near + (apart < 0 ? COST_HIT - COST_DEEPER * apart : 0);
}

static float
judge_outlines (const RapportSeating *self, guint me, float x, float y)
{
  const float *restrict xs = self->x;
  const float *restrict ys = self->y;
  const float *restrict half_widths = self->half_width;
  const float *restrict half_heights = self->half_height;
  float half_width = half_widths[me];
  float half_height = half_heights[me];
  float gap = self->weights.node_gap;
  float crowding = self->weights.crowding;
  float spread = self->weights.spread * SPREAD_DISTANCE * SPREAD_DISTANCE;
  float cost = 0;
  guint n = self->n;

#pragma omp simd reduction(+ : cost)
  for (guint i = 0; i < n; i++)
    {
      float dx = fabsf (xs[i] - x);
      float dy = fabsf (ys[i] - y);
      float one = judge_gap (dx - half_width - half_widths[i], dy - half_height - half_heights[i], gap,
                             crowding)
                  + spread / (dx * dx + dy * dy + 400);

      cost += i == me ? 0 : one;
    }
  return cost;
}

/* A box against the names of all others, and what is kept clear. */
static float
judge_names (const RapportSeating *self, guint me, const Box *box, float gap)
{
  const float *restrict xs = self->label_x;
  const float *restrict ys = self->label_y;
  const float *restrict half_widths = self->label_half_width;
  const float *restrict half_heights = self->label_half_height;
  float x = box->x, y = box->y, half_width = box->half_width, half_height = box->half_height;
  float cost = 0;
  guint n = self->n_boxes;

#pragma omp simd reduction(+ : cost)
  for (guint i = 0; i < n; i++)
    {
      float one = judge_gap (fabsf (xs[i] - x) - half_width - half_widths[i],
                             fabsf (ys[i] - y) - half_height - half_heights[i], gap, COST_TIGHT);

      cost += i == me ? 0 : one;
    }
  return cost;
}

/* One's own name against the outlines of all others. */
static float
judge_name_on_outlines (const RapportSeating *self, guint me, const Box *name)
{
  const float *restrict xs = self->x;
  const float *restrict ys = self->y;
  const float *restrict half_widths = self->half_width;
  const float *restrict half_heights = self->half_height;
  float x = name->x, y = name->y, half_width = name->half_width, half_height = name->half_height;
  float cost = 0;
  guint n = self->n;

#pragma omp simd reduction(+ : cost)
  for (guint i = 0; i < n; i++)
    {
      float one = judge_gap (fabsf (xs[i] - x) - half_width - half_widths[i],
                             fabsf (ys[i] - y) - half_height - half_heights[i], LABEL_NODE_GAP,
                             COST_TIGHT);

      cost += i == me ? 0 : one;
    }
  return cost;
}

static float
judge_page (const RapportSeating *self, const Box *box)
{
  const float *page = self->page;

  return COST_OUTSIDE
         * (positive (page[0] - (box->x - box->half_width)) + positive (page[1] - (box->y - box->half_height))
            + positive (box->x + box->half_width - page[2])
            + positive (box->y + box->half_height - page[3]));
}

/* --- Links --- */

/* How many links cross the one from (@px, @py), where @me is, to (@qx, @qy), where @other is. Links that share an
 * end meet there and are not counted. */
static int
count_crossings (const RapportSeating *self, gint32 me, gint32 other, float px, float py, float qx, float qy)
{
  const float *restrict ax = self->ax;
  const float *restrict ay = self->ay;
  const float *restrict bx = self->bx;
  const float *restrict by = self->by;
  const gint32 *restrict a = self->a;
  const gint32 *restrict b = self->b;
  float dx = qx - px;
  float dy = qy - py;
  int n = 0;
  guint n_links = self->n_links;

#pragma omp simd reduction(+ : n)
  for (guint i = 0; i < n_links; i++)
    {
      float ex = bx[i] - ax[i];
      float ey = by[i] - ay[i];
      float fx = ax[i] - px;
      float fy = ay[i] - py;
      float side_a = dx * fy - dy * fx;
      float side_b = side_a + (dx * ey - dy * ex);
      float side_p = ey * fx - ex * fy;
      float side_q = side_p + (ex * dy - ey * dx);
      int apart = (a[i] != me) & (a[i] != other) & (b[i] != me) & (b[i] != other);

      n += apart & (side_a * side_b < 0) & (side_p * side_q < 0);
    }
  return n;
}

/* How far the segment reaches into a box, from 0 to 1: by the axes that could part them (x, y, across the
 * segment). */
static inline float
reach (float ax, float ay, float bx, float by, float inverse, float x, float y, float half_width,
       float half_height, float full)
{
  float dx = bx - ax;
  float dy = by - ay;
  float away = fabsf (dx * (y - ay) - dy * (x - ax)) * inverse;
  float depth = (half_width * fabsf (dy) + half_height * fabsf (dx)) * inverse - away;
  float off_x = fabsf (ax + bx - 2 * x) - fabsf (dx) - 2 * half_width;
  float off_y = fabsf (ay + by - 2 * y) - fabsf (dy) - 2 * half_height;
  float share = depth * full;

  share = share > 1 ? 1 : share;
  return ((off_x < 0) & (off_y < 0) & (depth > 0)) ? share : 0;
}

/* A link of one's own over boxes of others. */
static float
judge_own_link_over (const float *restrict xs, const float *restrict ys, const float *restrict half_widths,
                     const float *restrict half_heights, guint n, guint me, guint other, float margin,
                     float full, float px, float py, float qx, float qy)
{
  float dx = qx - px;
  float dy = qy - py;
  float inverse = 1 / sqrtf (dx * dx + dy * dy + 1);
  float cost = 0;

#pragma omp simd reduction(+ : cost)
  for (guint i = 0; i < n; i++)
    {
      float one = reach (px, py, qx, qy, inverse, xs[i], ys[i], half_widths[i] + margin,
                         half_heights[i] + margin, full);

      cost += (i == me) | (i == other) ? 0 : one;
    }
  return cost;
}

/* The links of others over a box of one's own. */
static float
judge_links_over (const RapportSeating *self, gint32 me, const Box *box, float full)
{
  const float *restrict ax = self->ax;
  const float *restrict ay = self->ay;
  const float *restrict bx = self->bx;
  const float *restrict by = self->by;
  const float *restrict inverse = self->inverse;
  const gint32 *restrict a = self->a;
  const gint32 *restrict b = self->b;
  float x = box->x, y = box->y, half_width = box->half_width, half_height = box->half_height;
  float cost = 0;
  guint n = self->n_links;

#pragma omp simd reduction(+ : cost)
  for (guint i = 0; i < n; i++)
    {
      float one = reach (ax[i], ay[i], bx[i], by[i], inverse[i], x, y, half_width, half_height, full);

      cost += (a[i] == me) | (b[i] == me) ? 0 : one;
    }
  return cost;
}

static float
judge_own_link (const RapportSeating *self, guint me, guint other, const Box *box, const Box *name)
{
  float qx = self->x[other];
  float qy = self->y[other];
  float length = hypotf (qx - box->x, qy - box->y);
  float cost = self->weights.length * length;
  float inverse = 1 / (length + 1);

  cost += count_crossings (self, (gint32) me, (gint32) other, box->x, box->y, qx, qy);
  cost += self->weights.passing
          * judge_own_link_over (self->x, self->y, self->half_width, self->half_height, self->n, me, other,
                                 CLEARANCE, 1 / CLEARANCE, box->x, box->y, qx, qy);
  cost += COST_OVER_NAME
          * judge_own_link_over (self->label_x, self->label_y, self->label_half_width,
                                 self->label_half_height, self->n_boxes, me, me, 0, 0.2f, box->x, box->y, qx,
                                 qy);
  cost += COST_OVER_OWN_NAME
          * reach (box->x, box->y, qx, qy, inverse, name->x, name->y, name->half_width, name->half_height,
                   0.2f);
  return cost;
}

/* --- */

static float
judge_boxes (const RapportSeating *self, guint me, const Box *box, const Box *name)
{
  float cost = judge_outlines (self, me, box->x, box->y) + judge_page (self, box)
               + judge_names (self, me, box, LABEL_NODE_GAP);
  if (name->half_width > 0)
    cost += judge_names (self, me, name, LABEL_LABEL_GAP) + judge_name_on_outlines (self, me, name)
            + judge_page (self, name);
  return cost;
}

/* What @me would cost at (@x, @y) with its name on @side, everybody else staying where they are. */
float
_rapport_seating_cost (const RapportSeating *self, guint me, float x, float y, RapportLabelSide side)
{
  const RapportNeighbours *neighbours = self->neighbours;
  const RapportSeatSize *size = &self->sizes[me];
  Box box = { x, y, size->half_width, size->half_height };
  Box wide = { x, y, size->half_width + CLEARANCE, size->half_height + CLEARANCE };
  Box name = { 0, 0, size->label_half_width, size->label_half_height };
  float cost;

  _rapport_seating_place_label (self, me, x, y, side, &name.x, &name.y);
  cost = judge_boxes (self, me, &box, &name);
  cost += self->weights.passing * judge_links_over (self, (gint32) me, &wide, 1 / CLEARANCE);
  if (name.half_width > 0)
    cost += liking[side] + COST_OVER_NAME * judge_links_over (self, (gint32) me, &name, 0.2f);
  for (guint i = neighbours->first[me]; i < neighbours->first[me + 1]; i++)
    cost += judge_own_link (self, me, neighbours->node[i], &box, &name);
  if (self->attachment[me] > 0)
    cost += self->weights.home * self->attachment[me]
            * hypotf (x - self->home_x[me], y - self->home_y[me]);
  return cost;
}
