/* rapport-canvas-menu.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

guint       rapport_canvas_menu_get_use      (RapportSession *session);
GMenuModel *rapport_canvas_menu_new          (RapportSession *session, GMenu *sectors);
void        rapport_canvas_menu_fill_sectors (GMenu *sectors, RapportMap *map);

G_END_DECLS
