/* rapport-recent-folder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-recent-folder.h"

#include "rapport-settings.h"

/* Begins where a file was last chosen, if that is still there. */
void
rapport_recent_folder_begin (GtkFileChooser *chooser)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (GTK_IS_FILE_CHOOSER (chooser));

  path = rapport_settings_get_text (rapport_settings_get_default (), "recent-folder");
  if (path == NULL || *path == '\0' || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  folder = g_file_new_for_path (path);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/* @file: that was chosen. A path that is not text cannot be kept. */
void
rapport_recent_folder_keep (GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    return;
  path = g_path_get_dirname (g_file_peek_path (file));
  if (g_utf8_validate (path, -1, NULL))
    g_object_set (rapport_settings_get_default (), "recent-folder", path, NULL);
}
