/* rapport-cli-describe.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"
#include "rapport-cli-view.h"
#include "rapport-differences.h"
#include "rapport-scene.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static RapportCliView view = { .reach = 1 };
static gboolean differences;

static const GOptionEntry entries[] = {
  RAPPORT_CLI_VIEW_ENTRIES (view),
  { "differences", 0, 0, G_OPTION_ARG_NONE, &differences,
    N_ ("With --compare: only what differs, a line each"), NULL },
  { NULL },
};

static int
list_differences (RapportMap *map, const RapportLens *lens)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!rapport_lens_is_comparing (lens))
    {
      rapport_cli_say ("%s", _("Say what to compare with: --compare=NAME of a time or of a view."));
      return RAPPORT_EXIT_REFUSED;
    }
  found = rapport_differences_list (map, lens);
  for (guint i = 0; i < found->len; i++)
    g_print ("%s\n", ((RapportDifference *) g_ptr_array_index (found, i))->sentence);
  return RAPPORT_EXIT_FINE;
}

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
  if (differences)
    return list_differences (reading->map, lens);
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
