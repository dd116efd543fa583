/* rapport-forces.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ForceAtlas2, after M. Jacomy, T. Venturini, S. Heymann and M. Bastian, ForceAtlas2, a continuous graph layout
 * algorithm (2014): nodes repel each other by their numbers of links over the distance, links pull by their length,
 * a weak pull to the middle keeps parts together that no link joins. How fast a node moves depends on how much it
 * swings. Of the usual models it crosses links the least. Far groups repel as one (rapport-quad-tree.c).
 */
#include "rapport-forces-private.h"

#include <math.h>

#include "rapport-quad-tree-private.h"

#define REPULSION 1.0f
#define GRAVITY 0.02f
#define TOLERANCE 1.0
/* Up to so many nodes every pair is looked at: the loop over plain arrays is quicker than a tree. */
#define MOST_PAIRWISE 500

typedef struct
{
  const RapportForces *how;
  guint n;
  float *mass;
  float *force_x, *force_y;
  float *last_x, *last_y; /* the forces of the round before */
  RapportQuadTree *tree;  /* nullable */
  double speed;
  double efficiency;
} Simulation;

static void
repel_pairwise (Simulation *self)
{
  const float *restrict xs = self->how->x;
  const float *restrict ys = self->how->y;
  const float *restrict masses = self->mass;
  guint n = self->n;

  for (guint i = 0; i < n; i++)
    {
      float x = xs[i];
      float y = ys[i];
      float fx = 0;
      float fy = 0;

#pragma omp simd reduction(+ : fx, fy)
      for (guint j = 0; j < n; j++)
        {
          float dx = x - xs[j];
          float dy = y - ys[j];
          float push = masses[j] / (dx * dx + dy * dy + 1e-6f);

          fx += dx * push;
          fy += dy * push;
        }
      self->force_x[i] = REPULSION * masses[i] * fx;
      self->force_y[i] = REPULSION * masses[i] * fy;
    }
}

static void
repel_by_tree (Simulation *self)
{
  _rapport_quad_tree_build (self->tree, self->how->x, self->how->y, self->mass, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      float fx;
      float fy;

      _rapport_quad_tree_push (self->tree, self->how->x[i], self->how->y[i], &fx, &fy);
      self->force_x[i] = REPULSION * self->mass[i] * fx;
      self->force_y[i] = REPULSION * self->mass[i] * fy;
    }
}

static void
pull (Simulation *self)
{
  const RapportForces *how = self->how;

  for (guint i = 0; i < how->graph->n_links; i++)
    {
      guint a = how->graph->links[i].a;
      guint b = how->graph->links[i].b;
      float weight = how->graph->weights != NULL ? (float) how->graph->weights[i] : 1;
      float dx = weight * (how->x[b] - how->x[a]);
      float dy = weight * (how->y[b] - how->y[a]);

      self->force_x[a] += dx;
      self->force_y[a] += dy;
      self->force_x[b] -= dx;
      self->force_y[b] -= dy;
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->force_x[i] -= GRAVITY * self->mass[i] * how->x[i];
      self->force_y[i] -= GRAVITY * self->mass[i] * how->y[i];
    }
}

/* How fast the whole moves: as fast as it can without swinging more than it gets on. */
static void
set_speed (Simulation *self)
{
  double swinging = 0;
  double traction = 0;
  double jitter;
  double target;

  for (guint i = 0; i < self->n; i++)
    {
      double swing = hypot (self->force_x[i] - self->last_x[i], self->force_y[i] - self->last_y[i]);

      swinging += self->mass[i] * swing;
      traction += 0.5 * self->mass[i]
                  * hypot (self->force_x[i] + self->last_x[i], self->force_y[i] + self->last_y[i]);
    }
  jitter = TOLERANCE * CLAMP (0.05 * sqrt (self->n) * traction / ((double) self->n * self->n),
                              sqrt (0.05 * sqrt (self->n)), 10);
  if (traction > 0 && swinging / traction > 2)
    {
      self->efficiency = MAX (self->efficiency * 0.5, 0.05);
      jitter = MAX (jitter, TOLERANCE);
    }
  target = swinging > 0 ? jitter * self->efficiency * traction / swinging : self->speed;
  if (swinging > jitter * traction)
    self->efficiency = MAX (self->efficiency * 0.7, 0.05);
  else if (self->speed < 1000)
    self->efficiency *= 1.3;
  self->speed += MIN (target - self->speed, 0.5 * self->speed);
}

static void
move (Simulation *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      double swing = self->mass[i]
                     * hypot (self->force_x[i] - self->last_x[i], self->force_y[i] - self->last_y[i]);
      float factor = (float) (self->speed / (1 + sqrt (self->speed * swing)));

      self->how->x[i] += factor * self->force_x[i];
      self->how->y[i] += factor * self->force_y[i];
      self->last_x[i] = self->force_x[i];
      self->last_y[i] = self->force_y[i];
    }
}

static gboolean
run (Simulation *self)
{
  const RapportForces *how = self->how;

  for (guint round = 0; round < how->rounds; round++)
    {
      if (g_cancellable_is_cancelled (how->cancellable))
        return FALSE;
      if (self->tree != NULL)
        repel_by_tree (self);
      else
        repel_pairwise (self);
      pull (self);
      set_speed (self);
      move (self);
      if (how->progress != NULL)
        how->progress ((double) round / how->rounds, how->progress_data);
    }
  return TRUE;
}

/* Lets the forces work for so many rounds. Returns: %FALSE where it was cancelled */
gboolean
_rapport_forces_run (RapportForces *how)
{
  guint n = how->graph->n_nodes;
  Simulation self = { .how = how, .n = n, .speed = 1, .efficiency = 1 };
  gboolean done;

  self.mass = g_new (float, n + 1);
  self.force_x = g_new0 (float, n + 1);
  self.force_y = g_new0 (float, n + 1);
  self.last_x = g_new0 (float, n + 1);
  self.last_y = g_new0 (float, n + 1);
  for (guint i = 0; i < n; i++)
    self.mass[i] = (float) (1 + how->neighbours->first[i + 1] - how->neighbours->first[i]);
  if (n > MOST_PAIRWISE)
    self.tree = _rapport_quad_tree_new (n);
  done = run (&self);
  _rapport_quad_tree_free (self.tree);
  g_free (self.mass);
  g_free (self.force_x);
  g_free (self.force_y);
  g_free (self.last_x);
  g_free (self.last_y);
  return done;
}
