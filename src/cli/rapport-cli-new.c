/* rapport-cli-new.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-new-map.h"

static char *title;
static char *question;

static const GOptionEntry entries[] = {
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_("What the map is called"), "TITLE" },
  { "question", 'q', 0, G_OPTION_ARG_STRING, &question, N_("What everything on it answers"),
    "QUESTION" },
  { NULL },
};

static int
run (int argc, char **argv)
{
  g_autoptr (RapportMap) map = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  if (!rapport_cli_parse (&rapport_cli_new, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_new, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  map = rapport_new_map (now, title, question);
  /* An empty stamp says that nothing is there yet: a file that is there stays there. */
  if (rapport_map_file_save (map, argv[0], &stamp, RAPPORT_FILE_SAVE_NONE, &error))
    return RAPPORT_EXIT_FINE;
  rapport_cli_say ("%s", error->message);
  return RAPPORT_EXIT_REFUSED;
}

const RapportCliCommand rapport_cli_new = {
  "new",
  "OUT",
  N_("Make a map with one phase, named by its month, and nobody on it yet."),
  run,
};
