/* rapport-pivot-places.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places to begin with, from how many links apart everybody is from a few pivots, after U. Brandes and C. Pich,
 * Eigensolver methods for progressive multidimensional scaling of large data (2006): the matrix of squared distances
 * is centred both ways, and its two strongest directions are the axes. Cheap, and already the right way round as a
 * whole, which small forces take long to find.
 */
#include "rapport-pivot-places-private.h"

#include <math.h>

#define MOST_PIVOTS 40
#define POWER_ROUNDS 60
/* Places that would coincide are apart by so much of a link. */
#define JITTER 0.2

typedef struct
{
  const RapportNeighbours *neighbours;
  guint n;
  guint n_pivots;
  float *distances; /* of node i from pivot k: [k * n + i] */
  guint *queue;
} Pivots;

/* Links from @pivot to everybody; who cannot be reached is a little farther than anybody who can. */
static void
measure (Pivots *self, guint pivot, float *distances)
{
  guint begin = 0;
  guint end = 0;
  float farthest = 0;

  for (guint i = 0; i < self->n; i++)
    distances[i] = -1;
  distances[pivot] = 0;
  self->queue[end++] = pivot;
  while (begin < end)
    {
      guint i = self->queue[begin++];

      farthest = distances[i];
      for (guint j = self->neighbours->first[i]; j < self->neighbours->first[i + 1]; j++)
        if (distances[self->neighbours->node[j]] < 0)
          {
            distances[self->neighbours->node[j]] = farthest + 1;
            self->queue[end++] = self->neighbours->node[j];
          }
    }
  for (guint i = 0; i < self->n; i++)
    if (distances[i] < 0)
      distances[i] = farthest + 2;
}

/* Each pivot is the one farthest from all before it. */
static void
choose_pivots (Pivots *self)
{
  g_autofree float *nearest = g_new (float, self->n);
  guint pivot = 0;

  for (guint i = 0; i < self->n; i++)
    nearest[i] = G_MAXFLOAT;
  for (guint k = 0; k < self->n_pivots; k++)
    {
      float *distances = self->distances + (gsize) k * self->n;

      measure (self, pivot, distances);
      for (guint i = 0; i < self->n; i++)
        {
          nearest[i] = MIN (nearest[i], distances[i]);
          if (nearest[i] > nearest[pivot])
            pivot = i;
        }
    }
}

static void
centre (Pivots *self)
{
  g_autofree double *of_node = g_new0 (double, self->n);
  double mean = 0;

  for (guint k = 0; k < self->n_pivots; k++)
    {
      float *row = self->distances + (gsize) k * self->n;
      double sum = 0;

      for (guint i = 0; i < self->n; i++)
        {
          row[i] *= row[i];
          sum += row[i];
          of_node[i] += row[i] / self->n_pivots;
        }
      mean += sum / self->n / self->n_pivots;
      for (guint i = 0; i < self->n; i++)
        row[i] -= (float) (sum / self->n);
    }
  for (guint k = 0; k < self->n_pivots; k++)
    for (guint i = 0; i < self->n; i++)
      self->distances[(gsize) k * self->n + i] -= (float) (of_node[i] - mean);
}

static double
normalise (double *vector, guint n)
{
  double length = 0;

  for (guint k = 0; k < n; k++)
    length += vector[k] * vector[k];
  length = sqrt (length);
  for (guint k = 0; k < n && length > 0; k++)
    vector[k] /= length;
  return length;
}

/* The strongest direction of the pivots, across @others, by repeated multiplication. */
static void
find_direction (const Pivots *self, const double *products, const double *other, RapportRandom *random,
                double *direction)
{
  guint k = self->n_pivots;
  double next[MOST_PIVOTS];

  for (guint i = 0; i < k; i++)
    direction[i] = _rapport_random_double (random) - 0.5;
  for (guint round = 0; round < POWER_ROUNDS; round++)
    {
      double along = 0;

      for (guint i = 0; i < k && other != NULL; i++)
        along += other[i] * direction[i];
      for (guint i = 0; i < k && other != NULL; i++)
        direction[i] -= along * other[i];
      for (guint i = 0; i < k; i++)
        {
          next[i] = 0;
          for (guint j = 0; j < k; j++)
            next[i] += products[i * k + j] * direction[j];
        }
      for (guint i = 0; i < k; i++)
        direction[i] = next[i];
      if (normalise (direction, k) <= 0)
        break;
    }
}

static void
multiply (const Pivots *self, double *products)
{
  for (guint a = 0; a < self->n_pivots; a++)
    for (guint b = 0; b <= a; b++)
      {
        const float *restrict left = self->distances + (gsize) a * self->n;
        const float *restrict right = self->distances + (gsize) b * self->n;
        float sum = 0;
        guint n = self->n;

#pragma omp simd reduction(+ : sum)
        for (guint i = 0; i < n; i++)
          sum += left[i] * right[i];
        products[a * self->n_pivots + b] = products[b * self->n_pivots + a] = sum;
      }
}

static void
project (const Pivots *self, const double *direction, RapportRandom *random, float *places)
{
  double spread = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double sum = 0;

      for (guint k = 0; k < self->n_pivots; k++)
        sum -= self->distances[(gsize) k * self->n + i] * direction[k];
      places[i] = (float) sum;
      spread += sum * sum / self->n;
    }
  spread = spread > 0 ? sqrt (spread) : 1;
  for (guint i = 0; i < self->n; i++)
    places[i] = (float) (places[i] / spread + JITTER * (_rapport_random_double (random) - 0.5));
}

/**
 * _rapport_pivot_places:
 * @x: (out) (array length=n): with a spread of 1
 * @y: (out) (array length=n)
 *
 * Gives nodes places such that those few links apart are near one another.
 */
void
_rapport_pivot_places (const RapportNeighbours *neighbours, guint n, RapportRandom *random, float *x, float *y)
{
  Pivots self = { .neighbours = neighbours, .n = n, .n_pivots = MIN (n, MOST_PIVOTS) };
  double products[MOST_PIVOTS * MOST_PIVOTS];
  double first[MOST_PIVOTS];
  double second[MOST_PIVOTS];

  if (n == 0)
    return;
  self.distances = g_new (float, (gsize) n * self.n_pivots);
  self.queue = g_new (guint, n);
  choose_pivots (&self);
  centre (&self);
  multiply (&self, products);
  find_direction (&self, products, NULL, random, first);
  find_direction (&self, products, first, random, second);
  project (&self, first, random, x);
  project (&self, second, random, y);
  g_free (self.distances);
  g_free (self.queue);
}
