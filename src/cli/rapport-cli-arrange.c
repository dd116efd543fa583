/* rapport-cli-arrange.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rapport-arrange-wheel.h"
#include "rapport-cli-output.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-text-measure.h"
#include "rapport-theme.h"
#include "rapport-wheel.h"

/* As the picture has them, in map units. */
#define LABEL_WIDTH 185.0
#define LABEL_LINES 3
#define NOBODY G_MAXUINT

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

typedef struct
{
  RapportMap *map;
  RapportWheel *wheel;
  RapportTextMeasure *measure;
  RapportElementList *stakeholders;
  RapportElementList *links;
} Arrangement;

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

static void
measure_label (Arrangement *self, RapportElement *stakeholder, RapportWheelGuest *guest)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  const char *text = rapport_element_get_text (stakeholder, "short");
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    text = rapport_element_get_text (stakeholder, "label");
  lines = rapport_text_measure_break (self->measure, text != NULL ? text : "", theme->label, 600,
                                      LABEL_WIDTH, LABEL_LINES);
  guest->label_height = g_strv_length (lines) * theme->label_line;
  for (char **line = lines; *line != NULL; line++)
    guest->label_width = MAX (guest->label_width,
                              rapport_text_measure_width (self->measure, *line, theme->label, 600));
}

static void
init_guest (Arrangement *self, RapportElement *stakeholder, RapportWheelGuest *guest)
{
  g_autoptr (RapportReading) reading = first_reading (self->map, stakeholder);
  int influence = rapport_stakeholder_reading_get_influence (reading);
  RapportRing ring = rapport_ring_of (stakeholder, reading);
  int wedge = rapport_wheel_find_wedge (self->wheel, rapport_element_get_text (stakeholder, "sector"));
  double angle = rapport_element_get_number (stakeholder, "angle");
  double depth = rapport_element_get_number (stakeholder, "depth");

  *guest = (RapportWheelGuest){ .extent = 360 };
  if (wedge >= 0)
    {
      guest->start = rapport_wheel_get_wedge (self->wheel, (guint) wedge)->start;
      guest->extent = rapport_wheel_get_wedge (self->wheel, (guint) wedge)->extent;
    }
  guest->inner = rapport_ring_inner (ring);
  guest->outer = rapport_ring_outer (ring);
  guest->radius = (28 + 6 * MAX (influence, 2)) / 2.0;
  measure_label (self, stakeholder, guest);
  if (!afresh && !isnan (angle) && !isnan (depth))
    {
      guest->placed = TRUE;
      guest->angle = angle;
      guest->share = guest->inner + depth * (guest->outer - guest->inner);
    }
}

static guint
place_in_list (Arrangement *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (self->map, id);

  if (element == NULL
      || rapport_list_info_find_type (G_OBJECT_TYPE (element))->list != RAPPORT_LIST_STAKEHOLDERS)
    return NOBODY;
  return rapport_element_get_position (element);
}

static GArray *
collect_links (Arrangement *self)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (RapportGuestLink));

  for (GSequenceIter *iter = rapport_element_list_first (self->links); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *link = g_sequence_get (iter);
      RapportGuestLink ends = { place_in_list (self, rapport_element_get_text (link, "a")),
                                place_in_list (self, rapport_element_get_text (link, "b")) };

      if (ends.a != NOBODY && ends.b != NOBODY && ends.a != ends.b)
        g_array_append_val (links, ends);
    }
  return links;
}

static void
init_number (RapportElement *element, const char *name, double number)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_double (number));

  rapport_element_init_property (element, rapport_element_find_property (element, name), value);
}

static void
store (Arrangement *self, const RapportWheelGuest *guests, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      RapportElement *stakeholder = rapport_element_list_peek (self->stakeholders, i);
      double width = guests[i].outer - guests[i].inner;

      /* A tenth of a degree and a hundredth of a ring are finer than anybody sees. */
      init_number (stakeholder, "angle", round (guests[i].angle * 10) / 10);
      init_number (stakeholder, "depth",
                   round ((guests[i].share - guests[i].inner) / width * 100) / 100);
    }
}

static void
print_positions (Arrangement *self)
{
  guint n = rapport_element_list_get_length (self->stakeholders);

  for (guint i = 0; i < n; i++)
    {
      RapportElement *stakeholder = rapport_element_list_peek (self->stakeholders, i);
      g_autoptr (RapportReading) reading = first_reading (self->map, stakeholder);
      char across[G_ASCII_DTOSTR_BUF_SIZE];
      char down[G_ASCII_DTOSTR_BUF_SIZE];
      double x;
      double y;

      rapport_wheel_to_point (rapport_element_get_number (stakeholder, "angle"),
                              rapport_element_get_number (stakeholder, "depth"),
                              rapport_ring_of (stakeholder, reading), &x, &y);
      g_print ("%s %s %s\n", rapport_element_get_id (stakeholder),
               g_ascii_formatd (across, sizeof across, "%.2f", x),
               g_ascii_formatd (down, sizeof down, "%.2f", y));
    }
}

static void
arrange (Arrangement *self)
{
  const RapportWheelOptions options = { RAPPORT_WHEEL_HALF_WIDTH, RAPPORT_WHEEL_HALF_HEIGHT, 3,
                                        (guint) MAX (rounds, 0), 1 };
  guint n = rapport_element_list_get_length (self->stakeholders);
  g_autofree RapportWheelGuest *guests = g_new0 (RapportWheelGuest, n + 1);
  g_autoptr (GArray) links = collect_links (self);

  for (guint i = 0; i < n; i++)
    init_guest (self, rapport_element_list_peek (self->stakeholders, i), &guests[i]);
  rapport_arrange_wheel (guests, n, (const RapportGuestLink *) links->data, links->len, &options, NULL,
                         NULL, NULL);
  store (self, guests, n);
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
  Arrangement self = { 0 };
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
  self.map = reading->map;
  self.wheel = rapport_wheel_new (reading->map);
  self.measure
      = rapport_text_measure_new (rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION)->font);
  self.stakeholders = rapport_map_get_list (reading->map, RAPPORT_LIST_STAKEHOLDERS);
  self.links = rapport_map_get_list (reading->map, RAPPORT_LIST_LINKS);
  arrange (&self);
  if (positions)
    print_positions (&self);
  if (output != NULL)
    status = write_map (reading->map);
  rapport_wheel_unref (self.wheel);
  rapport_text_measure_free (self.measure);
  return status;
}

const RapportCliCommand rapport_cli_arrange = {
  "arrange",
  "MAP -o OUT",
  N_("Seat everybody within their sector and ring, so that links cross little."),
  run,
};
