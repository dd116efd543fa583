/* rapport-map-queries.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions that the rest asks of a map, answered from its lists and its index.
 */
#include "rapport-map.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-sector.h"

/* Returns: (nullable) (transfer none): the id of the first phase */
const char *
rapport_map_get_first_phase (RapportMap *self)
{
  RapportElement *phase;

  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  phase = rapport_element_list_peek (rapport_map_get_list (self, RAPPORT_LIST_PHASES), 0);
  return phase != NULL ? rapport_element_get_id (phase) : NULL;
}

static gboolean
is_end (RapportElement *link, const char *stakeholder)
{
  return g_strcmp0 (rapport_element_get_text (link, "a"), stakeholder) == 0
         || g_strcmp0 (rapport_element_get_text (link, "b"), stakeholder) == 0;
}

/**
 * rapport_map_list_links_of:
 * @phase: (nullable): only links that are there in this phase
 *
 * Returns: (transfer container) (element-type RapportElement): in the map's order
 */
GPtrArray *
rapport_map_list_links_of (RapportMap *self, const char *stakeholder, const char *phase)
{
  GPtrArray *list = rapport_map_list_referrers (self, stakeholder);
  GType link_type = rapport_list_info_get (RAPPORT_LIST_LINKS)->get_type ();

  for (guint i = list->len; i-- > 0;)
    {
      RapportElement *element = g_ptr_array_index (list, i);

      if (G_OBJECT_TYPE (element) != link_type || !is_end (element, stakeholder)
          || (phase != NULL && !rapport_element_is_in_phase (element, phase)))
        g_ptr_array_remove_index (list, i);
    }
  return list;
}

/* Adds the element called @id, where it is there, is not called @except and is not in the list yet. */
static void
add_once (RapportMap *self, GPtrArray *list, const char *id, const char *except)
{
  RapportElement *element;

  if (id == NULL || *id == '\0' || g_strcmp0 (id, except) == 0)
    return;
  element = rapport_map_lookup (self, id);
  if (element != NULL && !g_ptr_array_find (list, element, NULL))
    g_ptr_array_add (list, element);
}

/* Returns: (transfer container) (element-type RapportElement): each once, in the order of their links */
GPtrArray *
rapport_map_list_neighbours (RapportMap *self, const char *stakeholder, const char *phase)
{
  g_autoptr (GPtrArray) links = rapport_map_list_links_of (self, stakeholder, phase);
  GPtrArray *neighbours = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      RapportElement *link = g_ptr_array_index (links, i);
      const char *a = rapport_element_get_text (link, "a");
      const gboolean from_a = g_strcmp0 (a, stakeholder) == 0;

      add_once (self, neighbours, from_a ? rapport_element_get_text (link, "b") : a, stakeholder);
    }
  return neighbours;
}

/**
 * rapport_map_list_targets:
 * What a mark is on, regions resolved into their members. A mark on nothing is on the map: the list is empty.
 *
 * Returns: (transfer container) (element-type RapportElement): each once
 */
GPtrArray *
rapport_map_list_targets (RapportMap *self, RapportElement *mark)
{
  GPtrArray *targets = g_ptr_array_new ();
  const char *on = rapport_element_get_text (mark, "on");
  g_auto (GStrv) ids = g_strsplit (on != NULL ? on : "", " ", -1);
  GType region_type = rapport_list_info_get (RAPPORT_LIST_REGIONS)->get_type ();

  for (char **id = ids; *id != NULL; id++)
    {
      RapportElement *element = rapport_map_lookup (self, *id);
      g_auto (GStrv) members = NULL;

      if (element == NULL || G_OBJECT_TYPE (element) != region_type)
        {
          add_once (self, targets, *id, NULL);
          continue;
        }
      on = rapport_element_get_text (element, "members");
      members = g_strsplit (on != NULL ? on : "", " ", -1);
      for (char **member = members; *member != NULL; member++)
        add_once (self, targets, *member, NULL);
    }
  return targets;
}

static gboolean
is_said (RapportElement *element, const char *property)
{
  const char *text = rapport_element_get_text (element, property);

  return text != NULL && *text != '\0';
}

static gboolean
any_says (RapportMap *self, RapportList which, const char *property)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self, which)); iter != NULL;
       iter = rapport_element_list_next (iter))
    if (is_said (g_sequence_get (iter), property))
      return TRUE;
  return FALSE;
}

/* Returns: whether the map says that it has another language, or has anything in it */
gboolean
rapport_map_is_bilingual (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), FALSE);
  return is_said (RAPPORT_ELEMENT (self), "other-language") || is_said (RAPPORT_ELEMENT (self), "other-question")
         || any_says (self, RAPPORT_LIST_SECTORS, "other-name")
         || any_says (self, RAPPORT_LIST_STAKEHOLDERS, "other-label");
}

/**
 * rapport_map_get_sector_name:
 * @sector: (nullable): a sector's id
 *
 * Returns: (transfer none) (nullable): the map's caption of it, else the usual one in the user's language;
 *   %NULL for no sector, or one that the map does not declare. "other", which is the public's wedge of a map that
 *   declares no sector of its own, has its name before it is declared.
 */
const char *
rapport_map_get_sector_name (RapportMap *self, const char *sector)
{
  RapportElement *element = rapport_map_lookup (self, sector);
  const char *name = NULL;

  if (sector == NULL)
    return NULL;
  if (element != NULL && RAPPORT_IS_SECTOR (element))
    name = rapport_sector_get_name (RAPPORT_SECTOR (element));
  if (name == NULL && rapport_sector_is_built_in (sector))
    name = g_dgettext (GETTEXT_PACKAGE, rapport_sector_built_in_name (sector));
  if (element == NULL && g_str_equal (sector, "other"))
    name = _("Public and communities");
  return name;
}
