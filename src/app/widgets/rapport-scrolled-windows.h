/* rapport-scrolled-windows.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_scrolled_windows_init (void);

G_END_DECLS
