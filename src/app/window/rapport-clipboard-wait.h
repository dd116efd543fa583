/* rapport-clipboard-wait.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportClipboardKnown:
 * @clipboard: what was waited for
 * @data: what was given with the wait
 *
 * It is known what @clipboard holds, or has not become known for so long that nothing need be hoped for.
 */
typedef void (*RapportClipboardKnown) (GdkClipboard *clipboard, gpointer data);

void rapport_clipboard_wait (GdkClipboard *clipboard, RapportClipboardKnown known, gpointer data);

G_END_DECLS
