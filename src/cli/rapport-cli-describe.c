/* rapport-cli-describe.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"
#include "rapport-cli-view.h"
#include "rapport-scene.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static RapportCliView view = { .reach = 1 };

static const GOptionEntry entries[] = {
  RAPPORT_CLI_VIEW_ENTRIES (view),
  { NULL },
};

static int
run (int argc, char **argv)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  RapportMapReading *reading;
  g_autoptr (RapportLens) lens = NULL;
  g_autoptr (RapportScene) scene = NULL;

  if (!rapport_cli_parse (&rapport_cli_describe, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_describe, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  if (reading == NULL)
    return RAPPORT_EXIT_REFUSED;
  lens = rapport_cli_view_make_lens (&view, reading->map);
  if (lens == NULL)
    return RAPPORT_EXIT_REFUSED;
  scene = rapport_scene_new (reading->map, lens, theme, NULL);
  g_print ("%s\n", rapport_scene_get_description (scene));
  return RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_describe = {
  "describe",
  "MAP",
  N_ ("Say in words what the picture of a map shows."),
  run,
};
