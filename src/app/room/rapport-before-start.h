/* rapport-before-start.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportBeforeStart:
 * What is thought of before a map is shown to a room for the first time: whether to map at all, how people talk with each
 * other, and who will see the map. It comes up on the screen of whoever leads, before there is anything on the room's.
 *
 * The signal ::start () goes on to the room.
 */
#define RAPPORT_TYPE_BEFORE_START (rapport_before_start_get_type ())
G_DECLARE_FINAL_TYPE (RapportBeforeStart, rapport_before_start, RAPPORT, BEFORE_START, AdwWindow)

gboolean   rapport_before_start_is_due (RapportSession *session);
GtkWidget *rapport_before_start_new    (GtkWindow *parent, RapportSession *session);

G_END_DECLS
