/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-application.h"

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWindow *window, guint *count)
{
  *count += 1;
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Rapport");
  g_idle_add (close_cb, window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, guint *count)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), count);
}

/* The application ends by itself when its one window is closed. */
static void
check_one_window (int argc, char **argv)
{
  RapportApplication *application = rapport_application_new ();
  guint count = 0;

  /* Never to reach an application that somebody has running. */
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &count);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), argc, argv), ==, 0);
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (application);
}

static void
test_start (void)
{
  char *argv[] = { (char *) "rapport", NULL };

  check_one_window (1, argv);
}

static void
test_start_with_file (void)
{
  char *argv[] = { (char *) "rapport", (char *) "some.rapport", NULL };

  check_one_window (2, argv);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/start", test_start);
  g_test_add_func ("/application/start-with-file", test_start_with_file);
  return g_test_run ();
}
