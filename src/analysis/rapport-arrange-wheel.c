/* rapport-arrange-wheel.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seats are tried by simulated annealing: first boldly, then only where it helps, with random numbers of its own, so
 * that the same map is always arranged the same way. Who stands somewhere already moves only where that is worth it,
 * and stays near.
 */
#include "rapport-arrange-wheel.h"

#include <math.h>

#include "rapport-seating-anneal-private.h"
#include "rapport-separate-private.h"
#include "rapport-wheel-order-private.h"
#include "rapport-wheel-region-private.h"

/* What is drawn over a name, in map units: the row of pips. */
#define PIPS_WIDTH 61.0
#define PIPS_HEIGHT 15.0
/* How far names may reach over the rim's bounding box: left, top, right, bottom. */
#define PAGE_LEFT 12.0f
#define PAGE_TOP 0.0f
#define PAGE_RIGHT 8.0f
#define PAGE_BOTTOM 6.0f

/* In pairs of things that are compared. For a map of 40 and 80 it is 25 milliseconds; many more are not worth the
 * wait. */
#define WORK_FOR_ONE 350000.0
#define MOST_WORK 1.2e9
#define FEWEST_ROUNDS 2
#define MOST_TO_TRY 3000
/* Between the outlines of so many that there is no time to try seats, in map units; and how often they may push one
 * another. */
#define GAP_IN_CROWD 2.0f
#define ROUNDS_APART 300
/* The share of the wheel's bounding box that outlines may cover and still be moved apart. */
#define DENSEST 0.35
#define MOST_ROUNDS 400
#define FIRST_HEAT 4.0
#define LAST_HEAT 0.5
#define LAST_REACH 0.08
/* Where people stand already: rounds without heat, and places that are tried for each newcomer. */
#define TIDY_ROUNDS 24
#define TIDY_REACH 0.35
#define PLACES_FOR_NEWCOMER 96
/* Where that leaves boxes over one another, people have to give way to one another: rounds with a little heat. */
#define GIVING_WAY_ROUNDS 48
#define GIVING_WAY_HEAT 1.5
/* The share of a wedge that is left free on each side, so that sectors are told apart by the room between them: the
 * narrowest where more than the given share of the wedge is covered, and by so much more for each share that is less,
 * up to the widest. With these the nearest five are nearly always of one's own sector, whatever the annealing's luck. */
#define NARROWEST_MARGIN 0.05
#define WIDEST_MARGIN 0.27
#define CROWDED 0.2
#define MARGIN_FOR_ROOM 2.0

static const RapportSeatWeights wheel_weights = {
  .node_gap = 60,
  .crowding = 3,
  .spread = 0.12f,
  .length = 0.0012f,
  .passing = 4,
  .home = 0.012f,
};

typedef struct
{
  const RapportWheelOptions *options;
  const RapportGraph *graph;
  RapportWheelGuest *guests;
  guint n;
  RapportWheelRegion *regions;
  RapportSeating *seating;
  guint *group;
  guint *movable;
  guint n_movable;
  guint n_placed; /* of those that may move */
  RapportRandom random;
} Arranger;

/* --- What the annealing asks --- */

static void
confine (gpointer data, guint i, float *x, float *y)
{
  Arranger *self = data;
  double angle;
  double share;
  double px;
  double py;

  _rapport_wheel_region_from_point (&self->regions[i], *x, *y, &angle, &share);
  _rapport_wheel_region_tighten (&self->regions[i], &angle, &share);
  _rapport_wheel_region_to_point (&self->regions[i], angle, share, &px, &py);
  *x = (float) px;
  *y = (float) py;
}

static void
propose (gpointer data, guint i, double reach, RapportRandom *random, float *x, float *y)
{
  Arranger *self = data;
  double angle;
  double share;
  double px;
  double py;

  /* Late tries are near: so far in any direction as the wheel is wide, less. */
  if (reach < 1)
    {
      double way = reach * self->options->half_width * _rapport_random_double (random);
      double turn = 2 * G_PI * _rapport_random_double (random);

      *x += (float) (way * cos (turn));
      *y += (float) (way * sin (turn));
      confine (self, i, x, y);
      return;
    }
  _rapport_wheel_region_sample (&self->regions[i], _rapport_random_double (random),
                                _rapport_random_double (random), &angle, &share);
  _rapport_wheel_region_to_point (&self->regions[i], angle, share, &px, &py);
  *x = (float) px;
  *y = (float) py;
}

/* --- Before --- */

static double
sane (double x)
{
  return isfinite (x) ? CLAMP (x, 0, 1e5) : 0;
}

static RapportSeatSize
get_size (const RapportWheelGuest *guest)
{
  double radius = sane (guest->radius);
  RapportSeatSize size = { 0 };

  size.half_width = (float) (sane (guest->half_width) > 0 ? sane (guest->half_width) : radius);
  size.half_height = (float) (sane (guest->half_height) > 0 ? sane (guest->half_height) : radius);
  if (sane (guest->label_width) > 0 && sane (guest->label_height) > 0)
    {
      size.label_half_width = (float) (MAX (sane (guest->label_width), PIPS_WIDTH) / 2);
      size.label_half_height = (float) ((sane (guest->label_height) + PIPS_HEIGHT) / 2);
    }
  return size;
}

static void
set_page (Arranger *self)
{
  double outermost = 1;

  for (guint i = 0; i < self->n; i++)
    outermost = MAX (outermost, self->regions[i].outer);
  self->seating->page[0] = (float) (-outermost * self->options->half_width) - PAGE_LEFT;
  self->seating->page[1] = (float) (-outermost * self->options->half_height) - PAGE_TOP;
  self->seating->page[2] = (float) (outermost * self->options->half_width) + PAGE_RIGHT;
  self->seating->page[3] = (float) (outermost * self->options->half_height) + PAGE_BOTTOM;
  for (guint i = 0; i < self->options->n_kept; i++)
    {
      const RapportKeptRect *rect = &self->options->kept[i];

      _rapport_seating_keep (self->seating, i, (float) rect->x, (float) rect->y, (float) (rect->width / 2),
                             (float) (rect->height / 2));
    }
}

static void
find_groups (Arranger *self)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    {
      guint group = 0;

      while (group < firsts->len
             && !_rapport_wheel_region_equal (&self->regions[i],
                                              &self->regions[g_array_index (firsts, guint, group)]))
        group++;
      if (group == firsts->len)
        g_array_append_val (firsts, i);
      self->group[i] = group;
    }
}

static double
get_area (const RapportSeatSize *size)
{
  return 4.0 * size->half_width * size->half_height + 4.0 * size->label_half_width * size->label_half_height;
}

/* Keeps everybody the farther from the sides of their wedge, the more room there is. */
static void
set_margins (Arranger *self)
{
  g_autofree double *covered = g_new0 (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    covered[self->group[i]] += get_area (&self->seating->sizes[i]);
  for (guint i = 0; i < self->n; i++)
    {
      RapportWheelRegion *region = &self->regions[i];
      double room = G_PI * self->options->half_width * self->options->half_height * region->extent / 360
                    * (region->outer * region->outer - region->inner * region->inner);
      double share = room > 0 ? covered[self->group[i]] / room : 1;

      region->margin = MIN (NARROWEST_MARGIN + MARGIN_FOR_ROOM * MAX (0, CROWDED - share), WIDEST_MARGIN);
    }
}

static gboolean
stands (const RapportWheelGuest *guest)
{
  return (guest->placed || guest->fixed) && isfinite (guest->angle) && isfinite (guest->share);
}

/* Who stands somewhere is put there, and held there; who may move is listed. */
static void
take_places (Arranger *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const RapportWheelGuest *guest = &self->guests[i];
      double angle = guest->angle;
      double share = guest->share;
      double x;
      double y;

      if (!guest->fixed)
        self->movable[self->n_movable++] = i;
      if (!stands (guest))
        continue;
      if (!guest->fixed)
        {
          _rapport_wheel_region_confine (&self->regions[i], &angle, &share);
          self->n_placed++;
        }
      _rapport_wheel_region_to_point (&self->regions[i], angle, share, &x, &y);
      _rapport_seating_sit (self->seating, i, (float) x, (float) y, RAPPORT_LABEL_SIDE_BELOW);
      _rapport_seating_set_home (self->seating, i, guest->fixed ? 0 : 1);
    }
}

static void
begin (Arranger *self)
{
  g_autofree RapportSeatSize *sizes = g_new0 (RapportSeatSize, self->n + 1);

  self->random = _rapport_random (self->options->seed);
  self->regions = g_new0 (RapportWheelRegion, self->n + 1);
  self->group = g_new0 (guint, self->n + 1);
  self->movable = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      _rapport_wheel_region_init (&self->regions[i], &self->guests[i], self->options);
      sizes[i] = get_size (&self->guests[i]);
    }
  self->seating = _rapport_seating_new (self->graph, sizes, self->options->n_kept);
  self->seating->weights = wheel_weights;
  set_page (self);
  find_groups (self);
  set_margins (self);
  take_places (self);
}

/* --- Seating --- */

/* The names of those who stand already find their sides before anybody moves. */
static void
settle_names (Arranger *self)
{
  RapportSeating *seating = self->seating;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < self->n; i++)
      {
        float best = G_MAXFLOAT;
        RapportLabelSide side = seating->sides[i];

        for (guint k = 0; k < RAPPORT_N_LABEL_SIDES && seating->sizes[i].label_half_width > 0; k++)
          {
            float cost = _rapport_seating_cost (seating, i, seating->x[i], seating->y[i], (RapportLabelSide) k);

            if (cost < best)
              {
                best = cost;
                side = (RapportLabelSide) k;
              }
          }
        _rapport_seating_sit (seating, i, seating->x[i], seating->y[i], side);
      }
}

/* Where somebody new among others is best off, who all stay where they are. */
static void
seat_newcomer (Arranger *self, guint i)
{
  RapportSeating *seating = self->seating;
  float best = G_MAXFLOAT;
  float best_x = seating->x[i];
  float best_y = seating->y[i];
  RapportLabelSide best_side = RAPPORT_LABEL_SIDE_BELOW;

  for (guint k = 0; k < PLACES_FOR_NEWCOMER; k++)
    {
      RapportLabelSide side = (RapportLabelSide) (k % RAPPORT_N_LABEL_SIDES);
      float x = 0;
      float y = 0;
      float cost;

      propose (self, i, 1, &self->random, &x, &y);
      cost = _rapport_seating_cost (seating, i, x, y, side);
      if (cost >= best)
        continue;
      best = cost;
      best_x = x;
      best_y = y;
      best_side = side;
    }
  _rapport_seating_sit (seating, i, best_x, best_y, best_side);
}

static guint
get_rounds (Arranger *self)
{
  double links = self->graph->n_links;
  double degree = 2 * links / MAX (self->n, 1u);
  double one = degree * (links + 2.0 * self->n) + 2 * links + 4.0 * self->n + 40;
  double work = MIN (WORK_FOR_ONE * self->n, MOST_WORK);

  double rounds = work / one / MAX (self->n_movable, 1u) / 4;

  if (self->options->rounds > 0)
    return self->options->rounds;
  return (guint) CLAMP (rounds, self->n <= MOST_TO_TRY ? FEWEST_ROUNDS : 0, MOST_ROUNDS);
}

/* In a crowd outlines push one another apart, each within its region. Names have no room there anyway. */
static gboolean
move_apart (Arranger *self, GCancellable *cancellable)
{
  RapportSeating *seating = self->seating;
  g_autofree float *half_width = g_new (float, self->n);
  g_autofree float *half_height = g_new (float, self->n);
  g_autofree gboolean *fixed = g_new (gboolean, self->n);
  RapportSeparation separation = { .n = self->n, .x = seating->x, .y = seating->y, .half_width = half_width,
                                   .half_height = half_height, .fixed = fixed, .confine = confine, .data = self,
                                   .rounds = ROUNDS_APART, .cancellable = cancellable };
  double covered = 0;

  for (guint i = 0; i < self->n; i++)
    {
      half_width[i] = seating->half_width[i] + GAP_IN_CROWD / 2;
      half_height[i] = seating->half_height[i] + GAP_IN_CROWD / 2;
      fixed[i] = self->guests[i].fixed;
      self->regions[i].margin = NARROWEST_MARGIN;
      covered += half_width[i] * half_height[i];
    }
  if (covered < DENSEST * self->options->half_width * self->options->half_height)
    _rapport_separate (&separation);
  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
anneal_and_polish (Arranger *self, RapportSeatAnnealing *how)
{
  if (!_rapport_seating_anneal (self->seating, how, &self->random))
    return FALSE;
  if (self->n > MANY_GUESTS)
    return move_apart (self, how->cancellable);
  return _rapport_seating_polish (self->seating, how);
}

static gboolean
seat_all (Arranger *self, RapportSeatAnnealing *how)
{
  how->group = self->group;
  how->rounds = get_rounds (self);
  /* There is no time for everybody to find their place from just anywhere in a very large map. */
  how->first_heat = self->n <= MANY_GUESTS ? FIRST_HEAT : LAST_HEAT;
  how->last_heat = LAST_HEAT;
  how->first_reach = 1;
  how->last_reach = LAST_REACH;
  return anneal_and_polish (self, how);
}

static guint
count_overlaps (Arranger *self)
{
  guint n = 0;

  for (guint k = 0; k < self->n_movable; k++)
    n += _rapport_seating_count_overlaps (self->seating, self->movable[k]);
  return n;
}

/* It is undone where it was of no use: nobody moves for nothing. */
static gboolean
give_way (Arranger *self, RapportSeatAnnealing *how)
{
  RapportSeating *seating = self->seating;
  guint before = self->n <= MANY_GUESTS ? count_overlaps (self) : 0;
  g_autofree float *x = NULL;
  g_autofree float *y = NULL;
  g_autofree RapportLabelSide *sides = NULL;

  if (before == 0)
    return TRUE;
  x = g_memdup2 (seating->x, self->n * sizeof *x);
  y = g_memdup2 (seating->y, self->n * sizeof *y);
  sides = g_memdup2 (seating->sides, self->n * sizeof *sides);
  how->rounds = MIN (GIVING_WAY_ROUNDS, get_rounds (self));
  how->first_heat = GIVING_WAY_HEAT;
  how->last_heat = LAST_HEAT / 4;
  how->progress = NULL; /* which has said "all done" already */
  if (!anneal_and_polish (self, how))
    return FALSE;
  if (count_overlaps (self) >= before)
    for (guint i = 0; i < self->n; i++)
      _rapport_seating_sit (seating, i, x[i], y[i], sides[i]);
  return TRUE;
}

static gboolean
tidy (Arranger *self, RapportSeatAnnealing *how)
{
  if (self->n <= MANY_GUESTS)
    settle_names (self);
  for (guint i = 0; i < self->n; i++)
    if (!stands (&self->guests[i]) && !g_cancellable_is_cancelled (how->cancellable))
      seat_newcomer (self, i);
  how->rounds = MIN (TIDY_ROUNDS, get_rounds (self));
  how->first_reach = TIDY_REACH;
  how->last_reach = LAST_REACH / 2;
  return anneal_and_polish (self, how) && give_way (self, how);
}

/* Whether somebody stood within wedge and ring, and still stands there. */
static gboolean
has_stayed (Arranger *self, guint i)
{
  const RapportWheelGuest *guest = &self->guests[i];
  const RapportSeating *seating = self->seating;
  double angle = guest->angle;
  double share = guest->share;

  if (guest->fixed)
    return TRUE;
  if (!stands (guest) || seating->x[i] != seating->home_x[i] || seating->y[i] != seating->home_y[i])
    return FALSE;
  _rapport_wheel_region_confine (&self->regions[i], &angle, &share);
  return share == guest->share && fabs (remainder (angle - guest->angle, 360)) < 1e-9;
}

/* Whoever did not move keeps exactly the numbers they had. */
static void
give_places (Arranger *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      RapportWheelGuest *guest = &self->guests[i];
      const RapportSeating *seating = self->seating;

      guest->side = seating->sides[i];
      if (has_stayed (self, i))
        continue;
      _rapport_wheel_region_from_point (&self->regions[i], seating->x[i], seating->y[i], &guest->angle,
                                        &guest->share);
      _rapport_wheel_region_confine (&self->regions[i], &guest->angle, &guest->share);
      guest->angle -= 360 * floor (guest->angle / 360);
    }
}

static void
end (Arranger *self)
{
  _rapport_seating_free (self->seating);
  g_free (self->regions);
  g_free (self->group);
  g_free (self->movable);
}

/**
 * rapport_arrange_wheel:
 * @guests: (inout) (array length=n) (nullable): angle, share and side are set; who is fixed stays
 * @links: (array length=n_links) (nullable)
 * @cancellable: (nullable)
 * @progress: (nullable): called with 0 to 1, in this thread
 *
 * Seats everybody within their own wedge and ring: no boxes over one another where there is room, few links that
 * cross, none over somebody else, short links, everybody spread over the room there is. The same input gives the
 * same seats. Who was placed moves only where that makes the whole much better, and stays near; somebody new is
 * fitted in among the others. May be called in any thread.
 *
 * Returns: %FALSE where it was cancelled; the seats are then untouched
 */
gboolean
rapport_arrange_wheel (RapportWheelGuest *guests, guint n, const RapportGuestLink *links, guint n_links,
                       const RapportWheelOptions *options, GCancellable *cancellable,
                       RapportProgressFunc progress, gpointer user_data)
{
  const RapportGraph graph = { n, n_links, links, NULL };
  Arranger self = { .options = options, .graph = &graph, .guests = guests, .n = n };
  RapportSeatAnnealing how = { .propose = propose, .confine = confine, .data = &self,
                               .cancellable = cancellable, .progress = progress, .progress_data = user_data };
  gboolean done;

  g_return_val_if_fail (guests != NULL || n == 0, FALSE);
  g_return_val_if_fail (rapport_graph_is_valid (&graph), FALSE);
  g_return_val_if_fail (options != NULL && options->half_width > 0 && options->half_height > 0, FALSE);
  g_return_val_if_fail (options->exponent >= 1 && (options->kept != NULL || options->n_kept == 0), FALSE);

  begin (&self);
  how.movable = self.movable;
  how.n_movable = self.n_movable;
  if (self.n_placed == 0)
    _rapport_wheel_order (self.seating, self.regions, self.group, self.movable, self.n_movable);
  done = self.n_movable == 0 || (self.n_placed > 0 ? tidy (&self, &how) : seat_all (&self, &how));
  done = done && !g_cancellable_is_cancelled (cancellable);
  if (done)
    give_places (&self);
  end (&self);
  return done;
}
