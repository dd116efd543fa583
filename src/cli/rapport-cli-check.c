/* rapport-cli-check.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static int
check (const char *path)
{
  RapportMapReading *reading = rapport_cli_load (path);

  if (reading == NULL)
    return RAPPORT_EXIT_REFUSED;
  for (guint i = 0; i < reading->notices->len; i++)
    rapport_cli_say ("%s", (const char *) g_ptr_array_index (reading->notices, i));
  return reading->notices->len > 0 ? RAPPORT_EXIT_NOTICES : RAPPORT_EXIT_FINE;
}

static int
run (int argc, char **argv)
{
  int worst = RAPPORT_EXIT_FINE;

  if (!rapport_cli_parse (&rapport_cli_check, NULL, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_check, argc, -1))
    return RAPPORT_EXIT_REFUSED;
  for (int i = 0; i < argc; i++)
    {
      int status = check (argv[i]);

      worst = MAX (worst, status);
    }
  return worst;
}

const RapportCliCommand rapport_cli_check = {
  "check",
  "FILE…",
  N_("Say whether maps open cleanly: 0 = yes, 1 = with notices, 2 = refused."),
  run,
};
