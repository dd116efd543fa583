/* rapport-additions.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts something new into the map, without asking for a place: each is one step of undo, and is selected.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

/* Whether it was made; it is then what is selected. */
gboolean rapport_additions_add_stakeholder (RapportSession *session, const char *sector);
gboolean rapport_additions_add_mark        (RapportSession *session, const char *tension);
gboolean rapport_additions_add_response    (RapportSession *session);
gboolean rapport_additions_add_function    (RapportSession *session);
gboolean rapport_additions_add_term        (RapportSession *session);

/* These are not selected. */
gboolean rapport_additions_add_phase       (RapportSession *session);
gboolean rapport_additions_add_perspective (RapportSession *session);
gboolean rapport_additions_add_sector      (RapportSession *session, const char *built_in);

G_END_DECLS
