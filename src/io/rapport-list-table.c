/* rapport-list-table.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-table.h"

#include <string.h>

#include "rapport-text.h"

struct _RapportListTable
{
  GPtrArray *rows; /* owned, of RapportListRow */
};

static void
row_free (gpointer data)
{
  RapportListRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row->text);
  g_free (row);
}

static RapportListRow *
row_new (guint line, gboolean gap, gboolean divided)
{
  RapportListRow *row = g_new0 (RapportListRow, 1);

  row->line = line;
  row->gap = gap;
  row->divided = divided;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  return row;
}

/* --- Cells ------------------------------------------------------------------------------------------------------ */

/* Line ends of all systems become one. Returns: (transfer full): clean text without a byte order mark */
static char *
normalise (const char *text)
{
  g_autofree char *clean = rapport_text_from_user (text, -1);
  const char *from = g_str_has_prefix (clean, "\xEF\xBB\xBF") ? clean + 3 : clean;
  GString *out = g_string_sized_new (strlen (from));

  for (; *from != '\0'; from++)
    if (*from != '\r')
      g_string_append_c (out, *from);
    else if (from[1] != '\n')
      g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/* @at: behind a quote. Returns: (nullable): the quote that closes the cell, where there is one */
static const char *
find_closing_quote (const char *at)
{
  for (at = strchr (at, '"'); at != NULL; at = strchr (at + 2, '"'))
    if (at[1] != '"')
      return at;
  return NULL;
}

static void
append_unquoted (GString *cell, const char *from, const char *end)
{
  for (; from < end; from++)
    {
      g_string_append_c (cell, *from);
      if (*from == '"')
        from++;
    }
}

/* A quote that nothing closes is a letter like any other. @at: (inout): afterwards what ended the cell */
static char *
take_cell (const char **at, char divider)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *at;
  const char *close;

  while (*p == ' ')
    p++;
  close = *p == '"' ? find_closing_quote (p + 1) : NULL;
  if (close != NULL)
    {
      append_unquoted (cell, p + 1, close);
      p = close + 1;
    }
  while (*p != '\0' && *p != '\n' && *p != divider)
    g_string_append_c (cell, *p++);
  *at = p;
  return rapport_text_collapse (cell->str);
}

static char *
take_line (const char **at)
{
  const gsize length = strcspn (*at, "\n");
  g_autofree char *line = g_strndup (*at, length);

  *at += length;
  return rapport_text_collapse (line);
}

/* --- Rows ------------------------------------------------------------------------------------------------------- */

static guint
count_lines (const char *from, const char *end)
{
  guint n = 0;

  for (; from < end; from++)
    n += *from == '\n';
  return n;
}

static void
take_row (RapportListRow *row, const char **at, char divider)
{
  if (divider == RAPPORT_LIST_LINES)
    {
      g_ptr_array_add (row->cells, take_line (at));
      return;
    }
  for (;;)
    {
      g_ptr_array_add (row->cells, take_cell (at, divider));
      if (**at != divider)
        return;
      (*at)++;
    }
}

static gboolean
is_empty (const RapportListRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (*(const char *) g_ptr_array_index (row->cells, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
take_rows (RapportListTable *self, const char *at, char divider)
{
  gboolean gap = TRUE;
  guint line = 1;

  while (*at != '\0')
    {
      const char *start = at;
      RapportListRow *row = row_new (line, gap, divider != RAPPORT_LIST_LINES);

      take_row (row, &at, divider);
      if (*at == '\n')
        at++;
      line += count_lines (start, at);
      gap = is_empty (row);
      if (gap)
        {
          row_free (row);
          continue;
        }
      {
        g_autofree char *raw = g_strndup (start, (gsize) (at - start));

        row->text = rapport_text_collapse (raw);
      }
      g_ptr_array_add (self->rows, row);
    }
}

/**
 * rapport_list_table_new:
 * @text: any text
 *
 * Returns: (transfer full): its rows, without those that are empty
 */
RapportListTable *
rapport_list_table_new (const char *text, RapportListDivider divider)
{
  RapportListTable *self = g_new0 (RapportListTable, 1);
  g_autofree char *plain = normalise (text);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  take_rows (self, plain, (char) divider);
  return self;
}

void
rapport_list_table_free (RapportListTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
rapport_list_table_get_n_rows (const RapportListTable *self)
{
  return self->rows->len;
}

const RapportListRow *
rapport_list_table_get_row (const RapportListTable *self, guint i)
{
  g_return_val_if_fail (i < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, i);
}

/* --- Files ------------------------------------------------------------------------------------------------------ */

static char *
convert (const char *data, gsize size, const char *from)
{
  return g_convert_with_fallback (data, (gssize) size, "UTF-8", from, NULL, NULL, NULL, NULL);
}

/**
 * rapport_list_text_from_bytes:
 * @bytes: of a file as spreadsheets and editors write it
 *
 * Returns: (transfer full): its text: UTF-16 where it begins with its mark, UTF-8 where it is, else what spreadsheets
 *   write in Western Europe
 */
char *
rapport_list_text_from_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size == 0)
    return g_strdup ("");
  if (size >= 2 && (guint8) data[0] == 0xFF && (guint8) data[1] == 0xFE)
    text = convert (data + 2, size - 2, "UTF-16LE");
  else if (size >= 2 && (guint8) data[0] == 0xFE && (guint8) data[1] == 0xFF)
    text = convert (data + 2, size - 2, "UTF-16BE");
  else if (!g_utf8_validate_len (data, size, NULL))
    text = convert (data, size, "WINDOWS-1252");
  return text != NULL ? text : rapport_text_clean (data, (gssize) size);
}
