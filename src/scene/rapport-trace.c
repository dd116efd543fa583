/* rapport-trace.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two ways beside one another: where they cross, run together, or one goes through what the other has at its ends.
 * This is asked some hundred thousand times for one picture, so that what is far away is found out first.
 */
#include "rapport-trace-private.h"

#include <math.h>

#define COST_CROSSING 7.0
#define COST_SLANT 7.0 /* a crossing at a small angle */
#define COST_ALONG 9.0 /* running beside another link */
#define COST_MARK 34.0 /* a head or ring in the way of another link */
#define ALONG 11.0
/* What two heads side by side need, and more than ALONG. */
#define MARK_REACH 28.0
#define STRAIGHT 1e-6 /* strays less */
#define SMALL_ANGLE 0.35
#define SMALLER_ANGLE 0.2

/* Of the head at @end, which is as wide as it is long; 0 where there is none. In map units. */
double
_rapport_link_head (const Plan *plan, const PlanLink *link, guint end)
{
  static const double heads[] = { 0, 12, 18, 26 };
  int gift = link->shown.gives[!end];

  if (link->quiet || gift < 0 || !((plan->show & RAPPORT_SHOW_GIVES) || link->marked))
    return 0;
  return heads[MIN (gift, 3)] * CLAMP (plan->size, 0.62, 1);
}

static void
mark_end (RapportTrace *self, const Plan *plan, const PlanLink *link, const RapportCurve *way, guint end)
{
  RapportPoint port = end == 0 ? way->a : way->b, along = rapport_curve_direction (way, end);
  double head = _rapport_link_head (plan, link, end), inwards = (end == 0 ? 0.6 : -0.6) * head;

  self->marks[end]
      = (RapportTraceMark){ { port.x + inwards * along.x, port.y + inwards * along.y }, head / 2 };
  if (_rapport_link_has_ring (plan, link, end))
    self->marks[end].r = PLAN_RING + 1;
}

/* A curve strays by half of what its control point does. */
static void
measure_bow (RapportTrace *self, const RapportCurve *way)
{
  double dx = way->b.x - way->a.x, dy = way->b.y - way->a.y, length = MAX (sqrt (dx * dx + dy * dy), 1e-6);

  self->across = (RapportPoint){ -dy / length, dx / length };
  self->bow = fabs ((way->c.x - way->a.x) * self->across.x + (way->c.y - way->a.y) * self->across.y) / 2;
}

static void
measure_lines (RapportTrace *self)
{
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    {
      const RapportPoint *p = self->points + i;

      self->middle_x[i] = (p[0].x + p[1].x) / 2;
      self->middle_y[i] = (p[0].y + p[1].y) / 2;
      self->half_x[i] = fabs (p[1].x - p[0].x) / 2;
      self->half_y[i] = fabs (p[1].y - p[0].y) / 2;
    }
}

void
_rapport_trace_follow (RapportTrace *self, const Plan *plan, const PlanLink *link, const RapportCurve *way)
{
  double left, right, top, bottom;

  rapport_curve_sample (way, self->points);
  left = right = self->points[0].x;
  top = bottom = self->points[0].y;
  for (guint i = 1; i <= RAPPORT_CURVE_STEPS; i++)
    {
      left = MIN (left, self->points[i].x);
      right = MAX (right, self->points[i].x);
      top = MIN (top, self->points[i].y);
      bottom = MAX (bottom, self->points[i].y);
    }
  self->box = (RapportRect){ left, top, right - left, bottom - top };
  measure_lines (self);
  measure_bow (self, way);
  for (guint end = 0; end < 2; end++)
    mark_end (self, plan, link, way, end);
  self->known = TRUE;
}

/* Whether the line from @p to the point after it may come near @rect: most do not, and that is seen by their ends. */
static inline gboolean
may_touch (const RapportPoint *p, const RapportRect *rect)
{
  return MAX (p[0].x, p[1].x) >= rect->x && MIN (p[0].x, p[1].x) <= rect->x + rect->width
         && MAX (p[0].y, p[1].y) >= rect->y && MIN (p[0].y, p[1].y) <= rect->y + rect->height;
}

static gboolean
is_straight (const RapportTrace *self)
{
  return self->bow < STRAIGHT;
}

gboolean
_rapport_trace_meets (const RapportTrace *self, const RapportRect *rect)
{
  RapportRect box = rapport_rect_grown (self->box, 1);
  RapportPoint middle = { rect->x + rect->width / 2, rect->y + rect->height / 2 };

  if (!rapport_rect_touches (&box, rect) || _rapport_trace_passes_by (self, middle, (rect->width + rect->height) / 2))
    return FALSE;
  if (is_straight (self))
    return rapport_segment_meets (self->points[0], self->points[RAPPORT_CURVE_STEPS], rect);
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    if (may_touch (&self->points[i], rect) && rapport_segment_meets (self->points[i], self->points[i + 1], rect))
      return TRUE;
  return FALSE;
}

/* Whether it comes nearer than @distance to @point. */
gboolean
_rapport_trace_nears (const RapportTrace *self, RapportPoint point, double distance)
{
  const RapportRect near = { point.x - distance, point.y - distance, 2 * distance, 2 * distance };
  RapportRect box = rapport_rect_grown (self->box, distance);

  if (!rapport_rect_holds (&box, point) || _rapport_trace_passes_by (self, point, distance))
    return FALSE;
  if (is_straight (self))
    return rapport_segment_distance (self->points[0], self->points[RAPPORT_CURVE_STEPS], point) < distance;
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    if (may_touch (&self->points[i], &near)
        && rapport_segment_distance (self->points[i], self->points[i + 1], point) < distance)
      return TRUE;
  return FALSE;
}

static gboolean
are_within (RapportPoint a, RapportPoint b, double distance)
{
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) < distance * distance;
}

/* Heads and rings of the one that the other runs through. */
static double
pay_for_marks (const RapportTrace *one, const RapportTrace *other)
{
  double cost = 0;

  for (guint end = 0; end < 2; end++)
    {
      const RapportTraceMark *mark = &one->marks[end];
      gboolean hit;

      if (mark->r <= 0)
        continue;
      hit = _rapport_trace_nears (other, mark->at, mark->r + 2);
      for (guint i = 0; i < 2 && !hit; i++)
        hit = other->marks[i].r > 0 && are_within (mark->at, other->marks[i].at, mark->r + other->marks[i].r);
      cost += hit ? COST_MARK : 0;
    }
  return cost;
}

/* Sine of the angle between two lines. */
static double
get_slant (RapportPoint a, RapportPoint b, RapportPoint c, RapportPoint d)
{
  double ux = b.x - a.x, uy = b.y - a.y, vx = d.x - c.x, vy = d.y - c.y;

  return fabs (ux * vy - uy * vx) / MAX (sqrt ((ux * ux + uy * uy) * (vx * vx + vy * vy)), 1e-9);
}

/* Whether two lines come nearer than ALONG to one another, perhaps. */
static gboolean
are_close (const RapportPoint *p, const RapportPoint *q)
{
  return MIN (p[0].x, p[1].x) <= MAX (q[0].x, q[1].x) + ALONG && MIN (q[0].x, q[1].x) <= MAX (p[0].x, p[1].x) + ALONG
         && MIN (p[0].y, p[1].y) <= MAX (q[0].y, q[1].y) + ALONG
         && MIN (q[0].y, q[1].y) <= MAX (p[0].y, p[1].y) + ALONG;
}

/* Those of @self's lines that may come near @other. Without a branch in it, the first loop is worked off several lines
 * at a time. Returns: how many */
static guint
list_near (const RapportTrace *self, const RapportTrace *other, guint8 *lines)
{
  const double half_width = other->box.width / 2, half_height = other->box.height / 2;
  const double left = other->points[0].x, top = other->points[0].y, x = other->across.x, y = other->across.y;
  const double middle_x = other->box.x + half_width, middle_y = other->box.y + half_height, bow = other->bow;
  double beyond[RAPPORT_CURVE_STEPS];
  guint n = 0;

  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    {
      double away = fabs ((self->middle_x[i] - left) * x + (self->middle_y[i] - top) * y) - bow - self->half_x[i]
                    - self->half_y[i];
      double across = fabs (self->middle_x[i] - middle_x) - self->half_x[i] - half_width;
      double down = fabs (self->middle_y[i] - middle_y) - self->half_y[i] - half_height;
      double further = across > down ? across : down;

      beyond[i] = away > further ? away : further;
    }
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    if (beyond[i] <= ALONG)
      lines[n++] = (guint8) i;
  return n;
}

/* One line of the one against some of the other. @inner: not at an end, where ways come together in any case */
static double
pay_for_piece (const RapportPoint *p, const RapportPoint *q, const guint8 *lines, guint n, gboolean inner)
{
  gboolean beside = FALSE;
  double cost = 0;

  for (guint i = 0; i < n; i++)
    {
      guint j = lines[i];
      double slant;

      if (!are_close (p, q + j))
        continue;
      slant = get_slant (p[0], p[1], q[j], q[j + 1]);
      if (rapport_segments_cross (p[0], p[1], q[j], q[j + 1]))
        cost += slant < SMALL_ANGLE ? COST_CROSSING + COST_SLANT : COST_CROSSING;
      else if (slant < SMALLER_ANGLE && inner && !beside)
        beside = rapport_segment_distance (q[j], q[j + 1], p[0]) < ALONG;
    }
  return cost + (beside ? COST_ALONG : 0);
}

static double
get_side (const RapportTrace *line, const RapportPoint *p)
{
  return (p->x - line->points[0].x) * line->across.x + (p->y - line->points[0].y) * line->across.y;
}

/* Both are straight. As below, but for a single line instead of many. */
static gboolean
pay_between_straight (const RapportTrace *line, const RapportTrace *other, double *cost)
{
  const RapportPoint *p = line->points, *q = other->points, *end = &q[RAPPORT_CURVE_STEPS];
  double from = get_side (line, q), to = get_side (line, end), rise = to - from;
  double square = (end->x - q->x) * (end->x - q->x) + (end->y - q->y) * (end->y - q->y);

  if (from * to >= 0 && fabs (from) >= ALONG && fabs (to) >= ALONG)
    return TRUE;
  if (rise * rise < SMALLER_ANGLE * SMALLER_ANGLE * square)
    return FALSE;
  if (rapport_segments_cross (*p, p[RAPPORT_CURVE_STEPS], *q, *end))
    *cost = rise * rise < SMALL_ANGLE * SMALL_ANGLE * square ? COST_CROSSING + COST_SLANT : COST_CROSSING;
  return TRUE;
}

/* Whether the whole curve is far to one side of the line: it lies between its ends and its control point. */
static gboolean
stays_beside (const double *sides)
{
  double from = sides[0], to = sides[RAPPORT_CURVE_STEPS], bent = 2 * sides[RAPPORT_CURVE_STEPS / 2] - (from + to) / 2;

  return (from >= ALONG && to >= ALONG && bent >= ALONG) || (from <= -ALONG && to <= -ALONG && bent <= -ALONG);
}

/* Most ways are straight, and most that come near one do so at an angle: then all that there is to know is where the
 * other changes sides. @cost: (out). Returns: %FALSE where one must look closer */
static gboolean
pay_beside_straight (const RapportTrace *line, const RapportTrace *other, double *cost)
{
  const RapportPoint *a = &line->points[0], *q = other->points;
  double sides[RAPPORT_CURVE_STEPS + 1];

  *cost = 0;
  if (is_straight (other))
    return pay_between_straight (line, other, cost);
  for (guint i = 0; i <= RAPPORT_CURVE_STEPS; i++)
    sides[i] = get_side (line, &q[i]);
  if (stays_beside (sides))
    return TRUE;
  for (guint i = 0; i < RAPPORT_CURVE_STEPS; i++)
    {
      double rise = sides[i + 1] - sides[i], dx = q[i + 1].x - q[i].x, dy = q[i + 1].y - q[i].y;
      gboolean changes = sides[i] * sides[i + 1] < 0;

      if (!changes && fabs (sides[i]) >= ALONG && fabs (sides[i + 1]) >= ALONG)
        continue;
      if (rise * rise < SMALLER_ANGLE * SMALLER_ANGLE * (dx * dx + dy * dy))
        return FALSE;
      if (changes && rapport_segments_cross (*a, line->points[RAPPORT_CURVE_STEPS], q[i], q[i + 1]))
        *cost += rise * rise < SMALL_ANGLE * SMALL_ANGLE * (dx * dx + dy * dy) ? COST_CROSSING + COST_SLANT
                                                                               : COST_CROSSING;
    }
  return TRUE;
}

/* Whether all of @other lies on one side of @self, with room for heads and rings between them. */
static gboolean
is_aside (const RapportTrace *self, const RapportTrace *other)
{
  const RapportPoint *a = &self->points[0], *p = &other->points[0], *q = &other->points[RAPPORT_CURVE_STEPS];
  double from = (p->x - a->x) * self->across.x + (p->y - a->y) * self->across.y;
  double to = (q->x - a->x) * self->across.x + (q->y - a->y) * self->across.y;
  double room = self->bow + other->bow + MARK_REACH;

  return (from > room && to > room) || (from < -room && to < -room);
}

/**
 * _rapport_trace_keeps_clear:
 * @self: any way between its ends; its bow is the widest that is meant
 *
 * Returns: whether no way between those ends that is not bowed more has to do with @other
 */
gboolean
_rapport_trace_keeps_clear (const RapportTrace *self, const RapportTrace *other)
{
  return is_aside (self, other) || is_aside (other, self);
}

/* Returns: what @other's being there costs, in the coin of rapport-plan-routes.c */
double
_rapport_trace_clashes (const RapportTrace *self, const RapportTrace *other)
{
  RapportRect box = rapport_rect_grown (other->box, ALONG);
  guint8 ours[RAPPORT_CURVE_STEPS], theirs[RAPPORT_CURVE_STEPS];
  guint n_ours, n_theirs;
  double cost, straight;

  if (!rapport_rect_touches (&box, &self->box) && !rapport_rect_touches (&self->box, &box))
    return 0;
  if (is_aside (self, other) || is_aside (other, self))
    return 0;
  cost = pay_for_marks (self, other) + pay_for_marks (other, self);
  if ((is_straight (self) && pay_beside_straight (self, other, &straight))
      || (is_straight (other) && pay_beside_straight (other, self, &straight)))
    return cost + straight;
  n_theirs = list_near (other, self, theirs);
  n_ours = n_theirs > 0 ? list_near (self, other, ours) : 0;
  for (guint i = 0; i < n_ours; i++)
    cost += pay_for_piece (self->points + ours[i], other->points, theirs, n_theirs,
                           ours[i] > 1 && ours[i] + 2 < RAPPORT_CURVE_STEPS);
  return cost;
}
