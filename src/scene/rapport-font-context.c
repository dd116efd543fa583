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

/**
 * _rapport_font_context_new:
 *
 * A context on a font map of its own, which belongs to whatever thread uses the context. It knows nothing of the
 * desktop's settings, so that text has the same width on a screen, on paper and without a display.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
_rapport_font_context_new (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = make_options ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), RESOLUTION);
  context = pango_font_map_create_context (fonts);
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
