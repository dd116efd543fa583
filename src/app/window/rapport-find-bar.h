/* rapport-find-bar.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportFindBar:
 * Finds stakeholders by letters of their names: the others fade, Enter goes from match to match.
 *
 * Signals: ::found, when somebody is selected who may have been so before.
 */
#define RAPPORT_TYPE_FIND_BAR (rapport_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapportFindBar, rapport_find_bar, RAPPORT, FIND_BAR, AdwBin)

void rapport_find_bar_set_session (RapportFindBar *self, RapportSession *session);
void rapport_find_bar_start       (RapportFindBar *self);

G_END_DECLS
