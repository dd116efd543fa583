/* rapport-key-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportKeyTool:
 * What the keys do while the map has the focus: travel with arrows and Tab, put a question on show with its
 * letter, answer the questions on show with digits. A key that it does not know goes on to the window.
 */
typedef struct _RapportKeyTool RapportKeyTool;

RapportKeyTool *rapport_key_tool_new  (RapportCanvas *canvas);
void            rapport_key_tool_free (RapportKeyTool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportKeyTool, rapport_key_tool_free)

G_END_DECLS
