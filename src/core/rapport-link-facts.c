/* rapport-link-facts.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-facts.h"

/* From this difference on two sides are unequal enough to be asked about. */
#define UNEQUAL 2

/* Whether @level is a number, not one of the RAPPORT_LEVEL_ values. */
gboolean
rapport_level_is_known (int level)
{
  return level >= 0;
}

/* What nobody named is taken as tangible: hollow says "no money, time, data or training", and that has to be known. */
static gboolean
has_tangible (const char *items)
{
  g_auto (GStrv) words = NULL;

  if (items == NULL || *items == '\0')
    return TRUE;
  words = g_strsplit (items, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (rapport_item_is_tangible (*word))
      return TRUE;
  return FALSE;
}

/* @reading: (nullable): of a link */
RapportLinkFacts
rapport_link_facts_make (const RapportReading *reading)
{
  RapportLinkFacts self = { .dependence = -1 };

  for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
    {
      self.gives[side] = rapport_link_reading_get_gives (reading, side);
      self.power[side] = rapport_link_reading_get_power (reading, side);
      self.tangible[side] = has_tangible (rapport_link_reading_get_items (reading, side));
    }
  self.gives_known = rapport_level_is_known (self.gives[0]) && rapport_level_is_known (self.gives[1]);
  self.power_known = rapport_level_is_known (self.power[0]) && rapport_level_is_known (self.power[1]);
  self.one_way = self.gives_known && (self.gives[0] == 0) != (self.gives[1] == 0);
  if (self.power_known)
    {
      self.power_difference = self.power[0] - self.power[1];
      self.dependence = MIN (self.power[0], self.power[1]);
    }
  return self;
}

/* Whether one side can decide more than the other by two or more. */
gboolean
rapport_link_facts_is_unequal (const RapportLinkFacts *self)
{
  return ABS (self->power_difference) >= UNEQUAL;
}

/**
 * rapport_link_views_spread:
 * @link: or anything else that is judged
 * @field: of its readings, such as "gives-a"
 * @lowest: (out) (optional): the lowest value that anybody holds
 * @highest: (out) (optional)
 *
 * By how much views differ. The agreed value is a view as well; what was not discussed is none. Never averaged.
 *
 * Returns: 0 where fewer than two views are known or all agree
 */
int
rapport_link_views_spread (RapportElement *link,
                           const char *phase,
                           const char *field,
                           int *lowest,
                           int *highest)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (link, &n);
  int low = G_MAXINT, high = -1;

  for (guint i = 0; i < n; i++)
    {
      int level;

      if (g_strcmp0 (held[i].phase, phase) != 0)
        continue;
      level = rapport_reading_get_level (held[i].reading, field);
      if (!rapport_level_is_known (level))
        continue;
      low = MIN (low, level);
      high = MAX (high, level);
    }
  if (lowest != NULL)
    *lowest = high < 0 ? -1 : low;
  if (highest != NULL)
    *highest = high;
  return high > low ? high - low : 0;
}
