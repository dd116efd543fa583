/* rapport-canvas-hint.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasHint:
 * The words that stand on the canvas beside the map itself: what a key waits for; else whom the map is shown around; on an
 * empty map, how to begin.
 */
typedef struct
{
  /*< private >*/
  RapportCanvas *canvas; /* borrowed: it holds this */
  char *waiting;         /* owned, nullable */
  char *around;          /* owned, nullable */
} RapportCanvasHint;

void     rapport_canvas_hint_init       (RapportCanvasHint *self, RapportCanvas *canvas);
void     rapport_canvas_hint_clear      (RapportCanvasHint *self);

void     rapport_canvas_hint_set        (RapportCanvasHint *self, const char *waiting);
gboolean rapport_canvas_hint_set_around (RapportCanvasHint *self, const char *around);
void     rapport_canvas_hint_snapshot   (RapportCanvasHint *self, GtkSnapshot *snapshot, gboolean is_free);

G_END_DECLS
