/* rapport-list-read-people.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list becomes somebody of the plan. Whatever is not understood goes into a note, or is told with its line.
 */
#include "rapport-list-reader-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters. */
#define LONGEST_SECTOR 60
/* Sectors that the map has not yet; with more, the column was something else. */
#define MOST_NEW_SECTORS 6

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

static gboolean
has_sector (const RapportListPerson *person)
{
  return person->sector != NULL || person->new_sector != NULL;
}

/* Whether @cell, which means @sector where that is not %NULL, says again what is known. */
static gboolean
says_same_sector (const RapportListPerson *person, const char *sector, const char *cell)
{
  g_autofree char *known = rapport_list_fold (person->new_sector != NULL ? person->new_sector : "");
  g_autofree char *folded = rapport_list_fold (cell);

  return sector != NULL ? g_strcmp0 (person->sector, sector) == 0 : strcmp (known, folded) == 0;
}

/* The first that is said counts; another one is not lost. */
static void
read_sector (RapportListPlan *self, const RapportListRow *row, RapportListPerson *person, const char *cell)
{
  const char *sector;

  if (!_rapport_list_has_letters (cell))
    return;
  sector = rapport_list_find_sector (self->map, cell);
  if (has_sector (person))
    {
      if (!says_same_sector (person, sector, cell))
        _rapport_list_add_note (&person->note, _("Sector"), cell);
    }
  else if (sector != NULL)
    person->sector = g_strdup (sector);
  else if (g_utf8_strlen (cell, -1) <= LONGEST_SECTOR && count_new_sectors (self, cell) <= MOST_NEW_SECTORS)
    person->new_sector = g_strdup (cell);
  else
    {
      _rapport_list_add_note (&person->note, _("Sector"), cell);
      _rapport_list_plan_remark (self, row, FALSE,
                                 g_strdup_printf (_("“%s” does not look like a sector; it goes into a note."), cell));
    }
}

static void
read_type (RapportListPlan *self, RapportListPerson *person, const char *title, const char *cell)
{
  const char *sector = rapport_list_find_sector (self->map, cell);
  const char *kind = rapport_list_find_kind (cell);

  if (sector != NULL && !has_sector (person))
    person->sector = g_strdup (sector);
  else if (sector != NULL && says_same_sector (person, sector, cell))
    return;
  else if (kind != NULL)
    _rapport_list_set_once (&person->kind, kind);
  else
    _rapport_list_add_note (&person->note, title, cell);
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
          _rapport_list_add_note (&person->note, title, cell);
          return;
        }
      if (sector != NULL)
        _rapport_list_add_word (&spans, sector);
    }
  _rapport_list_set_once (&person->spans, spans);
}

static void
read_other_name (RapportListPerson *person, const char *title, const char *cell)
{
  if (!_rapport_list_has_letters (cell) || strcmp (cell, person->name) == 0)
    return;
  if (person->other_name == NULL)
    person->other_name = g_strdup (cell);
  else if (strcmp (person->other_name, cell) != 0)
    _rapport_list_add_note (&person->note, title, cell);
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
      _rapport_list_set_once (&person->short_name, cell);
      break;
    case RAPPORT_COLUMN_OTHER_NAME:
      read_other_name (person, title, cell);
      break;
    case RAPPORT_COLUMN_SECTOR:
      read_sector (self, row, person, cell);
      break;
    case RAPPORT_COLUMN_TYPE:
      read_type (self, person, title, cell);
      break;
    case RAPPORT_COLUMN_KIND:
      _rapport_list_read_word (&person->kind, rapport_list_find_kind (cell), &person->note, title, cell);
      break;
    case RAPPORT_COLUMN_RING:
      _rapport_list_read_word (&person->ring, rapport_list_find_ring (cell), &person->note, title, cell);
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
      _rapport_list_add_note (&person->note, NULL, cell);
      break;
    default:
      _rapport_list_add_note (&person->note, *title != '\0' ? title : NULL, cell);
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

/* A row of its own for somebody. @place: (out): in the list of people. Returns: (transfer none) (nullable) */
static RapportListPerson *
name_person (RapportListPlan *self, const RapportListRow *row, const char *name, const char *key, guint *place)
{
  RapportListPerson *person;
  const guint before = self->people->len;

  if (!_rapport_list_check_name (self, row, name))
    return NULL;
  person = _rapport_list_plan_name (self, row, name, FALSE, place);
  if (self->people->len == before)
    _rapport_list_plan_remark (self, row, FALSE,
                               g_strdup_printf (_("“%s” is in line %u already; both are one."), person->name,
                                                person->line));
  _rapport_list_set_once (&person->key, key);
  _rapport_list_plan_call (self, key, *place);
  return person;
}

/* A shared structure is a kind and stands across the sectors; one says the other. */
static void
settle_structure (RapportListPerson *person)
{
  if (g_strcmp0 (person->sector, "across") == 0)
    _rapport_list_set_once (&person->kind, "structure");
  if (g_strcmp0 (person->kind, "structure") == 0 && person->new_sector == NULL)
    _rapport_list_set_once (&person->sector, "across");
}

void
_rapport_list_read_person (RapportListPlan *self, const RapportListLayout *layout, const RapportListRow *row)
{
  const char *name = rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_NAME);
  const char *other = rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_OTHER_NAME);
  const char *key = rapport_list_layout_peek (layout, row, RAPPORT_COLUMN_ID);
  RapportListPerson *person;
  guint place;

  /* Somebody may have a name in one of the two languages alone. */
  person = name_person (self, row, *name != '\0' ? name : other, key, &place);
  if (person == NULL)
    return;
  _rapport_list_plan_call (self, other, place);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const gboolean headed = i < layout->columns->len;

      read_person_cell (self, row, person,
                        headed ? g_array_index (layout->columns, RapportListColumn, i) : RAPPORT_COLUMN_NOTE,
                        headed ? g_ptr_array_index (layout->titles, i) : "", g_ptr_array_index (row->cells, i));
    }
  settle_structure (person);
}

void
_rapport_list_read_person_without_headings (RapportListPlan *self, const RapportListRow *row)
{
  g_autofree char *name = _rapport_list_strip_bullet (g_ptr_array_index (row->cells, 0));
  guint place;
  RapportListPerson *person = name_person (self, row, name, "", &place);

  for (guint i = 1; person != NULL && i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);

      if (*cell != '\0')
        read_person_cell (self, row, person, guess_column (self, person, cell), _("influence"), cell);
    }
  if (person != NULL)
    settle_structure (person);
}
