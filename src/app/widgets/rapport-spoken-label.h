/* rapport-spoken-label.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_spoken_label_mend (GtkLabel *label);
void rapport_spoken_label_say  (GtkLabel *label, const char *words);

G_END_DECLS
