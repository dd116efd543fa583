/* rapport-path.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-path.h"

#include <math.h>

/* How far the controls of a quarter of a circle lie from its ends, as a share of the radius. */
#define QUARTER 0.5522847498307936

/* Straight pieces that stand for a curve when distances are measured: finer than any pointer. */
#define CURVE_PIECES 16

/* What an ordinary link or node needs; longer outlines grow by doubling. */
#define FIRST_ROOM 4

struct _RapportPath
{
  gatomicrefcount refs;
  guint n_ops;
  guint n_points;
  guint op_room;
  guint point_room;
  guint8 *ops;          /* owned */
  RapportPoint *points; /* owned */
};

/* One straight piece of the outline; a callback of walk_pieces(). */
typedef void (*PieceFunc) (RapportPoint from, RapportPoint to, gboolean drawn, gpointer data);

/**
 * rapport_path_new:
 *
 * Returns: (transfer full): a path without any outline
 */
RapportPath *
rapport_path_new (void)
{
  RapportPath *self = g_new0 (RapportPath, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

RapportPath *
rapport_path_ref (RapportPath *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_path_unref (RapportPath *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->ops);
  g_free (self->points);
  g_free (self);
}

static void
add_op (RapportPath *self, RapportPathOp op)
{
  if (self->n_ops == self->op_room)
    {
      self->op_room = MAX (FIRST_ROOM, self->op_room * 2);
      self->ops = g_renew (guint8, self->ops, self->op_room);
    }
  self->ops[self->n_ops++] = (guint8) op;
}

static void
add_point (RapportPath *self, double x, double y)
{
  if (self->n_points == self->point_room)
    {
      self->point_room = MAX (FIRST_ROOM, self->point_room * 2);
      self->points = g_renew (RapportPoint, self->points, self->point_room);
    }
  self->points[self->n_points++] = (RapportPoint){ x, y };
}

/* Begins a new outline at a point. */
void
rapport_path_move_to (RapportPath *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  add_op (self, RAPPORT_PATH_MOVE);
  add_point (self, x, y);
}

void
rapport_path_line_to (RapportPath *self, double x, double y)
{
  g_return_if_fail (self != NULL && self->n_points > 0);

  add_op (self, RAPPORT_PATH_LINE);
  add_point (self, x, y);
}

/* A quadratic curve, kept as the cubic one that is the same. */
void
rapport_path_quad_to (RapportPath *self, double cx, double cy, double x, double y)
{
  RapportPoint from;

  g_return_if_fail (self != NULL && self->n_points > 0);

  from = self->points[self->n_points - 1];
  rapport_path_curve_to (self, from.x + (cx - from.x) * 2 / 3, from.y + (cy - from.y) * 2 / 3,
                         x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y);
}

void
rapport_path_curve_to (RapportPath *self,
                       double c1x,
                       double c1y,
                       double c2x,
                       double c2y,
                       double x,
                       double y)
{
  g_return_if_fail (self != NULL && self->n_points > 0);

  add_op (self, RAPPORT_PATH_CURVE);
  add_point (self, c1x, c1y);
  add_point (self, c2x, c2y);
  add_point (self, x, y);
}

/* Joins the end to the point that the outline began with. */
void
rapport_path_close (RapportPath *self)
{
  g_return_if_fail (self != NULL && self->n_points > 0);

  add_op (self, RAPPORT_PATH_CLOSE);
}

/* A closed circle, from three o'clock, clockwise on screen. */
void
rapport_path_circle (RapportPath *self, double cx, double cy, double radius)
{
  double k = radius * QUARTER;

  rapport_path_move_to (self, cx + radius, cy);
  rapport_path_curve_to (self, cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius);
  rapport_path_curve_to (self, cx - k, cy + radius, cx - radius, cy + k, cx - radius, cy);
  rapport_path_curve_to (self, cx - radius, cy - k, cx - k, cy - radius, cx, cy - radius);
  rapport_path_curve_to (self, cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy);
  rapport_path_close (self);
}

static void
add_rounded_rect (RapportPath *self, const RapportRect *rect, double corner)
{
  double left = rect->x, right = rect->x + rect->width;
  double top = rect->y, bottom = rect->y + rect->height;
  double k = corner * (1 - QUARTER);

  rapport_path_move_to (self, left + corner, top);
  rapport_path_line_to (self, right - corner, top);
  rapport_path_curve_to (self, right - k, top, right, top + k, right, top + corner);
  rapport_path_line_to (self, right, bottom - corner);
  rapport_path_curve_to (self, right, bottom - k, right - k, bottom, right - corner, bottom);
  rapport_path_line_to (self, left + corner, bottom);
  rapport_path_curve_to (self, left + k, bottom, left, bottom - k, left, bottom - corner);
  rapport_path_line_to (self, left, top + corner);
  rapport_path_curve_to (self, left, top + k, left + k, top, left + corner, top);
  rapport_path_close (self);
}

/**
 * rapport_path_rect:
 * @corner: radius of the corners, in map units; no more than half of the shorter side is used
 *
 * Adds a closed rectangle.
 */
void
rapport_path_rect (RapportPath *self, const RapportRect *rect, double corner)
{
  double limit;

  g_return_if_fail (self != NULL && rect != NULL);

  limit = MIN (rect->width, rect->height) / 2;
  if (corner > 0 && limit > 0)
    {
      add_rounded_rect (self, rect, MIN (corner, limit));
      return;
    }
  rapport_path_move_to (self, rect->x, rect->y);
  rapport_path_line_to (self, rect->x + rect->width, rect->y);
  rapport_path_line_to (self, rect->x + rect->width, rect->y + rect->height);
  rapport_path_line_to (self, rect->x, rect->y + rect->height);
  rapport_path_close (self);
}

/* Adds a closed outline through @n points. */
void
rapport_path_polygon (RapportPath *self, const RapportPoint *points, guint n)
{
  g_return_if_fail (self != NULL && (points != NULL || n == 0));

  if (n == 0)
    return;
  rapport_path_move_to (self, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    rapport_path_line_to (self, points[i].x, points[i].y);
  rapport_path_close (self);
}

/**
 * rapport_path_get_ops:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none) (nullable): values of #RapportPathOp
 */
const guint8 *
rapport_path_get_ops (const RapportPath *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_ops;
  return self->ops;
}

/**
 * rapport_path_get_points:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none) (nullable): the points that the ops take, in their order
 */
const RapportPoint *
rapport_path_get_points (const RapportPath *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_points;
  return self->points;
}

/* The smallest rectangle round all ends and controls; all 0 for an empty path. */
RapportRect
rapport_path_get_bounds (const RapportPath *self)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, (RapportRect){ 0 });

  if (self->n_points == 0)
    return (RapportRect){ 0 };
  for (guint i = 0; i < self->n_points; i++)
    {
      left = MIN (left, self->points[i].x);
      top = MIN (top, self->points[i].y);
      right = MAX (right, self->points[i].x);
      bottom = MAX (bottom, self->points[i].y);
    }
  return (RapportRect){ left, top, right - left, bottom - top };
}

static RapportPoint
point_on_curve (const RapportPoint p[4], double t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (RapportPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                         a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static void
walk_curve (const RapportPoint p[4], PieceFunc func, gpointer data)
{
  RapportPoint from = p[0];

  for (guint i = 1; i <= CURVE_PIECES; i++)
    {
      RapportPoint to = i < CURVE_PIECES ? point_on_curve (p, (double) i / CURVE_PIECES) : p[3];

      func (from, to, TRUE, data);
      from = to;
    }
}

/* Calls @func for every straight piece. An outline that was left open is closed by one that is not drawn: only
 * its inside has that edge. */
static void
walk_pieces (const RapportPath *self, PieceFunc func, gpointer data)
{
  const RapportPoint *next = self->points;
  RapportPoint start = { 0, 0 }, at = { 0, 0 };

  for (guint i = 0; i < self->n_ops; i++)
    switch ((RapportPathOp) self->ops[i])
      {
      case RAPPORT_PATH_MOVE:
        func (at, start, FALSE, data);
        start = at = *next++;
        break;
      case RAPPORT_PATH_LINE:
        func (at, *next, TRUE, data);
        at = *next++;
        break;
      case RAPPORT_PATH_CURVE:
        walk_curve ((RapportPoint[]){ at, next[0], next[1], next[2] }, func, data);
        at = next[2];
        next += 3;
        break;
      case RAPPORT_PATH_CLOSE:
        func (at, start, TRUE, data);
        at = start;
        break;
      }
  func (at, start, FALSE, data);
}

typedef struct
{
  RapportPoint point;
  double nearest; /* square of the distance */
  gboolean inside;
} Probe;

static void
measure_piece (RapportPoint from, RapportPoint to, gboolean drawn, gpointer data)
{
  Probe *probe = data;
  double dx = to.x - from.x, dy = to.y - from.y;
  double px = probe->point.x - from.x, py = probe->point.y - from.y;
  double length = dx * dx + dy * dy;
  double t;

  if (!drawn)
    return;
  t = length > 0 ? CLAMP ((px * dx + py * dy) / length, 0, 1) : 0;
  px -= t * dx;
  py -= t * dy;
  probe->nearest = MIN (probe->nearest, px * px + py * py);
}

/**
 * rapport_path_distance:
 *
 * Returns: how far the point is from the drawn line, in map units; infinite for an empty path
 */
double
rapport_path_distance (const RapportPath *self, double x, double y)
{
  Probe probe = { { x, y }, INFINITY, FALSE };

  g_return_val_if_fail (self != NULL, INFINITY);

  walk_pieces (self, measure_piece, &probe);
  return sqrt (probe.nearest);
}

static void
cross_piece (RapportPoint from, RapportPoint to, gboolean drawn, gpointer data)
{
  Probe *probe = data;

  if ((from.y > probe->point.y) != (to.y > probe->point.y)
      && probe->point.x < from.x + (to.x - from.x) * (probe->point.y - from.y) / (to.y - from.y))
    probe->inside = !probe->inside;
}

/* Whether the point lies inside by the even-odd rule, as if every outline were closed. */
gboolean
rapport_path_contains (const RapportPath *self, double x, double y)
{
  Probe probe = { { x, y }, 0, FALSE };

  g_return_val_if_fail (self != NULL, FALSE);

  walk_pieces (self, cross_piece, &probe);
  return probe.inside;
}
