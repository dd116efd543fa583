/* rapport-choice-names.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_choice_names_tell (GtkWidget *chooser, const char *name);
void rapport_choice_names_mend (GtkWidget *chooser, const char *name);

G_END_DECLS
