/* rapport-drag-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportDragTool:
 * What a drag on the map does. From a stakeholder it moves what is selected: the ring changes, the sector never
 * does. From the border of a stakeholder, or with Alt, it draws a link to whomever it ends on. From an empty place
 * it moves the paper.
 */
typedef struct _RapportDragTool RapportDragTool;

RapportDragTool *rapport_drag_tool_new  (RapportCanvas *canvas);
void             rapport_drag_tool_free (RapportDragTool *self);

gboolean rapport_drag_tool_get_line (RapportDragTool *self, RapportPoint *from, RapportPoint *to);
GHashTable *rapport_drag_tool_get_dragged (RapportDragTool *self, RapportPoint *shift);
const char *rapport_drag_tool_get_words (RapportDragTool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportDragTool, rapport_drag_tool_free)

G_END_DECLS
