/* rapport-room-editor.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-audience-view.h"

G_BEGIN_DECLS

/**
 * RapportRoomEditor:
 * The map under the hands on the screen that the room sees: drawn as before, with large fields and cards, and a bar that
 * says who looks on. Notes, levels, file names and dialogs have no place here; what is done can be undone by its key.
 *
 * The signal ::done () asks for the picture without anything round it.
 */
#define RAPPORT_TYPE_ROOM_EDITOR (rapport_room_editor_get_type ())
G_DECLARE_FINAL_TYPE (RapportRoomEditor, rapport_room_editor, RAPPORT, ROOM_EDITOR, GtkBox)

GtkWidget *rapport_room_editor_new           (RapportPresentation *presentation, RapportAudienceView *view);
void       rapport_room_editor_take_keyboard (RapportRoomEditor *self);

G_END_DECLS
