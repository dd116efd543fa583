/* rapport-halo-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * RapportHalo:
 * Paints the halo behind letters. Stroking the outline of every letter of every label costs more than all the rest of
 * a picture, so the stroked letters are made a font of their own: cairo keeps its letters, and a PDF has each once.
 */
typedef struct _RapportHalo RapportHalo;

RapportHalo *_rapport_halo_new  (void);
void         _rapport_halo_free (RapportHalo *self);

/* Shows @line, shaped at RAPPORT_FONT_SIZE, from (0, 0) in the current colour; @width is of the stroke, in the same
 * units. */
void _rapport_halo_show (RapportHalo *self, cairo_t *cr, PangoLayoutLine *line, double width);

G_END_DECLS
