/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-recent-maps.h"

#include <gtk/gtk.h>
#include <glib/gstdio.h>

#include "rapport-map-file.h"

/* Returns: (transfer full): of a file of its own */
static RapportSession *
make_session (const char *folder, const char *name, const char *sensitivity)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("<map xmlns='urn:x-rapport:map' version='1.0' min-reader='1' "
                                           "layout='wheel'%s><title>T</title></map>\n",
                                           sensitivity);
  g_autoptr (GError) error = NULL;
  RapportSession *session;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  session = rapport_session_open (path, &error);
  g_assert_no_error (error);
  return session;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
add (const char *folder, const char *name, const char *sensitivity)
{
  RapportSession *session = make_session (folder, name, sensitivity);

  rapport_recent_maps_add (session);
  rapport_session_close (session);
  g_object_unref (session);
}

/* What is confidential is not told to the desktop, and what is gone is not offered. */
static void
test_list (void)
{
  const char *folder = g_get_user_data_dir ();
  g_autofree char *gone = g_build_filename (folder, "gone.rapport", NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *name = NULL;

  g_mkdir_with_parents (folder, 0700);
  add (folder, "open & shared.rapport", "");
  add (folder, "hidden.rapport", " sensitivity='confidential'");
  add (folder, "gone.rapport", "");
  settle ();
  g_assert_cmpint (g_unlink (gone), ==, 0);
  found = rapport_recent_maps_list (10);
  g_assert_cmpuint (found->len, ==, 1);
  name = g_path_get_basename (g_ptr_array_index (found, 0));
  g_assert_cmpstr (name, ==, "open & shared.rapport");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  g_test_add_func ("/recent-maps/list", test_list);
  return g_test_run ();
}
