/* test-drawn.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole pictures of the examples: the SVG byte for byte as it was looked at, and drawn by another renderer as by ours.
 */
#include "scene-fixture.h"
#include "scene-measure.h"

#include <glib/gstdio.h>

#include "rapport-svg-painter.h"

typedef struct
{
  const char *name; /* of the file in tests/expected */
  const char *example;
  const char *compare; /* nullable: a phase */
  guint show;
  RapportScheme scheme;
  RapportMedium medium;
  RapportPage page;
} Picture;

#define EVERYWHERE (RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP)

static const Picture pictures[] = {
  { "a-gives-light.svg", "a", NULL, EVERYWHERE | RAPPORT_SHOW_GIVES, RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION,
    { .width = 1920, .height = 1080 } },
  { "b-tension-dark.svg", "b", NULL, EVERYWHERE | RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER_TENSION, RAPPORT_SCHEME_DARK,
    RAPPORT_MEDIUM_PROJECTION, { .width = 1920, .height = 1080 } },
  { "c-compare-print.svg", "c", "aim", EVERYWHERE | RAPPORT_SHOW_POWER, RAPPORT_SCHEME_PRINT, RAPPORT_MEDIUM_PAPER,
    { .width = 1607, .height = 1136 } },
};

static RapportScene *
make_scene (const Picture *picture)
{
  g_autoptr (RapportMap) map = scene_measure_load_example (picture->example);
  g_autoptr (RapportLens) first = rapport_lens_new (map);
  g_autoptr (RapportLens) now = rapport_lens_with_phase (first, "now");
  g_autoptr (RapportLens) compared = rapport_lens_with_compare (now, picture->compare, NULL);
  g_autoptr (RapportLens) lens = rapport_lens_with_show (compared, picture->show);

  return rapport_scene_new (map, lens, rapport_theme_get (picture->scheme, picture->medium), &picture->page);
}

static char *
write_svg (const RapportScene *scene)
{
  g_autoptr (RapportSvgPainter) painter = rapport_svg_painter_new (NULL);
  g_autoptr (GBytes) bytes = rapport_svg_painter_paint (painter, scene, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Set RAPPORT_WRITE_EXPECTED to write the file anew, then look at it. */
static void
test_expected (gconstpointer data)
{
  const Picture *picture = data;
  g_autoptr (RapportScene) scene = make_scene (picture);
  g_autofree char *svg = write_svg (scene);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "expected", picture->name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL, wanted = NULL;

  if (g_getenv ("RAPPORT_WRITE_EXPECTED") != NULL)
    g_assert_true (g_file_set_contents (path, svg, -1, NULL));
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  /* The first line that differs says more than both files. */
  lines = g_strsplit (svg, "\n", -1);
  wanted = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);
  g_assert_true (g_str_equal (svg, expected));
}

static cairo_surface_t *
draw_by_rsvg (const char *program, const char *svg)
{
  g_autofree char *folder = g_dir_make_tmp ("rapport-XXXXXX", NULL);
  g_autofree char *in = g_build_filename (folder, "in.svg", NULL), *out = g_build_filename (folder, "out.png", NULL);
  g_autoptr (GSubprocess) process = NULL;
  cairo_surface_t *surface;

  g_assert_true (g_file_set_contents (in, svg, -1, NULL));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, in, "-o", out, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  surface = cairo_image_surface_create_from_png (out);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_remove (in);
  g_remove (out);
  g_rmdir (folder);
  return surface;
}

static void
test_drawn_alike (gconstpointer data)
{
  g_autoptr (RapportScene) scene = make_scene (data);
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autofree char *svg = write_svg (scene);
  cairo_surface_t *ours, *theirs;

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  ours = scene_fixture_paint (scene, 1);
  theirs = draw_by_rsvg (program, svg);
  /* Letters are placed by fractions of a pixel, so that their edges may differ; nothing else does. */
  g_assert_true (scene_fixture_is_like (ours, theirs, 128, 0.001));
  g_assert_true (scene_fixture_is_like (ours, theirs, 48, 0.02));
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *expected = g_strdup_printf ("/drawn/expected/%s", pictures[i].name);
      g_autofree char *alike = g_strdup_printf ("/drawn/alike/%s", pictures[i].name);

      g_test_add_data_func (expected, &pictures[i], test_expected);
      g_test_add_data_func (alike, &pictures[i], test_drawn_alike);
    }
  return g_test_run ();
}
