/* rapport-map-parser-checks.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can only be told of a map when everything is read: who names somebody that is not there.
 */
#include "rapport-map-parser-private.h"

#include "rapport-link.h"

static void
check_link (Reader *self, RapportLink *link)
{
  if (rapport_map_lookup (self->map, rapport_link_get_a (link)) == NULL
      || rapport_map_lookup (self->map, rapport_link_get_b (link)) == NULL)
    self->repairs.dangling_links++;
}

/* Ends of links are counted as links; sectors may be used without being declared. */
static void
check_references (Reader *self, RapportElement *element)
{
  static const char *const uncounted[] = { "sector", "spans", "hide-sectors", NULL };
  guint n;
  const RapportProperty *table = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *ids;
      g_auto (GStrv) list = NULL;

      if (!rapport_property_is_reference (&table[i]) || g_strv_contains (uncounted, table[i].name))
        continue;
      ids = rapport_field_get_string (&table[i], element);
      if (ids == NULL || *ids == '\0')
        continue;
      list = g_strsplit (ids, " ", -1);
      for (char **id = list; *id != NULL; id++)
        if (rapport_map_lookup (self->map, *id) == NULL)
          self->repairs.dangling_references++;
    }
}

/* What can only be told when everything is there. */
void
_rapport_reader_finish (Reader *self)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self->map, i));
         iter != NULL; iter = rapport_element_list_next (iter))
      {
        RapportElement *element = g_sequence_get (iter);

        if (i == RAPPORT_LIST_LINKS)
          check_link (self, RAPPORT_LINK (element));
        else
          check_references (self, element);
      }
}
