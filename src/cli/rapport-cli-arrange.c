/* rapport-cli-arrange.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-cli-output.h"
#include "rapport-map-arranger.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-wheel.h"

static char *output;
static gboolean positions;
static gboolean afresh;
static int rounds;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where the arranged map goes"), "OUT" },
  { "positions", 0, 0, G_OPTION_ARG_NONE, &positions,
    N_("Print a table of ids and places instead, in map units"), NULL },
  { "afresh", 0, 0, G_OPTION_ARG_NONE, &afresh, N_("Forget where everybody stands now"), NULL },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, N_("How often every seat is tried"), "N" },
  { NULL },
};

/* Places are the map's, not a time's: the first time in which somebody is there says how close they are. */
static RapportReading *
first_reading (RapportMap *map, RapportElement *stakeholder)
{
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);

  for (guint i = 0; i < rapport_element_list_get_length (phases); i++)
    {
      const char *phase = rapport_element_get_id (rapport_element_list_peek (phases, i));

      if (rapport_element_is_in_phase (stakeholder, phase))
        return rapport_element_see (stakeholder, phase, NULL);
    }
  return NULL;
}

/* Where somebody stands, relative to the centre of the wheel or the corner of the free map. */
static gboolean
get_point (RapportMap *map, RapportElement *stakeholder, double *x, double *y)
{
  g_autoptr (RapportReading) reading = first_reading (map, stakeholder);
  double angle = rapport_element_get_number (stakeholder, "angle");
  double depth = rapport_element_get_number (stakeholder, "depth");

  *x = rapport_element_get_number (stakeholder, "x");
  *y = rapport_element_get_number (stakeholder, "y");
  if (g_strcmp0 (rapport_map_get_layout (map), "free") == 0)
    return isfinite (*x) && isfinite (*y);
  if (!isfinite (angle) || !isfinite (depth))
    return FALSE;
  rapport_wheel_to_point (angle, depth, rapport_ring_of (stakeholder, reading), x, y);
  return TRUE;
}

static void
print_positions (RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *stakeholder = g_sequence_get (iter);
      char across[G_ASCII_DTOSTR_BUF_SIZE];
      char down[G_ASCII_DTOSTR_BUF_SIZE];
      double x;
      double y;

      if (get_point (map, stakeholder, &x, &y))
        g_print ("%s %s %s\n", rapport_element_get_id (stakeholder),
                 g_ascii_formatd (across, sizeof across, "%.2f", x), g_ascii_formatd (down, sizeof down, "%.2f", y));
    }
}

static void
arrange (RapportMap *map)
{
  const RapportArrangeOptions options = { .afresh = afresh, .rounds = (guint) MAX (rounds, 0) };
  g_autoptr (RapportMapArranger) arranger = rapport_map_arranger_new (map, &options);
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  rapport_map_arranger_run (arranger, NULL, NULL, NULL);
  rapport_map_arranger_apply (arranger, history);
}

static int
write_map (RapportMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rapport_map_file_bytes (map, output, &error);

  if (bytes == NULL)
    {
      rapport_cli_say ("%s", error->message);
      return RAPPORT_EXIT_REFUSED;
    }
  return rapport_cli_write (output, bytes) ? RAPPORT_EXIT_FINE : RAPPORT_EXIT_REFUSED;
}

static int
run (int argc, char **argv)
{
  g_autoptr (RapportMapReading) reading = NULL;
  int status = RAPPORT_EXIT_FINE;

  if (!rapport_cli_parse (&rapport_cli_arrange, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_arrange, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  if (output == NULL && !positions)
    {
      rapport_cli_say (_("Say with -o where the arranged map goes, or ask for --positions."));
      return RAPPORT_EXIT_REFUSED;
    }
  reading = rapport_cli_load (argv[0]);
  if (reading == NULL)
    return RAPPORT_EXIT_REFUSED;
  arrange (reading->map);
  if (positions)
    print_positions (reading->map);
  if (output != NULL)
    status = write_map (reading->map);
  return status;
}

const RapportCliCommand rapport_cli_arrange = {
  "arrange",
  "MAP -o OUT",
  N_("Give everybody a place, within their sector and ring, so that links cross little."),
  run,
};
