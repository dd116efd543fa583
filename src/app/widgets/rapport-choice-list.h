/* rapport-choice-list.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_choice_list_show (GtkDropDown *drop_down, const GPtrArray *titles);

G_END_DECLS
