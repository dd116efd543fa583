/* test-grid.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-grid.h"

#include <math.h>

#define N 400
#define LOOKS 60
/* What one thing may cost: in how many cells it may be. */
#define MOST_CELLS 36

static const RapportRect AREA = { -100, 50, 1920, 1080 };

/* Small ones and long ones, and some that reach beyond the area or lie outside it. */
static RapportRect
make_rect (void)
{
  const double largest = g_test_rand_bit () ? 40 : 2500;

  return (RapportRect){ g_test_rand_double_range (-400, 2100), g_test_rand_double_range (-200, 1400),
                        g_test_rand_double_range (0, largest), g_test_rand_double_range (0, largest) };
}

static gboolean
touches (const RapportRect *a, const RapportRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

static gboolean
count_cb (guint value, gpointer counts)
{
  g_assert_cmpuint (value, <, N);
  ((guint *) counts)[value]++;
  return TRUE;
}

static gboolean
count_and_stop_cb (guint value, gpointer left)
{
  return --*(guint *) left > 0;
}

static void
test_finds_all_that_touch (void)
{
  RapportRect rects[N];
  g_autoptr (RapportGrid) grid = rapport_grid_new (&AREA, N);

  for (guint i = 0; i < N; i++)
    {
      rects[i] = make_rect ();
      rapport_grid_add (grid, &rects[i], i);
    }
  for (guint look = 0; look < LOOKS; look++)
    {
      const RapportRect near = make_rect ();
      guint counts[N] = { 0 };

      rapport_grid_visit (grid, &near, count_cb, counts);
      for (guint i = 0; i < N; i++)
        if (touches (&rects[i], &near))
          g_assert_cmpuint (counts[i], >, 0);
    }
}

/* A link across the page is not written into each cell of it. */
static void
test_long_ones_cost_little (void)
{
  g_autoptr (RapportGrid) grid = rapport_grid_new (&AREA, 40000);
  guint counts[N] = { 0 };

  for (guint i = 0; i < N; i++)
    {
      const RapportRect rect = make_rect ();

      rapport_grid_add (grid, &rect, i);
    }
  rapport_grid_visit (grid, &(RapportRect){ -1e6, -1e6, 2e6, 2e6 }, count_cb, counts);
  for (guint i = 0; i < N; i++)
    {
      g_assert_cmpuint (counts[i], >=, 1);
      g_assert_cmpuint (counts[i], <=, MOST_CELLS);
    }
}

/* A small one in a corner is not looked at from the other one. */
static void
test_passes_over_what_is_far (void)
{
  g_autoptr (RapportGrid) grid = rapport_grid_new (&AREA, N);
  guint counts[N] = { 0 };

  rapport_grid_add (grid, &(RapportRect){ -100, 50, 20, 20 }, 0);
  rapport_grid_add (grid, &(RapportRect){ 1780, 1090, 20, 20 }, 1);
  rapport_grid_visit (grid, &(RapportRect){ -90, 60, 1, 1 }, count_cb, counts);
  g_assert_cmpuint (counts[0], >, 0);
  g_assert_cmpuint (counts[1], ==, 0);
}

static void
test_stops_when_told (void)
{
  g_autoptr (RapportGrid) grid = rapport_grid_new (&AREA, N);
  guint left = 3;

  for (guint i = 0; i < N; i++)
    rapport_grid_add (grid, &(RapportRect){ 5.0 * i, 100, 5, i % 2 == 0 ? 5 : 1000 }, i);
  rapport_grid_visit (grid, &AREA, count_and_stop_cb, &left);
  g_assert_cmpuint (left, ==, 0);
}

/* Nothing is anywhere in an area of no size, and a place that is no number is somewhere all the same. */
static void
test_odd_places (void)
{
  const RapportRect nowhere = { NAN, NAN, NAN, NAN };
  g_autoptr (RapportGrid) flat = rapport_grid_new (&(RapportRect){ 0, 0, 0, 0 }, 0);
  g_autoptr (RapportGrid) grid = rapport_grid_new (&AREA, N);
  guint counts[N] = { 0 };

  rapport_grid_add (flat, &(RapportRect){ 0, 0, 10, 10 }, 0);
  rapport_grid_visit (flat, &(RapportRect){ 5, 5, 0, 0 }, count_cb, counts);
  g_assert_cmpuint (counts[0], >, 0);
  rapport_grid_add (grid, &nowhere, 1);
  rapport_grid_visit (grid, &nowhere, count_cb, counts);
  g_assert_cmpuint (counts[1], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/finds-all-that-touch", test_finds_all_that_touch);
  g_test_add_func ("/grid/long-ones-cost-little", test_long_ones_cost_little);
  g_test_add_func ("/grid/passes-over-what-is-far", test_passes_over_what_is_far);
  g_test_add_func ("/grid/stops-when-told", test_stops_when_told);
  g_test_add_func ("/grid/odd-places", test_odd_places);
  return g_test_run ();
}
