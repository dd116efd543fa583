/* rapport-first-focus.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_first_focus_give (GtkWidget *widget);

G_END_DECLS
