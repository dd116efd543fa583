/* test-painter-svg.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-svg-painter.h"
#include "scene-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_svg (const RapportScene *scene, const RapportSvgOptions *options)
{
  g_autoptr (RapportSvgPainter) painter = rapport_svg_painter_new (options);
  g_autoptr (GBytes) bytes = rapport_svg_painter_paint (painter, scene, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

/* Markup is well-formed, every id its own. No id, tag or attribute comes from a text. */
typedef struct
{
  GHashTable *ids; /* owned */
  GString *text;   /* owned, nullable: all text */
  guint n_scripts;
} Seen;

static void
see_element (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
  static const char *const known[]
    = { "svg", "title", "desc", "defs", "pattern", "path", "rect", "g", "text", NULL };
  Seen *seen = data;

  g_assert_true (g_strv_contains (known, element));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      g_assert_null (strstr (names[i], "href"));
      if (strstr (values[i], "url(") != NULL)
        g_assert_true (g_str_has_prefix (values[i], "url(#"));
      if (strcmp (names[i], "id") == 0)
        g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i])));
    }
}

static void
see_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_string_append_len (((Seen *) data)->text, text, (gssize) length);
}

/* Returns: (transfer full): all text in the file */
static char *
assert_sound (const char *svg)
{
  static const GMarkupParser parser = { .start_element = see_element, .text = see_text };
  Seen seen = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_hash_table_unref (seen.ids);
  return g_string_free (seen.text, FALSE);
}

/* Set RAPPORT_WRITE_EXPECTED to write the file anew, then look at it. */
static void
test_expected (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autofree char *svg = write_svg (scene, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "expected", "painter.svg", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("RAPPORT_WRITE_EXPECTED") != NULL)
    g_assert_true (g_file_set_contents (path, svg, -1, NULL));
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (svg, ==, expected);
  g_free (assert_sound (svg));
}

static void
test_again (void)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (RapportScene) a = scene_fixture_new_everything ();
      g_autoptr (RapportScene) b = scene_fixture_new_everything ();
      g_autofree char *first = write_svg (a, NULL);
      g_autofree char *second = write_svg (b, NULL);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_root (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autofree char *svg = write_svg (scene, &(RapportSvgOptions){ "160mm", "120mm", TRUE });
  const char *title = strstr (svg, "<title id=\"title\">Who gives &amp; who gets?</title>");
  const char *description = strstr (svg, "<desc id=\"desc\">Six partners.\nTwo links.</desc>");

  g_assert_nonnull (title);
  g_assert_nonnull (description);
  g_assert_true (description > title);
  g_assert_true (title[-1] == '\n' && title[-2] == '>');
  g_assert_cmpuint (count (svg, "<rect"), ==, 0);
  g_assert_nonnull (strstr (svg, " width=\"160mm\" height=\"120mm\" viewBox=\"0 0 400 300\""));
  g_assert_nonnull (strstr (svg, " role=\"graphics-document\" aria-labelledby=\"title desc\""));
  g_assert_nonnull (strstr (svg, " font-family=\"DejaVu Sans, sans-serif\""));
}

/* Only the patterns in use are there, each once. */
static void
test_patterns (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  g_autofree char *none = write_svg (scene, NULL);
  g_autofree char *one = NULL;

  for (int i = 0; i < 3; i++)
    {
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
      RapportShape *shape = scene_fixture_add_circle (item, 50, 50, 30);

      shape->pattern = RAPPORT_PATTERN_CROSS;
      shape->pattern_colour = 0x11223344;
    }
  one = write_svg (scene, NULL);
  g_assert_cmpuint (count (none, "<defs"), ==, 0);
  g_assert_cmpuint (count (one, "<defs"), ==, 1);
  g_assert_cmpuint (count (one, "<pattern id=\"cross-11223344\""), ==, 1);
  g_assert_cmpuint (count (one, "fill=\"url(#cross-11223344)\""), ==, 3);
  g_free (assert_sound (one));
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *printed;
  } table[] = {
    { 0, "0" },          { -0.001, "0" },      { 1, "1" },        { -1.5, "-1.5" },
    { 0.05, "0.05" },    { 12.345, "12.35" },  { 0.999, "1" },    { -0.25, "-0.25" },
    { 1e6, "1000000" },  { 1e300, "1000000000" }, { -1e300, "-1000000000" }, { G_MAXDOUBLE * 2, "0" },
    { 1234.5, "1234.5" }, { 100.1, "100.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, "a", NULL);
      g_autofree char *svg = NULL, *wanted = g_strdup_printf ("<text x=\"%s\" y=\"7\"", table[i].printed);

      scene_fixture_add_text (item, "x", table[i].number, 7);
      svg = write_svg (scene, NULL);
      g_assert_nonnull (strstr (svg, wanted));
    }
}

static void
test_ids (void)
{
  static const char *const ids[] = { "a", "a", "a b", "a_20b", "\"/><script>", "é", "", "a.2", NULL };
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  g_autofree char *svg = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    for (int kind = 0; kind < RAPPORT_N_ITEM_KINDS; kind++)
      scene_fixture_add_item (scene, (RapportItemKind) kind, ids[i], NULL);
  scene_fixture_add_item (scene, RAPPORT_ITEM_LEGEND, NULL, NULL);
  scene_fixture_add_item (scene, RAPPORT_ITEM_LEGEND, NULL, NULL);
  svg = write_svg (scene, NULL);
  g_assert_nonnull (strstr (svg, "<g id=\"stakeholder-a\""));
  g_assert_nonnull (strstr (svg, "<g id=\"stakeholder-a.2\""));
  g_assert_nonnull (strstr (svg, "<g id=\"label-a_20b\""));
  g_free (assert_sound (svg));
}

/* Whatever a text holds, it stays a text and the file well-formed. */
static void
test_hostile_texts (void)
{
  static const char *const texts[] = {
    "<script>alert(1)</script>", "]]>", "&amp;", "\" onload=\"x", "' x", "<!--", "-->", "<?xml?>", "a\tb\nc",
    "\x01\x02\x1b[31m", "\342\200\256abc", "\357\277\277\357\277\276", "😀👩\342\200\215🔬", "",
    "\314\201\314\201", "日本語", "مجموعة", "%s%n", "url(http://example.org)", "&#0;",
  };
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  g_autofree char *svg = NULL, *text = NULL, *huge = g_strnfill (64 * 1024, '<');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *hostile = i < G_N_ELEMENTS (texts) ? texts[i] : huge;
      RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, hostile, hostile);

      scene_fixture_add_text (item, hostile, 0, 0);
    }
  g_free (scene->title);
  scene->title = g_strdup (texts[0]);
  svg = write_svg (scene, NULL);
  text = assert_sound (svg);
  g_assert_nonnull (strstr (text, "<script>alert(1)</script>"));
  g_assert_nonnull (strstr (text, "&#0;"));
  g_assert_nonnull (strstr (text, huge));
}

static void
test_bidi (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_LABEL, "a", NULL);
  g_autofree char *svg = NULL;

  scene_fixture_add_text (item, "1. צוות abc", 10, 10);
  scene_fixture_add_text (item, "abc צוות", 10, 40)->anchor = RAPPORT_ANCHOR_END;
  svg = write_svg (scene, NULL);
  g_assert_nonnull (strstr (svg, "direction=\"rtl\" text-anchor=\"end\" fill=\"#1b1f24\">1. "));
  g_assert_nonnull (strstr (svg, "\"22\" text-anchor=\"end\" fill=\"#1b1f24\">abc "));
}

static void
test_fading (void)
{
  g_autoptr (RapportScene) scene = _rapport_scene_new_empty (100, 100);
  RapportSceneItem *item = scene_fixture_add_item (scene, RAPPORT_ITEM_STAKEHOLDER, "a", "A");
  g_autofree char *svg = NULL;

  item->opacity = 0.25;
  scene_fixture_add_circle (item, 50, 50, 30)->fill = 0x112233FF;
  scene_fixture_add_circle (item, 50, 50, 10)->fill = 0x445566FF;
  item = scene_fixture_add_item (scene, RAPPORT_ITEM_LINK, "l", NULL);
  item->opacity = 0.25;
  scene_fixture_add_line (item, 0, 0, 9, 9);
  svg = write_svg (scene, NULL);
  g_assert_nonnull (strstr (svg, "<g id=\"stakeholder-a\" opacity=\"0.25\" role=\"graphics-symbol\">"));
  g_assert_nonnull (strstr (svg, "fill=\"#112233\"/>"));
  g_assert_nonnull (strstr (svg, "stroke=\"#000000\" stroke-opacity=\"0.25\""));
}

/* rsvg draws the file as cairo draws the scene. */
static void
test_drawn_alike (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autofree char *svg = write_svg (scene, NULL);
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autofree char *folder = NULL, *in = NULL, *out = NULL;
  g_autoptr (GSubprocess) process = NULL;
  cairo_surface_t *ours, *theirs;

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  folder = g_dir_make_tmp ("rapport-XXXXXX", NULL);
  in = g_build_filename (folder, "in.svg", NULL);
  out = g_build_filename (folder, "out.png", NULL);
  g_assert_true (g_file_set_contents (in, svg, -1, NULL));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "-z", "2", in, "-o", out, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  ours = scene_fixture_paint (scene, 2);
  theirs = cairo_image_surface_create_from_png (out);
  g_assert_cmpint (cairo_surface_status (theirs), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (scene_fixture_is_like (ours, theirs, 48, 0.004));
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
  g_remove (in);
  g_remove (out);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (RapportScene) scene = scene_fixture_new_everything ();
  g_autoptr (RapportSvgPainter) painter = rapport_svg_painter_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_cancellable_cancel (cancellable);
  bytes = rapport_svg_painter_paint (painter, scene, cancellable);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-svg/expected", test_expected);
  g_test_add_func ("/painter-svg/again", test_again);
  g_test_add_func ("/painter-svg/root", test_root);
  g_test_add_func ("/painter-svg/patterns", test_patterns);
  g_test_add_func ("/painter-svg/numbers", test_numbers);
  g_test_add_func ("/painter-svg/ids", test_ids);
  g_test_add_func ("/painter-svg/hostile-texts", test_hostile_texts);
  g_test_add_func ("/painter-svg/bidi", test_bidi);
  g_test_add_func ("/painter-svg/fading", test_fading);
  g_test_add_func ("/painter-svg/drawn-alike", test_drawn_alike);
  g_test_add_func ("/painter-svg/cancelled", test_cancelled);
  return g_test_run ();
}
