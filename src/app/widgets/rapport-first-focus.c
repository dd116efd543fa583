/* rapport-first-focus.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-first-focus.h"

static void
mapped_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/**
 * rapport_first_focus_give:
 *
 * The keyboard goes to the first thing in @widget; where it is a pane that is only about to come, once it is seen.
 */
void
rapport_first_focus_give (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  if (gtk_widget_get_mapped (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  else
    g_signal_connect_after (widget, "map", G_CALLBACK (mapped_cb), NULL);
}
