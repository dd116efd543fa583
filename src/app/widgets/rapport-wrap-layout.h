/* rapport-wrap-layout.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportWrapLayout:
 * Children beside one another in the first line that has room for them: each as wide as it wants to be, and one that
 * is wider than all the room as wide as that. The space between them is the same in both directions.
 */
#define RAPPORT_TYPE_WRAP_LAYOUT (rapport_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (RapportWrapLayout, rapport_wrap_layout, RAPPORT, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *rapport_wrap_layout_new         (int spacing);

G_END_DECLS
