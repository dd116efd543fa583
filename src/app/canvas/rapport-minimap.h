/* rapport-minimap.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportMinimap:
 * The whole map, small, with a frame round the part that is in view; there only while not all of it is. A click or a
 * drag on it brings another part into view. The arrows on the map, and the key for the whole map, do the same without a
 * pointer.
 */
#define RAPPORT_TYPE_MINIMAP (rapport_minimap_get_type ())
G_DECLARE_FINAL_TYPE (RapportMinimap, rapport_minimap, RAPPORT, MINIMAP, GtkWidget)

void rapport_minimap_set_canvas (RapportMinimap *self, RapportCanvas *canvas);

G_END_DECLS
