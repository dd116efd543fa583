/* rapport-choice-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-choice-list.h"

#include <string.h>

/* Returns: (transfer none): the strings that are in the drop-down, which are none at first */
static GtkStringList *
ensure_list (GtkDropDown *drop_down)
{
  if (gtk_drop_down_get_model (drop_down) == NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
    }
  return GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
}

static gboolean
are_equal (GtkStringList *list, guint i, const GPtrArray *titles, guint j)
{
  return strcmp (gtk_string_list_get_string (list, i), g_ptr_array_index (titles, j)) == 0;
}

/**
 * rapport_choice_list_show:
 * @drop_down: of strings, which gets its rows from here alone
 * @titles: (element-type utf8): of its rows
 *
 * Only the rows that differ from those it has are made anew: each is a widget or several, whether the list is down or
 * not, and a list in which somebody is just choosing stays where it is.
 */
void
rapport_choice_list_show (GtkDropDown *drop_down, const GPtrArray *titles)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GtkStringList *list;
  guint n;
  guint start = 0;
  guint end = 0;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && titles != NULL);

  list = ensure_list (drop_down);
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  while (start < MIN (n, titles->len) && are_equal (list, start, titles, start))
    start++;
  while (end < MIN (n, titles->len) - start && are_equal (list, n - 1 - end, titles, titles->len - 1 - end))
    end++;
  for (guint i = start; i < titles->len - end; i++)
    g_ptr_array_add (others, g_ptr_array_index (titles, i));
  if (start + end == n && others->len == 0)
    return;
  g_ptr_array_add (others, NULL);
  gtk_string_list_splice (list, start, n - start - end, (const char *const *) others->pdata);
}
