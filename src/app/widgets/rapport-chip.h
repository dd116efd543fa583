/* rapport-chip.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small round buttons, as many in a line as have room.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *rapport_chip_new_box       (void);
GtkWidget *rapport_chip_new_toggle    (const char *title);
GtkWidget *rapport_chip_new_removable (const char *title);

G_END_DECLS
