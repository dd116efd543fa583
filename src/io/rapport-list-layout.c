/* rapport-list-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-layout.h"

#include <string.h>

static RapportListColumn
get_column (const RapportListLayout *self, guint i)
{
  return g_array_index (self->columns, RapportListColumn, i);
}

static gboolean
has (const RapportListLayout *self, RapportListColumn column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i) == column)
      return TRUE;
  return FALSE;
}

/* "Organisation" beside "Name" is who takes part; the name is then somebody's, which is no stakeholder. */
static gboolean
is_better_name (const char *heading)
{
  g_autofree char *folded = rapport_list_fold (heading);

  return strcmp (folded, "name") != 0 && strcmp (folded, "title") != 0;
}

static void
drop (RapportListLayout *self, guint i)
{
  g_array_index (self->columns, RapportListColumn, i) = RAPPORT_COLUMN_UNKNOWN;
}

/* Of two columns for the same thing one counts; the other is one that is not known. */
static void
drop_doubles (RapportListLayout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    for (guint j = i + 1; j < self->columns->len; j++)
      {
        RapportListColumn column = get_column (self, i);

        if (column == RAPPORT_COLUMN_UNKNOWN || column == RAPPORT_COLUMN_NOTE || column != get_column (self, j))
          continue;
        if (column == RAPPORT_COLUMN_NAME && !is_better_name (g_ptr_array_index (self->titles, i))
            && is_better_name (g_ptr_array_index (self->titles, j)))
          drop (self, i);
        else
          drop (self, j);
      }
}

/* The same word heads other things in tables of links. */
static RapportListColumn
in_links (RapportListColumn column)
{
  if (column == RAPPORT_COLUMN_TYPE || column == RAPPORT_COLUMN_KIND || column == RAPPORT_COLUMN_NAME)
    return RAPPORT_COLUMN_RELATION;
  return column;
}

static RapportListColumn
among_people (RapportListColumn column)
{
  return column == RAPPORT_COLUMN_CODE ? RAPPORT_COLUMN_ID : column;
}

/* A table in the other language alone is headed by its word for a name, which is then the only one. */
static void
settle_names (RapportListLayout *self)
{
  for (guint i = 0; i < self->columns->len && !has (self, RAPPORT_COLUMN_NAME); i++)
    if (get_column (self, i) == RAPPORT_COLUMN_OTHER_NAME)
      g_array_index (self->columns, RapportListColumn, i) = RAPPORT_COLUMN_NAME;
}

static void
settle (RapportListLayout *self)
{
  self->links = has (self, RAPPORT_COLUMN_FROM) && has (self, RAPPORT_COLUMN_TO);
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, RapportListColumn, i)
      = self->links ? in_links (get_column (self, i)) : among_people (get_column (self, i));
  if (!self->links)
    settle_names (self);
  drop_doubles (self);
}

static guint
count_known (const RapportListLayout *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += get_column (self, i) != RAPPORT_COLUMN_UNKNOWN;
  return n;
}

/* One heading alone may as well be a name, unless a list begins with it. */
static gboolean
is_heading (const RapportListLayout *self, const RapportListRow *row)
{
  if (self->links)
    return TRUE;
  return has (self, RAPPORT_COLUMN_NAME) && (count_known (self) > 1 || row->gap);
}

/**
 * rapport_list_layout_new:
 *
 * Returns: (transfer full) (nullable): %NULL where @row is no row of headings
 */
RapportListLayout *
rapport_list_layout_new (const RapportListRow *row)
{
  g_autoptr (RapportListLayout) self = g_new0 (RapportListLayout, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (RapportListColumn));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);
      RapportListColumn column = rapport_list_find_column (cell);

      g_array_append_val (self->columns, column);
      g_ptr_array_add (self->titles, g_strdup (cell));
    }
  settle (self);
  return is_heading (self, row) ? g_steal_pointer (&self) : NULL;
}

void
rapport_list_layout_free (RapportListLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/* Returns: (transfer none): the cell of that column; "" where there is none */
const char *
rapport_list_layout_peek (const RapportListLayout *self, const RapportListRow *row, RapportListColumn column)
{
  for (guint i = 0; i < self->columns->len && i < row->cells->len; i++)
    if (get_column (self, i) == column)
      return g_ptr_array_index (row->cells, i);
  return "";
}

/* --- What divides columns --------------------------------------------------------------------------------------- */

static gboolean
is_known_value (RapportMap *map, const char *cell)
{
  int level, levels[4];

  return *cell != '\0'
         && (rapport_list_find_sector (map, cell) != NULL || rapport_list_find_kind (cell) != NULL
             || rapport_list_find_ring (cell) != NULL || rapport_list_find_relation (cell) != NULL
             || rapport_list_read_level (cell, 5, &level) || rapport_list_read_code (cell, levels));
}

static gboolean
has_known_value (RapportMap *map, const RapportListRow *row)
{
  for (guint i = 1; i < row->cells->len; i++)
    if (is_known_value (map, g_ptr_array_index (row->cells, i)))
      return TRUE;
  return FALSE;
}

/* Names have commas in them too: they divide where headings or values say so. */
static gboolean
divides (RapportMap *map, const char *text, RapportListDivider divider)
{
  g_autoptr (RapportListTable) table = rapport_list_table_new (text, divider);
  guint divided = 0, known = 0;

  for (guint i = 0; i < rapport_list_table_get_n_rows (table); i++)
    {
      const RapportListRow *row = rapport_list_table_get_row (table, i);
      g_autoptr (RapportListLayout) layout = NULL;

      if (row->cells->len < 2)
        continue;
      layout = rapport_list_layout_new (row);
      if (layout != NULL && count_known (layout) > 1)
        return TRUE;
      divided++;
      known += has_known_value (map, row);
    }
  return divided > 0 && 2 * known >= divided;
}

/* What stands between the columns of @text. */
RapportListDivider
rapport_list_choose_divider (RapportMap *map, const char *text)
{
  if (strchr (text, '\t') != NULL)
    return RAPPORT_LIST_TABS;
  if (strchr (text, ';') != NULL && divides (map, text, RAPPORT_LIST_SEMICOLONS))
    return RAPPORT_LIST_SEMICOLONS;
  if (strchr (text, ',') != NULL && divides (map, text, RAPPORT_LIST_COMMAS))
    return RAPPORT_LIST_COMMAS;
  return RAPPORT_LIST_LINES;
}
