/* rapport-list-reader.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a list become people and links of a plan. Whatever is not understood is told with its line, or goes
 * into a note.
 */
#include "rapport-list-layout.h"
#include "rapport-list-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-text.h"

/* Letters: longer than that is not a name but a paragraph. */
#define LONGEST_NAME 200
#define LONGEST_SECTOR 60
/* Sectors that the map has not yet; with more, the column was something else. */
#define MOST_NEW_SECTORS 6

/* Between two names. Hyphens within words are none of these. */
#define ARROW "\\s*(<?[-–—−=]+>|<[-–—−=]+|→|⟶|⇒|➔|↔|⇄|←)\\s*"
#define BULLET "^(?:[-*•·–‣◦]\\s+|[0-9]{1,3}[.)]\\s+)"

static gboolean
has_letters (const char *text)
{
  g_autofree char *folded = rapport_list_fold (text);

  return *folded != '\0';
}

static void
set_once (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

/* @words: (inout) (nullable): with blanks between them, each once */
static void
add_word (char **words, const char *word)
{
  g_autofree char *before = *words;

  *words = rapport_words_add (before != NULL ? before : "", word);
}

/* @title: (nullable): what the text is about */
static void
add_note (char **note, const char *title, const char *text)
{
  g_autofree char *before = *text != '\0' ? *note : NULL;

  if (*text == '\0')
    return;
  *note = g_strdup_printf ("%s%s%s%s%s", before != NULL ? before : "", before != NULL ? "\n" : "",
                           title != NULL ? title : "", title != NULL ? ": " : "", text);
}

/* Without the sign or number that a word processor put before it. Returns: (transfer full) */
static char *
strip_bullet (const char *text)
{
  static GRegex *bullet = NULL;

  if (g_once_init_enter (&bullet))
    g_once_init_leave (&bullet, g_regex_new (BULLET, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_literal (bullet, text, -1, 0, "", 0, NULL);
}

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

/* --- People ----------------------------------------------------------------------------------------------------- */

static guint
count_new_sectors (RapportListPlan *self, const char *and)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (names, rapport_list_fold (and));
  for (guint i = 0; i < self->people->len; i++)
    if (PERSON (self, i)->new_sector != NULL)
      g_hash_table_add (names, rapport_list_fold (PERSON (self, i)->new_sector));
  return g_hash_table_size (names);
}

static void
read_sector (RapportListPlan *self, const RapportListRow *row, RapportListPerson *person, const char *cell)
{
  const char *sector;

  if (!has_letters (cell) || person->sector != NULL || person->new_sector != NULL)
    return;
  sector = rapport_list_find_sector (self->map, cell);
  if (sector != NULL)
    person->sector = g_strdup (sector);
  else if (g_utf8_strlen (cell, -1) <= LONGEST_SECTOR && count_new_sectors (self, cell) <= MOST_NEW_SECTORS)
    person->new_sector = g_strdup (cell);
  else
    {
      add_note (&person->note, _("Sector"), cell);
      _rapport_list_plan_remark (self, row, FALSE,
                                 g_strdup_printf (_("“%s” does not look like a sector; it goes into a note."), cell));
    }
}

static void
read_type (RapportListPlan *self, RapportListPerson *person, const char *title, const char *cell)
{
  const char *sector = rapport_list_find_sector (self->map, cell);
  const char *kind = rapport_list_find_kind (cell);

  if (sector != NULL && person->sector == NULL)
    person->sector = g_strdup (sector);
  else if (kind != NULL)
    set_once (&person->kind, kind);
  else
    add_note (&person->note, title, cell);
}

static void
read_person_level (RapportListPlan *self, const RapportListRow *row, const char *title, const char *cell, int *level)
{
  int read;

  if (!rapport_list_read_level (cell, 5, &read))
    _rapport_list_plan_remark (self, row, FALSE,
                               g_strdup_printf (_("“%s” is no number from 0 to 5, so %s is left open."), cell, title));
  else if (*level == RAPPORT_LEVEL_UNSET)
    *level = read;
}

/* A word of the map's, or else a note. */
static void
read_word (char **field, const char *found, char **note, const char *title, const char *cell)
{
  if (found != NULL)
    set_once (field, found);
  else
    add_note (note, title, cell);
}

static void
read_spans (RapportListPlan *self, RapportListPerson *person, const char *title, const char *cell)
{
  g_auto (GStrv) words = g_strsplit_set (cell, " ,;/", -1);
  g_autofree char *spans = NULL;

  for (char **word = words; *word != NULL; word++)
    {
      const char *sector = **word != '\0' ? rapport_list_find_sector (self->map, *word) : NULL;

      if (**word != '\0' && sector == NULL)
        {
          add_note (&person->note, title, cell);
          return;
        }
      if (sector != NULL)
        add_word (&spans, sector);
    }
  set_once (&person->spans, spans);
}

static void
read_person_cell (RapportListPlan *self, const RapportListRow *row, RapportListPerson *person,
                  RapportListColumn column, const char *title, const char *cell)
{
  if (*cell == '\0')
    return;
  switch (column)
    {
    case RAPPORT_COLUMN_SHORT:
      set_once (&person->short_name, cell);
      break;
    case RAPPORT_COLUMN_SECTOR:
      read_sector (self, row, person, cell);
      break;
    case RAPPORT_COLUMN_TYPE:
      read_type (self, person, title, cell);
      break;
    case RAPPORT_COLUMN_KIND:
      read_word (&person->kind, rapport_list_find_kind (cell), &person->note, title, cell);
      break;
    case RAPPORT_COLUMN_RING:
      read_word (&person->ring, rapport_list_find_ring (cell), &person->note, title, cell);
      break;
    case RAPPORT_COLUMN_INFLUENCE:
      read_person_level (self, row, title, cell, &person->influence);
      break;
    case RAPPORT_COLUMN_STAKE:
      read_person_level (self, row, title, cell, &person->stake);
      break;
    case RAPPORT_COLUMN_SPANS:
      read_spans (self, person, title, cell);
      break;
    case RAPPORT_COLUMN_ID:
    case RAPPORT_COLUMN_NAME:
      break;
    case RAPPORT_COLUMN_NOTE:
      add_note (&person->note, NULL, cell);
      break;
    default:
      add_note (&person->note, *title != '\0' ? title : NULL, cell);
    }
}

/* What a cell without a heading is, it has to say itself. */
static RapportListColumn
guess_column (RapportListPlan *self, const RapportListPerson *person, const char *cell)
{
  int level;

  if (person->sector == NULL && rapport_list_find_sector (self->map, cell) != NULL)
    return RAPPORT_COLUMN_SECTOR;
  if (person->ring == NULL && rapport_list_find_ring (cell) != NULL)
    return RAPPORT_COLUMN_RING;
  if (person->kind == NULL && rapport_list_find_kind (cell) != NULL)
    return RAPPORT_COLUMN_KIND;
  if (person->influence == RAPPORT_LEVEL_UNSET && rapport_list_read_level (cell, 5, &level))
    return RAPPORT_COLUMN_INFLUENCE;
  return RAPPORT_COLUMN_NOTE;
}

/* Returns: whether @name can be one; else the line was told of */
static gboolean
check_name (RapportListPlan *self, const RapportListRow *row, const char *name)
{
  if (!has_letters (name))
    _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("There is no name in it.")));
  else if (g_utf8_strlen (name, -1) > LONGEST_NAME)
    _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("It is too long to be a name.")));
  else
    return TRUE;
  return FALSE;
}

/* A row of its own for somebody. Returns: (transfer none) (nullable) */
static RapportListPerson *
name_person (RapportListPlan *self, const RapportListRow *row, const char *name, const char *key)
{
  RapportListPerson *person;
  guint place;
  const guint before = self->people->len;

  if (!check_name (self, row, name))
    return NULL;
  person = _rapport_list_plan_name (self, row, name, FALSE, &place);
  if (self->people->len == before)
    _rapport_list_plan_remark (self, row, FALSE,
                               g_strdup_printf (_("“%s” is in line %u already; both are one."), person->name,
                                                person->line));
  set_once (&person->key, key);
  _rapport_list_plan_call (self, key, place);
  return person;
}

/* A shared structure is a kind and stands across the sectors; one says the other. */
static void
settle_structure (RapportListPerson *person)
{
  if (g_strcmp0 (person->sector, "across") == 0)
    set_once (&person->kind, "structure");
  if (g_strcmp0 (person->kind, "structure") == 0 && person->new_sector == NULL)
    set_once (&person->sector, "across");
}

static void
read_person (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
{
  const char *name = rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_NAME);
  RapportListPerson *person
    = name_person (self, row, name, rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_ID));

  if (person == NULL)
    return;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const gboolean headed = i < layout->columns->len;

      read_person_cell (self, row, person,
                        headed ? g_array_index (layout->columns, RapportListColumn, i) : RAPPORT_COLUMN_NOTE,
                        headed ? g_ptr_array_index (layout->titles, i) : "", g_ptr_array_index (row->cells, i));
    }
  settle_structure (person);
}

static void
read_person_without_headings (RapportListPlan *self, const RapportListRow *row)
{
  g_autofree char *name = strip_bullet (g_ptr_array_index (row->cells, 0));
  RapportListPerson *person = name_person (self, row, name, "");

  for (guint i = 1; person != NULL && i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);

      if (*cell != '\0')
        read_person_cell (self, row, person, guess_column (self, person, cell), _("influence"), cell);
    }
  if (person != NULL)
    settle_structure (person);
}

/* --- Links ------------------------------------------------------------------------------------------------------ */

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
      add_word (&found, word);
    }
  return g_steal_pointer (&found);
}

static void
read_relation (RapportListLink *link, const char *cell)
{
  g_autofree char *relations = find_relations (cell);
  g_auto (GStrv) words = g_strsplit (relations != NULL ? relations : "", " ", -1);

  if (relations == NULL)
    add_note (&link->note, NULL, cell);
  for (char **word = words; *word != NULL; word++)
    add_word (&link->relation, *word);
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
      add_word (field, whole);
      return TRUE;
    }
  for (char **word = words; *word != NULL; word++)
    if (rapport_list_find_link_word (property, *word) == NULL)
      return FALSE;
  for (char **word = words; *word != NULL; word++)
    add_word (field, rapport_list_find_link_word (property, *word));
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
      add_note (others, title, *part);
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
      read_word (&link->fair[first ^ (column == RAPPORT_COLUMN_FAIR_B)], rapport_list_find_link_word ("fair-a", cell),
                 &link->note, title, cell);
      break;
    case RAPPORT_COLUMN_NOTE:
      add_note (&link->note, NULL, cell);
      break;
    default:
      add_note (&link->note, *title != '\0' ? title : NULL, cell);
    }
}

/* Returns: (transfer none) (nullable): the link; %NULL where the line was told of. @first: (out): see above */
static RapportListLink *
join (RapportListPlan *self, const RapportListRow *row, const char *from, const char *to, guint *first)
{
  RapportListLink *link;
  const guint before = self->links->len;
  guint a, b;

  if (!has_letters (from) || !has_letters (to))
    {
      _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("One of the two who are linked is missing.")));
      return NULL;
    }
  if (!check_name (self, row, from) || !check_name (self, row, to))
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

static void
read_link (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
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

static void
read_arrows (RapportListPlan *self, const RapportListRow *row, char **names)
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

/* --- Rows ------------------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): where the row is a line with an arrow. The map may have such names. */
static char **
find_arrows (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
{
  const char *cell = layout == NULL ? g_ptr_array_index (row->cells, 0)
                                    : rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_NAME);
  g_autofree char *text = strip_bullet (cell);

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
    read_arrows (self, row, arrows);
  else if (layout == NULL)
    read_person_without_headings (self, row);
  else if (layout->links)
    read_link (self, layout, row);
  else
    read_person (self, layout, row);
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
