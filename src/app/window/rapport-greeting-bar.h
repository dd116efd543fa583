/* rapport-greeting-bar.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportGreetingBar:
 * Above a map that is opened after a long time: asks what has changed, says where it was left, and offers ways on. It is
 * asked once a day of each map, and goes when a new time is started.
 */
#define RAPPORT_TYPE_GREETING_BAR (rapport_greeting_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapportGreetingBar, rapport_greeting_bar, RAPPORT, GREETING_BAR, AdwBin)

void rapport_greeting_bar_greet (RapportGreetingBar *self, RapportSession *session);
void rapport_greeting_bar_hide  (RapportGreetingBar *self);

G_END_DECLS
