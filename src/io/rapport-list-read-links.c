/* rapport-list-read-links.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list, or a line with arrows in it, becomes links of the plan. Whatever is not understood goes into a note,
 * or is told with its line.
 */
#include "rapport-list-reader-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which side of the link is the first side of the row. */
static guint
first_side (const RapportListLink *link, guint a)
{
  return link->end[0] == a ? 0 : 1;
}

static void
set_level (RapportListLink *link, guint field, int level)
{
  if (link->levels[field] == RAPPORT_LEVEL_UNSET)
    link->levels[field] = level;
}

/* Returns: (transfer full) (nullable): words of the map's, where all of @cell is such words */
static char *
find_relations (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, ",;/ ", -1);
  const char *whole = rapport_list_find_relation (cell);
  g_autofree char *found = NULL;

  if (whole != NULL)
    return g_strdup (whole);
  for (char **part = parts; *part != NULL; part++)
    {
      const char *word = rapport_list_find_relation (*part);

      if (**part == '\0')
        continue;
      if (word == NULL)
        return NULL;
      _rapport_list_add_word (&found, word);
    }
  return g_steal_pointer (&found);
}

static void
read_relation (RapportListLink *link, const char *cell)
{
  g_autofree char *relations = find_relations (cell);
  g_auto (GStrv) words = g_strsplit (relations != NULL ? relations : "", " ", -1);

  if (relations == NULL)
    _rapport_list_add_note (&link->note, NULL, cell);
  for (char **word = words; *word != NULL; word++)
    _rapport_list_add_word (&link->relation, *word);
}

static gboolean
read_code (RapportListLink *link, guint first, const char *cell)
{
  int levels[4];

  if (!rapport_list_read_code (cell, levels))
    return FALSE;
  for (guint side = 0; side < 2; side++)
    {
      set_level (link, first ^ side, levels[side]);
      set_level (link, 2 + (first ^ side), levels[2 + side]);
    }
  return TRUE;
}

static void
read_link_level (RapportListPlan *self, const RapportListRow *row, RapportListLink *link, guint field,
                 const char *title, const char *cell)
{
  int level;

  if (rapport_list_read_level (cell, 3, &level))
    set_level (link, field, level);
  else
    _rapport_list_plan_remark (self, row, FALSE,
                               g_strdup_printf (_("“%s” is no number from 0 to 3, so “%s” is left open."), cell, title));
}

/* Returns: whether all of @part is words of the map's, which are then added */
static gboolean
add_link_words (char **field, const char *property, const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  const char *whole = rapport_list_find_link_word (property, part);

  if (whole != NULL)
    {
      _rapport_list_add_word (field, whole);
      return TRUE;
    }
  for (char **word = words; *word != NULL; word++)
    if (rapport_list_find_link_word (property, *word) == NULL)
      return FALSE;
  for (char **word = words; *word != NULL; word++)
    _rapport_list_add_word (field, rapport_list_find_link_word (property, *word));
  return TRUE;
}

/* What power rests on, or what is given: in words of the map's, else @others. */
static void
read_link_words (char **field, const char *property, char **others, const char *title, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, ",;", -1);

  /* A minus says that there are none, which is not the same as nothing said. */
  if (strcmp (cell, "-") == 0 || strcmp (cell, "–") == 0)
    {
      if (*field == NULL)
        *field = g_strdup ("");
      return;
    }
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0' && !add_link_words (field, property, *part))
      _rapport_list_add_note (others, title, *part);
}

static void
read_link_cell (RapportListPlan *self, const RapportListRow *row, RapportListLink *link, guint first,
                RapportListColumn column, const char *title, const char *cell)
{
  if (*cell == '\0')
    return;
  switch (column)
    {
    case RAPPORT_COLUMN_FROM:
    case RAPPORT_COLUMN_TO:
    case RAPPORT_COLUMN_ID:
      break;
    case RAPPORT_COLUMN_RELATION:
      read_relation (link, cell);
      break;
    case RAPPORT_COLUMN_CODE:
      if (!read_code (link, first, cell))
        _rapport_list_plan_remark (self, row, FALSE,
                                   g_strdup_printf (_("“%s” is not four numbers from 0 to 3, so they are left open."),
                                                    cell));
      break;
    case RAPPORT_COLUMN_POWER_A:
    case RAPPORT_COLUMN_POWER_B:
      read_link_level (self, row, link, first ^ (column == RAPPORT_COLUMN_POWER_B), title, cell);
      break;
    case RAPPORT_COLUMN_GIVES_A:
    case RAPPORT_COLUMN_GIVES_B:
      read_link_level (self, row, link, 2 + (first ^ (column == RAPPORT_COLUMN_GIVES_B)), title, cell);
      break;
    case RAPPORT_COLUMN_KINDS_A:
    case RAPPORT_COLUMN_KINDS_B:
      read_link_words (&link->kinds[first ^ (column == RAPPORT_COLUMN_KINDS_B)], "kinds-a", &link->note, title, cell);
      break;
    case RAPPORT_COLUMN_ITEMS_A:
    case RAPPORT_COLUMN_ITEMS_B:
      read_link_words (&link->items[first ^ (column == RAPPORT_COLUMN_ITEMS_B)], "items-a",
                       &link->own_items[first ^ (column == RAPPORT_COLUMN_ITEMS_B)], NULL, cell);
      break;
    case RAPPORT_COLUMN_FAIR_A:
    case RAPPORT_COLUMN_FAIR_B:
      _rapport_list_read_word (&link->fair[first ^ (column == RAPPORT_COLUMN_FAIR_B)], rapport_list_find_link_word ("fair-a", cell),
                 &link->note, title, cell);
      break;
    case RAPPORT_COLUMN_NOTE:
      _rapport_list_add_note (&link->note, NULL, cell);
      break;
    default:
      _rapport_list_add_note (&link->note, *title != '\0' ? title : NULL, cell);
    }
}

/* Returns: (transfer none) (nullable): the link; %NULL where the line was told of. @first: (out): see above */
static RapportListLink *
join (RapportListPlan *self, const RapportListRow *row, const char *from, const char *to, guint *first)
{
  RapportListLink *link;
  const guint before = self->links->len;
  guint a, b;

  if (!_rapport_list_has_letters (from) || !_rapport_list_has_letters (to))
    {
      _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("One of the two who are linked is missing.")));
      return NULL;
    }
  if (!_rapport_list_check_name (self, row, from) || !_rapport_list_check_name (self, row, to))
    return NULL;
  _rapport_list_plan_name (self, row, from, TRUE, &a);
  _rapport_list_plan_name (self, row, to, TRUE, &b);
  if (a == b || (PERSON (self, a)->id != NULL && g_strcmp0 (PERSON (self, a)->id, PERSON (self, b)->id) == 0))
    {
      _rapport_list_plan_remark (self, row, TRUE, g_strdup_printf (_("It links “%s” with itself."), from));
      return NULL;
    }
  link = _rapport_list_plan_join (self, row, a, b);
  if (self->links->len == before)
    _rapport_list_plan_remark (self, row, FALSE,
                               g_strdup_printf (_("Line %u links the same two; both are one link."), link->line));
  *first = first_side (link, a);
  return link;
}

static gboolean
is_not_there (const char *code)
{
  return strcmp (code, "----") == 0;
}

void
_rapport_list_read_link (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
{
  RapportListLink *link;
  guint first;

  if (is_not_there (rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_CODE)))
    {
      _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("Its numbers say that the link is not there.")));
      return;
    }
  link = join (self, row, rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_FROM),
               rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_TO), &first);
  for (guint i = 0; link != NULL && i < row->cells->len; i++)
    {
      const gboolean headed = i < layout->columns->len;

      read_link_cell (self, row, link, first,
                      headed ? g_array_index (layout->columns, RapportListColumn, i) : RAPPORT_COLUMN_NOTE,
                      headed ? g_ptr_array_index (layout->titles, i) : "", g_ptr_array_index (row->cells, i));
    }
}

/* What stands behind a link without headings: its numbers, what it is, or a note. */
static void
read_link_value (RapportListLink *link, guint first, const char *cell)
{
  if (*cell != '\0' && !read_code (link, first, cell))
    read_relation (link, cell);
}

/* "B: funds": what is known behind the last colon belongs to the link. Returns: (transfer full) (nullable) */
static char *
take_label (char *name)
{
  char *colon = strrchr (name, ':');
  g_autofree char *label = colon != NULL ? g_strdup (g_strstrip (colon + 1)) : NULL;
  g_autofree char *relations = label != NULL ? find_relations (label) : NULL;
  int levels[4];

  if (label == NULL || (relations == NULL && !rapport_list_read_code (label, levels)))
    return NULL;
  *colon = '\0';
  g_strchomp (name);
  return g_steal_pointer (&label);
}

void
_rapport_list_read_arrows (RapportListPlan *self, const RapportListRow *row, char **names)
{
  g_autofree char *label = take_label (names[g_strv_length (names) - 1]);

  for (guint i = 0; names[i + 1] != NULL; i++)
    {
      guint first;
      RapportListLink *link = join (self, row, names[i], names[i + 1], &first);

      if (link == NULL)
        return;
      if (label != NULL)
        read_link_value (link, first, label);
      for (guint j = 1; j < row->cells->len; j++)
        read_link_value (link, first, g_ptr_array_index (row->cells, j));
    }
}
