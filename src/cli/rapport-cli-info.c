/* rapport-cli-info.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static int
run (int argc, char **argv)
{
  return RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_info = {
  "info",
  "FILE",
  N_("Tell what is in a map: its question, times, counts and coverage."),
  run,
};
