/* test-header.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the header is there in windows of several widths, whatever the map is called.
 */
#include "rapport-window.h"

#include <adwaita.h>

#include "session-fixture.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
/* Of the size that is asked for it is the window's border, where there is no window manager. */
#define BORDER 16

static GtkWidget *
find_action (GtkWidget *widget, const char *action)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In pixels of the window. */
static graphene_rect_t
get_place (GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &place));
  return place;
}

/* Until it has that width, and what comes and goes slowly has done so. */
static void
resize (GtkWidget *window, int width)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  while (ABS (gtk_widget_get_width (window) - width) > BORDER && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  for (guint i = 0; i < 40; i++)
    {
      fixture_settle ();
      g_usleep (5000);
    }
  g_assert_cmpint (ABS (gtk_widget_get_width (window) - width), <=, BORDER);
}

static GtkWidget *
show_window (const char *title)
{
  GtkWidget *window = GTK_WIDGET (rapport_window_new (NULL));
  RapportSession *session = fixture_session ();

  fixture_set_map (session, "title", title);
  rapport_window_set_session (RAPPORT_WINDOW (window), session);
  gtk_window_present (GTK_WINDOW (window));
  g_object_unref (session);
  return window;
}

/* A long title gives way, first to the sign for presenting and then to Save; nothing lies over anything. */
static void
test_widths (gconstpointer data)
{
  static const int widths[] = { 1200, 1024, 900, 683, 1250 };
  const char *title = data;
  GtkWidget *window = show_window (title);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *name, *save, *present;

      resize (window, widths[i]);
      name = fixture_find (window, ADW_TYPE_WINDOW_TITLE, NULL);
      save = find_action (fixture_find (window, ADW_TYPE_HEADER_BAR, NULL), "win.save");
      present = find_action (fixture_find (window, ADW_TYPE_HEADER_BAR, NULL), "win.present");
      g_assert_nonnull (save);
      g_assert_true (widths[i] < 800 || present != NULL);
      g_assert_cmpfloat (get_place (name).size.width, >=, 60);
      g_assert_cmpfloat (get_place (name).origin.x + get_place (name).size.width, <=, get_place (save).origin.x);
    }
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/header/short-title", "Town", test_widths);
  g_test_add_data_func ("/header/long-title", "Everybody who has to do with the health of this neighbourhood, now and later",
                        test_widths);
  return g_test_run ();
}
