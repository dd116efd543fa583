/* rapport-cli-import.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-history.h"
#include "rapport-list-plan.h"
#include "rapport-list-table.h"
#include "rapport-new-map.h"
#include "rapport-newcomers.h"

/* Bytes: no list for a map is longer. */
#define LONGEST_LIST (4 * 1024 * 1024)

static char *out;
static char *into;
static gboolean dry_run;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The map that is made, which must not be there yet"), N_ ("OUT") },
  { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_ ("A map to which the list is added; without it a new one"),
    N_ ("MAP") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be made, found and left out"), NULL },
  { NULL },
};

/* Returns: (transfer full) (nullable): %NULL where it cannot be read; a sentence was said */
static char *
load_text (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (strcmp (path, "-") == 0 ? "/dev/stdin" : path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    rapport_cli_say (_("The list could not be read: %s."), error->message);
  else if (g_bytes_get_size (bytes) > LONGEST_LIST)
    rapport_cli_say (_("“%s” is too large (limit %d MiB)."), path, LONGEST_LIST / 1024 / 1024);
  else
    return rapport_list_text_from_bytes (bytes);
  return NULL;
}

/* Returns: (transfer full) (nullable) */
static RapportMap *
load_map (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  RapportMapReading *reading;

  if (into == NULL)
    return rapport_new_map (now, NULL, NULL);
  reading = rapport_cli_load (into);
  return reading != NULL ? g_object_ref (reading->map) : NULL;
}

static void
print_remarks (const RapportListPlan *plan)
{
  for (guint i = 0; i < rapport_list_plan_get_n_remarks (plan); i++)
    {
      const RapportListRemark *remark = rapport_list_plan_get_remark (plan, i);

      if (remark->left_out)
        g_print (_("Line %u is left out: “%s” %s\n"), remark->line, remark->text, remark->reason);
      else
        g_print (_("Line %u: %s\n"), remark->line, remark->reason);
    }
}

static void
apply (RapportMap *map, RapportListPlan *plan)
{
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportTransaction *transaction = rapport_history_begin (history, "Import", NULL);
  g_autoptr (GPtrArray) ids = rapport_list_plan_apply (plan, transaction);

  rapport_newcomers_seat (map, rapport_map_get_first_phase (map), ids, transaction);
  rapport_transaction_commit (transaction);
}

static gboolean
write_map (RapportMap *map)
{
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  /* An empty stamp says that nothing is there yet: a file that is there stays there. */
  if (rapport_map_file_save (map, out, &stamp, RAPPORT_FILE_SAVE_NONE, &error))
    return TRUE;
  rapport_cli_say ("%s", error->message);
  return FALSE;
}

static int
run (int argc, char **argv)
{
  g_autofree char *text = NULL, *summary = NULL;
  g_autoptr (RapportMap) map = NULL;
  g_autoptr (RapportListPlan) plan = NULL;

  if (!rapport_cli_parse (&rapport_cli_import, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_import, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  if (out == NULL && !dry_run)
    {
      rapport_cli_say (_("Usage: rapport-map %s %s"), rapport_cli_import.name, rapport_cli_import.arguments);
      return RAPPORT_EXIT_REFUSED;
    }
  text = load_text (argv[0]);
  map = text != NULL ? load_map () : NULL;
  if (map == NULL)
    return RAPPORT_EXIT_REFUSED;
  plan = rapport_list_plan_new (map, NULL, text);
  summary = rapport_list_plan_summarise (plan);
  if (!dry_run)
    {
      apply (map, plan);
      if (!write_map (map))
        return RAPPORT_EXIT_REFUSED;
    }
  g_print ("%s\n", summary);
  print_remarks (plan);
  return rapport_list_plan_get_n_remarks (plan) > 0 ? RAPPORT_EXIT_NOTICES : RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_import = {
  "import",
  "LIST -o OUT",
  N_ ("Make a map of a list: names, “A -> B” lines, or tables from a spreadsheet."),
  run,
};
