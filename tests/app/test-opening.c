/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "rapport-map-writer.h"
#include "session-fixture.h"

typedef struct
{
  RapportWindow *window;
  char *folder;
} Fixture;

static char *
write_map (Fixture *self, const char *title)
{
  char *path = g_build_filename (self->folder, title, NULL);
  g_autofree char *text = g_strdup_printf ("<map xmlns='urn:x-rapport:map' version='1.0' min-reader='1' "
                                           "layout='wheel'><title>%s</title></map>\n",
                                           title);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("rapport-opening-XXXXXX", NULL);
  self->window = rapport_window_new (NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_close (GTK_WINDOW (self->window));
  fixture_settle ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static char *
title_of (Fixture *self)
{
  RapportSession *session = rapport_window_get_session (self->window);

  return session != NULL ? rapport_session_dup_title (session) : NULL;
}

static void
wait_for (Fixture *self, const char *wanted)
{
  g_autofree char *title = title_of (self);

  while (g_strcmp0 (title, wanted) != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (title);
      title = title_of (self);
    }
}

/* The map comes when it is read, not while the one who asked for it waits; and no other takes its window meanwhile. */
static void
test_open (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_map (self, "One");

  g_assert_true (rapport_window_is_empty (self->window));
  rapport_window_open (self->window, path);
  g_assert_null (rapport_window_get_session (self->window));
  g_assert_cmpstr (rapport_window_get_path (self->window), ==, path);
  g_assert_false (rapport_window_is_empty (self->window));
  wait_for (self, "One");
  g_assert_cmpstr (rapport_window_get_path (self->window), ==, path);
}

/* What is given up does not come later; what is asked for instead does. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autofree char *one = write_map (self, "One");
  g_autofree char *two = write_map (self, "Two");

  rapport_window_open (self->window, one);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.stop-opening", NULL));
  g_assert_null (rapport_window_get_path (self->window));
  g_assert_true (rapport_window_is_empty (self->window));
  for (guint i = 0; i < 50; i++)
    {
      fixture_settle ();
      g_usleep (2000);
    }
  g_assert_null (rapport_window_get_session (self->window));
  rapport_window_open (self->window, one);
  rapport_window_open (self->window, two);
  wait_for (self, "Two");
}

/* Returns: (nullable): the page that is seen where no map is */
static GtkWidget *
find_page (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (ADW_IS_STATUS_PAGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page (child);
  return found;
}

static gboolean
has_focus (RapportWindow *window, const char *label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && GTK_IS_BUTTON (focus) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), label) == 0;
}

/* A window that comes up with a map does not show the page of one without before, but does where the map cannot be read or
 * is given up. */
static void
test_first_page (Fixture *self, gconstpointer data)
{
  g_autofree char *there = write_map (self, "One");
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", NULL);
  const char *const paths[] = { there, nowhere, there };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      RapportWindow *window = rapport_window_new (NULL);
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
      gpointer start_page = gtk_widget_get_ancestor (focus, ADW_TYPE_STATUS_PAGE);

      g_object_add_weak_pointer (start_page, &start_page);
      rapport_window_open (window, paths[i]);
      gtk_window_present (GTK_WINDOW (window));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
      g_assert_null (find_page (GTK_WIDGET (window)));
      if (i == 2)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.stop-opening", NULL);
      while (rapport_window_get_session (window) == NULL && find_page (GTK_WIDGET (window)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      fixture_settle ();
      g_assert_true ((i == 0) == (rapport_window_get_session (window) != NULL));
      g_assert_true ((i == 0) == (find_page (GTK_WIDGET (window)) == NULL));
      g_assert_true ((i == 0) != (has_focus (window, "_New map")));
      gtk_window_destroy (GTK_WINDOW (window));
      fixture_settle ();
      g_assert_null (start_page);
    }
}

/* So many are at work at a time that what is asked for next has to wait for minutes, or until they are let through. */
#define BUSY 200

static GMutex gate;

static void
wait_at_gate (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_task_return_boolean (task, TRUE);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer n)
{
  *(guint *) n += 1;
}

/* What takes long says so, where it can be given up by one key; the window is then as it was, and so is the keyboard. */
static void
test_takes_long (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_map (self, "One");
  guint n_passed = 0;

  g_mutex_lock (&gate);
  for (guint i = 0; i < BUSY; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, passed_cb, &n_passed);

      g_task_run_in_thread (task, wait_at_gate);
    }
  for (guint i = 0; i < 2; i++)
    {
      RapportWindow *window = i == 0 ? self->window : rapport_window_new (NULL);

      rapport_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
      while (!has_focus (window, "_Cancel"))
        g_main_context_iteration (NULL, TRUE);
      g_assert_nonnull (g_strrstr (adw_status_page_get_title (ADW_STATUS_PAGE (find_page (GTK_WIDGET (window)))), "One"));
      gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
      while (!has_focus (window, "_New map"))
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (rapport_window_is_empty (window));
      if (i > 0)
        gtk_window_destroy (GTK_WINDOW (window));
    }
  g_mutex_unlock (&gate);
  while (n_passed < BUSY)
    g_main_context_iteration (NULL, TRUE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;
  g_autoptr (RapportSession) session = rapport_session_open_finish (result, error);

  g_assert_null (session);
}

/* What cannot be read is told, and leaves the window as it was. */
static void
test_failure (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  rapport_session_open_async (path, NULL, finished_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (g_strrstr (error->message, "nowhere"));
  g_assert_true (rapport_window_is_empty (self->window));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rapport_session_save_finish (RAPPORT_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* What is on disk is the map as it was when it was to be saved. What came after is still to be saved, and can be. */
static void
test_change_while_saving (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "saved.rapport", NULL);
  g_autoptr (RapportSession) session = fixture_session ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) wanted = rapport_map_write (rapport_session_get_map (session));
      g_autofree char *name = g_strdup_printf ("Name %u", i);
      g_autofree char *text = NULL;
      gboolean done = FALSE;
      gsize length;

      rapport_session_save_async (session, path, FALSE, saved_cb, &done);
      g_assert_true (rapport_session_is_saving (session));
      fixture_set (session, "uni", "label", name);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_false (rapport_session_is_saving (session));
      g_assert_true (rapport_session_is_modified (session));
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_cmpmem (text, length, g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
    }
  rapport_session_close (session);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/opening/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/opening/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/opening/first-page", Fixture, NULL, set_up, test_first_page, tear_down);
  g_test_add ("/opening/takes-long", Fixture, NULL, set_up, test_takes_long, tear_down);
  g_test_add ("/opening/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/opening/change-while-saving", Fixture, NULL, set_up, test_change_while_saving, tear_down);
  return g_test_run ();
}
