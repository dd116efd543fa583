/* test-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture.h"
#include "scene-fixture.h"

#include <string.h>

static GBytes *
render (const RapportScene *scene, RapportPictureFormat format, const char *size, double scale, gboolean transparent)
{
  RapportPictureOptions options = { .format = format, .scale = scale, .transparent = transparent };
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_assert_true (rapport_picture_size_parse (&options.size, size, &error));
  bytes = rapport_picture_render (scene, &options, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_source (void *closure, unsigned char *to, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* libpng reads it, checksums and all. */
static cairo_surface_t *
decode (GBytes *png)
{
  Source source = { 0 };
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (png, &source.left);
  surface = cairo_image_surface_create_from_png_stream (read_source, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

/* --- PNG -------------------------------------------------------------------------------------------------------- */

/* In one band and in several, a PNG holds what cairo paints. */
static void
test_png_pixels (void)
{
  static const struct
  {
    const char *size;
    double scale;
  } table[] = { { "400x300", 1 }, { "2000x1500", 5 }, { "8000x6000", 20 } };
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) png = render (scene, RAPPORT_PICTURE_PNG, table[i].size, 1, FALSE);
      cairo_surface_t *got = decode (png), *wanted = scene_fixture_paint (scene, table[i].scale);

      g_assert_true (scene_fixture_is_like (got, wanted, 0, 0));
      cairo_surface_destroy (got);
      cairo_surface_destroy (wanted);
    }
}

static void
test_png_transparent (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (1920, 1080);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *surface;
  const guint32 *pixels;

  scene_fixture_add_circle (item, 500, 500, 200)->fill = 0x80402080;
  png = render (scene, RAPPORT_PICTURE_PNG, "1080p", 1, TRUE);
  surface = decode (png);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_ARGB32);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixels[0], ==, 0);
  g_assert_cmphex (pixels[500 * 1920 + 500] >> 24, ==, 0x80);
  g_assert_cmphex (pixels[500 * 1920 + 500] >> 16 & 0xFF, ==, 0x40);
  cairo_surface_destroy (surface);
}

static void
test_png_texts (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (GBytes) screen = render (scene, RAPPORT_PICTURE_PNG, "400x300", 1, FALSE);
  g_autoptr (GBytes) paper = render (scene, RAPPORT_PICTURE_PNG, "board-paper", 0.5, FALSE);

  g_assert_true (contains (screen, "Who gives & who gets?"));
  g_assert_true (contains (screen, "Six partners.\nTwo links."));
  g_assert_false (contains (screen, "tIME"));
  g_assert_false (contains (screen, "pHYs"));
  g_assert_true (contains (paper, "pHYs"));
}

/* The file is no larger than the one of cairo's own writer. */
static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png_size (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (1920, 1440);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *surface;
  gsize length = 0;

  for (int i = 0; i < 40; i++)
    {
      scene_fixture_add_line (item, 40 * i, 37 * i % 1200, 61 * i % 1600, 1200 - 13 * i);
      scene_fixture_add_text (item, "Research partners", 40 * i, 83 * i % 1200);
    }
  png = render (scene, RAPPORT_PICTURE_PNG, "1920x1440", 1, FALSE);
  surface = scene_fixture_paint (scene, 1);
  cairo_surface_write_to_png_stream (surface, count_bytes, &length);
  g_test_message ("%" G_GSIZE_FORMAT " bytes, cairo %" G_GSIZE_FORMAT, g_bytes_get_size (png), length);
  g_assert_cmpuint (g_bytes_get_size (png), <=, length);
  cairo_surface_destroy (surface);
}

/* --- All -------------------------------------------------------------------------------------------------------- */

static void
test_again (void)
{
  for (int format = RAPPORT_PICTURE_PNG; format <= RAPPORT_PICTURE_PDF; format++)
    {
      g_autoptr (RapportScene) a = scene_fixture_new_everything ();
      g_autoptr (RapportScene) b = scene_fixture_new_everything ();
      g_autoptr (GBytes) first = render (a, (RapportPictureFormat) format, "4k", 1, FALSE);
      g_autoptr (GBytes) second = NULL;

      g_usleep (1100 * 1000);
      second = render (b, (RapportPictureFormat) format, "4k", 1, FALSE);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* Pipes the file through @program, one of poppler's. Returns: (transfer full) (nullable): what it says; %NULL where
 * it is not installed, and the test is skipped */
static GBytes *
ask_poppler (GBytes *pdf, const char *program, const char *last)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *text = NULL;

  if (path == NULL)
    {
      g_autofree char *reason = g_strdup_printf ("%s is not installed", program);

      g_test_skip (reason);
      return NULL;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, path, "-",
                              last, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, pdf, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static void
test_pdf (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (GBytes) pdf = render (scene, RAPPORT_PICTURE_PDF, "a4", 1, FALSE);

  g_assert_true (contains (pdf, "%PDF-1."));
  g_assert_false (contains (pdf, "CreationDate"));
  g_assert_false (contains (pdf, "/ModDate"));
  g_assert_false (contains (pdf, "/Author"));
}

/* Newer versions of cairo pack what tells this, so that it cannot be looked for in the bytes. */
static void
test_pdf_tagged (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (GBytes) pdf = render (scene, RAPPORT_PICTURE_PDF, "a4", 1, FALSE);
  g_autoptr (GBytes) text = ask_poppler (pdf, "pdfinfo", NULL);
  g_autofree char *said = text != NULL ? g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text)) : NULL;

  if (said == NULL)
    return;
  g_assert_true (g_regex_match_simple ("^Tagged: +yes$", said, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Title: +Who gives & who gets\\?$", said, G_REGEX_MULTILINE, 0));
  g_assert_null (strstr (said, "CreationDate"));
  g_assert_null (strstr (said, "Author"));
}

/* Real text, on a page of the size that was asked for. */
static void
test_pdf_text (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (GBytes) pdf = render (scene, RAPPORT_PICTURE_PDF, "a4", 1, FALSE);
  g_autoptr (GBytes) text = ask_poppler (pdf, "pdftotext", "-");

  if (text == NULL)
    return;
  g_assert_true (contains (text, "Research & care"));
  g_assert_true (contains (text, "<b>"));
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    double width;
    double height;
    gboolean paper;
  } table[] = {
    { "1080p", 1920, 1080, FALSE },      { "4K", 3840, 2160, FALSE },        { "4k", 3840, 2160, FALSE },
    { "A4", 297, 210, TRUE },            { "a0", 1189, 841, TRUE },          { "board-paper", 160, 165, TRUE },
    { "800x600", 800, 600, FALSE },      { "800X600", 800, 600, FALSE },     { "800×600", 800, 600, FALSE },
    { "99999x1", 99999, 1, FALSE },      { "256", 256, 144, FALSE },         { "1920", 1920, 1080, FALSE },
  };
  static const char *const wrong[]
    = { "", "A5", "800x", "x600", "0x600", "800x0", "-1x5", "1e3x5", "800x600px", "100000x5", "8 x 6", "nanxnan" };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RapportPictureSize size;

      g_assert_true (rapport_picture_size_parse (&size, table[i].text, NULL));
      g_assert_cmpfloat_with_epsilon (size.width, table[i].width, 1e-9);
      g_assert_cmpfloat_with_epsilon (size.height, table[i].height, 1e-9);
      g_assert_true (size.paper == table[i].paper);
      g_assert_cmpfloat_with_epsilon (size.page_width / size.page_height, size.width / size.height, 0.001 * size.width / size.height);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      RapportPictureSize size;
      g_autoptr (GError) error = NULL;

      g_assert_false (rapport_picture_size_parse (&size, wrong[i], &error));
      g_assert_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE);
    }
}

static void
test_too_large (void)
{
  static const char *const sizes[] = { "32768x10", "10x40000", "32767x32767" };
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      RapportPictureOptions options = { .format = RAPPORT_PICTURE_PNG };
      g_autoptr (GError) error = NULL;

      g_assert_true (rapport_picture_size_parse (&options.size, sizes[i], NULL));
      g_assert_null (rapport_picture_render (scene, &options, NULL, &error));
      g_assert_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_formats (void)
{
  RapportPictureFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (rapport_picture_format_from_name ("a.b/c.PNG", &format, NULL));
  g_assert_cmpint (format, ==, RAPPORT_PICTURE_PNG);
  g_assert_true (rapport_picture_format_from_name ("x.svg", &format, NULL));
  g_assert_cmpint (format, ==, RAPPORT_PICTURE_SVG);
  g_assert_true (rapport_picture_format_from_name ("x.pdf", &format, NULL));
  g_assert_cmpint (format, ==, RAPPORT_PICTURE_PDF);
  g_assert_false (rapport_picture_format_from_name (".png", &format, NULL));
  g_assert_false (rapport_picture_format_from_name ("x.rapport", &format, &error));
  g_assert_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_FORMAT);
}

static void
test_cancelled (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (int format = RAPPORT_PICTURE_PNG; format <= RAPPORT_PICTURE_PDF; format++)
    {
      RapportPictureOptions options = { .format = (RapportPictureFormat) format };
      g_autoptr (GError) error = NULL;

      rapport_picture_size_init (&options.size);
      g_assert_null (rapport_picture_render (scene, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_progress (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();

  for (int format = RAPPORT_PICTURE_PNG; format <= RAPPORT_PICTURE_PDF; format++)
    {
      gint painted = 0;
      RapportPictureOptions options = { .format = (RapportPictureFormat) format, .painted = &painted };
      g_autoptr (GBytes) bytes = NULL;

      rapport_picture_size_init (&options.size);
      bytes = rapport_picture_render (scene, &options, NULL, NULL);
      g_assert_cmpint (g_atomic_int_get (&painted), >=, (gint) rapport_scene_get_n_items (scene));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png-pixels", test_png_pixels);
  g_test_add_func ("/picture/png-transparent", test_png_transparent);
  g_test_add_func ("/picture/png-texts", test_png_texts);
  g_test_add_func ("/picture/png-size", test_png_size);
  g_test_add_func ("/picture/again", test_again);
  g_test_add_func ("/picture/pdf", test_pdf);
  g_test_add_func ("/picture/pdf-tagged", test_pdf_tagged);
  g_test_add_func ("/picture/pdf-text", test_pdf_text);
  g_test_add_func ("/picture/sizes", test_sizes);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture/formats", test_formats);
  g_test_add_func ("/picture/cancelled", test_cancelled);
  g_test_add_func ("/picture/progress", test_progress);
  return g_test_run ();
}
