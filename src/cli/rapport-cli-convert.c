/* rapport-cli-convert.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean
print_map (RapportMap *map, GError **error)
{
  g_autoptr (GBytes) bytes = rapport_map_file_bytes (map, "standard output", error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_FAILED,
               _("The map could not be written to standard output."));
  return FALSE;
}

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  RapportMapReading *reading;
  gboolean done;

  if (!rapport_cli_parse (&rapport_cli_convert, NULL, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_convert, argc, 2))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  if (reading == NULL)
    return RAPPORT_EXIT_REFUSED;
  if (strcmp (argv[1], "-") == 0)
    done = print_map (reading->map, &error);
  else
    done = rapport_map_file_save (reading->map, argv[1], NULL, RAPPORT_FILE_SAVE_OVERWRITE, &error);
  for (guint i = 0; i < reading->notices->len; i++)
    rapport_cli_say ("%s", (const char *) g_ptr_array_index (reading->notices, i));
  if (!done)
    {
      rapport_cli_say ("%s", error->message);
      return RAPPORT_EXIT_REFUSED;
    }
  return reading->notices->len > 0 ? RAPPORT_EXIT_NOTICES : RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_convert = {
  "convert",
  "IN OUT",
  N_("Write a map again in its canonical form; “-” is standard input or output."),
  run,
};
