/* rapport-file-name.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of files as people see them, and the names of the files that stand beside them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rapport_file_name_display (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *rapport_file_name_backup  (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
