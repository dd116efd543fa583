/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-scrolled-windows.h"

#include "session-fixture.h"

static gboolean
listens (GtkSettings *settings, gpointer widget)
{
  return g_signal_handler_find (settings, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, widget) != 0;
}

/* It hears of the settings while it is on the screen, and no longer. */
static void
test_settings (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  gpointer gone = scrolled;
  gboolean overlay;

  fixture_show (scrolled);
  g_assert_true (listens (settings, scrolled));
  fixture_hide (scrolled);
  g_assert_false (listens (settings, gone));
  g_object_get (settings, "gtk-overlay-scrolling", &overlay, NULL);
  g_object_set (settings, "gtk-overlay-scrolling", !overlay, NULL);
  g_object_set (settings, "gtk-overlay-scrolling", overlay, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  rapport_scrolled_windows_init ();
  g_test_add_func ("/scrolled-windows/settings", test_settings);
  return g_test_run ();
}
