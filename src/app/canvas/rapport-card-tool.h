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

gboolean         rapport_card_tool_is_open   (RapportCardTool *self);
gboolean         rapport_card_tool_open_link (RapportCardTool *self, RapportElement *link);
gboolean         rapport_card_tool_open_selected (RapportCardTool *self);
void             rapport_card_tool_open_influence (RapportCardTool *self, RapportElement *stakeholder);
gboolean         rapport_card_tool_open_tension (RapportCardTool *self, guint tension);
void             rapport_card_tool_arm       (RapportCardTool *self, guint tension);
void             rapport_card_tool_set_session (RapportCardTool *self, RapportSession *session);
void             rapport_card_tool_set_for_room (RapportCardTool *self, gboolean for_room);
gboolean         rapport_card_tool_key       (RapportCardTool *self, guint key);
void             rapport_card_tool_follow    (RapportCardTool *self);

G_END_DECLS
