/* rapport-text-measure.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportTextMeasure:
 * Measures and breaks text with a Pango font map of its own, so that a scene can be built in any thread.
 * Resolution 96, no hinting, unrounded positions: the same on every machine with the same font.
 */
typedef struct _RapportTextMeasure RapportTextMeasure;

RapportTextMeasure *rapport_text_measure_new  (const char *family);
void                rapport_text_measure_free (RapportTextMeasure *self);

double rapport_text_measure_width (RapportTextMeasure *self, const char *text, double size, int weight);
void   rapport_text_measure_extents (RapportTextMeasure *self, double size, int weight,
                                     double *ascent, double *descent);

/* Breaks on words into at most @max_lines balanced lines no wider than @max_width; what does not fit is
 * shortened with an ellipsis. Returns: (transfer full): a %NULL-ended list of lines */
char **rapport_text_measure_break (RapportTextMeasure *self, const char *text, double size, int weight,
                                   double max_width, guint max_lines);
double              rapport_text_measure_widest_word (RapportTextMeasure *self, const char *text,
                                                      double size, int weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportTextMeasure, rapport_text_measure_free)

G_END_DECLS
