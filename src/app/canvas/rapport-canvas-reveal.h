/* rapport-canvas-reveal.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasReveal:
 * Brings into view what was selected elsewhere than on the paper: in the outline, by finding a name, by the arrows.
 * The paper is seen moving there, where things may move. What a hand selects on the paper is in view already, and
 * nothing moves below a hand: it stops this.
 */
typedef struct _RapportCanvasReveal RapportCanvasReveal;

RapportCanvasReveal *rapport_canvas_reveal_new   (RapportCanvas *canvas);
void                 rapport_canvas_reveal_free  (RapportCanvasReveal *self);

void                 rapport_canvas_reveal_begin (RapportCanvasReveal *self);
void                 rapport_canvas_reveal_stop  (RapportCanvasReveal *self);

G_END_DECLS
