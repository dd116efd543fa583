/* test-path.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-path.h"
#include "rapport-scene-item.h"

#include <math.h>

static void
assert_near (double got, double wanted, double slack)
{
  g_assert_cmpfloat_with_epsilon (got, wanted, slack);
}

static void
test_circle (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();
  RapportRect bounds;

  rapport_path_circle (path, 10, 20, 5);
  bounds = rapport_path_get_bounds (path);
  assert_near (bounds.x, 5, 1e-9);
  assert_near (bounds.y, 15, 1e-9);
  assert_near (bounds.width, 10, 1e-9);
  assert_near (rapport_path_distance (path, 10, 20), 5, 0.05);
  assert_near (rapport_path_distance (path, 20, 20), 5, 0.05);
  g_assert_true (rapport_path_contains (path, 13, 23));
  g_assert_false (rapport_path_contains (path, 14.9, 24.9));
}

static void
test_open_line (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();

  rapport_path_move_to (path, 0, 0);
  rapport_path_line_to (path, 10, 0);
  rapport_path_line_to (path, 10, 10);
  assert_near (rapport_path_distance (path, 5, 3), 3, 1e-9);
  assert_near (rapport_path_distance (path, 13, 14), 5, 1e-9);
  /* The side that would close it is no line, but it bounds the inside. */
  assert_near (rapport_path_distance (path, 3, 7), 7, 1e-9);
  g_assert_true (rapport_path_contains (path, 8, 4));
  g_assert_false (rapport_path_contains (path, 4, 8));
}

static void
test_quadratic (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();
  guint n;

  rapport_path_move_to (path, 0, 0);
  rapport_path_quad_to (path, 10, 20, 20, 0);
  rapport_path_get_points (path, &n);
  g_assert_cmpuint (n, ==, 4);
  assert_near (rapport_path_distance (path, 10, 10), 0, 1e-9);
}

static void
test_ring (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();

  rapport_path_circle (path, 0, 0, 10);
  rapport_path_circle (path, 0, 0, 5);
  g_assert_true (rapport_path_contains (path, 7, 0));
  g_assert_false (rapport_path_contains (path, 1, 0));
}

static void
test_rect_corners (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();
  RapportRect bounds;

  rapport_path_rect (path, &(RapportRect){ 0, 0, 20, 10 }, 50);
  bounds = rapport_path_get_bounds (path);
  assert_near (bounds.width, 20, 1e-9);
  assert_near (bounds.height, 10, 1e-9);
  g_assert_false (rapport_path_contains (path, 0.5, 0.5));
  g_assert_true (rapport_path_contains (path, 10, 0.5));
}

static void
test_empty (void)
{
  g_autoptr (RapportPath) path = rapport_path_new ();
  RapportRect bounds = rapport_path_get_bounds (path);

  assert_near (bounds.width, 0, 1e-9);
  g_assert_true (isinf (rapport_path_distance (path, 0, 0)));
  g_assert_false (rapport_path_contains (path, 0, 0));
  rapport_path_polygon (path, NULL, 0);
}

static void
test_item_bounds (void)
{
  g_autoptr (RapportSceneItem) item = rapport_scene_item_new (RAPPORT_ITEM_LABEL, "a");
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_circle (path, 100, 100, 10);
  shape = rapport_shape_new_path (path);
  shape->stroke = 0xFF;
  shape->width = 4;
  shape->round = TRUE;
  rapport_scene_item_take (item, shape);
  assert_near (item->bounds.x, 88, 1e-9);
  assert_near (item->bounds.width, 24, 1e-9);

  shape = rapport_shape_new_text ("abc", 200, 100, 20, 400, RAPPORT_ANCHOR_END, 0xFF);
  shape->text_width = 150;
  rapport_scene_item_take (item, shape);
  assert_near (item->bounds.x, 50, 1e-9);
  assert_near (item->bounds.x + item->bounds.width, 200, 1e-9);
  g_assert_cmpfloat (item->bounds.y, <=, 82);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/circle", test_circle);
  g_test_add_func ("/path/open-line", test_open_line);
  g_test_add_func ("/path/quadratic", test_quadratic);
  g_test_add_func ("/path/ring", test_ring);
  g_test_add_func ("/path/rect-corners", test_rect_corners);
  g_test_add_func ("/path/empty", test_empty);
  g_test_add_func ("/scene-item/bounds", test_item_bounds);
  return g_test_run ();
}
