/* test-text-measure.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With the one font of the tests (fonts.conf).
 */
#include "rapport-text-measure.h"

#include "rapport-font-context-private.h"

#include <string.h>

#define FAMILY "DejaVu Sans"

static void
assert_lines (const char *text, double width, guint lines, const char *wanted)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  g_auto (GStrv) got = rapport_text_measure_break (measure, text, 22, 600, width, lines);
  g_autofree char *joined = g_strjoinv ("|", got);

  g_assert_cmpstr (joined, ==, wanted);
  for (guint i = 0; got[i] != NULL; i++)
    g_assert_cmpfloat (rapport_text_measure_width (measure, got[i], 22, 600), <=, width + 0.01);
}

static void
test_scales (void)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  double small = rapport_text_measure_width (measure, "Primary care trusts", 11, 400);
  double large = rapport_text_measure_width (measure, "Primary care trusts", 44, 400);

  g_assert_cmpfloat (small, >, 50);
  g_assert_cmpfloat_with_epsilon (large, 4 * small, 1e-9);
  g_assert_cmpfloat (rapport_text_measure_width (measure, "Primary care trusts", 11, 700), >, small);
  g_assert_cmpfloat (rapport_text_measure_width (measure, "", 11, 400), ==, 0);
}

static void
test_extents (void)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  double ascent, descent;

  rapport_text_measure_extents (measure, 100, 400, &ascent, &descent);
  g_assert_cmpfloat_with_epsilon (ascent, 92.8, 0.5);
  g_assert_cmpfloat_with_epsilon (descent, 23.6, 0.5);
  rapport_text_measure_extents (measure, 100, 400, NULL, NULL);
}

static void
test_breaks (void)
{
  assert_lines ("City council", 185, 3, "City council");
  assert_lines ("National research funder", 240, 3, "National|research funder");
  assert_lines (" white \n\t space ", 185, 3, "white space");
  assert_lines ("", 185, 3, "");
  assert_lines ("   ", 185, 3, "");
}

/* Two lines as long as each other, not a full one and a rest. */
static void
test_balances (void)
{
  assert_lines ("a bb ccc dddd eeeee ffffff g", 240, 3, "a bb ccc dddd|eeeee ffffff g");
}

static void
test_long_word (void)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  g_auto (GStrv) lines
    = rapport_text_measure_break (measure, "Donaudampfschifffahrtsgesellschaft", 22, 600, 185, 3);
  g_autofree char *joined = g_strjoinv ("", lines);

  g_assert_cmpuint (g_strv_length (lines), >=, 2);
  g_assert_cmpstr (joined, ==, "Donaudampfschifffahrtsgesellschaft");
}

/* What is remembered of a broken text is what one measures afresh. */
static void
test_remembers (void)
{
  static const char *const texts[] = { "Regional health and care partnership board", "צוות המחקר של האוניברסיטה",
                                       "Ymddiriedolaeth Rhosllannerchrugog a'r cylch" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
      g_auto (GStrv) lines = rapport_text_measure_break (measure, texts[i], 22, 600, 185, 4);
      double widest = rapport_text_measure_widest_word (measure, texts[i], 22, 600), word = 0;
      g_auto (GStrv) words = g_strsplit (texts[i], " ", -1);
      g_autoptr (RapportTextMeasure) fresh = rapport_text_measure_new (FAMILY);

      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpfloat_with_epsilon (rapport_text_measure_width (measure, lines[j], 22, 600),
                                        rapport_text_measure_width (fresh, lines[j], 22, 600), 0.5);
      for (guint j = 0; words[j] != NULL; j++)
        word = MAX (word, rapport_text_measure_width (fresh, words[j], 22, 600));
      g_assert_cmpfloat_with_epsilon (widest, word, 0.5);
    }
}

static void
test_shortens (void)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  g_auto (GStrv) lines = rapport_text_measure_break (
    measure, "The committee for the oversight of committees that oversee", 22, 600, 185, 2);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (g_str_has_suffix (lines[1], "…"));
  g_assert_cmpfloat (rapport_text_measure_width (measure, lines[1], 22, 600), <=, 185.01);
}

/* Right to left, without spaces, stacked marks, bad luck: always at least something, always within the width. */
static void
test_scripts (void)
{
  static const char *const texts[] = {
    "הצוות המחקרי של האוניברסיטה הגדולה", "日本語の研究チームと市民パネルの協力関係", "مجموعة البحث في الجامعة",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "a\342\200\256b \342\200\217c d e f g h i j k l m n o p q r s t",
    "\314\201\314\201\314\201", "\342\200\250\342\200\251x",
  };
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) lines = rapport_text_measure_break (measure, texts[i], 22, 600, 185, 3);

      g_assert_cmpuint (g_strv_length (lines), >=, 1);
      g_assert_cmpuint (g_strv_length (lines), <=, 3);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_true (g_utf8_validate (lines[j], -1, NULL));
          g_assert_cmpfloat (rapport_text_measure_width (measure, lines[j], 22, 600), <=, 187);
        }
    }
}

/* A name may be 64 KiB long, and be nothing but one letter with marks. */
static void
test_huge (void)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  g_autoptr (GString) marks = g_string_new ("a");
  g_autofree char *letters = g_strnfill (64 * 1024, 'm');
  g_auto (GStrv) short_lines = rapport_text_measure_break (measure, letters, 22, 600, 185, 3);
  g_auto (GStrv) marked_lines = NULL;

  while (marks->len < 64 * 1024)
    g_string_append (marks, "\314\201");
  marked_lines = rapport_text_measure_break (measure, marks->str, 22, 600, 185, 3);
  g_assert_cmpuint (g_strv_length (short_lines), ==, 3);
  g_assert_true (g_str_has_suffix (short_lines[2], "…"));
  g_assert_cmpuint (g_strv_length (marked_lines), ==, 1);
  g_assert_cmpuint (strlen (marked_lines[0]), <, 4096);
}

/* The painter for pages has Pango lay the same text out: what is measured is what will be painted. */
static void
test_as_laid_out (void)
{
  static const char *const texts[] = {
    "Primary care trusts", "AVAToWAy", "Universit\u00e9 e\u0301te\u0301", "\u05e9\u05dc\u05d5\u05dd NHS 12",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645", "\u5065\u5eb7 \U0001f600 x", "efficient office",
    " spaces  round ", "a\u200bb\u00a0c",
  };
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (FAMILY);
  PangoContext *context = _rapport_font_context_new ();
  g_autoptr (PangoFontDescription) font = _rapport_font_describe (FAMILY, 600);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int width;

      pango_layout_set_text (layout, texts[i], -1);
      pango_layout_get_size (layout, &width, NULL);
      g_assert_cmpfloat_with_epsilon (rapport_text_measure_width (measure, texts[i], RAPPORT_FONT_SIZE, 600),
                                      (double) width / PANGO_SCALE, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-measure/scales", test_scales);
  g_test_add_func ("/text-measure/extents", test_extents);
  g_test_add_func ("/text-measure/breaks", test_breaks);
  g_test_add_func ("/text-measure/balances", test_balances);
  g_test_add_func ("/text-measure/long-word", test_long_word);
  g_test_add_func ("/text-measure/shortens", test_shortens);
  g_test_add_func ("/text-measure/remembers", test_remembers);
  g_test_add_func ("/text-measure/scripts", test_scripts);
  g_test_add_func ("/text-measure/huge", test_huge);
  g_test_add_func ("/text-measure/as-laid-out", test_as_laid_out);
  return g_test_run ();
}
