/* rapport-list-cell.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cell of a list says goes into a field of a person or of a link, or into a note.
 */
#include "rapport-list-reader-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-text.h"

/* Letters: longer than that is not a name but a paragraph. */
#define LONGEST_NAME 200

#define BULLET "^(?:[-*•·–‣◦]\\s+|[0-9]{1,3}[.)]\\s+)"

/* Without the sign or number that a word processor put before it. Returns: (transfer full) */
char *
_rapport_list_strip_bullet (const char *text)
{
  static GRegex *bullet = NULL;

  if (g_once_init_enter (&bullet))
    g_once_init_leave (&bullet, g_regex_new (BULLET, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_literal (bullet, text, -1, 0, "", 0, NULL);
}

gboolean
_rapport_list_has_letters (const char *text)
{
  g_autofree char *folded = rapport_list_fold (text);

  return *folded != '\0';
}

void
_rapport_list_set_once (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

/* @words: (inout) (nullable): with blanks between them, each once */
void
_rapport_list_add_word (char **words, const char *word)
{
  g_autofree char *before = *words;

  *words = rapport_words_add (before != NULL ? before : "", word);
}

/* @title: (nullable): what the text is about */
void
_rapport_list_add_note (char **note, const char *title, const char *text)
{
  g_autofree char *before = *text != '\0' ? *note : NULL;

  if (*text == '\0')
    return;
  *note = g_strdup_printf ("%s%s%s%s%s", before != NULL ? before : "", before != NULL ? "\n" : "",
                           title != NULL ? title : "", title != NULL ? ": " : "", text);
}

/* A word of the map's, or else a note. */
void
_rapport_list_read_word (char **field, const char *found, char **note, const char *title, const char *cell)
{
  if (found != NULL)
    _rapport_list_set_once (field, found);
  else
    _rapport_list_add_note (note, title, cell);
}

/* Returns: whether @name can be one; else the line was told of */
gboolean
_rapport_list_check_name (RapportListPlan *self, const RapportListRow *row, const char *name)
{
  if (!_rapport_list_has_letters (name))
    _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("There is no name in it.")));
  else if (g_utf8_strlen (name, -1) > LONGEST_NAME)
    _rapport_list_plan_remark (self, row, TRUE, g_strdup (_("It is too long to be a name.")));
  else
    return TRUE;
  return FALSE;
}
