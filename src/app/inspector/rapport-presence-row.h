/* rapport-presence-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportPresenceRow:
 * Whether stakeholders or links are there at a time at all. Who is taken out of a time loses what was said of them
 * in it; undo brings it back.
 */
#define RAPPORT_TYPE_PRESENCE_ROW (rapport_presence_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportPresenceRow, rapport_presence_row, RAPPORT, PRESENCE_ROW, AdwActionRow)

GtkWidget *rapport_presence_row_new     (RapportSession *session, GPtrArray *elements, const char *phase);
void       rapport_presence_row_refresh (RapportPresenceRow *self);

G_END_DECLS
