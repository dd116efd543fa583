/* rapport-keyboard.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean rapport_keyboard_is_in (GtkWidget *widget);
void     rapport_keyboard_leave (GtkWidget *from, GtkWidget *to);

G_END_DECLS
