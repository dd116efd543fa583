/* rapport-paper-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportPaperWindow:
 * The map on paper: on one sheet, or on several that make a wall chart; cards and an empty wheel for a round on paper. It
 * shows every sheet before it is printed or saved as a PDF, and says what is on it.
 */
#define RAPPORT_TYPE_PAPER_WINDOW (rapport_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportPaperWindow, rapport_paper_window, RAPPORT, PAPER_WINDOW, AdwWindow)

void rapport_paper_window_present (GtkWindow *parent, RapportSession *session);

G_END_DECLS
