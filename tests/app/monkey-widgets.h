/* monkey-widgets.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is for the monkey to press, and what it leaves alone.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean   monkey_leads_elsewhere   (const char *action);
void       monkey_list_usable       (GtkWidget *widget, GPtrArray *list);
gboolean   monkey_is_beside         (GtkWidget *widget);
gboolean   monkey_is_toolkits       (GtkWidget *window);
GtkWidget *monkey_find_other_window (GtkWidget *window);
GtkWidget *monkey_find_grabbing     (GtkWidget *widget);
void       monkey_close_popovers    (GtkWidget *widget);

G_END_DECLS
