/* rapport-leaving-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-leaving-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-codes.h"

static void
append_names_left (RapportMap *map, GString *text)
{
  g_autoptr (GPtrArray) left = rapport_codes_list_names_left (map);
  g_autofree char *names = NULL;

  if (left->len == 0)
    return;
  g_ptr_array_add (left, NULL);
  names = g_strjoinv (", ", (char **) left->pdata);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("Names that still stand in the title, the question or the steps: %s."), names);
}

char *
rapport_leaving_words (RapportMap *map, gboolean hides_names)
{
  GString *text = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  n = rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));
  if (hides_names)
    g_string_append_printf (text, ngettext ("The question, a code for %u stakeholder, what is on show, and tensions that "
                                            "are for the room.",
                                            "The question, codes for %u stakeholders, what is on show, and tensions that "
                                            "are for the room.", n), n);
  else
    g_string_append_printf (text, ngettext ("The question, the name of %u stakeholder, what is on show, and tensions "
                                            "that are for the room.",
                                            "The question, the names of %u stakeholders, what is on show, and tensions "
                                            "that are for the room.", n), n);
  if (hides_names)
    append_names_left (map, text);
  return g_string_free (text, FALSE);
}
