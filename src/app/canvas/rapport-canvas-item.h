/* rapport-canvas-item.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-scene-item.h"

G_BEGIN_DECLS

/**
 * RapportCanvasItem:
 * Stands for something that is drawn on the map, for those who do not see it: it draws nothing and takes no
 * pointer, but has a name, words about it, a place and the focus.
 *
 * Signals: ::selected, when it gets the focus or is chosen; ::opened, when it is to be looked into;
 * ::menu-wanted, when what can be done with it is to be offered.
 */
#define RAPPORT_TYPE_CANVAS_ITEM (rapport_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (RapportCanvasItem, rapport_canvas_item, RAPPORT, CANVAS_ITEM, GtkWidget)

GtkWidget  *rapport_canvas_item_new        (const char *id);
const char *rapport_canvas_item_get_id     (RapportCanvasItem *self);
void        rapport_canvas_item_tell       (RapportCanvasItem *self, const char *name, const char *description);
void        rapport_canvas_item_set_bounds (RapportCanvasItem *self, const RapportRect *bounds);
RapportRect rapport_canvas_item_get_bounds (RapportCanvasItem *self);
void        rapport_canvas_item_set_chosen (RapportCanvasItem *self, gboolean chosen);

G_END_DECLS
