/* test-arrange-free.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "rapport-arrange-free.h"

#define SAMPLES 20
#define GAP 4.0

/* Boxes of the usual sizes and their links. */
typedef struct
{
  RapportGraph graph;
  RapportGraphLink *links; /* owned */
  RapportFreeBox *boxes;   /* owned */
  RapportFreeOptions options;
} Network;

/* A ring of links, and others from near neighbours to anybody. */
static Network *
network_new (guint32 seed, guint n, guint n_links)
{
  Network *self = g_new0 (Network, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  self->boxes = g_new0 (RapportFreeBox, n + 1);
  self->links = g_new0 (RapportGraphLink, n_links + 1);
  self->graph = (RapportGraph){ n, n_links, self->links, NULL };
  self->options = (RapportFreeOptions){ .gap = GAP, .seed = 1 };
  for (guint i = 0; i < n; i++)
    {
      self->boxes[i].width = g_rand_double_range (random, 60, 190);
      self->boxes[i].height = g_rand_double_range (random, 40, 120);
    }
  for (guint i = 0; i < n_links && n > 0; i++)
    {
      guint way = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 1, 5)
                                          : (guint) g_rand_int_range (random, 0, (gint32) n);

      self->links[i] = (RapportGraphLink){ i % n, (i + way) % n };
    }
  return self;
}

static void
network_free (Network *self)
{
  g_free (self->boxes);
  g_free (self->links);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Network, network_free)

static gboolean
arrange (Network *self)
{
  return rapport_arrange_free (self->boxes, &self->graph, &self->options, NULL, NULL, NULL);
}

static RapportFreeBox *
copy_boxes (const Network *self)
{
  return g_memdup2 (self->boxes, (self->graph.n_nodes + 1) * sizeof *self->boxes);
}

static gboolean
is_same (const Network *self, const RapportFreeBox *boxes)
{
  return memcmp (self->boxes, boxes, self->graph.n_nodes * sizeof *boxes) == 0;
}

static void
set_placed (Network *self)
{
  for (guint i = 0; i < self->graph.n_nodes; i++)
    self->boxes[i].placed = TRUE;
}

/* Pairs of boxes nearer than @gap, other than those of which nobody may move. */
static guint
count_overlaps (const Network *self, double gap)
{
  guint n = 0;

  for (guint i = 0; i < self->graph.n_nodes; i++)
    for (guint j = 0; j < i; j++)
      {
        const RapportFreeBox *a = &self->boxes[i];
        const RapportFreeBox *b = &self->boxes[j];

        n += !(a->fixed && b->fixed) && fabs (a->x - b->x) < (a->width + b->width) / 2 + gap - 0.05
             && fabs (a->y - b->y) < (a->height + b->height) / 2 + gap - 0.05;
      }
  return n;
}

static double
turn (const RapportFreeBox *a, const RapportFreeBox *b, const RapportFreeBox *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

static guint
count_crossings (const Network *self)
{
  guint n = 0;

  for (guint i = 0; i < self->graph.n_links; i++)
    for (guint j = 0; j < i; j++)
      {
        const RapportFreeBox *a = &self->boxes[self->links[i].a], *b = &self->boxes[self->links[i].b];
        const RapportFreeBox *c = &self->boxes[self->links[j].a], *d = &self->boxes[self->links[j].b];

        n += a != c && a != d && b != c && b != d && turn (a, b, c) * turn (a, b, d) < 0
             && turn (c, d, a) * turn (c, d, b) < 0;
      }
  return n;
}

static double
get_way (const Network *self, const RapportFreeBox *before, guint i)
{
  return hypot (self->boxes[i].x - before[i].x, self->boxes[i].y - before[i].y);
}

static guint
count_turned (const Network *self, const RapportFreeBox *before, guint n)
{
  guint turned = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      turned += before[i].x + 120 < before[j].x && self->boxes[i].x >= self->boxes[j].x;
  return turned;
}

static void
check_finite (const Network *self)
{
  for (guint i = 0; i < self->graph.n_nodes; i++)
    if (!self->boxes[i].fixed)
      g_assert_true (isfinite (self->boxes[i].x) && isfinite (self->boxes[i].y));
}

/* --- */

static void
test_no_overlaps (void)
{
  for (guint seed = 1; seed <= SAMPLES; seed++)
    {
      g_autoptr (Network) network = network_new (seed, 40, 80);

      g_assert_true (arrange (network));
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
    }
}

/* A ring of thirty that nothing crosses is found as one. */
static void
test_ring_is_found (void)
{
  g_autoptr (Network) network = network_new (1, 30, 30);

  for (guint i = 0; i < 30; i++)
    network->links[i] = (RapportGraphLink){ i, (i + 1) % 30 };
  g_assert_true (arrange (network));
  g_assert_cmpuint (count_crossings (network), ==, 0);
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
}

static void
test_few_crossings (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (Network) network = network_new (seed, 40, 80);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint at_random;

      for (guint i = 0; i < 40; i++)
        {
          network->boxes[i].x = g_rand_double_range (random, 0, 1600);
          network->boxes[i].y = g_rand_double_range (random, 0, 1000);
        }
      at_random = count_crossings (network);
      g_assert_true (arrange (network));
      g_test_message ("network %u: %u crossings, %u at random", seed, count_crossings (network), at_random);
      g_assert_cmpuint (count_crossings (network) * 2, <, at_random);
    }
}

/* Sideways, as screens and pages are. */
static void
test_is_wide (void)
{
  g_autoptr (Network) network = network_new (3, 200, 600);
  double left = 0, right = 0, top = 0, bottom = 0;

  g_assert_true (arrange (network));
  for (guint i = 0; i < 200; i++)
    {
      left = MIN (left, network->boxes[i].x);
      right = MAX (right, network->boxes[i].x);
      top = MIN (top, network->boxes[i].y);
      bottom = MAX (bottom, network->boxes[i].y);
    }
  g_assert_cmpfloat (right - left, >, bottom - top);
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
}

/* All middles are in the room that is given, however long the way out of it would be the shorter one. */
static void
test_room (void)
{
  for (guint seed = 1; seed <= SAMPLES; seed++)
    {
      g_autoptr (Network) network = network_new (seed, 40, 80);
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

      network->options.width = 1396;
      network->options.height = 804;
      g_assert_true (arrange (network));
      for (guint i = 0; i < 40; i++)
        {
          left = MIN (left, network->boxes[i].x);
          right = MAX (right, network->boxes[i].x);
          top = MIN (top, network->boxes[i].y);
          bottom = MAX (bottom, network->boxes[i].y);
        }
      g_test_message ("network %u: %.0f x %.0f, %u crossings", seed, right - left, bottom - top,
                      count_crossings (network));
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
      g_assert_cmpfloat (right - left, <, 1397);
      g_assert_cmpfloat (bottom - top, <, 805);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (Network) first = network_new (7, 60, 120);
  g_autoptr (Network) second = network_new (7, 60, 120);

  g_assert_true (arrange (first));
  g_assert_true (arrange (second));
  g_assert_true (is_same (first, second->boxes));
}

/* --- Stability --- */

static void
test_again_moves_little (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (Network) network = network_new (seed, 40, 80);
      g_autofree RapportFreeBox *before = NULL;
      double sum = 0;

      arrange (network);
      set_placed (network);
      before = copy_boxes (network);
      g_assert_true (arrange (network));
      for (guint i = 0; i < 40; i++)
        sum += get_way (network, before, i);
      g_test_message ("network %u: %.1f on average, %u turned", seed, sum / 40, count_turned (network, before, 40));
      g_assert_cmpfloat (sum / 40, <, 30);
      g_assert_cmpuint (count_turned (network, before, 40), ==, 0);
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
    }
}

static void
test_newcomer (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (Network) network = network_new (seed, 40, 80);
      g_autofree RapportFreeBox *before = NULL;
      double sum = 0;

      for (guint i = 0; i < 80; i++)
        if (network->links[i].a == 39 || network->links[i].b == 39)
          network->links[i] = (RapportGraphLink){ 0, 1 };
      network->graph.n_nodes = 39;
      arrange (network);
      set_placed (network);
      before = copy_boxes (network);
      network->graph.n_nodes = 40;
      network->links[0] = (RapportGraphLink){ 39, 3 };
      network->links[1] = (RapportGraphLink){ 11, 39 };
      g_assert_true (arrange (network));
      for (guint i = 0; i < 39; i++)
        sum += get_way (network, before, i);
      g_test_message ("network %u: %.1f on average, %u turned", seed, sum / 39, count_turned (network, before, 39));
      g_assert_cmpfloat (sum / 39, <, 60);
      g_assert_cmpuint (count_turned (network, before, 39), <, 12);
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
    }
}

static void
test_fixed_never_move (void)
{
  g_autoptr (Network) network = network_new (3, 40, 80);
  g_autofree RapportFreeBox *before = NULL;

  for (guint i = 0; i < 40; i++)
    {
      network->boxes[i].x = 100.1 * (i % 4);
      network->boxes[i].y = 70.3 * (i % 7);
      network->boxes[i].placed = TRUE;
      network->boxes[i].fixed = i % 4 != 0;
    }
  before = copy_boxes (network);
  g_assert_true (arrange (network));
  for (guint i = 0; i < 40; i++)
    if (network->boxes[i].fixed)
      {
        g_assert_cmpfloat (network->boxes[i].x, ==, before[i].x);
        g_assert_cmpfloat (network->boxes[i].y, ==, before[i].y);
      }
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
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

static void
test_progress_rises (void)
{
  g_autoptr (Network) network = network_new (2, 40, 80);
  Listener listener = { .cancel_at = 2 };

  g_assert_true (rapport_arrange_free (network->boxes, &network->graph, &network->options, NULL, listen, &listener));
  g_assert_cmpuint (listener.calls, >, 10);
  g_assert_cmpfloat (listener.last, >, 0.9);
}

static void
test_cancel (void)
{
  static const double moments[] = { -1, 0.1, 0.5, 0.95 };

  for (guint k = 0; k < G_N_ELEMENTS (moments); k++)
    {
      g_autoptr (Network) network = network_new (2, 40, 80);
      g_autofree RapportFreeBox *before = copy_boxes (network);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Listener listener = { cancellable, moments[k], 0, 0 };

      if (listener.cancel_at < 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (rapport_arrange_free (network->boxes, &network->graph, &network->options, cancellable, listen,
                                            &listener));
      g_assert_true (is_same (network, before));
    }
}

/* --- Odd input --- */

static void
test_few (void)
{
  for (guint n = 0; n <= 2; n++)
    {
      g_autoptr (Network) network = network_new (1, n, n);

      g_assert_true (arrange (network));
      check_finite (network);
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
    }
}

/* Many that nobody is linked to, and several groups that know nothing of one another. */
static void
test_apart (void)
{
  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (Network) network = network_new (1, 60, 60);

      for (guint i = 0; i < 60; i++)
        network->links[i] = (RapportGraphLink){ i, i - i % 6 };
      network->graph.n_links = k == 0 ? 0 : 60;
      g_assert_true (arrange (network));
      check_finite (network);
      g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
    }
}

static void
test_one_place (void)
{
  g_autoptr (Network) network = network_new (1, 40, 80);

  set_placed (network);
  g_assert_true (arrange (network));
  check_finite (network);
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
}

static void
test_odd_links (void)
{
  g_autoptr (Network) network = network_new (1, 40, 80);

  for (guint i = 0; i < 80; i++)
    network->links[i] = i % 2 == 0 ? (RapportGraphLink){ i / 2, i / 2 } : (RapportGraphLink){ 5, 6 };
  g_assert_true (arrange (network));
  check_finite (network);
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
}

static void
test_no_numbers (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, -1 };

  for (guint k = 0; k < G_N_ELEMENTS (values); k++)
    for (guint stands = 0; stands < 3; stands++)
      {
        g_autoptr (Network) network = network_new (6, 30, 60);

        for (guint i = 0; i < 30; i++)
          {
            RapportFreeBox *box = &network->boxes[i];
            double *fields[] = { &box->x, &box->y, &box->width, &box->height };

            box->placed = stands > 0;
            box->fixed = stands > 1 && i % 3 == 0;
            *fields[i % 4] = values[k];
          }
        g_assert_true (arrange (network));
        check_finite (network);
      }
}

static void
test_many (void)
{
  g_autoptr (Network) network = network_new (6, 10000, 40000);

  g_assert_true (arrange (network));
  check_finite (network);
  g_assert_cmpuint (count_overlaps (network, GAP), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-free/no-overlaps", test_no_overlaps);
  g_test_add_func ("/arrange-free/ring-is-found", test_ring_is_found);
  g_test_add_func ("/arrange-free/few-crossings", test_few_crossings);
  g_test_add_func ("/arrange-free/is-wide", test_is_wide);
  g_test_add_func ("/arrange-free/room", test_room);
  g_test_add_func ("/arrange-free/same-bytes", test_same_bytes);
  g_test_add_func ("/arrange-free/again-moves-little", test_again_moves_little);
  g_test_add_func ("/arrange-free/newcomer", test_newcomer);
  g_test_add_func ("/arrange-free/fixed-never-move", test_fixed_never_move);
  g_test_add_func ("/arrange-free/progress-rises", test_progress_rises);
  g_test_add_func ("/arrange-free/cancel", test_cancel);
  g_test_add_func ("/arrange-free/few", test_few);
  g_test_add_func ("/arrange-free/apart", test_apart);
  g_test_add_func ("/arrange-free/one-place", test_one_place);
  g_test_add_func ("/arrange-free/odd-links", test_odd_links);
  g_test_add_func ("/arrange-free/no-numbers", test_no_numbers);
  g_test_add_func ("/arrange-free/many", test_many);
  return g_test_run ();
}
