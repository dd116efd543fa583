/* rapport-plan-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What things are called on the picture: by name or code, in the first language of the map, the other, or both.
 */
#include "rapport-plan-private.h"

#include <string.h>

#include "rapport-sector.h"
#include "rapport-stakeholder.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * _rapport_plan_join:
 * @first: (nullable): words of the map
 * @other: (nullable): the same in its other language
 *
 * Returns: (transfer full) (nullable): those on show; what is in one language only is shown in that one
 */
char *
_rapport_plan_join (Plan *self, const char *first, const char *other)
{
  RapportNames names = rapport_lens_get_names (self->lens);

  if (names == RAPPORT_NAMES_FIRST || !is_given (other) || g_strcmp0 (first, other) == 0)
    return g_strdup (first);
  if (names == RAPPORT_NAMES_OTHER || !is_given (first))
    return g_strdup (other);
  return g_strdup_printf ("%s / %s", first, other);
}

/* Returns: (transfer full) (nullable): %NULL for no sector, and for one that has no name */
char *
_rapport_plan_sector_name (Plan *self, const char *sector)
{
  RapportElement *element = sector != NULL ? rapport_map_lookup (self->map, sector) : NULL;
  const char *other = NULL;

  if (element != NULL && RAPPORT_IS_SECTOR (element))
    other = rapport_sector_get_other_name (RAPPORT_SECTOR (element));
  return _rapport_plan_join (self, rapport_map_get_sector_name (self->map, sector), other);
}

/* Returns: (transfer full): a name up to what its owner put in brackets or after a comma */
static char *
cut (const char *name)
{
  g_autofree char *start = g_strndup (name, strcspn (name, "(,"));

  g_strchomp (start);
  return *start != '\0' ? g_steal_pointer (&start) : g_strdup (name);
}

/* The short name, else what the picture needs of the long one. */
static char *
make_first (RapportStakeholder *stakeholder)
{
  const char *name = rapport_stakeholder_get_short_label (stakeholder);

  if (is_given (name))
    return g_strdup (name);
  name = rapport_stakeholder_get_label (stakeholder);
  return name != NULL ? cut (name) : g_strdup ("");
}

/* How the picture calls it. A code stands for the names in both languages. */
void
_rapport_plan_name (Plan *self, PlanNode *node)
{
  RapportStakeholder *stakeholder = RAPPORT_STAKEHOLDER (node->element);
  RapportNames names = rapport_lens_get_names (self->lens);
  const char *other = rapport_stakeholder_get_other_label (stakeholder);

  if (self->codes != NULL)
    {
      node->name = g_strdup (g_hash_table_lookup (self->codes, rapport_element_get_id (node->element)));
      return;
    }
  node->name = make_first (stakeholder);
  if (names == RAPPORT_NAMES_FIRST || !is_given (other))
    return;
  node->second = cut (other);
  if (names == RAPPORT_NAMES_BOTH && *node->name != '\0' && strcmp (node->name, node->second) != 0)
    return;
  g_free (node->name);
  node->name = g_steal_pointer (&node->second);
}
