/* rapport-sharing-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves in a sharing copy and what stays, in sentences, and what to look at before it does.
 */
#include "rapport-sharing-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-note.h"

/* Letters on either side of a name, so that one sees which sentence is meant. */
#define ROUND_A_NAME 30

static guint
count (RapportMap *map, RapportList list)
{
  return rapport_element_list_get_length (rapport_map_get_list (map, list));
}

static void
say (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

/* What there is to say of @n things, if anything. po/meson.build names this function and say_difference, so that the two
 * forms of a word are one entry there, and every other language can have as many as it needs. */
static void
say_count (GPtrArray *sentences, guint n, const char *one, const char *many)
{
  g_autofree char *number = NULL;

  if (n == 0)
    return;
  number = g_strdup_printf ("%u", n);
  say (sentences, g_strdup_printf ("%s %s", number, g_dngettext (GETTEXT_PACKAGE, one, many, n)));
}

/* --- Notes ------------------------------------------------------------------------------------------------------ */

static guint
count_records (RapportElement *element, const char *property)
{
  GVariant *records = rapport_element_find_property (element, property) != NULL
                        ? rapport_element_get_records (element, property) : NULL;

  return records != NULL ? (guint) g_variant_n_children (records) : 0;
}

static guint
count_notes (RapportMap *map)
{
  guint n = count_records (RAPPORT_ELEMENT (map), "note");

  for (RapportList list = 0; list < RAPPORT_N_LISTS; list++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
         iter = rapport_element_list_next (iter))
      n += count_records (g_sequence_get (iter), "note");
  return n;
}

static gboolean
has_text (RapportElement *element, const char *property)
{
  const char *text = rapport_element_find_property (element, property) != NULL
                       ? rapport_element_get_text (element, property) : NULL;

  return text != NULL && *text != '\0';
}

/* What people said of themselves, which has no level. */
static guint
count_own_words (RapportMap *map)
{
  static const char *const properties[] = { "own-words", "brings-in", "holds-back" };
  guint n = 0;

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
      n += has_text (g_sequence_get (iter), properties[i]);
  return n;
}

/* --- What leaves ------------------------------------------------------------------------------------------------ */

static guint
count_coded (Sharing *self)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->codes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += g_hash_table_contains (self->ids, id);
  return n;
}

static void
say_frame (GPtrArray *leaves, RapportMap *map)
{
  static const struct
  {
    const char *property;
    const char *name;
  } frame[] = {
    { "title", N_("the title") },
    { "question", N_("the question") },
    { "boundary", N_("the boundary") },
    { "ground-rules", N_("the ground rules") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    if (has_text (RAPPORT_ELEMENT (map), frame[i].property))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              g_dgettext (GETTEXT_PACKAGE, frame[i].name));
  if (list->len > 0)
    /* Translators: a list such as "the title, the question". */
    say (leaves, g_strdup_printf (_("What the map says of itself: %s"), list->str));
}

static void
say_names (GPtrArray *leaves, RapportMap *map, RapportList list)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const char *name = rapport_element_get_text (g_sequence_get (iter), "name");

      if (name != NULL && *name != '\0')
        say (leaves, list == RAPPORT_LIST_PHASES ? g_strdup_printf (_("The time “%s”"), name)
                                                 : g_strdup_printf (_("The view “%s”"), name));
    }
}

static void
say_what_leaves (Sharing *self)
{
  RapportMap *map = self->copy->map;
  GPtrArray *leaves = self->copy->leaves;
  const guint coded = count_coded (self);

  say_frame (leaves, map);
  say_names (leaves, map, RAPPORT_LIST_PHASES);
  say_names (leaves, map, RAPPORT_LIST_PERSPECTIVES);
  say_count (leaves, count (map, RAPPORT_LIST_STAKEHOLDERS) - coded, "stakeholder by name",
             "stakeholders by name");
  say_count (leaves, coded, "stakeholder by a code", "stakeholders by a code");
  say_count (leaves, count (map, RAPPORT_LIST_LINKS), "link, and how it was judged",
             "links, and how they were judged");
  say_count (leaves, count_notes (map), "note for the room", "notes for the room");
  say_count (leaves, count (map, RAPPORT_LIST_MARKS), "tension for the room, with its evidence",
             "tensions for the room, with their evidence");
  say_count (leaves, count (map, RAPPORT_LIST_RESPONSES), "response for the room", "responses for the room");
  say_count (leaves, count (map, RAPPORT_LIST_FUNCTIONS), "line of who leads on what",
             "lines of who leads on what");
  say_count (leaves, count (map, RAPPORT_LIST_TERMS), "word that you use", "words that you use");
}

/* --- What stays ------------------------------------------------------------------------------------------------- */

static void
say_difference (Sharing *self, RapportList list, const char *one, const char *many)
{
  say_count (self->copy->stays, count (self->map, list) - count (self->copy->map, list), one, many);
}

static void
say_what_stays (Sharing *self)
{
  GPtrArray *stays = self->copy->stays;

  say_count (stays, count_notes (self->map) - count_notes (self->copy->map), "note that is not for the room",
             "notes that are not for the room");
  say_difference (self, RAPPORT_LIST_MARKS, "tension that is not for the room or not of this time",
                  "tensions that are not for the room or not of this time");
  say_difference (self, RAPPORT_LIST_RESPONSES, "response that is not for the room",
                  "responses that are not for the room");
  say_count (stays, count_own_words (self->map), "line of what somebody brings or what holds them back",
             "lines of what people bring or what holds them back");
  say_difference (self, RAPPORT_LIST_PHASES, "other time", "other times");
  say_difference (self, RAPPORT_LIST_PERSPECTIVES, "view that is not on show", "views that are not on show");
  say_difference (self, RAPPORT_LIST_STAKEHOLDERS, "stakeholder who is not in the picture",
                  "stakeholders who are not in the picture");
  say_difference (self, RAPPORT_LIST_STEPS, "step for presenting", "steps for presenting");
  say (stays, g_strdup (_("How the map was made, and where it is kept")));
}

/* --- What to look at first -------------------------------------------------------------------------------------- */

static void
warn_of_small_view (Sharing *self, const char *id)
{
  RapportElement *view = rapport_map_lookup (self->map, id);

  if (view == NULL || g_hash_table_contains (self->perspectives, id))
    return;
  say (self->copy->warnings,
       g_strdup_printf (_("The view “%s” stays: it is not known to be of %d people or more, and fewer could be told apart."),
                        rapport_element_get_text (view, "name"), RAPPORT_SHARING_LEAST_PEOPLE));
}

/* Whether nobody but @stakeholder leaves in that sector. */
static gboolean
is_alone (Sharing *self, RapportElement *stakeholder)
{
  const char *sector = rapport_element_get_text (stakeholder, "sector");

  for (GSequenceIter *iter
       = rapport_element_list_first (rapport_map_get_list (self->map, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *other = g_sequence_get (iter);

      if (other != stakeholder && g_hash_table_contains (self->ids, rapport_element_get_id (other))
          && g_strcmp0 (rapport_element_get_text (other, "sector"), sector) == 0)
        return FALSE;
    }
  return sector != NULL;
}

static void
warn_of_lonely_code (Sharing *self, RapportElement *stakeholder, const char *code)
{
  if (is_alone (self, stakeholder))
    say (self->copy->warnings,
         g_strdup_printf (_("“%s” is the only one of its sector, so a code may not hide who it is."), code));
}

static gboolean
is_letter_at (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* Returns: (nullable): where @name stands in @text as a word or words of its own; both are folded */
static const char *
find_name (const char *text, const char *name)
{
  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    {
      const char *end = at + strlen (name);

      if ((at == text || !is_letter_at (g_utf8_prev_char (at))) && (*end == '\0' || !is_letter_at (end)))
        return at;
    }
  return NULL;
}

/* Returns: (transfer full): a few words round the place of a name, on one line */
static char *
cut_round (const char *text, glong at, glong length)
{
  const glong all = g_utf8_strlen (text, -1);
  /* Folding may change how many letters there are. */
  const glong from = CLAMP (at - ROUND_A_NAME, 0, all);
  const glong to = CLAMP (at + length + ROUND_A_NAME, from, all);
  g_autofree char *part = g_utf8_substring (text, from, to);
  g_autofree char *line = g_strdelimit (g_steal_pointer (&part), "\n\t", ' ');

  return g_strdup_printf ("%s%s%s", from > 0 ? "…" : "", g_strstrip (line),
                          to < all ? "…" : "");
}

static void
warn_of_name_in_text (Sharing *self, const char *name, const char *text)
{
  g_autofree char *folded_name = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *part = NULL;
  const char *found;

  if (name == NULL || *name == '\0' || text == NULL)
    return;
  folded_name = g_utf8_strdown (name, -1);
  folded = g_utf8_strdown (text, -1);
  found = find_name (folded, folded_name);
  if (found == NULL)
    return;
  part = cut_round (text, g_utf8_pointer_to_offset (folded, found), g_utf8_strlen (name, -1));
  say (self->copy->warnings, g_strdup_printf (_("“%s” still stands in “%s”"), name, part));
}

static void
warn_of_name_in_records (Sharing *self, const char *name, GVariant *records)
{
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      gsize n;
      g_autofree const char **cells = g_variant_get_strv (record, &n);

      /* Behind the text stands what a file said beside it. */
      if (n > 1)
        warn_of_name_in_text (self, name, cells[n - 2]);
    }
}

static void
warn_of_name_in (Sharing *self, const char *name, RapportElement *element)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n; i++)
    if (properties[i].kind == RAPPORT_KIND_TEXT)
      warn_of_name_in_text (self, name, rapport_element_get_text (element, properties[i].name));
    else if (properties[i].kind == RAPPORT_KIND_RECORDS)
      warn_of_name_in_records (self, name, rapport_element_get_records (element, properties[i].name));
}

static void
warn_of_name (Sharing *self, const char *name)
{
  RapportMap *map = self->copy->map;

  warn_of_name_in (self, name, RAPPORT_ELEMENT (map));
  for (RapportList list = 0; list < RAPPORT_N_LISTS; list++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
         iter = rapport_element_list_next (iter))
      warn_of_name_in (self, name, g_sequence_get (iter));
}

/* Every name that a code stands for, wherever it is: one who is not in the picture may be in a note. */
static void
warn_of_codes (Sharing *self)
{
  for (GSequenceIter *iter
       = rapport_element_list_first (rapport_map_get_list (self->map, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *stakeholder = g_sequence_get (iter);
      const char *id = rapport_element_get_id (stakeholder);
      const char *code = g_hash_table_lookup (self->codes, id);

      if (code == NULL)
        continue;
      if (g_hash_table_contains (self->ids, id))
        warn_of_lonely_code (self, stakeholder, code);
      warn_of_name (self, rapport_element_get_text (stakeholder, "label"));
      warn_of_name (self, rapport_element_get_text (stakeholder, "short"));
      warn_of_name (self, rapport_element_get_text (stakeholder, "other-label"));
    }
}

void
_rapport_sharing_describe (Sharing *self)
{
  say_what_leaves (self);
  say_what_stays (self);
  warn_of_small_view (self, rapport_lens_get_perspective (self->lens));
  warn_of_small_view (self, rapport_lens_get_compare_perspective (self->lens));
  warn_of_codes (self);
}
