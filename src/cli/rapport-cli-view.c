/* rapport-cli-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-view.h"

#include "rapport-cli-command.h"
#include "rapport-codes.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More links away than this is everything in any map. */
#define LONGEST_REACH 100

/* What is on show unless --layers says otherwise, and what goes with it. */
#define SHOW_FRAME (RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP)
#define SHOW_QUESTIONS (RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_POWER | RAPPORT_SHOW_GIVES | RAPPORT_SHOW_QUIET)

typedef struct
{
  const char *word;
  guint add;
  guint drop;
} LayerWord;

static const LayerWord layer_words[] = {
  { "influence", RAPPORT_SHOW_INFLUENCE, 0 }, { "gives", RAPPORT_SHOW_GIVES, 0 },
  { "reciprocity", RAPPORT_SHOW_GIVES, 0 },   { "power", RAPPORT_SHOW_POWER, 0 },
  { "quiet", RAPPORT_SHOW_QUIET, 0 },         { "plain", 0, SHOW_QUESTIONS },
  { "labels", RAPPORT_SHOW_LABELS, 0 },       { "rings", RAPPORT_SHOW_BACKDROP, 0 },
  { "no-labels", 0, RAPPORT_SHOW_LABELS },    { "no-rings", 0, RAPPORT_SHOW_BACKDROP },
};

static const LayerWord tension_words[] = {
  { "1", RAPPORT_SHOW_NARRATIVES, 0 },          { "2", RAPPORT_SHOW_POWER_TENSION, 0 },
  { "3", RAPPORT_SHOW_LANGUAGE, 0 },            { "4", RAPPORT_SHOW_STRUCTURES, 0 },
  { "narratives", RAPPORT_SHOW_NARRATIVES, 0 }, { "power", RAPPORT_SHOW_POWER_TENSION, 0 },
  { "language", RAPPORT_SHOW_LANGUAGE, 0 },     { "structures", RAPPORT_SHOW_STRUCTURES, 0 },
  { "all", RAPPORT_SHOW_TENSIONS, 0 },
};

/* --- Names ------------------------------------------------------------------------------------------------------ */

static gboolean
is_called (RapportElement *element, const char *property, const char *folded)
{
  const char *name = NULL;
  g_autofree char *other = NULL;

  if (rapport_element_find_property (element, property) != NULL)
    name = rapport_element_get_text (element, property);
  if (name == NULL)
    return FALSE;
  other = g_utf8_casefold (name, -1);
  return strcmp (other, folded) == 0;
}

/* An id comes first: two things may have the same name. */
static RapportElement *
find (RapportMap *map, RapportList list, const char *wanted)
{
  static const char *const names[] = { "name", "label", "short" };
  GSequenceIter *first = rapport_element_list_first (rapport_map_get_list (map, list));
  g_autofree char *folded = g_utf8_casefold (wanted, -1);

  for (GSequenceIter *i = first; i != NULL; i = rapport_element_list_next (i))
    if (strcmp (rapport_element_get_id (g_sequence_get (i)), wanted) == 0)
      return g_sequence_get (i);
  for (GSequenceIter *i = first; i != NULL; i = rapport_element_list_next (i))
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (is_called (g_sequence_get (i), names[j], folded))
        return g_sequence_get (i);
  return NULL;
}

/* Returns: (transfer full): "Now (p1), Aim (p2)" */
static char *
list_names (RapportMap *map, RapportList list)
{
  GString *out = g_string_new (NULL);

  for (GSequenceIter *i = rapport_element_list_first (rapport_map_get_list (map, list)); i != NULL;
       i = rapport_element_list_next (i))
    {
      const char *id = rapport_element_get_id (g_sequence_get (i));
      const char *name = rapport_element_get_text (g_sequence_get (i), "name");

      g_string_append_printf (out, out->len > 0 ? ", %s (%s)" : "%s (%s)", name != NULL ? name : "–", id);
    }
  return g_string_free (out, FALSE);
}

static const char *
find_phase (RapportMap *map, const char *wanted)
{
  RapportElement *phase = find (map, RAPPORT_LIST_PHASES, wanted);
  g_autofree char *names = NULL;

  if (phase != NULL)
    return rapport_element_get_id (phase);
  names = list_names (map, RAPPORT_LIST_PHASES);
  rapport_cli_say (_("There is no phase “%s” in this map; there are %s."), wanted, names);
  return NULL;
}

static const char *
find_perspective (RapportMap *map, const char *wanted)
{
  RapportElement *perspective = find (map, RAPPORT_LIST_PERSPECTIVES, wanted);
  g_autofree char *names = NULL;

  if (perspective != NULL)
    return rapport_element_get_id (perspective);
  names = list_names (map, RAPPORT_LIST_PERSPECTIVES);
  if (*names == '\0')
    rapport_cli_say (_("There is no perspective “%s” in this map; it has none."), wanted);
  else
    rapport_cli_say (_("There is no perspective “%s” in this map; there are %s."), wanted, names);
  return NULL;
}

/* --- Layers ----------------------------------------------------------------------------------------------------- */

static const LayerWord *
find_word (const LayerWord *words, guint n, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (words[i].word, wanted) == 0)
      return &words[i];
  return NULL;
}

static char *
list_words (const LayerWord *words, guint n)
{
  GString *out = g_string_new (words[0].word);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (out, ", %s", words[i].word);
  return g_string_free (out, FALSE);
}

/* Adds and drops what a list of words, with commas between them, says. */
static gboolean
read_words (const LayerWord *words, guint n, const char *option, const char *list, guint *show)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const LayerWord *word = find_word (words, n, g_strstrip (parts[i]));
      g_autofree char *known = NULL;

      if (word != NULL)
        {
          *show = (*show & ~word->drop) | word->add;
          continue;
        }
      known = list_words (words, n);
      rapport_cli_say (_("%s does not know “%s”; there are %s."), option, parts[i], known);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_show (const RapportCliView *self, guint *show)
{
  if (self->layers != NULL)
    {
      *show = (*show & ~SHOW_QUESTIONS) | SHOW_FRAME;
      if (!read_words (layer_words, G_N_ELEMENTS (layer_words), "--layers", self->layers, show))
        return FALSE;
    }
  if (self->tension != NULL)
    {
      *show &= ~(guint) RAPPORT_SHOW_TENSIONS;
      return read_words (tension_words, G_N_ELEMENTS (tension_words), "--tension", self->tension, show);
    }
  return TRUE;
}

/* The layer of tension @number, 1 to 4. */
guint
rapport_cli_view_get_tension (guint number)
{
  g_return_val_if_fail (number >= 1 && number <= 4, 0);

  return tension_words[number - 1].add;
}

/* --- The lens --------------------------------------------------------------------------------------------------- */

static void
replace (RapportLens **lens, RapportLens *by)
{
  rapport_lens_unref (*lens);
  *lens = by;
}

static gboolean
apply_when_and_who (const RapportCliView *self, RapportMap *map, RapportLens **lens)
{
  const char *id;

  if (self->phase != NULL)
    {
      if ((id = find_phase (map, self->phase)) == NULL)
        return FALSE;
      replace (lens, rapport_lens_with_phase (*lens, id));
    }
  if (self->perspective != NULL)
    {
      if ((id = find_perspective (map, self->perspective)) == NULL)
        return FALSE;
      replace (lens, rapport_lens_with_perspective (*lens, id));
    }
  return TRUE;
}

/* A phase is tried first, then a perspective. */
static gboolean
apply_compare (const RapportCliView *self, RapportMap *map, RapportLens **lens)
{
  g_autofree char *phases = NULL, *perspectives = NULL;
  RapportElement *other;

  if (self->compare == NULL)
    return TRUE;
  if ((other = find (map, RAPPORT_LIST_PHASES, self->compare)) != NULL)
    {
      replace (lens, rapport_lens_with_compare (*lens, rapport_element_get_id (other), NULL));
      return TRUE;
    }
  if ((other = find (map, RAPPORT_LIST_PERSPECTIVES, self->compare)) != NULL)
    {
      replace (lens, rapport_lens_with_compare (*lens, NULL, rapport_element_get_id (other)));
      return TRUE;
    }
  phases = list_names (map, RAPPORT_LIST_PHASES);
  perspectives = list_names (map, RAPPORT_LIST_PERSPECTIVES);
  rapport_cli_say (_("There is no phase or perspective “%s” to compare with; there are %s%s%s."),
                   self->compare, phases, *perspectives != '\0' ? ", " : "", perspectives);
  return FALSE;
}

static gboolean
apply_focus (const RapportCliView *self, RapportMap *map, RapportLens **lens)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (self->focus == NULL)
    return TRUE;
  for (guint i = 0; self->focus[i] != NULL; i++)
    {
      RapportElement *element = find (map, RAPPORT_LIST_STAKEHOLDERS, self->focus[i]);

      if (element == NULL)
        {
          rapport_cli_say (_("There is no stakeholder “%s” in this map."), self->focus[i]);
          return FALSE;
        }
      g_ptr_array_add (ids, (gpointer) rapport_element_get_id (element));
    }
  g_ptr_array_add (ids, NULL);
  if (self->reach < 0 || self->reach > LONGEST_REACH)
    {
      rapport_cli_say (_("--reach takes a number from 0 to %d."), LONGEST_REACH);
      return FALSE;
    }
  replace (lens, rapport_lens_with_focus (*lens, (const char *const *) ids->pdata, (guint) self->reach));
  return TRUE;
}

static gboolean
apply_names (const RapportCliView *self, RapportLens **lens)
{
  static const char *const words[] = { "first", "other", "both" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (self->names == NULL || g_str_equal (self->names, words[i]))
      {
        replace (lens, rapport_lens_with_names (*lens, (RapportNames) i));
        return TRUE;
      }
  rapport_cli_say (_("--names takes first, other or both, not “%s”."), self->names);
  return FALSE;
}

/* Somebody else's words are not changed, so that it is said what they give away. */
static void
say_names_left (RapportMap *map)
{
  g_autoptr (GPtrArray) left = rapport_codes_list_names_left (map);
  g_autofree char *names = NULL;

  if (left->len == 0)
    return;
  g_ptr_array_add (left, NULL);
  names = g_strjoinv (", ", (char **) left->pdata);
  rapport_cli_say (_("Names that still stand in the title, the question or the steps: %s."), names);
}

/**
 * rapport_cli_view_make_lens:
 *
 * Returns: (transfer full) (nullable): how to look at @map; %NULL where an option names what is not there, and a
 *   sentence was said
 */
RapportLens *
rapport_cli_view_make_lens (const RapportCliView *self, RapportMap *map)
{
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  guint show = rapport_lens_get_show (lens);

  if (!apply_when_and_who (self, map, &lens) || !apply_compare (self, map, &lens)
      || !read_show (self, &show) || !apply_focus (self, map, &lens) || !apply_names (self, &lens))
    return NULL;
  replace (&lens, rapport_lens_with_show (lens, show));
  replace (&lens, rapport_lens_with_hidden_names (lens, self->hide_names));
  if (self->hide_names)
    say_names_left (map);
  return g_steal_pointer (&lens);
}
