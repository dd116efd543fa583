/* rapport-sharing-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportSharingWindow:
 * A copy for partners: before anything is written it lists what is in it, what is not, and what to look at first. The
 * copy is a new file without a history, and no older content of the place it goes to is kept.
 */
#define RAPPORT_TYPE_SHARING_WINDOW (rapport_sharing_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportSharingWindow, rapport_sharing_window, RAPPORT, SHARING_WINDOW, AdwWindow)

void rapport_sharing_window_present (GtkWindow *parent, RapportSession *session);

G_END_DECLS
