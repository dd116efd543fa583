/* rapport-scrolled-windows.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-scrolled-windows.h"

static gboolean
unrealized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_SCROLLED_WINDOW (widget))
    g_signal_handlers_disconnect_by_data (gtk_widget_get_settings (widget), widget);
  return TRUE;
}

/**
 * rapport_scrolled_windows_init:
 *
 * GTK 4.8 connects each scrolled window to the settings when it is first shown, and never parts it from them again: every
 * one leaves something behind, and when the person has scrollbars shown differently all that are long gone would be told
 * of it. With this each is parted when it goes from the screen. To be called once, when GTK is there.
 */
void
rapport_scrolled_windows_init (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("unrealize", GTK_TYPE_WIDGET), 0, unrealized_cb, NULL, NULL);
}
