/* rapport-compare-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportCompareWindow:
 * Beside the map: with what time or view it is compared, and all that differs as a list in words. The map shows the
 * comparison as long as the window is there, and shows what it showed before when it goes.
 */
#define RAPPORT_TYPE_COMPARE_WINDOW (rapport_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportCompareWindow, rapport_compare_window, RAPPORT, COMPARE_WINDOW, AdwWindow)

gboolean   rapport_compare_window_is_possible (RapportSession *session);
GtkWidget *rapport_compare_window_present     (GtkWindow *parent, RapportSession *session);

G_END_DECLS
