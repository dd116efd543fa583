/* rapport-canvas-menu.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-geometry.h"
#include "rapport-session.h"

G_BEGIN_DECLS

GMenuModel *rapport_canvas_menu_new (RapportSession *session, RapportPoint at);

G_END_DECLS
