/* rapport-drag-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportDragTool:
 * What a drag on the map does. From a stakeholder it moves what is selected: the ring changes, the sector never
 * does. From the ring round a stakeholder, or with Alt, it draws a link to whomever it ends on; by a finger, which
 * sees no ring, it moves them. From an empty
 * place it pulls a rubber band open, which selects; with the space bar held, or by a finger, it moves the paper.
 */
RapportDragTool *rapport_drag_tool_new  (RapportCanvas *canvas);
void             rapport_drag_tool_free (RapportDragTool *self);

gboolean rapport_drag_tool_get_line (RapportDragTool *self, RapportPoint *from, RapportPoint *to);
gboolean rapport_drag_tool_may_link (RapportDragTool *self);
const char *rapport_drag_tool_get_linked (RapportDragTool *self);
GHashTable *rapport_drag_tool_get_dragged (RapportDragTool *self, RapportPoint *shift);
const char *rapport_drag_tool_get_words (RapportDragTool *self, RapportPoint *hand);
void     rapport_drag_tool_get_guides (RapportDragTool *self, const RapportPoint **upright, const RapportPoint **level);
gboolean rapport_drag_tool_get_band   (RapportDragTool *self, RapportRect *rect);

gboolean rapport_drag_tool_cancel     (RapportDragTool *self);
void     rapport_drag_tool_set_hand   (RapportDragTool *self, gboolean hand);
void     rapport_drag_tool_show_pointer (RapportDragTool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportDragTool, rapport_drag_tool_free)

G_END_DECLS
