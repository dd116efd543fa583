/* rapport-pointer-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportPointerTool:
 * What clicks, the wheel and two fingers do on the map: select, open a menu, begin to type, move the paper and zoom.
 * Drags of what is on the map are RapportDragTool's.
 */
typedef struct _RapportPointerTool RapportPointerTool;

RapportPointerTool *rapport_pointer_tool_new       (RapportCanvas *canvas);
void                rapport_pointer_tool_free      (RapportPointerTool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportPointerTool, rapport_pointer_tool_free)

G_END_DECLS
