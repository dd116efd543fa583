/* rapport-save-mark.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The end of the name of every file that a save makes for itself: it tells which process made
 * the file, and so, later, whether anybody still needs it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *rapport_save_mark_new      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean rapport_save_mark_is_stale (const char *mark);

G_END_DECLS
