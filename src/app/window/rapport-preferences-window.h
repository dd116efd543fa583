/* rapport-preferences-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *rapport_preferences_window_present (GtkWindow *parent);

G_END_DECLS
