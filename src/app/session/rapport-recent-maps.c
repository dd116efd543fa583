/* rapport-recent-maps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-recent-maps.h"

#include "rapport-config.h"

#include <gtk/gtk.h>

#define MIME_TYPE "application/vnd.rapport.map+xml"

/* A confidential map leaves no trace on the desktop; nor does one that has no file. */
void
rapport_recent_maps_add (RapportSession *session)
{
  RapportElement *map = RAPPORT_ELEMENT (rapport_session_get_map (session));
  GtkRecentData data = {
    .display_name = NULL,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "rapport %f",
  };
  g_autofree char *uri = NULL;

  if (rapport_session_get_path (session) == NULL
      || g_strcmp0 (rapport_element_get_text (map, "sensitivity"), "confidential") == 0)
    return;
  uri = g_filename_to_uri (rapport_session_get_path (session), NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *one = *(GtkRecentInfo *const *) a, *other = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_visited (other), gtk_recent_info_get_visited (one));
}

static gboolean
is_map (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 && gtk_recent_info_is_local (info)
         && gtk_recent_info_exists (info);
}

/* Returns: (transfer full) (element-type filename): paths of maps that are still there, the latest first */
GPtrArray *
rapport_recent_maps_list (guint most)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (GList *l = items; l != NULL; l = l->next)
    if (is_map (l->data))
      g_ptr_array_add (maps, l->data);
  g_ptr_array_sort (maps, compare_visits);
  for (guint i = 0; i < maps->len && paths->len < most; i++)
    {
      char *path = g_filename_from_uri (gtk_recent_info_get_uri (g_ptr_array_index (maps, i)), NULL, NULL);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return paths;
}
