/* scene-fixture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scene-fixture.h"

#include "rapport-cairo-painter.h"

#include <math.h>
#include <stdlib.h>

RapportSceneItem *
scene_fixture_add_item (RapportScene *scene, RapportItemKind kind, const char *id, const char *name)
{
  RapportSceneItem *item = rapport_scene_item_new (kind, id);

  item->name = g_strdup (name);
  g_ptr_array_add (scene->items, item);
  return item;
}

/* Shapes are changed after they were taken, so the bounds are drawn wide here. */
static RapportShape *
take (RapportSceneItem *item, RapportShape *shape)
{
  rapport_scene_item_take (item, shape);
  item->bounds = (RapportRect){ -1e4, -1e4, 2e4, 2e4 };
  return shape;
}

RapportShape *
scene_fixture_add_circle (RapportSceneItem *item, double x, double y, double radius)
{
  RapportPath *path = rapport_path_new ();

  rapport_path_circle (path, x, y, radius);
  return take (item, rapport_shape_new_path (path));
}

RapportShape *
scene_fixture_add_line (RapportSceneItem *item, double x1, double y1, double x2, double y2)
{
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_move_to (path, x1, y1);
  rapport_path_line_to (path, x2, y2);
  shape = rapport_shape_new_path (path);
  shape->stroke = 0x000000FF;
  shape->width = 2;
  return take (item, shape);
}

RapportShape *
scene_fixture_add_text (RapportSceneItem *item, const char *text, double x, double y)
{
  return take (item, rapport_shape_new_text (text, x, y, 22, 400, RAPPORT_ANCHOR_START, 0x1B1F24FF));
}

static void
add_patterned (RapportScene *scene, RapportPattern pattern)
{
  g_autofree char *id = g_strdup_printf ("p%d", (int) pattern);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, id, "A partner");
  RapportShape *shape = scene_fixture_add_circle (item, 40 + 60 * pattern, 45, 25);

  shape->fill = 0xEEEEEEFF;
  shape->pattern = pattern;
  shape->pattern_colour = 0x12436DFF;
  shape->stroke = 0x1B1F24FF;
  shape->width = 2;
  scene_fixture_add_text (item, "A", 40 + 60 * pattern, 53)->anchor = RAPPORT_ANCHOR_MIDDLE;
  if (pattern > RAPPORT_PATTERN_CROSS)
    item->opacity = 0.25;
}

static void
add_links (RapportScene *scene)
{
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l1", "Gives a lot");
  RapportShape *shape = scene_fixture_add_line (item, 20, 100, 380, 90);

  shape->stroke = 0x1B1F24D9;
  shape = scene_fixture_add_line (item, 20, 120, 380, 110);
  shape->dash[0] = 7;
  shape->dash[1] = 5;
  item->opacity = 0.5;
  item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l1", NULL);
  shape = scene_fixture_add_line (item, 20, 140, 380, 130);
  shape->width = 3;
  shape->dash[0] = 0.1;
  shape->dash[1] = 7;
  shape->round = TRUE;
}

static void
add_labels (RapportScene *scene)
{
  static const char *const texts[] = { "Research & care", "צוות abc", "  two  spaces ", "Ŵ e\314\201 <b>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, "a b", NULL);
      RapportShape *shape = scene_fixture_add_text (item, texts[i], 200, 180 + 30 * i);

      shape->anchor = (RapportAnchor) (i % 3);
      shape->weight = i == 0 ? 700 : 400;
      shape->halo = 0xFFFFFFFF;
      shape->halo_width = 7;
    }
}

RapportScene *
scene_fixture_new_everything (void)
{
  RapportScene *scene = _rapport_scene_new_empty (400, 300);

  g_free (scene->font);
  scene->font = g_strdup ("DejaVu Sans");
  g_free (scene->title);
  scene->title = g_strdup ("Who gives & who gets?");
  g_ref_string_release (scene->description);
  scene->description = g_ref_string_new ("Six partners.\nTwo links.");
  for (int pattern = RAPPORT_PATTERN_NONE; pattern <= RAPPORT_PATTERN_HORIZONTAL; pattern++)
    add_patterned (scene, (RapportPattern) pattern);
  add_links (scene);
  add_labels (scene);
  return scene;
}

cairo_surface_t *
scene_fixture_paint (const RapportScene *scene, double scale)
{
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();
  RapportRect page = rapport_scene_get_page (scene);
  RapportColour ground = rapport_scene_get_background (scene);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (page.width * scale), (int) (page.height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, (ground >> 24) / 255.0, (ground >> 16 & 0xFF) / 255.0, (ground >> 8 & 0xFF) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  rapport_cairo_painter_paint (painter, scene, cr, NULL, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

guint32
scene_fixture_get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xFFFFFF;
}

static gboolean
is_far (guint32 a, guint32 b, int step)
{
  for (int shift = 0; shift <= 16; shift += 8)
    if (abs ((int) (a >> shift & 0xFF) - (int) (b >> shift & 0xFF)) > step)
      return TRUE;
  return FALSE;
}

gboolean
scene_fixture_is_like (cairo_surface_t *a, cairo_surface_t *b, int step, double share)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int far = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      far += is_far (scene_fixture_get_pixel (a, x, y), scene_fixture_get_pixel (b, x, y), step);
  g_test_message ("%d of %d pixels differ by more than %d", far, width * height, step);
  return far <= share * width * height;
}
