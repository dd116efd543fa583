/* rapport-change-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-change-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-candidates.h"
#include "rapport-element-words.h"
#include "rapport-level-words.h"
#include "rapport-stakeholder.h"

/* What is out of the map has no ends and no targets to be told by. */
static char *
name (RapportElement *element)
{
  if (rapport_element_get_map (element) != NULL || RAPPORT_IS_MAP (element))
    return rapport_element_words_name (element);
  if (RAPPORT_IS_STAKEHOLDER (element) && rapport_element_get_text (element, "label") != NULL)
    return g_strdup (rapport_element_get_text (element, "label"));
  return g_strdup (rapport_element_words_type (element));
}

static char *
tell_words (RapportElement *element, const RapportProperty *property, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **word = list; *word != NULL; word++)
    {
      g_autofree char *told = g_strdup (*word);

      for (guint i = 0; property->words != NULL && property->words[i].word != NULL; i++)
        if (strcmp (property->words[i].word, *word) == 0)
          {
            g_free (told);
            told = g_strdup (g_dgettext (GETTEXT_PACKAGE, property->words[i].title));
          }
      if (rapport_property_is_reference (property) && rapport_element_get_map (element) != NULL)
        {
          g_free (told);
          told = rapport_candidates_name (rapport_element_get_map (element), *word);
        }
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", told);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @value: (nullable). Returns: (transfer full) */
static char *
tell_value (RapportElement *element, const RapportProperty *property, GVariant *value)
{
  if (value == NULL)
    return g_strdup (property->kind == RAPPORT_KIND_FLAG ? _("no")
                     : property->judged                  ? _("not discussed")
                                                         : _("nothing"));
  switch (property->kind)
    {
    case RAPPORT_KIND_LEVEL:
      return rapport_level_words (property, element, g_variant_get_int16 (value));
    case RAPPORT_KIND_FLAG:
      return g_strdup (_("yes"));
    case RAPPORT_KIND_COUNT:
      return g_strdup_printf ("%d", g_variant_get_int32 (value));
    case RAPPORT_KIND_TEXT:
    case RAPPORT_KIND_DATE:
      return g_variant_dup_string (value, NULL);
    case RAPPORT_KIND_WORD:
    case RAPPORT_KIND_WORDS:
    case RAPPORT_KIND_REFERENCE:
    case RAPPORT_KIND_REFERENCES:
      return tell_words (element, property, g_variant_get_string (value, NULL));
    case RAPPORT_KIND_NUMBER:
    case RAPPORT_KIND_RECORDS:
    default:
      return g_strdup (_("changed"));
    }
}

static char *
tell_set (RapportElement *element, const RapportProperty *property, GVariant *value)
{
  g_autofree char *who = name (element);
  g_autofree char *what = tell_value (element, property, value);

  /* Translators: “Lead university. Influence: 3 of 5” */
  return g_strdup_printf (_("%s. %s: %s"), who, g_dgettext (GETTEXT_PACKAGE, property->title), what);
}

/* Of a reading, the first field that is another one now. */
static char *
tell_reading (const RapportChange *change)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (change->element);
  g_autofree char *who = name (change->element);

  if (change->new_reading == NULL && change->perspective == NULL)
    return g_strdup_printf (_("%s is not there at this time any more"), who);
  if (change->old_reading == NULL && change->perspective == NULL)
    return g_strdup_printf (_("%s is there at this time"), who);
  for (guint i = 0; i < kind->n_properties; i++)
    {
      const RapportProperty *field = &kind->properties[i];
      g_autoptr (GVariant) old
          = change->old_reading != NULL ? rapport_reading_get (change->old_reading, field) : NULL;
      g_autoptr (GVariant) new
          = change->new_reading != NULL ? rapport_reading_get (change->new_reading, field) : NULL;

      if (old != new && (old == NULL || new == NULL || !g_variant_equal (old, new)))
        return tell_set (change->element, field, new);
    }
  return g_steal_pointer (&who);
}

static char *
tell (const RapportChange *change)
{
  g_autofree char *who = NULL;

  if (change->kind == RAPPORT_CHANGE_SET)
    return tell_set (change->element, change->property, change->new_value);
  if (change->kind == RAPPORT_CHANGE_SET_READING)
    return tell_reading (change);
  who = name (change->element);
  return g_strdup_printf (change->kind == RAPPORT_CHANGE_INSERT ? _("Added: %s") : _("Deleted: %s"), who);
}

/* What a person did comes before what followed from it: what came or went is told first. */
static const RapportChange *
find_first (GPtrArray *changes)
{
  for (guint i = changes->len; i-- > 0;)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (change->kind == RAPPORT_CHANGE_INSERT || change->kind == RAPPORT_CHANGE_REMOVE)
        return change;
    }
  return g_ptr_array_index (changes, 0);
}

/* @changes: (element-type RapportChange). Returns: (transfer full) (nullable): %NULL where nothing changed */
char *
rapport_change_words (GPtrArray *changes)
{
  g_autofree char *first = NULL;

  if (changes->len == 0)
    return NULL;
  first = tell (find_first (changes));
  if (changes->len == 1)
    return g_steal_pointer (&first);
  /* Translators: %s is a change, %u how many more there were. */
  return g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes", changes->len - 1),
                          first, changes->len - 1);
}
