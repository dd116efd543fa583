/* rapport-pane.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rapport_pane_watch (AdwFlap *flap, GtkWidget *map);

G_END_DECLS
