/* test-arrange-wheel.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "sample-map.h"

#define SAMPLES 20

static RapportWheelGuest *
copy_guests (const SampleMap *map)
{
  return g_memdup2 (map->guests, map->n * sizeof *map->guests);
}

static gboolean
is_same (const SampleMap *map, const RapportWheelGuest *guests)
{
  return memcmp (map->guests, guests, map->n * sizeof *guests) == 0;
}

/* From now on everybody stands where they are. */
static void
set_placed (SampleMap *map)
{
  for (guint i = 0; i < map->n; i++)
    map->guests[i].placed = TRUE;
}

static double
get_way (const SampleMap *map, const SampleMap *before, guint i)
{
  double x, y, old_x, old_y;

  sample_map_get_point (map, i, &x, &y);
  sample_map_get_point (before, i, &old_x, &old_y);
  return hypot (x - old_x, y - old_y);
}

/* How often somebody who stood well to the left of somebody else no longer does. */
static guint
count_turned (const SampleMap *map, const SampleMap *before, guint n)
{
  guint turned = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double xi, xj, old_xi, old_xj, y;

        sample_map_get_point (map, i, &xi, &y);
        sample_map_get_point (map, j, &xj, &y);
        sample_map_get_point (before, i, &old_xi, &y);
        sample_map_get_point (before, j, &old_xj, &y);
        turned += old_xi + 120 < old_xj && xi >= xj;
      }
  return turned;
}

/* --- */

static void
test_no_overlaps (void)
{
  for (guint seed = 1; seed <= SAMPLES; seed++)
    {
      g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);
      SampleFaults faults;

      g_assert_true (sample_map_arrange (map));
      faults = sample_map_judge (map);
      g_assert_cmpuint (faults.outlines, ==, 0);
      g_assert_cmpuint (faults.names, ==, 0);
      g_assert_cmpuint (faults.names_on_outlines, ==, 0);
      g_assert_cmpuint (faults.outside, ==, 0);
    }
}

/* Everybody's places at random in their regions, without a thought of links. */
static guint
count_crossings_at_random (SampleMap *map)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint crossings = 0;

  for (guint round = 0; round < 10; round++)
    {
      for (guint i = 0; i < map->n; i++)
        {
          RapportWheelGuest *guest = &map->guests[i];

          guest->angle = guest->start + guest->extent * g_rand_double (random);
          guest->share = guest->inner + (guest->outer - guest->inner) * g_rand_double (random);
        }
      crossings += sample_map_judge (map).crossings;
    }
  return crossings / 10;
}

static void
test_few_crossings (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);
      guint at_random = count_crossings_at_random (map);

      g_assert_true (sample_map_arrange (map));
      g_test_message ("map %u: %u crossings, %u at random", seed, sample_map_judge (map).crossings, at_random);
      g_assert_cmpuint (sample_map_judge (map).crossings * 4, <, at_random * 3);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (SampleMap) map = sample_map_new (7, 40, 80);
  g_autofree RapportWheelGuest *unseated = copy_guests (map);
  g_autofree RapportWheelGuest *first = NULL;

  sample_map_arrange (map);
  first = copy_guests (map);
  memcpy (map->guests, unseated, map->n * sizeof *unseated);
  sample_map_arrange (map);
  g_assert_true (is_same (map, first));
}

/* --- Stability --- */

/* A second time nearly nothing is left to do. */
static void
test_again_moves_little (void)
{
  for (guint seed = 1; seed <= SAMPLES; seed++)
    {
      g_autoptr (SampleMap) before = sample_map_new (seed, 40, 80);
      g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);
      double sum = 0;

      sample_map_arrange (before);
      sample_map_arrange (map);
      set_placed (map);
      g_assert_true (sample_map_arrange (map));
      for (guint i = 0; i < map->n; i++)
        sum += get_way (map, before, i);
      g_test_message ("map %u: %.1f on average, %u turned", seed, sum / map->n, count_turned (map, before, map->n));
      g_assert_cmpfloat (sum / map->n, <, 12);
      g_assert_cmpuint (count_turned (map, before, map->n), ==, 0);
      g_assert_cmpuint (sample_map_judge (map).outlines + sample_map_judge (map).names, ==, 0);
    }
}

/* Somebody new, with two links: the others make room, and no more than that. */
static void
test_newcomer (void)
{
  for (guint seed = 1; seed <= SAMPLES; seed++)
    {
      g_autoptr (SampleMap) before = sample_map_new (seed, 40, 80);
      g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);
      guint last = map->n - 1;
      guint moved = 0;

      before->n_links = map->n_links = 78;
      before->n = last;
      for (guint i = 0; i < 78; i++)
        if (map->links[i].a == last || map->links[i].b == last)
          map->links[i] = before->links[i] = (RapportGraphLink){ 0, 1 };
      sample_map_arrange (before);
      memcpy (map->guests, before->guests, last * sizeof *map->guests);
      set_placed (map);
      map->guests[last].placed = FALSE;
      map->links[78] = (RapportGraphLink){ last, 3 };
      map->links[79] = (RapportGraphLink){ 11, last };
      map->n_links = 80;
      g_assert_true (sample_map_arrange (map));
      for (guint i = 0; i < last; i++)
        moved += get_way (map, before, i) > 40;
      g_test_message ("map %u: %u moved, %u turned", seed, moved, count_turned (map, before, last));
      g_assert_cmpuint (moved, <, 8);
      g_assert_cmpuint (count_turned (map, before, last), <, 8);
      g_assert_cmpuint (sample_map_judge (map).outside, ==, 0);
      g_assert_cmpuint (sample_map_judge (map).outlines + sample_map_judge (map).names, ==, 0);
    }
}

static void
test_fixed_never_move (void)
{
  g_autoptr (SampleMap) map = sample_map_new (3, 40, 80);
  g_autofree RapportWheelGuest *before = NULL;
  guint moved = 0;

  /* Where they are is as bad as can be, so that there is every reason to move. */
  for (guint i = 0; i < map->n; i++)
    {
      map->guests[i].angle = map->guests[i].start + 1.25;
      map->guests[i].share = map->guests[i].inner;
      map->guests[i].placed = TRUE;
      map->guests[i].fixed = i % 4 != 0;
    }
  before = copy_guests (map);
  g_assert_true (sample_map_arrange (map));
  for (guint i = 0; i < map->n; i++)
    if (map->guests[i].fixed)
      {
        g_assert_cmpfloat (map->guests[i].angle, ==, before[i].angle);
        g_assert_cmpfloat (map->guests[i].share, ==, before[i].share);
      }
    else
      moved += map->guests[i].angle != before[i].angle || map->guests[i].share != before[i].share;
  g_assert_cmpuint (moved, >, 5);
}

static void
test_all_fixed (void)
{
  g_autoptr (SampleMap) map = sample_map_new (3, 40, 80);
  g_autoptr (SampleMap) before = sample_map_new (3, 40, 80);

  sample_map_arrange (before);
  memcpy (map->guests, before->guests, map->n * sizeof *map->guests);
  for (guint i = 0; i < map->n; i++)
    map->guests[i].fixed = TRUE;
  g_assert_true (sample_map_arrange (map));
  for (guint i = 0; i < map->n; i++)
    g_assert_cmpfloat (get_way (map, before, i), ==, 0);
}

/* --- Progress and cancelling --- */

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
  guint calls;
} Listener;

static void
listen (double fraction, gpointer data)
{
  Listener *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  self->calls++;
  if (fraction >= self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
arrange_listening (SampleMap *map, Listener *listener)
{
  return rapport_arrange_wheel (map->guests, map->n, map->links, map->n_links, &map->options,
                                listener->cancellable, listen, listener);
}

static void
test_progress_rises (void)
{
  g_autoptr (SampleMap) map = sample_map_new (2, 40, 80);
  Listener listener = { .cancel_at = 2 };

  g_assert_true (arrange_listening (map, &listener));
  g_assert_cmpuint (listener.calls, >, 10);
  g_assert_cmpfloat (listener.last, >, 0.9);
  set_placed (map);
  map->guests[0].placed = FALSE;
  listener.last = 0;
  g_assert_true (arrange_listening (map, &listener));
  g_assert_cmpfloat (listener.last, >, 0.9);
}

static void
test_cancel (void)
{
  static const double moments[] = { -1, 0.1, 0.5, 0.95 };

  for (guint k = 0; k < G_N_ELEMENTS (moments) * 2; k++)
    {
      g_autoptr (SampleMap) map = sample_map_new (2, 40, 80);
      g_autofree RapportWheelGuest *before = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Listener listener = { cancellable, moments[k / 2], 0, 0 };

      if (k % 2 == 1)
        {
          sample_map_arrange (map);
          set_placed (map);
        }
      before = copy_guests (map);
      if (listener.cancel_at < 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (arrange_listening (map, &listener));
      g_assert_true (is_same (map, before));
    }
}

/* --- Odd input --- */

static void
check_finite (const SampleMap *map)
{
  for (guint i = 0; i < map->n; i++)
    {
      g_assert_true (isfinite (map->guests[i].angle) && isfinite (map->guests[i].share));
      g_assert_cmpuint (map->guests[i].side, <, RAPPORT_N_LABEL_SIDES);
    }
}

static void
test_few (void)
{
  for (guint n = 0; n <= 2; n++)
    {
      g_autoptr (SampleMap) map = sample_map_new (1, n, 1);

      g_assert_true (sample_map_arrange (map));
      check_finite (map);
      g_assert_cmpuint (sample_map_judge (map).outside, ==, 0);
      g_assert_cmpuint (sample_map_judge (map).outlines, ==, 0);
    }
  g_assert_true (rapport_arrange_wheel (NULL, 0, NULL, 0,
                                        &(RapportWheelOptions){ .half_width = 1, .half_height = 1, .exponent = 3 },
                                        NULL, NULL, NULL));
}

static void
test_no_links (void)
{
  g_autoptr (SampleMap) map = sample_map_new (4, 40, 80);

  map->n_links = 0;
  g_assert_true (sample_map_arrange (map));
  g_assert_cmpuint (sample_map_judge (map).outlines + sample_map_judge (map).names, ==, 0);
  g_assert_cmpuint (sample_map_judge (map).outside, ==, 0);
}

/* Links to oneself, and the same link many times. */
static void
test_odd_links (void)
{
  g_autoptr (SampleMap) map = sample_map_new (4, 40, 80);

  for (guint i = 0; i < map->n_links; i++)
    map->links[i] = i % 2 == 0 ? (RapportGraphLink){ i / 2, i / 2 } : (RapportGraphLink){ 5, 6 };
  g_assert_true (sample_map_arrange (map));
  check_finite (map);
  g_assert_cmpuint (sample_map_judge (map).outlines + sample_map_judge (map).names, ==, 0);
}

/* All that stand in one spot come apart. */
static void
test_one_place (void)
{
  g_autoptr (SampleMap) map = sample_map_new (6, 24, 40);

  for (guint i = 0; i < map->n; i++)
    {
      map->guests[i].start = 0;
      map->guests[i].extent = 360;
      map->guests[i].inner = 0;
      map->guests[i].outer = 1;
      map->guests[i].angle = 45;
      map->guests[i].share = 0.5;
      map->guests[i].placed = TRUE;
    }
  g_assert_true (sample_map_arrange (map));
  check_finite (map);
  g_assert_cmpuint (sample_map_judge (map).outlines + sample_map_judge (map).names, ==, 0);
}

/* Somebody whose outline is larger than their region stays within it all the same. */
static void
test_no_room (void)
{
  g_autoptr (SampleMap) map = sample_map_new (6, 30, 60);

  for (guint i = 0; i < map->n; i++)
    {
      map->guests[i].start = 30;
      map->guests[i].extent = 2;
      map->guests[i].radius = 90;
    }
  g_assert_true (sample_map_arrange (map));
  check_finite (map);
  g_assert_cmpuint (sample_map_judge (map).outside, ==, 0);
}

static void
spoil (RapportWheelGuest *guest, guint which, double value)
{
  double *fields[] = { &guest->start, &guest->extent, &guest->inner, &guest->outer, &guest->radius,
                       &guest->label_width, &guest->label_height, &guest->angle, &guest->share,
                       &guest->half_width, &guest->half_height };

  *fields[which % G_N_ELEMENTS (fields)] = value;
}

static void
test_no_numbers (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, -1 };

  for (guint k = 0; k < G_N_ELEMENTS (values); k++)
    {
      g_autoptr (SampleMap) map = sample_map_new (6, 30, 60);

      set_placed (map);
      for (guint i = 0; i < map->n; i++)
        spoil (&map->guests[i], i, values[k]);
      g_assert_true (sample_map_arrange (map));
      check_finite (map);
    }
}

static void
test_refused (void)
{
  static const RapportGraphLink links[] = { { 0, 1 }, { 1, 2 } };
  static const double weights[][2] = { { 1, 0 }, { 1, NAN }, { -1, 1 }, { 1, INFINITY } };
  RapportGraph graph = { 3, 2, links, NULL };

  g_assert_true (rapport_graph_is_valid (&graph));
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      graph.weights = weights[i];
      g_assert_cmpint (rapport_graph_is_valid (&graph), ==, i == 0);
    }
  graph.weights = NULL;
  graph.n_nodes = 2;
  g_assert_false (rapport_graph_is_valid (&graph));
  graph = (RapportGraph){ 3, 2, NULL, NULL };
  g_assert_false (rapport_graph_is_valid (&graph));
  g_assert_false (rapport_graph_is_valid (NULL));
}

static SampleMap *
make_many (guint n)
{
  SampleMap *map = sample_map_new (1, n, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_free (map->links);
  map->n_links = 4 * n;
  map->links = g_new0 (RapportGraphLink, map->n_links);
  for (guint i = 0; i < map->n_links; i++)
    map->links[i] = (RapportGraphLink){ i % n, (guint) g_rand_int_range (random, 0, (gint32) n) };
  return map;
}

/* Where there is room, outlines come apart even in a crowd. */
static void
test_crowd (void)
{
  g_autoptr (SampleMap) map = make_many (1000);

  map->options.half_width *= 5;
  map->options.half_height *= 5;
  g_assert_true (sample_map_arrange (map));
  map->n_links = 0; /* to judge them takes long */
  g_assert_cmpuint (sample_map_judge (map).outlines, ==, 0);
  g_assert_cmpuint (sample_map_judge (map).outside, ==, 0);
}

static void
test_many (void)
{
  g_autoptr (SampleMap) map = make_many (10000);

  g_assert_true (sample_map_arrange (map));
  check_finite (map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-wheel/no-overlaps", test_no_overlaps);
  g_test_add_func ("/arrange-wheel/few-crossings", test_few_crossings);
  g_test_add_func ("/arrange-wheel/same-bytes", test_same_bytes);
  g_test_add_func ("/arrange-wheel/again-moves-little", test_again_moves_little);
  g_test_add_func ("/arrange-wheel/newcomer", test_newcomer);
  g_test_add_func ("/arrange-wheel/fixed-never-move", test_fixed_never_move);
  g_test_add_func ("/arrange-wheel/all-fixed", test_all_fixed);
  g_test_add_func ("/arrange-wheel/progress-rises", test_progress_rises);
  g_test_add_func ("/arrange-wheel/cancel", test_cancel);
  g_test_add_func ("/arrange-wheel/few", test_few);
  g_test_add_func ("/arrange-wheel/no-links", test_no_links);
  g_test_add_func ("/arrange-wheel/odd-links", test_odd_links);
  g_test_add_func ("/arrange-wheel/one-place", test_one_place);
  g_test_add_func ("/arrange-wheel/no-room", test_no_room);
  g_test_add_func ("/arrange-wheel/no-numbers", test_no_numbers);
  g_test_add_func ("/arrange-wheel/refused", test_refused);
  g_test_add_func ("/arrange-wheel/crowd", test_crowd);
  g_test_add_func ("/arrange-wheel/many", test_many);
  return g_test_run ();
}
