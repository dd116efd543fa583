/* rapport-canvas-glide.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasGlide:
 * Stakeholders on their way from where they stood to where they stand, as after tidying, or from one time to the next:
 * eyes follow what moves, and lose what leaps. The map has changed before; this is only how it is shown.
 */
typedef struct _RapportCanvasGlide RapportCanvasGlide;

RapportCanvasGlide *rapport_canvas_glide_new    (RapportCanvas *canvas);
void                rapport_canvas_glide_free   (RapportCanvasGlide *self);

void                rapport_canvas_glide_follow (RapportCanvasGlide *self, const RapportScene *before,
                                                 const RapportScene *now);
void                rapport_canvas_glide_stop   (RapportCanvasGlide *self);

G_END_DECLS
