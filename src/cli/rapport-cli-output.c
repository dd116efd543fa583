/* rapport-cli-output.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-output.h"

#include "rapport-cli-command.h"
#include "rapport-file-save.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean
write_to_output (GBytes *content)
{
  gsize length;
  const void *data = g_bytes_get_data (content, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  rapport_cli_say ("%s", _("Standard output could not be written to."));
  return FALSE;
}

/**
 * rapport_cli_write:
 * @path: a file, replaced if it is there; or "-" for standard output
 *
 * A file is written by the routine that saves maps, so that it is there whole or not at all.
 *
 * Returns: %FALSE where it could not be written; a sentence was said
 */
gboolean
rapport_cli_write (const char *path, GBytes *content)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (path, "-") == 0)
    return write_to_output (content);
  if (rapport_file_save (path, content, NULL, RAPPORT_FILE_SAVE_OVERWRITE | RAPPORT_FILE_SAVE_NO_BACKUP,
                         NULL, &error))
    return TRUE;
  rapport_cli_say ("%s", error->message);
  return FALSE;
}
