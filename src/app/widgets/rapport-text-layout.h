/* rapport-text-layout.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_text_layout_keep_up (GtkTextView *view);

G_END_DECLS
