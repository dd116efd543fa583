/* rapport-summary.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-summary.h"

#include "rapport-link-reading.h"
#include "rapport-stakeholder-reading.h"

static gboolean
is_known (int level)
{
  return level >= 0;
}

static gboolean
has_differing_views (const RapportReading *reading)
{
  for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
    if (rapport_link_reading_get_gives (reading, side) == RAPPORT_LEVEL_DIFFER
        || rapport_link_reading_get_power (reading, side) == RAPPORT_LEVEL_DIFFER)
      return TRUE;
  return FALSE;
}

static void
count_link (RapportSummary *self, const RapportReading *reading)
{
  int gives_a = rapport_link_reading_get_gives (reading, RAPPORT_SIDE_A);
  int gives_b = rapport_link_reading_get_gives (reading, RAPPORT_SIDE_B);
  int power_a = rapport_link_reading_get_power (reading, RAPPORT_SIDE_A);
  int power_b = rapport_link_reading_get_power (reading, RAPPORT_SIDE_B);

  self->links++;
  self->differing += has_differing_views (reading);
  if (is_known (gives_a) && is_known (gives_b))
    {
      self->gives_discussed++;
      self->one_way += (gives_a == 0) != (gives_b == 0);
    }
  if (is_known (power_a) && is_known (power_b))
    {
      self->power_discussed++;
      self->unequal += ABS (power_a - power_b) >= 2;
      self->no_dependence += MIN (power_a, power_b) == 0;
    }
}

/**
 * rapport_summary_make:
 * @phase: a phase's id
 * @perspective: (nullable): %NULL for what is agreed
 *
 * Mutual dependence is the smaller of the two powers (after Emerson's power-dependence relations); links that do
 * not lead to two stakeholders of the map are counted like any other.
 */
RapportSummary
rapport_summary_make (RapportMap *map, const char *phase, const char *perspective)
{
  RapportSummary self = { 0 };

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && phase != NULL, self);

  for (GSequenceIter *iter
       = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      g_autoptr (RapportReading) reading = rapport_element_see (g_sequence_get (iter), phase,
                                                                perspective);

      if (reading == NULL)
        continue;
      self.stakeholders++;
      self.influence_discussed += is_known (rapport_stakeholder_reading_get_influence (reading));
    }
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_LINKS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      g_autoptr (RapportReading) reading = rapport_element_see (g_sequence_get (iter), phase,
                                                                perspective);

      if (reading != NULL)
        count_link (&self, reading);
    }
  return self;
}
