/* rapport-candidates.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-candidates.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-element-words.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"

static const char *const built_in_sectors[] = { "academia", "nhs", "policy", "third", "across" };

static const struct
{
  const char *property;
  const char *none; /* what it is called where nothing is named */
  RapportList list;
  gboolean structures_only;
} kinds[] = {
  { "sector", N_("No sector yet"), RAPPORT_LIST_SECTORS },
  { "spans", NULL, RAPPORT_LIST_SECTORS },
  { "parent", N_("Nothing"), RAPPORT_LIST_STAKEHOLDERS },
  { "by", NULL, RAPPORT_LIST_STAKEHOLDERS },
  { "used-by", NULL, RAPPORT_LIST_STAKEHOLDERS },
  { "structure", N_("None"), RAPPORT_LIST_STAKEHOLDERS, TRUE },
  { "marks", NULL, RAPPORT_LIST_MARKS },
  { "members", NULL, RAPPORT_LIST_STAKEHOLDERS },
  { "on", NULL, RAPPORT_LIST_STAKEHOLDERS },
  { "phase", N_("At any time"), RAPPORT_LIST_PHASES },
  { "perspective", N_("Everybody’s"), RAPPORT_LIST_PERSPECTIVES },
};

static void
add_list (GPtrArray *ids, RapportMap *map, RapportList which, gboolean structures_only, RapportElement *but)
{
  RapportElementList *list = rapport_map_get_list (map, which);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *element = g_sequence_get (iter);

      if (element == but || (which == RAPPORT_LIST_SECTORS && rapport_sector_is_built_in (rapport_element_get_id (element)))
          || (structures_only && !rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (element))))
        continue;
      g_ptr_array_add (ids, (char *) rapport_element_get_id (element));
    }
}

/**
 * rapport_candidates_list:
 * @element: whose property it is; it does not name itself
 *
 * Returns: (transfer container) (element-type utf8): ids, in the order of the map
 */
GPtrArray *
rapport_candidates_list (RapportMap *map, const RapportProperty *property, RapportElement *element)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].property, property->name) != 0)
        continue;
      if (kinds[i].list == RAPPORT_LIST_SECTORS)
        for (guint j = 0; j < G_N_ELEMENTS (built_in_sectors); j++)
          /* “Across” is where shared structures are, not something that they bridge. */
          if (strcmp (built_in_sectors[j], "across") != 0 || property->kind == RAPPORT_KIND_REFERENCE)
            g_ptr_array_add (ids, (char *) built_in_sectors[j]);
      add_list (ids, map, kinds[i].list, kinds[i].structures_only, element);
      /* A tension is felt on links and groups as well. */
      if (strcmp (property->name, "on") == 0)
        {
          add_list (ids, map, RAPPORT_LIST_LINKS, FALSE, NULL);
          add_list (ids, map, RAPPORT_LIST_REGIONS, FALSE, NULL);
        }
    }
  return ids;
}

/* Returns: (transfer full): what is called @id, which may be a sector that is built in */
char *
rapport_candidates_name (RapportMap *map, const char *id)
{
  RapportElement *element = rapport_map_lookup (map, id);
  const char *sector = rapport_map_get_sector_name (map, id);

  if (sector != NULL)
    return g_strdup (sector);
  return element != NULL ? rapport_element_words_name (element) : g_strdup (id);
}

/* Returns: (transfer none) */
const char *
rapport_candidates_none (const RapportProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].none != NULL && strcmp (kinds[i].property, property->name) == 0)
      return g_dgettext (GETTEXT_PACKAGE, kinds[i].none);
  return _("Not said");
}
