/* rapport-text-measure.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text-measure.h"

#include "rapport-font-context-private.h"
#include "rapport-line-breaker-private.h"
#include "rapport-recent-private.h"

#include <string.h>

/* Texts seen before, and widths of lines; twice as many are kept, those that were not asked for lately going first. */
#define KEPT_SHAPES 512
#define KEPT_WIDTHS 2048
/* Longer texts are seldom met twice. */
#define KEPT_LENGTH 256

struct _RapportTextMeasure
{
  char *family;         /* owned */
  PangoContext *context; /* owned */
  int weight;           /* of the context's font; 0 before the first */
  RapportRecent *widths; /* owned: weight and text → width at RAPPORT_FONT_SIZE, as a double */
  RapportRecent *shapes; /* owned: weight and text → RapportShapedText at RAPPORT_FONT_SIZE */
  RapportShapedText *passing; /* owned, nullable: the last one that was too long to be kept */
  GHashTable *heights;  /* owned: weight → PangoRectangle, of a line at RAPPORT_FONT_SIZE */
};

/**
 * rapport_text_measure_new:
 * @family: a font family, or several with commas between them
 *
 * Returns: (transfer full): a measure for the thread that made it
 */
RapportTextMeasure *
rapport_text_measure_new (const char *family)
{
  RapportTextMeasure *self;

  g_return_val_if_fail (family != NULL, NULL);

  self = g_new0 (RapportTextMeasure, 1);
  self->family = g_strdup (family);
  self->context = _rapport_font_context_new ();
  self->widths = _rapport_recent_new (KEPT_WIDTHS, g_free);
  self->shapes = _rapport_recent_new (KEPT_SHAPES, (GDestroyNotify) _rapport_shaped_text_free);
  self->heights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
rapport_text_measure_free (RapportTextMeasure *self)
{
  if (self == NULL)
    return;
  _rapport_recent_free (self->widths);
  g_hash_table_unref (self->heights);
  _rapport_recent_free (self->shapes);
  g_clear_pointer (&self->passing, _rapport_shaped_text_free);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

static RapportShapedText *
shape (RapportTextMeasure *self, const char *text, int weight)
{
  if (weight != self->weight)
    {
      g_autoptr (PangoFontDescription) font = _rapport_font_describe (self->family, weight);

      pango_context_set_font_description (self->context, font);
      self->weight = weight;
    }
  return _rapport_shaped_text_new (self->context, text);
}

/* Of as many letters as the text and one more for the weight: some thousand are made for one picture. */
static char *
make_key (const char *text, int weight)
{
  gsize length = strlen (text);
  char *key = g_malloc (length + 2);

  key[0] = (char) (weight / 100);
  memcpy (key + 1, text, length + 1);
  return key;
}

/* Shaping costs more than anything that is done with what was shaped. Returns: (transfer none): until the next call */
static const RapportShapedText *
get_shaped (RapportTextMeasure *self, const char *text, int weight)
{
  g_autofree char *key = NULL;
  RapportShapedText *shaped;

  if (strlen (text) > KEPT_LENGTH)
    {
      g_clear_pointer (&self->passing, _rapport_shaped_text_free);
      return self->passing = shape (self, text, weight);
    }
  key = make_key (text, weight);
  shaped = _rapport_recent_look_up (self->shapes, key);
  if (shaped != NULL)
    return shaped;
  shaped = shape (self, text, weight);
  _rapport_recent_keep (self->shapes, g_steal_pointer (&key), shaped);
  return shaped;
}

static void
keep_width (RapportTextMeasure *self, const char *text, int weight, double width)
{
  _rapport_recent_keep (self->widths, make_key (text, weight), g_memdup2 (&width, sizeof width));
}

static double
look_up (RapportTextMeasure *self, const char *text, int weight)
{
  g_autofree char *key = make_key (text, weight);
  const double *width = _rapport_recent_look_up (self->widths, key);
  const RapportShapedText *shaped;

  if (width != NULL)
    return *width;
  shaped = get_shaped (self, text, weight);
  return shaped->sums[shaped->n];
}

/**
 * rapport_text_measure_width:
 * @text: one line
 * @size: in map units
 * @weight: 400, 500, 600 or 700
 *
 * Returns: how far the text advances, in map units
 */
double
rapport_text_measure_width (RapportTextMeasure *self, const char *text, double size, int weight)
{
  g_return_val_if_fail (self != NULL && text != NULL, 0);

  return look_up (self, text, weight) * size / RAPPORT_FONT_SIZE;
}

static gboolean
measure_font (PangoFontset *fontset, PangoFont *font, gpointer height)
{
  pango_font_get_glyph_extents (font, PANGO_GLYPH_EMPTY, NULL, height);
  return TRUE;
}

/* Of the first font. Pango's metrics would tell too, but first they shape a sentence, to know how wide letters are. */
static const PangoRectangle *
get_height (RapportTextMeasure *self, int weight)
{
  PangoRectangle *height = g_hash_table_lookup (self->heights, GINT_TO_POINTER (weight));

  if (height == NULL)
    {
      g_autoptr (PangoFontDescription) font = _rapport_font_describe (self->family, weight);
      PangoFontset *fonts
          = pango_context_load_fontset (self->context, font, pango_context_get_language (self->context));

      height = g_new0 (PangoRectangle, 1);
      pango_fontset_foreach (fonts, measure_font, height);
      g_object_unref (fonts);
      g_hash_table_insert (self->heights, GINT_TO_POINTER (weight), height);
    }
  return height;
}

/**
 * rapport_text_measure_extents:
 * @size: in map units
 * @ascent: (out) (optional): of a line above its baseline, in map units
 * @descent: (out) (optional): below it
 */
void
rapport_text_measure_extents (RapportTextMeasure *self,
                              double size,
                              int weight,
                              double *ascent,
                              double *descent)
{
  const PangoRectangle *height;

  g_return_if_fail (self != NULL);

  height = get_height (self, weight);
  if (ascent != NULL)
    *ascent = PANGO_ASCENT (*height) * size / PANGO_SCALE / RAPPORT_FONT_SIZE;
  if (descent != NULL)
    *descent = PANGO_DESCENT (*height) * size / PANGO_SCALE / RAPPORT_FONT_SIZE;
}

/**
 * rapport_text_measure_break:
 * @text: white space in it counts as one space
 * @size: in map units
 * @max_width: in map units; a word that is wider is broken between letters
 * @max_lines: at least 1
 *
 * Breaks on words into as few lines as will do, and these as even as possible. What does not fit is shortened with
 * an ellipsis.
 *
 * Returns: (transfer full): a %NULL-ended list of lines; none where @text is blank
 */
char **
rapport_text_measure_break (RapportTextMeasure *self,
                            const char *text,
                            double size,
                            int weight,
                            double max_width,
                            guint max_lines)
{
  g_autofree char *shown = NULL;
  g_autofree double *widths = NULL;
  gboolean cut;
  double ellipsis;
  char **lines;

  g_return_val_if_fail (self != NULL && text != NULL && max_lines > 0 && size > 0, NULL);

  shown = _rapport_line_breaker_clip (text, &cut);
  ellipsis = look_up (self, RAPPORT_ELLIPSIS, weight);
  widths = g_new (double, max_lines);
  lines = _rapport_line_breaker_run (get_shaped (self, shown, weight), cut, max_width * RAPPORT_FONT_SIZE / size,
                                     max_lines, ellipsis, widths);
  for (guint i = 0; lines[i] != NULL; i++)
    if (widths[i] >= 0)
      keep_width (self, lines[i], weight, widths[i]);
  return lines;
}

/**
 * rapport_text_measure_widest_word:
 * @size: in map units
 *
 * Returns: how wide lines must at least be so that no word of @text is broken between letters, in map units
 */
double
rapport_text_measure_widest_word (RapportTextMeasure *self, const char *text, double size, int weight)
{
  g_autofree char *shown = NULL;
  gboolean cut;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  shown = _rapport_line_breaker_clip (text, &cut);
  return _rapport_shaped_text_get_widest_word (get_shaped (self, shown, weight)) * size / RAPPORT_FONT_SIZE;
}
