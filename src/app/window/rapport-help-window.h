/* rapport-help-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RapportHelpWindow:
 * How a map is begun, in six sentences, what stays on the machine, and every key. It fits on any screen: one column that
 * is scrolled.
 */
#define RAPPORT_TYPE_HELP_WINDOW (rapport_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportHelpWindow, rapport_help_window, RAPPORT, HELP_WINDOW, AdwWindow)

void rapport_help_window_present (GtkWindow *parent, gboolean keys);

G_END_DECLS
