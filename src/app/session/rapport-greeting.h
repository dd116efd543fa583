/* rapport-greeting.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

RapportElement *rapport_greeting_find_phase (RapportMap *map, GDateTime *today);
char           *rapport_greeting_ask        (RapportElement *phase, GDateTime *today);
char           *rapport_greeting_remind     (RapportElement *phase, GDateTime *today);
gboolean        rapport_greeting_is_due     (RapportSession *session, RapportElement *phase, GDateTime *today);

G_END_DECLS
