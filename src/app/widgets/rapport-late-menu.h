/* rapport-late-menu.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rapport_late_menu_set       (GtkMenuButton *button, GMenuModel *model);
void rapport_late_menu_set_split (AdwSplitButton *button, GMenuModel *model);

G_END_DECLS
