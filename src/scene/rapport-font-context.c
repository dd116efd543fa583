/* rapport-font-context.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-font-context-private.h"

/* A map unit is a pixel of 96 to the inch. */
#define RESOLUTION 96

static cairo_font_options_t *
make_options (void)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  return options;
}

/* One a thread, kept until the thread ends: to load fonts takes longer than to measure a map's names. Pango finds fonts
 * in a thread of its own, and what it finds for a font map that is gone already is lost memory. */
static PangoFontMap *
get_fonts (void)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  PangoFontMap *fonts = g_private_get (&kept);

  if (fonts == NULL)
    {
      fonts = pango_cairo_font_map_new ();
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), RESOLUTION);
      g_private_set (&kept, fonts);
    }
  return fonts;
}

/**
 * _rapport_font_context_new:
 *
 * A context for the thread that asks for it, and for no other. Its fonts know nothing of the desktop's settings, so
 * that text has the same width on a screen, on paper and without a display.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
_rapport_font_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (get_fonts ());
  cairo_font_options_t *options = make_options ();

  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en-gb"));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * _rapport_font_describe:
 * @family: a family, or several with commas between them
 * @weight: 400, 500, 600 or 700
 *
 * Returns: (transfer full): the font at %RAPPORT_FONT_SIZE
 */
PangoFontDescription *
_rapport_font_describe (const char *family, int weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_font_description_set_absolute_size (font, RAPPORT_FONT_SIZE * PANGO_SCALE);
  return font;
}
