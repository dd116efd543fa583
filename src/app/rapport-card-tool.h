/* rapport-card-tool.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/*
 * RapportCardTool:
 * The cards beside what they are about on the map: when they open, where they stand, and which keys are theirs.
 */
RapportCardTool *rapport_card_tool_new       (RapportCanvas *canvas);
void             rapport_card_tool_free      (RapportCardTool *self);

gboolean         rapport_card_tool_open_link (RapportCardTool *self, RapportElement *link);
void             rapport_card_tool_close     (RapportCardTool *self);
gboolean         rapport_card_tool_key       (RapportCardTool *self, guint key);
void             rapport_card_tool_follow    (RapportCardTool *self);

G_END_DECLS
