/* test-sheets.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However a picture is divided, all of it is on paper, neighbours share what they are to share, and nothing is printed
 * where a printer does not reach.
 */
#include "rapport-sheets.h"

#include <math.h>

#define NEAR 1e-3

static RapportRect
on_picture (const RapportSheets *sheets, guint sheet)
{
  return rapport_sheets_get_part (sheets, sheet);
}

static void
check_place (const RapportSheets *sheets, guint sheet)
{
  RapportRect part = on_picture (sheets, sheet), place = rapport_sheets_get_place (sheets, sheet);

  g_assert_cmpfloat (part.width, >, 0);
  g_assert_cmpfloat (part.height, >, 0);
  g_assert_cmpfloat (part.x, >=, -NEAR);
  g_assert_cmpfloat (part.y, >=, -NEAR);
  g_assert_cmpfloat (part.x + part.width, <=, sheets->picture_width + NEAR);
  g_assert_cmpfloat (part.y + part.height, <=, sheets->picture_height + NEAR);
  g_assert_cmpfloat_with_epsilon (place.width, part.width, NEAR);
  g_assert_cmpfloat_with_epsilon (place.height, part.height, NEAR);
  g_assert_cmpfloat (place.x, >=, sheets->margin - NEAR);
  g_assert_cmpfloat (place.y, >=, sheets->margin - NEAR);
  g_assert_cmpfloat (place.x + place.width, <=, sheets->sheet_width - sheets->margin + NEAR);
  g_assert_cmpfloat (place.y + place.height, <=, sheets->sheet_height - sheets->margin + NEAR);
}

/* The one to the right, and the one below. */
static void
check_neighbours (const RapportSheets *sheets, guint sheet)
{
  RapportRect part = on_picture (sheets, sheet);

  if (sheet % sheets->columns + 1 < sheets->columns)
    {
      RapportRect next = on_picture (sheets, sheet + 1);

      g_assert_cmpfloat_with_epsilon (part.x + part.width - next.x, sheets->overlap, NEAR);
      g_assert_cmpfloat_with_epsilon (part.y, next.y, NEAR);
    }
  if (sheet / sheets->columns + 1 < sheets->rows)
    {
      RapportRect below = on_picture (sheets, sheet + sheets->columns);

      g_assert_cmpfloat_with_epsilon (part.y + part.height - below.y, sheets->overlap, NEAR);
      g_assert_cmpfloat_with_epsilon (part.x, below.x, NEAR);
    }
}

static void
check_corners (const RapportSheets *sheets)
{
  RapportRect first = on_picture (sheets, 0), last = on_picture (sheets, rapport_sheets_count (sheets) - 1);

  g_assert_cmpfloat_with_epsilon (first.x, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (first.y, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (last.x + last.width, sheets->picture_width, NEAR);
  g_assert_cmpfloat_with_epsilon (last.y + last.height, sheets->picture_height, NEAR);
}

static void
check (const RapportSheets *sheets)
{
  check_corners (sheets);
  for (guint i = 0; i < rapport_sheets_count (sheets); i++)
    {
      check_place (sheets, i);
      check_neighbours (sheets, i);
    }
}

static void
test_any (void)
{
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      RapportSheets sheets;
      double overlap = g_test_rand_double_range (0, 30);

      if (!rapport_sheets_plan (&sheets, g_test_rand_double_range (20, 2500), g_test_rand_double_range (20, 2500),
                                g_test_rand_double_range (60, 900), g_test_rand_double_range (60, 900), overlap))
        continue;
      n++;
      check (&sheets);
    }
  g_assert_cmpuint (n, >, 10000);
}

static void
test_grid (void)
{
  for (guint across = 1; across <= 6; across++)
    for (guint i = 0; i < 200; i++)
      {
        double aspect = g_test_rand_double_range (0.4, 2.5);
        RapportSheets sheets;

        rapport_sheets_plan_grid (&sheets, across, aspect, 210, 297, 10);
        g_assert_cmpuint (sheets.columns, ==, across);
        g_assert_cmpuint (sheets.rows, ==, across);
        g_assert_cmpfloat_with_epsilon (sheets.picture_width / sheets.picture_height, aspect, 1e-9);
        if (across == 1 || (aspect > 1.2 && aspect < 1.7))
          check (&sheets);
      }
}

/* One sheet fewer is worth turning the paper. */
static void
test_turned (void)
{
  RapportSheets sheets;

  g_assert_true (rapport_sheets_plan (&sheets, 594, 420, 210, 297, 10));
  g_assert_cmpuint (sheets.columns, ==, 4);
  g_assert_cmpuint (sheets.rows, ==, 2);
  g_assert_cmpfloat (sheets.sheet_width, ==, 210);
  g_assert_true (rapport_sheets_plan (&sheets, 273, 186, 210, 297, 10));
  g_assert_cmpuint (rapport_sheets_count (&sheets), ==, 1);
  g_assert_cmpfloat (sheets.sheet_width, ==, 297);
}

static void
test_refused (void)
{
  RapportSheets sheets;

  g_assert_false (rapport_sheets_plan (&sheets, 400, 400, 40, 40, 10));
  g_assert_false (rapport_sheets_plan (&sheets, 400, 400, 210, 297, 93));
  g_assert_false (rapport_sheets_plan (&sheets, 400, 400, 210, 297, -1));
  g_assert_false (rapport_sheets_plan (&sheets, 9000, 9000, 210, 297, 10));
  g_assert_false (rapport_sheets_plan (&sheets, 1e12, 1e12, 210, 297, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/any", test_any);
  g_test_add_func ("/sheets/grid", test_grid);
  g_test_add_func ("/sheets/turned", test_turned);
  g_test_add_func ("/sheets/refused", test_refused);
  return g_test_run ();
}
