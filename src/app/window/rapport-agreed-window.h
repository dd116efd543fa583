/* rapport-agreed-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportAgreedWindow:
 * Asks when the room agreed on the time on show, and how many were there from each sector. Never for names.
 */
#define RAPPORT_TYPE_AGREED_WINDOW (rapport_agreed_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportAgreedWindow, rapport_agreed_window, RAPPORT, AGREED_WINDOW, AdwWindow)

void rapport_agreed_window_present (GtkWindow *parent, RapportSession *session);

G_END_DECLS
