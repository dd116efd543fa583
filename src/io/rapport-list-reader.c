/* rapport-list-reader.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a list become people and links of a plan. Whatever is not understood is told with its line, or goes
 * into a note.
 */
#include "rapport-list-reader-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

/* Between two names. Hyphens within words are none of these. */
#define ARROW "\\s*(<?[-–—−=]+>|<[-–—−=]+|→|⟶|⇒|➔|↔|⇄|←)\\s*"

/* Returns: (transfer full) (nullable): the names on either side of one or more arrows */
static char **
split_at_arrows (const char *text)
{
  static GRegex *arrow = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (g_once_init_enter (&arrow))
    g_once_init_leave (&arrow, g_regex_new (ARROW, G_REGEX_OPTIMIZE, 0, NULL));
  /* The arrows themselves are every other part. */
  parts = g_regex_split (arrow, text, 0);
  if (g_strv_length (parts) < 3)
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 0)
      g_ptr_array_add (names, g_strdup (parts[i]));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* --- Rows ------------------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): where the row is a line with an arrow. The map may have such names. */
static char **
find_arrows (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
{
  const char *cell = layout == NULL ? g_ptr_array_index (row->cells, 0)
                                    : rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_NAME);
  g_autofree char *text = _rapport_list_strip_bullet (cell);

  if (layout != NULL && layout->links)
    return NULL;
  return split_at_arrows (text);
}

static void
read_row (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row, gboolean links)
{
  g_auto (GStrv) arrows = find_arrows (self, layout, row);
  const gboolean is_link = arrows != NULL || (layout != NULL && layout->links);

  if (is_link != links)
    return;
  if (arrows != NULL)
    _rapport_list_read_arrows (self, row, arrows);
  else if (layout == NULL)
    _rapport_list_read_person_without_headings (self, row);
  else if (layout->links)
    _rapport_list_read_link (self, layout, row);
  else
    _rapport_list_read_person (self, layout, row);
}

/* People come before links, which may call them by what another table calls them. */
static void
read_rows (RapportListPlan *self, const RapportListTable *table, gboolean links)
{
  g_autoptr (RapportListLayout) layout = NULL;
  const guint n = rapport_list_table_get_n_rows (table);

  for (guint i = 0; i < MIN (n, MOST_LINES); i++)
    {
      const RapportListRow *row = rapport_list_table_get_row (table, i);
      RapportListLayout *next = rapport_list_layout_new (row);

      if (next == NULL)
        {
          read_row (self, layout, row, links);
          continue;
        }
      rapport_list_layout_free (layout);
      layout = next;
    }
}

static void
leave_out_the_rest (RapportListPlan *self, const RapportListTable *table)
{
  for (guint i = MOST_LINES; i < rapport_list_table_get_n_rows (table); i++)
    _rapport_list_plan_remark (self, rapport_list_table_get_row (table, i), TRUE,
                               g_strdup_printf (_("A list can have %d lines."), MOST_LINES));
}

void
_rapport_list_read (RapportListPlan *self, const char *text)
{
  g_autoptr (RapportListTable) table
    = rapport_list_table_new (text, rapport_list_choose_divider (self->map, text));

  read_rows (self, table, FALSE);
  read_rows (self, table, TRUE);
  leave_out_the_rest (self, table);
}
