/* rapport-upright.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rapport_upright_lay_out (GtkWidget *bin);

G_END_DECLS
