/* rapport-map-boxes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-map-boxes-private.h"

#include <string.h>

#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-text-measure.h"
#include "rapport-theme.h"

/* As the picture has them, in map units: names, the edge of an outline, and how much wider than high the hexagon of a
 * shared structure is. */
#define NAME_WIDTH 185.0
#define NAME_LINES 3
#define NAME_WEIGHT 600
#define EDGE 4.0
#define DOUBLE_EDGE 6.0
#define SMALLEST_STRUCTURE 20.0
#define STRUCTURE_WIDER 15.0

static void
clear_box (gpointer data)
{
  RapportMapBox *self = data;

  g_free (self->id);
  g_free (self->name);
}

/* The reading that says how close somebody is: of @phase, else of the first time they are there. */
static RapportReading *
see_reading (RapportMap *map, RapportElement *stakeholder, const char *phase)
{
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);

  if (phase != NULL && rapport_element_is_in_phase (stakeholder, phase))
    return rapport_element_see (stakeholder, phase, NULL);
  for (GSequenceIter *iter = rapport_element_list_first (phases); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const char *id = rapport_element_get_id (g_sequence_get (iter));

      if (rapport_element_is_in_phase (stakeholder, id))
        return rapport_element_see (stakeholder, id, NULL);
    }
  return NULL;
}

/* How far the outline of a sector reaches, in its radius: pointed ones reach farther. */
static double
get_reach (RapportOutline outline)
{
  switch (outline)
    {
    case RAPPORT_OUTLINE_DIAMOND:
    case RAPPORT_OUTLINE_TRIANGLE:
      return 1.25;
    case RAPPORT_OUTLINE_PENTAGON:
      return 1.1;
    default:
      return 1;
    }
}

static void
init_outline (RapportMapBox *self, RapportStakeholder *stakeholder, int influence)
{
  const char *kind = rapport_stakeholder_get_kind (stakeholder);
  double radius = (28 + 6 * MAX (influence, 2)) / 2.0;

  if (rapport_stakeholder_is_structure (stakeholder))
    {
      self->half_height = MAX (radius, SMALLEST_STRUCTURE) + EDGE;
      self->half_width = self->half_height + STRUCTURE_WIDER;
      return;
    }
  self->half_height = radius * get_reach (rapport_outline_for_sector (rapport_stakeholder_get_sector (stakeholder)));
  self->half_height += g_strcmp0 (kind, "group") == 0 || g_strcmp0 (kind, "role") == 0 ? DOUBLE_EDGE : EDGE;
  self->half_width = self->half_height;
}

/* As the picture shortens it: without what is in brackets or after a comma. Returns: (transfer full) */
static char *
make_name (RapportStakeholder *stakeholder)
{
  const char *name = rapport_stakeholder_get_short_label (stakeholder);

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  name = rapport_stakeholder_get_label (stakeholder);
  return name != NULL ? g_strchomp (g_strndup (name, strcspn (name, "(,"))) : g_strdup ("");
}

static void
init_box (RapportMapBox *self, RapportMap *map, RapportWheel *wheel, RapportElement *stakeholder,
          const char *phase)
{
  g_autoptr (RapportReading) reading = see_reading (map, stakeholder, phase);
  gboolean structure = rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (stakeholder));
  const char *sector = rapport_stakeholder_get_sector (RAPPORT_STAKEHOLDER (stakeholder));
  int wedge = -1;

  *self = (RapportMapBox){ .extent = 360, .movable = TRUE };
  self->id = g_strdup (rapport_element_get_id (stakeholder));
  self->name = make_name (RAPPORT_STAKEHOLDER (stakeholder));
  self->waits = !structure && (sector == NULL || *sector == '\0');
  self->ring = rapport_ring_of (stakeholder, reading);
  if (self->ring != RAPPORT_RING_MIDDLE)
    wedge = rapport_wheel_find_wedge (wheel, sector);
  if (wedge >= 0)
    {
      self->start = rapport_wheel_get_wedge (wheel, (guint) wedge)->start;
      self->extent = rapport_wheel_get_wedge (wheel, (guint) wedge)->extent;
    }
  init_outline (self, RAPPORT_STAKEHOLDER (stakeholder), rapport_stakeholder_reading_get_influence (reading));
  self->angle = rapport_element_get_number (stakeholder, "angle");
  self->depth = rapport_element_get_number (stakeholder, "depth");
  self->x = rapport_element_get_number (stakeholder, "x");
  self->y = rapport_element_get_number (stakeholder, "y");
}

/* @phase: (nullable)
 * Returns: (transfer full) (element-type RapportMapBox): one for each stakeholder, in the map's order; sizes of names
 *   are still to be measured */
GArray *
_rapport_map_boxes_new (RapportMap *map, const char *phase)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  GArray *self = g_array_sized_new (FALSE, TRUE, sizeof (RapportMapBox), rapport_element_list_get_length (list));
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);

  g_array_set_clear_func (self, clear_box);
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportMapBox box;

      init_box (&box, map, wheel, g_sequence_get (iter), phase);
      g_array_append_val (self, box);
    }
  return self;
}

/* Measures all names, as on a screen. In any thread. */
void
_rapport_map_boxes_measure (GArray *self)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (theme->font);

  for (guint i = 0; i < self->len; i++)
    {
      RapportMapBox *box = &g_array_index (self, RapportMapBox, i);
      g_auto (GStrv) lines = rapport_text_measure_break (measure, box->name, theme->label, NAME_WEIGHT,
                                                         NAME_WIDTH, NAME_LINES);

      box->name_width = 0;
      box->name_height = g_strv_length (lines) * theme->label_line;
      for (char **line = lines; *line != NULL; line++)
        box->name_width = MAX (box->name_width,
                               rapport_text_measure_width (measure, *line, theme->label, NAME_WEIGHT));
    }
}
