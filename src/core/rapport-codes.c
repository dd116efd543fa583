/* rapport-codes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-codes.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-stakeholder.h"

/* Shorter names are words of their own in any text. */
#define SHORTEST 4

static char *
make_code (RapportElement *stakeholder, guint number)
{
  const char *sector = rapport_element_get_text (stakeholder, "sector");
  const char *name = rapport_map_get_sector_name (rapport_element_get_map (stakeholder), sector);

  if (g_strcmp0 (sector, "across") == 0)
    name = _("Shared structure");
  /* Translators: a code for somebody whose name is hidden: the sector and a number. */
  return g_strdup_printf (_("%s %u"), name != NULL ? name : _("Stakeholder"), number);
}

/* Returns: (transfer full) (element-type utf8 utf8): from the id of every stakeholder to the code */
GHashTable *
rapport_codes_new (RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *stakeholder = g_sequence_get (iter);
      const char *sector = rapport_element_get_text (stakeholder, "sector");
      const char *key = sector != NULL ? sector : "";
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      g_hash_table_replace (counts, g_strdup (key), GUINT_TO_POINTER (n));
      g_hash_table_replace (codes, g_strdup (rapport_element_get_id (stakeholder)), make_code (stakeholder, n));
    }
  return codes;
}

/* @stakeholder: in a map. Returns: (transfer full): its code */
char *
rapport_code_new (RapportElement *stakeholder)
{
  RapportMap *map = rapport_element_get_map (stakeholder);
  g_autoptr (GHashTable) codes = NULL;

  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER (stakeholder) && map != NULL, NULL);
  codes = rapport_codes_new (map);
  return g_strdup (g_hash_table_lookup (codes, rapport_element_get_id (stakeholder)));
}

/* --- Names that still stand in words for the room --- */

/* Returns: (transfer full): all that a picture may say in words, folded */
static char *
gather_words (RapportMap *map)
{
  static const struct
  {
    RapportList list;
    const char *fields[3];
  } said[] = {
    { RAPPORT_LIST_STEPS, { "title", "prompt", NULL } },
    { RAPPORT_LIST_PHASES, { "name", NULL } },
    { RAPPORT_LIST_PERSPECTIVES, { "name", NULL } },
    { RAPPORT_LIST_REGIONS, { "name", NULL } },
  };
  GString *words = g_string_new (rapport_map_get_title (map));
  const char *question = rapport_map_get_question (map);
  const char *other = rapport_element_get_text (RAPPORT_ELEMENT (map), "other-question");
  g_autofree char *plain = NULL;

  g_string_append_printf (words, "\n%s\n%s", question != NULL ? question : "", other != NULL ? other : "");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, said[i].list)); iter != NULL;
         iter = rapport_element_list_next (iter))
      for (guint j = 0; said[i].fields[j] != NULL; j++)
        {
          const char *text = rapport_element_get_text (g_sequence_get (iter), said[i].fields[j]);

          g_string_append_printf (words, "\n%s", text != NULL ? text : "");
        }
  plain = g_string_free (words, FALSE);
  return g_utf8_casefold (plain, -1);
}

static gboolean
stands_in (const char *words, const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && g_utf8_strlen (folded, -1) >= SHORTEST && strstr (words, folded) != NULL;
}

/**
 * rapport_codes_list_names_left:
 *
 * Returns: (transfer full) (element-type utf8): names of stakeholders that codes do not hide, because they stand in the
 *   title, the question, what a step asks, or what a time, a view or a group is called
 */
GPtrArray *
rapport_codes_list_names_left (RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = gather_words (map);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const char *label = rapport_element_get_text (g_sequence_get (iter), "label");
      const char *short_name = rapport_element_get_text (g_sequence_get (iter), "short");

      const char *other = rapport_element_get_text (g_sequence_get (iter), "other-label");

      if (stands_in (words, label) || stands_in (words, short_name) || stands_in (words, other))
        g_ptr_array_add (left, g_strdup (label != NULL ? label : short_name));
    }
  return left;
}
