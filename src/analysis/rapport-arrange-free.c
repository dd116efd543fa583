/* rapport-arrange-free.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without wedges and rings: places by distances, then by forces, then boxes moved apart; in maps of up to some
 * hundreds crossings are then taken out one by one, by trying places as in the wheel.
 */
#include "rapport-arrange-free.h"

#include <math.h>

#include "rapport-forces-private.h"
#include "rapport-pivot-places-private.h"
#include "rapport-seating-anneal-private.h"
#include "rapport-separate-private.h"

/* The bounding box of all, in areas of all boxes, before the boxes are moved apart. */
#define ROOM 8.0
#define ASPECT 1.6
#define ROUNDS_OF_FEW 160
#define ROUNDS_OF_MANY 100
#define FEW 500
#define ROUNDS_APART 600
/* What comes out is at least so wide for its height, unless that would draw it out by more than the other. */
#define LEAST_ASPECT 1.25f
#define MOST_DRAWN_OUT 2.0f
/* Boxes that cover more of the room than this do not come apart in it. */
#define DENSEST 0.7
/* Crossings are taken out in maps of up to so many; in so many pairs of things that are compared. Where there are more
 * stakeholders than a room looks at one by one, less time is spent on them, for each of them costs more. */
#define MOST_TO_ANNEAL 400
#define WORK_FOR_ONE 500000.0
#define MOST_WORK 3e7
#define LOOKED_AT 160.0
#define FIRST_HEAT 1.0
#define LAST_HEAT 0.2
#define FIRST_REACH 0.4
#define LAST_REACH 0.05
#define TIDY_ROUNDS 12
#define TIDY_REACH 0.1

static const RapportSeatWeights free_weights = {
  .node_gap = 16,
  .crowding = 2,
  .spread = 0.03f,
  .length = 0.002f,
  .passing = 1,
  .home = 0.01f,
};

typedef struct
{
  const RapportGraph *graph;
  const RapportFreeOptions *options;
  RapportFreeBox *boxes;
  guint n;
  RapportNeighbours *neighbours;
  float *x, *y;
  float *half_width, *half_height; /* with half of the gap */
  gboolean *fixed;
  guint *movable;
  guint n_movable;
  guint n_stand;
  double room_width; /* of the whole, aimed at */
  double room_height;
  double covered;        /* by boxes */
  float bounds[4];       /* left, top, right, bottom: where middles may be, if there is a room */
  RapportRandom random;
  GCancellable *cancellable;
  RapportProgressFunc progress;
  gpointer progress_data;
} Arranger;

static gboolean
stands (const RapportFreeBox *box)
{
  return (box->placed || box->fixed) && isfinite (box->x) && isfinite (box->y);
}

static double
sane (double x)
{
  return isfinite (x) ? CLAMP (x, 0, 1e5) : 0;
}

static gboolean
has_room (const Arranger *self)
{
  return self->options->width > 0 && self->options->height > 0;
}

static void
begin (Arranger *self)
{
  double area = 0;
  double aspect = self->options->aspect > 0 ? self->options->aspect : ASPECT;

  self->neighbours = _rapport_neighbours_new (self->graph);
  self->x = g_new0 (float, self->n + 1);
  self->y = g_new0 (float, self->n + 1);
  self->half_width = g_new0 (float, self->n + 1);
  self->half_height = g_new0 (float, self->n + 1);
  self->fixed = g_new0 (gboolean, self->n + 1);
  self->movable = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const RapportFreeBox *box = &self->boxes[i];

      self->half_width[i] = (float) ((sane (box->width) + self->options->gap) / 2);
      self->half_height[i] = (float) ((sane (box->height) + self->options->gap) / 2);
      self->fixed[i] = box->fixed;
      area += 4.0 * self->half_width[i] * self->half_height[i];
      if (!box->fixed)
        self->movable[self->n_movable++] = i;
      self->n_stand += stands (box);
    }
  self->covered = area;
  area = MAX (area, 1) * ROOM;
  self->room_height = sqrt (area / aspect);
  self->room_width = area / self->room_height;
  if (has_room (self))
    {
      self->room_width = self->options->width;
      self->room_height = self->options->height;
    }
  self->random = _rapport_random (self->options->seed);
}

static void
end (Arranger *self)
{
  _rapport_neighbours_free (self->neighbours);
  g_free (self->x);
  g_free (self->y);
  g_free (self->half_width);
  g_free (self->half_height);
  g_free (self->fixed);
  g_free (self->movable);
}

/* Tells a part of the way as the share of the whole that it is. */
typedef struct
{
  const Arranger *arranger;
  double from;
  double to;
} Part;

static void
tell_part (double fraction, gpointer data)
{
  const Part *part = data;

  if (part->arranger->progress != NULL)
    part->arranger->progress (part->from + fraction * (part->to - part->from), part->arranger->progress_data);
}

/* --- From nothing --- */

/* The cloud is stretched to the room that is given, or keeps its shape and gets as much as is aimed at. */
static void
scale (Arranger *self, float left, float top, float right, float bottom)
{
  double width = MAX (right - left, 1e-3);
  double height = MAX (bottom - top, 1e-3);
  double across = sqrt (self->room_width * self->room_height / (width * height));
  double down = across;

  if (has_room (self))
    {
      across = self->room_width / width;
      down = self->room_height / height;
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = (float) (self->x[i] * across);
      self->y[i] = (float) (self->y[i] * down);
    }
}

/* Turns the longest way of the cloud to the horizontal, where names have room, and fits it into the room. */
static void
fit (Arranger *self)
{
  double xx = 0, xy = 0, yy = 0, mean_x = 0, mean_y = 0, turn;
  float left = G_MAXFLOAT, top = G_MAXFLOAT, right = -G_MAXFLOAT, bottom = -G_MAXFLOAT;

  for (guint i = 0; i < self->n; i++)
    {
      mean_x += self->x[i] / self->n;
      mean_y += self->y[i] / self->n;
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] -= (float) mean_x;
      self->y[i] -= (float) mean_y;
      xx += self->x[i] * self->x[i];
      xy += self->x[i] * self->y[i];
      yy += self->y[i] * self->y[i];
    }
  turn = 0.5 * atan2 (2 * xy, xx - yy);
  for (guint i = 0; i < self->n; i++)
    {
      double x = self->x[i] * cos (turn) + self->y[i] * sin (turn);
      double y = self->y[i] * cos (turn) - self->x[i] * sin (turn);

      self->x[i] = (float) x;
      self->y[i] = (float) y;
      left = MIN (left, self->x[i]);
      right = MAX (right, self->x[i]);
      top = MIN (top, self->y[i]);
      bottom = MAX (bottom, self->y[i]);
    }
  scale (self, left, top, right, bottom);
}

static gboolean
place_by_forces (Arranger *self)
{
  Part part = { self, 0, 0.5 };
  RapportForces forces = { .graph = self->graph,
                           .neighbours = self->neighbours,
                           .x = self->x,
                           .y = self->y,
                           .rounds = self->n <= FEW ? ROUNDS_OF_FEW : ROUNDS_OF_MANY,
                           .cancellable = self->cancellable,
                           .progress = tell_part,
                           .progress_data = &part };
  float spread = sqrtf ((float) self->n) * 2;
  gboolean done;

  _rapport_pivot_places (self->neighbours, self->n, &self->random, self->x, self->y);
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] *= spread;
      self->y[i] *= spread;
    }
  done = _rapport_forces_run (&forces);
  fit (self);
  return done;
}

/* --- From what is there --- */

/* Who is new comes to the middle of those they are linked to. */
static void
place_newcomers (Arranger *self)
{
  double mean_x = 0;
  double mean_y = 0;

  for (guint i = 0; i < self->n; i++)
    if (stands (&self->boxes[i]))
      {
        self->x[i] = (float) CLAMP (self->boxes[i].x, -1e6, 1e6);
        self->y[i] = (float) CLAMP (self->boxes[i].y, -1e6, 1e6);
        mean_x += self->x[i] / self->n_stand;
        mean_y += self->y[i] / self->n_stand;
      }
  for (guint i = 0; i < self->n; i++)
    {
      double x = 0;
      double y = 0;
      guint n = 0;

      if (stands (&self->boxes[i]))
        continue;
      for (guint j = self->neighbours->first[i]; j < self->neighbours->first[i + 1]; j++)
        if (stands (&self->boxes[self->neighbours->node[j]]))
          {
            x += self->x[self->neighbours->node[j]];
            y += self->y[self->neighbours->node[j]];
            n++;
          }
      self->x[i] = (float) ((n > 0 ? x / n : mean_x) + 40 * (_rapport_random_double (&self->random) - 0.5));
      self->y[i] = (float) ((n > 0 ? y / n : mean_y) + 40 * (_rapport_random_double (&self->random) - 0.5));
    }
}

static void
keep_in_bounds (gpointer data, guint i, float *x, float *y)
{
  const Arranger *self = data;

  *x = CLAMP (*x, self->bounds[0], self->bounds[2]);
  *y = CLAMP (*y, self->bounds[1], self->bounds[3]);
}

/* As large as the room at least, and as large as those who stand already have made it. */
static void
set_bounds (Arranger *self)
{
  float *bounds = self->bounds;
  float across, down;

  bounds[0] = bounds[1] = G_MAXFLOAT;
  bounds[2] = bounds[3] = -G_MAXFLOAT;
  for (guint i = 0; i < self->n; i++)
    {
      bounds[0] = MIN (bounds[0], self->x[i]);
      bounds[1] = MIN (bounds[1], self->y[i]);
      bounds[2] = MAX (bounds[2], self->x[i]);
      bounds[3] = MAX (bounds[3], self->y[i]);
    }
  across = MAX (0, (float) self->room_width - (bounds[2] - bounds[0])) / 2;
  down = MAX (0, (float) self->room_height - (bounds[3] - bounds[1])) / 2;
  bounds[0] -= across;
  bounds[1] -= down;
  bounds[2] += across;
  bounds[3] += down;
}

/* --- Crossings --- */

static void
propose (gpointer data, guint i, double reach, RapportRandom *random, float *x, float *y)
{
  const Arranger *self = data;
  double way = reach * self->room_width * _rapport_random_double (random);
  double turn = 2 * G_PI * _rapport_random_double (random);

  *x += (float) (way * cos (turn));
  *y += (float) (way * sin (turn));
  if (has_room (self))
    keep_in_bounds (data, i, x, y);
}

static RapportSeating *
make_seating (Arranger *self)
{
  g_autofree RapportSeatSize *sizes = g_new0 (RapportSeatSize, self->n + 1);
  RapportSeating *seating;

  for (guint i = 0; i < self->n; i++)
    {
      sizes[i].half_width = self->half_width[i];
      sizes[i].half_height = self->half_height[i];
    }
  seating = _rapport_seating_new (self->graph, sizes, 0);
  seating->weights = free_weights;
  for (guint i = 0; i < self->n; i++)
    {
      _rapport_seating_sit (seating, i, self->x[i], self->y[i], RAPPORT_LABEL_SIDE_BELOW);
      if (stands (&self->boxes[i]) && !self->fixed[i])
        _rapport_seating_set_home (seating, i, 1);
    }
  return seating;
}

static guint
get_rounds (Arranger *self)
{
  double links = self->graph->n_links;
  double degree = 2 * links / MAX (self->n, 1u);
  double one = degree * (links + self->n) + links + self->n + 40;
  double crowd = MAX (1, self->n / LOOKED_AT);
  double work = MIN (WORK_FOR_ONE * self->n, MOST_WORK / (crowd * crowd));

  return (guint) CLAMP (work / one / MAX (self->n_movable, 1u) / 4, 1, 400);
}

/* The bounding box stays what it is: nobody leaves it to avoid a crossing. */
static void
set_page (Arranger *self, RapportSeating *seating)
{
  float *page = seating->page;

  page[0] = page[1] = G_MAXFLOAT;
  page[2] = page[3] = -G_MAXFLOAT;
  for (guint i = 0; i < self->n; i++)
    {
      page[0] = MIN (page[0], self->x[i] - self->half_width[i]);
      page[1] = MIN (page[1], self->y[i] - self->half_height[i]);
      page[2] = MAX (page[2], self->x[i] + self->half_width[i]);
      page[3] = MAX (page[3], self->y[i] + self->half_height[i]);
    }
}

static gboolean
take_crossings_out (Arranger *self)
{
  g_autoptr (RapportSeating) seating = make_seating (self);
  Part part = { self, 0.5, 1 };
  RapportSeatAnnealing how = { .propose = propose, .data = self,
                               .movable = self->movable, .n_movable = self->n_movable,
                               .cancellable = self->cancellable, .progress = tell_part, .progress_data = &part };
  gboolean done;

  set_page (self, seating);
  how.rounds = get_rounds (self);
  how.first_heat = self->n_stand > 0 ? 0 : FIRST_HEAT;
  how.last_heat = LAST_HEAT;
  how.first_reach = self->n_stand > 0 ? TIDY_REACH : FIRST_REACH;
  how.last_reach = LAST_REACH;
  if (self->n_stand > 0)
    how.rounds = MIN (how.rounds, TIDY_ROUNDS);
  done = _rapport_seating_anneal (seating, &how, &self->random);
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = seating->x[i];
      self->y[i] = seating->y[i];
    }
  return done;
}

/* --- */

/* First within the room, then, where that will not do, beyond. */
static void
move_apart (Arranger *self)
{
  gboolean any_fixed = self->n_movable < self->n;
  RapportSeparation separation = { .n = self->n, .x = self->x, .y = self->y, .half_width = self->half_width,
                                   .half_height = self->half_height, .fixed = any_fixed ? self->fixed : NULL,
                                   .rounds = ROUNDS_APART, .cancellable = self->cancellable };

  if (has_room (self) && self->n > 0)
    {
      separation.confine = keep_in_bounds;
      separation.data = self;
      if (self->covered < DENSEST * (self->bounds[2] - self->bounds[0]) * (self->bounds[3] - self->bounds[1])
          && _rapport_separate (&separation) == 0)
        return;
      separation.confine = NULL;
    }
  _rapport_separate (&separation);
}

/* Moving boxes apart may make the whole as high as wide. Drawn out sideways, nothing comes closer together. */
static void
draw_out (Arranger *self)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT, top = G_MAXFLOAT, bottom = -G_MAXFLOAT, middle, factor;

  if (has_room (self) || self->n_stand > 0 || self->n_movable < self->n || self->n < 3)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      left = MIN (left, self->x[i]);
      right = MAX (right, self->x[i]);
      top = MIN (top, self->y[i]);
      bottom = MAX (bottom, self->y[i]);
    }
  middle = (left + right) / 2;
  factor = right > left ? LEAST_ASPECT * (bottom - top) / (right - left) : 1;
  if (factor > 1 && factor < MOST_DRAWN_OUT)
    for (guint i = 0; i < self->n; i++)
      self->x[i] = middle + (self->x[i] - middle) * factor;
}

static void
give_places (Arranger *self)
{
  draw_out (self);
  for (guint i = 0; i < self->n; i++)
    if (!self->fixed[i])
      {
        self->boxes[i].x = self->x[i];
        self->boxes[i].y = self->y[i];
      }
}

static gboolean
arrange (Arranger *self)
{
  gboolean done = TRUE;

  if (self->n_stand > 0)
    place_newcomers (self);
  else
    done = place_by_forces (self);
  if (!done)
    return FALSE;
  set_bounds (self);
  move_apart (self);
  if (self->n <= MOST_TO_ANNEAL && self->n_movable > 0)
    {
      done = take_crossings_out (self);
      move_apart (self);
    }
  return done && !g_cancellable_is_cancelled (self->cancellable);
}

/**
 * rapport_arrange_free:
 * @boxes: (inout) (array length=n_nodes) (nullable): one for each node; x and y are set, but of those that are fixed
 * @graph: a valid one
 * @cancellable: (nullable)
 * @progress: (nullable): called with 0 to 1, in this thread
 *
 * Gives everybody a place such that no boxes overlap, few links cross, and who is linked is near. The same input
 * gives the same places. Where somebody is placed already, nothing begins anew: others are fitted in and overlaps
 * taken out. May be called in any thread.
 *
 * Returns: %FALSE where it was cancelled; the places are then untouched
 */
gboolean
rapport_arrange_free (RapportFreeBox *boxes, const RapportGraph *graph, const RapportFreeOptions *options,
                      GCancellable *cancellable, RapportProgressFunc progress, gpointer user_data)
{
  Arranger self = { .graph = graph, .options = options, .boxes = boxes, .cancellable = cancellable,
                    .progress = progress, .progress_data = user_data };
  gboolean done;

  g_return_val_if_fail (rapport_graph_is_valid (graph), FALSE);
  g_return_val_if_fail (boxes != NULL || graph->n_nodes == 0, FALSE);
  g_return_val_if_fail (options != NULL && options->gap >= 0, FALSE);

  self.n = graph->n_nodes;
  begin (&self);
  done = arrange (&self);
  if (done)
    give_places (&self);
  end (&self);
  return done;
}
