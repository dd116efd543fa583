/* rapport-button-names.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_button_names_mend (GtkWidget *widget);
void rapport_button_names_set  (GtkWidget *button, const char *name);

G_END_DECLS
