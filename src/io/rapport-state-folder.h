/* rapport-state-folder.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder for what must survive a crash but is no document: only its owner can look into it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rapport_state_folder_get_path (void) G_GNUC_WARN_UNUSED_RESULT;
int   rapport_state_folder_open     (int *fd);

G_END_DECLS
