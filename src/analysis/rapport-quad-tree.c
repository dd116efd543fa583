/* rapport-quad-tree.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After J. Barnes and P. Hut, A hierarchical O(N log N) force-calculation algorithm (1986). Points are sorted along a
 * curve that fills the plane square by square, so that the points of each square are one run of an array, and a
 * square is followed by what is in it or, where that is far enough, by the next one beside it: no pointers, no
 * recursion while forces are summed.
 */
#include "rapport-quad-tree-private.h"

#include <math.h>
#include <stdlib.h>

/* A square is taken as one point from farther than its side over this. */
#define OPENING 1.1f
/* Squares of so few points are not divided again. */
#define FEWEST 8
#define LEVELS 15

typedef struct
{
  float x; /* of the middle of its mass */
  float y;
  float mass;
  float size; /* square of its side over the opening */
  guint next; /* the square after all that is within this one */
  guint begin; /* its points, if it is not divided; else both are 0 */
  guint end;
} Square;

typedef struct
{
  guint32 key;
  guint32 point;
} Order;

struct _RapportQuadTree
{
  Square *squares; /* owned */
  guint n_squares;
  guint allocated;
  Order *order;    /* owned */
  Order *spare;    /* owned */
  float *x;        /* owned: the points in order */
  float *y;
  float *mass;
  float side;
};

RapportQuadTree *
_rapport_quad_tree_new (guint n)
{
  RapportQuadTree *self = g_new0 (RapportQuadTree, 1);

  self->order = g_new0 (Order, n + 1);
  self->spare = g_new0 (Order, n + 1);
  self->x = g_new0 (float, n + 1);
  self->y = g_new0 (float, n + 1);
  self->mass = g_new0 (float, n + 1);
  self->allocated = 2 * n + 64;
  self->squares = g_new (Square, self->allocated);
  return self;
}

/* @self: (nullable) (transfer full) */
void
_rapport_quad_tree_free (RapportQuadTree *self)
{
  if (self == NULL)
    return;
  g_free (self->squares);
  g_free (self->order);
  g_free (self->spare);
  g_free (self->x);
  g_free (self->y);
  g_free (self->mass);
  g_free (self);
}

/* Puts a 0 between any two of the sixteen low bits. */
static guint32
spread_bits (guint32 x)
{
  x = (x | x << 8) & 0x00ff00ff;
  x = (x | x << 4) & 0x0f0f0f0f;
  x = (x | x << 2) & 0x33333333;
  return (x | x << 1) & 0x55555555;
}

static void
sort (RapportQuadTree *self, guint n)
{
  for (guint shift = 0; shift < 32; shift += 8)
    {
      guint starts[257] = { 0 };
      Order *order;

      for (guint i = 0; i < n; i++)
        starts[(self->order[i].key >> shift & 255) + 1]++;
      for (guint i = 0; i < 256; i++)
        starts[i + 1] += starts[i];
      for (guint i = 0; i < n; i++)
        self->spare[starts[self->order[i].key >> shift & 255]++] = self->order[i];
      order = self->order;
      self->order = self->spare;
      self->spare = order;
    }
}

static void
put_in_order (RapportQuadTree *self, const float *x, const float *y, const float *mass, guint n)
{
  float left = G_MAXFLOAT, top = G_MAXFLOAT, right = -G_MAXFLOAT, bottom = -G_MAXFLOAT;
  float scale;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }
  self->side = MAX (MAX (right - left, bottom - top), 1e-6f);
  scale = ((1 << LEVELS) - 1) / self->side;
  for (guint i = 0; i < n; i++)
    self->order[i] = (Order){ spread_bits ((guint32) ((x[i] - left) * scale))
                                | spread_bits ((guint32) ((y[i] - top) * scale)) << 1,
                              i };
  sort (self, n);
  for (guint i = 0; i < n; i++)
    {
      guint point = self->order[i].point;

      self->x[i] = x[point];
      self->y[i] = y[point];
      self->mass[i] = mass[point];
    }
}

static guint
add_square (RapportQuadTree *self, float side)
{
  if (self->n_squares == self->allocated)
    {
      self->allocated *= 2;
      self->squares = g_renew (Square, self->squares, self->allocated);
    }
  self->squares[self->n_squares] = (Square){ .size = side * side / (OPENING * OPENING) };
  return self->n_squares++;
}

static void
weigh (RapportQuadTree *self, guint square, guint begin, guint end)
{
  Square *it = &self->squares[square];

  for (guint i = begin; i < end; i++)
    {
      it->mass += self->mass[i];
      it->x += self->mass[i] * self->x[i];
      it->y += self->mass[i] * self->y[i];
    }
  it->x /= it->mass;
  it->y /= it->mass;
}

/* Where the points of the next quarter begin. */
static guint
find_end (const RapportQuadTree *self, guint begin, guint end, guint shift, guint quarter)
{
  while (begin < end && (self->order[begin].key >> shift & 3) == quarter)
    begin++;
  return begin;
}

static void
divide (RapportQuadTree *self, guint begin, guint end, guint level, float side)
{
  guint square = add_square (self, side);

  weigh (self, square, begin, end);
  if (end - begin <= FEWEST || level == 0)
    {
      self->squares[square].begin = begin;
      self->squares[square].end = end;
    }
  else
    for (guint quarter = 0; quarter < 4; quarter++)
      {
        guint next = find_end (self, begin, end, 2 * (level - 1), quarter);

        if (next > begin)
          divide (self, begin, next, level - 1, side / 2);
        begin = next;
      }
  self->squares[square].next = self->n_squares;
}

/* Forgets all points and takes @n others, as many at most as it was made for. */
void
_rapport_quad_tree_build (RapportQuadTree *self, const float *x, const float *y, const float *mass, guint n)
{
  self->n_squares = 0;
  put_in_order (self, x, y, mass, n);
  if (n > 0)
    divide (self, 0, n, LEVELS, self->side);
}

/* The sum of mass × direction / distance² over all points, as seen from (@x, @y). A point that is just there does
 * not push. */
void
_rapport_quad_tree_push (const RapportQuadTree *self, float x, float y, float *push_x, float *push_y)
{
  float sum_x = 0;
  float sum_y = 0;
  guint i = 0;

  while (i < self->n_squares)
    {
      const Square *square = &self->squares[i];
      float dx = x - square->x;
      float dy = y - square->y;
      float distance = dx * dx + dy * dy;

      if (distance > square->size)
        {
          sum_x += dx * (square->mass / distance);
          sum_y += dy * (square->mass / distance);
          i = square->next;
          continue;
        }
      for (guint j = square->begin; j < square->end; j++)
        {
          float px = x - self->x[j];
          float py = y - self->y[j];
          float push = self->mass[j] / (px * px + py * py + 1e-6f);

          sum_x += px * push;
          sum_y += py * push;
        }
      i++;
    }
  *push_x = sum_x;
  *push_y = sum_y;
}
