/* rapport-canvas-marks.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

GdkRGBA rapport_canvas_marks_rgba (RapportColour colour);

void rapport_canvas_marks_selection (RapportCanvas *self, GtkSnapshot *snapshot);
void rapport_canvas_marks_focus     (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item);
void rapport_canvas_marks_link_ring (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item,
                                     gboolean is_held);
void rapport_canvas_marks_line      (RapportCanvas *self, GtkSnapshot *snapshot, RapportPoint from,
                                     RapportPoint to);
void rapport_canvas_marks_guide     (RapportCanvas *self, GtkSnapshot *snapshot, RapportPoint from,
                                     RapportPoint to);
void rapport_canvas_marks_band      (RapportCanvas *self, GtkSnapshot *snapshot, const RapportRect *band);
void rapport_canvas_marks_ghosts    (RapportCanvas *self, GtkSnapshot *snapshot, GHashTable *ids,
                                     RapportPoint shift);
void rapport_canvas_marks_sign      (RapportCanvas *self, GtkSnapshot *snapshot, const char *words, float x,
                                     float y, gboolean centred);

G_END_DECLS
