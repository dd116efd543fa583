/* rapport-naming-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportNamingTool:
 * Names on the map itself: somebody new where one double-clicked or where there is room, somebody who is renamed, the
 * question above the map. Nobody is in the map before they have a name.
 */
typedef struct _RapportNamingTool RapportNamingTool;

RapportNamingTool *rapport_naming_tool_new  (RapportCanvas *canvas);
void               rapport_naming_tool_free (RapportNamingTool *self);

void     rapport_naming_tool_add        (RapportNamingTool *self);
void     rapport_naming_tool_add_at     (RapportNamingTool *self, RapportPoint point, const char *linked_with);
void     rapport_naming_tool_link       (RapportNamingTool *self, const char *id);
gboolean rapport_naming_tool_is_linking (RapportNamingTool *self);
gboolean rapport_naming_tool_link_with  (RapportNamingTool *self, const char *id);
void     rapport_naming_tool_rename     (RapportNamingTool *self, const char *id);
void     rapport_naming_tool_ask        (RapportNamingTool *self);
void     rapport_naming_tool_stop       (RapportNamingTool *self);

G_END_DECLS
