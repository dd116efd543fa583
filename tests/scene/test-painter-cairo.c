/* test-painter-cairo.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cairo painter leaves in pixels.
 */
#include "rapport-cairo-painter.h"
#include "scene-fixture.h"

#define WHITE 0xFFFFFF

static guint
count_dark (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      n += (scene_fixture_get_pixel (surface, x, y) & 0xFF) < 128;
  return n;
}

static void
test_fill_and_stroke (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
  RapportShape *shape = scene_fixture_add_circle (item, 50, 50, 30);
  cairo_surface_t *surface;

  shape->fill = 0x801650FF;
  shape->stroke = 0x00FF00FF;
  shape->width = 6;
  surface = scene_fixture_paint (scene, 1);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 50, 50), ==, 0x801650);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 80, 50), ==, 0x00FF00);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 90, 50), ==, WHITE);
  cairo_surface_destroy (surface);
}

static void
test_dashes (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 20);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  RapportShape *shape = scene_fixture_add_line (item, 0, 10, 100, 10);
  cairo_surface_t *surface;

  shape->width = 4;
  shape->dash[0] = 7;
  shape->dash[1] = 3;
  surface = scene_fixture_paint (scene, 1);
  for (int x = 0; x < 100; x++)
    g_assert_cmphex (scene_fixture_get_pixel (surface, x, 9), ==, x % 10 < 7 ? 0 : WHITE);
  cairo_surface_destroy (surface);
}

/* A dash of almost no length with round ends is a row of dots. */
static void
test_dots (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 20);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  RapportShape *shape = scene_fixture_add_line (item, 5, 10, 100, 10);
  cairo_surface_t *surface;

  shape->width = 4;
  shape->dash[0] = 0.1;
  shape->dash[1] = 9.9;
  shape->round = TRUE;
  surface = scene_fixture_paint (scene, 1);
  for (int x = 5; x < 95; x += 10)
    {
      g_assert_cmphex (scene_fixture_get_pixel (surface, x, 10), ==, 0);
      g_assert_cmphex (scene_fixture_get_pixel (surface, x + 5, 10), ==, WHITE);
    }
  cairo_surface_destroy (surface);
}

/* Every pattern leaves a share of ink of its own inside of the outline, and none outside. */
static void
test_patterns (void)
{
  for (int pattern = RAPPORT_PATTERN_HATCH; pattern <= RAPPORT_PATTERN_HORIZONTAL; pattern++)
    {
      g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
      RapportShape *shape = scene_fixture_add_circle (item, 50, 50, 30);
      cairo_surface_t *surface;
      guint ink;

      shape->pattern = (RapportPattern) pattern;
      shape->pattern_colour = 0x000000FF;
      surface = scene_fixture_paint (scene, 4);
      ink = count_dark (surface, 160, 160, 240, 240);
      g_test_message ("pattern %d: %u of 6400", pattern, ink);
      g_assert_cmpuint (ink, >, 640);
      g_assert_cmpuint (ink, <, 3840);
      g_assert_cmpuint (count_dark (surface, 0, 0, 400, 78), ==, 0);
      cairo_surface_destroy (surface);
    }
}

/* Hatch rises to the right, back hatch falls. */
static void
test_hatch_direction (void)
{
  for (int pattern = RAPPORT_PATTERN_HATCH; pattern <= RAPPORT_PATTERN_BACK_HATCH; pattern++)
    {
      g_autoptr (RapportScene) scene = _rapport_scene_new_empty (60, 60);
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
      RapportShape *shape = scene_fixture_add_circle (item, 30, 30, 29);
      gboolean rising = pattern == RAPPORT_PATTERN_HATCH;
      cairo_surface_t *surface;

      shape->pattern = (RapportPattern) pattern;
      shape->pattern_colour = 0x000000FF;
      surface = scene_fixture_paint (scene, 10);
      /* The line through (30, 30) goes on at (33, 27) or at (33, 33), and half-way to the next is nothing. */
      g_assert_cmphex (scene_fixture_get_pixel (surface, 300, 300), ==, 0);
      g_assert_cmphex (scene_fixture_get_pixel (surface, 320, rising ? 280 : 320), ==, 0);
      g_assert_cmphex (scene_fixture_get_pixel (surface, 320, rising ? 320 : 280), ==, WHITE);
      cairo_surface_destroy (surface);
    }
}

/* The halo keeps a line off the letters, all round them. */
static void
test_halo (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (200, 60);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  RapportShape *text;
  cairo_surface_t *plain, *haloed;

  scene_fixture_add_line (item, 0, 33, 200, 33)->stroke = 0xFF0000FF;
  item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, "a", NULL);
  text = scene_fixture_add_text (item, "HHHHHH", 50, 40);
  plain = scene_fixture_paint (scene, 1);
  text->halo = 0xFFFFFFFF;
  text->halo_width = 7;
  haloed = scene_fixture_paint (scene, 1);

  g_assert_cmphex (scene_fixture_get_pixel (haloed, 20, 33), ==, 0xFF0000);
  g_assert_cmphex (scene_fixture_get_pixel (plain, 50, 33), ==, 0xFF0000);
  g_assert_cmphex (scene_fixture_get_pixel (haloed, 50, 33), ==, WHITE);
  g_assert_cmpuint (count_dark (haloed, 50, 24, 140, 40), >, 100);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (haloed);
}

static void
test_anchors (void)
{
  for (int anchor = RAPPORT_ANCHOR_START; anchor <= RAPPORT_ANCHOR_END; anchor++)
    {
      g_autoptr (RapportScene) scene = _rapport_scene_new_empty (200, 40);
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, "a", NULL);
      cairo_surface_t *surface;
      guint left, right;

      scene_fixture_add_text (item, "HHHH", 100, 30)->anchor = (RapportAnchor) anchor;
      surface = scene_fixture_paint (scene, 1);
      left = count_dark (surface, 0, 0, 100, 40);
      right = count_dark (surface, 100, 0, 200, 40);
      g_assert_true ((left > 50) == (anchor != RAPPORT_ANCHOR_START));
      g_assert_true ((right > 50) == (anchor != RAPPORT_ANCHOR_END));
      cairo_surface_destroy (surface);
    }
}

/* What lies under a faded item's own fill does not show through it: the item is faded as a whole. */
static void
test_fades_whole_items (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
  cairo_surface_t *surface;

  scene_fixture_add_circle (item, 50, 50, 40)->fill = 0x000000FF;
  scene_fixture_add_circle (item, 50, 50, 20)->fill = 0xFFFFFFFF;
  item->opacity = 0.2;
  surface = scene_fixture_paint (scene, 1);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 50, 50), ==, WHITE);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 50, 20), ==, 0xCCCCCC);
  cairo_surface_destroy (surface);
}

static void
test_fades_single_shapes (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  cairo_surface_t *surface;

  scene_fixture_add_line (item, 0, 50, 100, 50)->width = 10;
  item->opacity = 0.2;
  surface = scene_fixture_paint (scene, 1);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 50, 50), ==, 0xCCCCCC);
  cairo_surface_destroy (surface);
}

/* Only what touches the view is painted. */
static void
test_view (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  gint painted = 0;

  for (int i = 0; i < 10; i++)
    {
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");

      scene_fixture_add_circle (item, 50, 50, 1);
      item->bounds = (RapportRect){ i * 10, 0, 5, 5 };
    }
  rapport_cairo_painter_set_counter (painter, &painted);
  rapport_cairo_painter_paint (painter, scene, cr, &(RapportRect){ 18, 0, 10, 10 }, NULL);
  g_assert_cmpint (painted, ==, 1);
  rapport_cairo_painter_paint (painter, scene, cr, NULL, NULL);
  g_assert_cmpint (painted, ==, 11);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* One item is painted again above something else, and nothing besides. */
static void
test_one_item (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();
  RapportSceneItem *left = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
  RapportSceneItem *right = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "b", "B");
  cairo_surface_t *surface;
  cairo_t *cr;

  scene_fixture_add_circle (left, 25, 50, 10)->fill = 0x801650FF;
  scene_fixture_add_circle (right, 75, 50, 10)->fill = 0x1557B0FF;
  surface = scene_fixture_paint (scene, 1);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  rapport_cairo_painter_paint_item (painter, scene, left, cr);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 25, 50), ==, 0x801650);
  g_assert_cmphex (scene_fixture_get_pixel (surface, 75, 50), ==, 0x00FF00);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A kept painter paints a changed scene as a new one would. */
static void
test_kept_painter (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();
  cairo_surface_t *fresh = scene_fixture_paint (scene, 1);
  cairo_surface_t *again = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (again);

  for (int i = 0; i < 3; i++)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      rapport_cairo_painter_paint (painter, scene, cr, NULL, NULL);
    }
  cairo_surface_flush (again);
  g_assert_true (scene_fixture_is_like (fresh, again, 0, 0));
  cairo_destroy (cr);
  cairo_surface_destroy (fresh);
  cairo_surface_destroy (again);
}

/* Nothing that a scene can hold puts cairo into an error. */
static void
test_extremes (void)
{
  static const double extremes[] = { 1e6, -1e6, 1e9, 0, 1e-9 };
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);

  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
      RapportShape *shape = scene_fixture_add_circle (item, extremes[i], -extremes[i], ABS (extremes[i]));

      shape->pattern = RAPPORT_PATTERN_DOTS;
      shape->pattern_colour = 0xFF;
      scene_fixture_add_line (item, extremes[i], 0, -extremes[i], 1);
      scene_fixture_add_text (item, "x", extremes[i], extremes[i])->size = ABS (extremes[i]) / 1e3;
      item->opacity = 0.5;
    }
  cairo_surface_destroy (scene_fixture_paint (scene, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-cairo/fill-and-stroke", test_fill_and_stroke);
  g_test_add_func ("/painter-cairo/dashes", test_dashes);
  g_test_add_func ("/painter-cairo/dots", test_dots);
  g_test_add_func ("/painter-cairo/patterns", test_patterns);
  g_test_add_func ("/painter-cairo/hatch-direction", test_hatch_direction);
  g_test_add_func ("/painter-cairo/halo", test_halo);
  g_test_add_func ("/painter-cairo/anchors", test_anchors);
  g_test_add_func ("/painter-cairo/fades-whole-items", test_fades_whole_items);
  g_test_add_func ("/painter-cairo/fades-single-shapes", test_fades_single_shapes);
  g_test_add_func ("/painter-cairo/view", test_view);
  g_test_add_func ("/painter-cairo/one-item", test_one_item);
  g_test_add_func ("/painter-cairo/kept-painter", test_kept_painter);
  g_test_add_func ("/painter-cairo/extremes", test_extremes);
  return g_test_run ();
}
