/* rapport-file-name.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-file-name.h"

/* Control characters break a sentence in two; marks of direction turn it around. Neither may
 * come from a file's name. */
static gboolean
is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * rapport_file_name_display:
 * @path: (type filename): a path
 *
 * Gives the last part of @path in a form that is safe inside a sentence: bytes that are not
 * UTF-8 become replacement characters, and control characters and marks of direction are written
 * as `\u` and their number. It is for people only: no file can be opened by it.
 *
 * Returns: (transfer full) (not nullable): the name to show
 */
char *
rapport_file_name_display (const char *path)
{
  g_autofree char *name = NULL;
  GString *safe;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  safe = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (safe, "\\u%04X", c);
      else
        g_string_append_unichar (safe, c);
    }
  return g_string_free (safe, FALSE);
}

/**
 * rapport_file_name_backup:
 * @path: (type filename): a path or a name
 *
 * Gives the path under which a save keeps the content that @path had before.
 *
 * Returns: (transfer full) (type filename) (not nullable): the backup's path
 */
char *
rapport_file_name_backup (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_strconcat (path, "~", NULL);
}
