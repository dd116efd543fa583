/* rapport-differences.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-differences.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-codes.h"
#include "rapport-link.h"
#include "rapport-stakeholder.h"

typedef struct
{
  RapportMap *map;
  const RapportLens *lens;
  GHashTable *codes; /* nullable: names are not hidden */
  GPtrArray *differences;
} Search;

static void
difference_free (gpointer data)
{
  RapportDifference *self = data;

  g_object_unref (self->element);
  g_free (self->sentence);
  g_free (self);
}

/* @sentence: (transfer full) */
static void
add (Search *self, RapportElement *element, char *sentence)
{
  RapportDifference *difference = g_new (RapportDifference, 1);

  difference->element = g_object_ref (element);
  difference->sentence = sentence;
  g_ptr_array_add (self->differences, difference);
}

/* --- Who it is about --- */

static const char *
name_of (Search *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (self->map, id);
  const char *label = element != NULL ? rapport_element_get_text (element, "label") : NULL;
  const char *code = self->codes != NULL ? g_hash_table_lookup (self->codes, id) : NULL;

  if (code != NULL)
    return code;
  return label != NULL ? label : _("Unnamed stakeholder");
}

/* Returns: (transfer full): a stakeholder, or both ends of a link */
static char *
name_whole (Search *self, RapportElement *element)
{
  if (!RAPPORT_IS_LINK (element))
    return g_strdup (name_of (self, rapport_element_get_id (element)));
  return g_strdup_printf (_("%s and %s"), name_of (self, rapport_link_get_a (RAPPORT_LINK (element))),
                          name_of (self, rapport_link_get_b (RAPPORT_LINK (element))));
}

/* Returns: (transfer full): whose the field is: of a link, one side's with the other */
static char *
name_subject (Search *self, RapportElement *element, const RapportProperty *field)
{
  gboolean of_a = g_str_has_suffix (field->name, "-a"), of_b = g_str_has_suffix (field->name, "-b");
  const char *a, *b;

  if (!RAPPORT_IS_LINK (element) || (!of_a && !of_b))
    return name_whole (self, element);
  a = name_of (self, rapport_link_get_a (RAPPORT_LINK (element)));
  b = name_of (self, rapport_link_get_b (RAPPORT_LINK (element)));
  /* Translators: one side of a link, and the other. */
  return g_strdup_printf (_("%s, with %s"), of_a ? a : b, of_a ? b : a);
}

/* --- What it was, and is --- */

static const char *
word_of_three (int level)
{
  static const char *const words[] = { N_("none"), N_("a little"), N_("some"), N_("a lot") };

  return g_dgettext (GETTEXT_PACKAGE, words[CLAMP (level, 0, 3)]);
}

static char *
tell_level (RapportElement *element, const RapportProperty *field, int level)
{
  if (level == RAPPORT_LEVEL_DIFFER)
    return g_strdup (_("views differ"));
  if (level < field->min)
    return g_strdup (_("not discussed"));
  if (RAPPORT_IS_LINK (element))
    /* Translators: a word and its number, such as “a little (1)”. */
    return g_strdup_printf (_("%s (%d)"), word_of_three (level), level);
  return g_strdup_printf (_("%d of %d"), level, field->max);
}

static char *
tell_words (const RapportProperty *field, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  GString *text = g_string_new (NULL);

  for (char **word = list; *word != NULL; word++)
    {
      const char *title = *word;

      for (guint i = 0; field->words != NULL && field->words[i].word != NULL; i++)
        if (strcmp (field->words[i].word, *word) == 0)
          title = g_dgettext (GETTEXT_PACKAGE, field->words[i].title);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title);
    }
  return g_string_free (text, FALSE);
}

/* @value: (nullable). Returns: (transfer full) (nullable): %NULL where it takes more than a word to say it */
static char *
tell (RapportElement *element, const RapportProperty *field, GVariant *value)
{
  if (field->kind == RAPPORT_KIND_LEVEL)
    return tell_level (element, field, value != NULL ? g_variant_get_int16 (value) : RAPPORT_LEVEL_UNSET);
  if (field->kind != RAPPORT_KIND_WORD && field->kind != RAPPORT_KIND_WORDS)
    return NULL;
  return value != NULL ? tell_words (field, g_variant_get_string (value, NULL)) : g_strdup (_("not said"));
}

static gboolean
is_same (GVariant *one, GVariant *other)
{
  return one == other || (one != NULL && other != NULL && g_variant_equal (one, other));
}

static void
compare_field (Search *self, RapportElement *element, const RapportProperty *field, const RapportReading *one,
               const RapportReading *other)
{
  g_autoptr (GVariant) old = rapport_reading_get (one, field);
  g_autoptr (GVariant) new = rapport_reading_get (other, field);
  g_autofree char *who = NULL, *was = NULL, *is = NULL;
  const char *title = g_dgettext (GETTEXT_PACKAGE, field->title);

  if (is_same (old, new))
    return;
  who = name_subject (self, element, field);
  was = tell (element, field, old);
  is = tell (element, field, new);
  if (g_strcmp0 (was, is) == 0)
    {
      if (was == NULL)
        /* Translators: somebody's name, and what differs, such as “Also given”. */
        add (self, element, g_strdup_printf (_("%s. %s: differs"), who, title));
      return;
    }
  if (rapport_lens_get_compare_phase (self->lens) != NULL)
    /* Translators: somebody's name, what differs, and what it was and becomes. */
    add (self, element, g_strdup_printf (_("%s. %s: was %s, becomes %s"), who, title, was, is));
  else
    add (self, element, g_strdup_printf (_("%s. %s: one view says %s, the other %s"), who, title, was, is));
}

static void
compare (Search *self, RapportElement *element)
{
  g_autoptr (RapportReading) one = rapport_lens_read (self->lens, element);
  g_autoptr (RapportReading) other = rapport_lens_read_compare (self->lens, element);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  g_autofree char *who = name_whole (self, element);

  if (one == NULL && other == NULL)
    return;
  if (one == NULL || other == NULL)
    {
      add (self, element, g_strdup_printf (one == NULL ? _("%s: new") : _("%s: not there any more"), who));
      return;
    }
  for (guint i = 0; i < kind->n_properties; i++)
    compare_field (self, element, &kind->properties[i], one, other);
}

/**
 * rapport_differences_list:
 * @lens: one that compares; what it is set to first is told as what was
 *
 * What differs between two times or two views, in the order of the map: first stakeholders, then links. Nothing is
 * weighed or added up; who counts the lines learns how much was said, not how good it is.
 *
 * Returns: (transfer full) (element-type RapportDifference): empty where the lens compares nothing
 */
GPtrArray *
rapport_differences_list (RapportMap *map, const RapportLens *lens)
{
  static const RapportList lists[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS };
  Search self = { map, lens, NULL, g_ptr_array_new_with_free_func (difference_free) };

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && lens != NULL, self.differences);
  if (!rapport_lens_is_comparing (lens))
    return self.differences;
  if (rapport_lens_hides_names (lens))
    self.codes = rapport_codes_new (map);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, lists[i])); iter != NULL;
         iter = rapport_element_list_next (iter))
      compare (&self, g_sequence_get (iter));
  g_clear_pointer (&self.codes, g_hash_table_unref);
  return self.differences;
}
