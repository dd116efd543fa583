/* rapport-recent-folder.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_recent_folder_begin (GtkFileChooser *chooser);
void rapport_recent_folder_keep  (GFile *file);

G_END_DECLS
