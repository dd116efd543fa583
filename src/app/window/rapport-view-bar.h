/* rapport-view-bar.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportViewBar:
 * Says whose answers are being typed while the map is seen by some alone, and leads back to what is agreed, or the
 * draft, by one click. It is not there while that is on show.
 */
#define RAPPORT_TYPE_VIEW_BAR (rapport_view_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapportViewBar, rapport_view_bar, RAPPORT, VIEW_BAR, AdwBin)

void rapport_view_bar_set_session (RapportViewBar *self, RapportSession *session);

G_END_DECLS
