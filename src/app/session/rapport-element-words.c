/* rapport-element-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-element-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-codes.h"
#include "rapport-function-reading.h"
#include "rapport-function.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"
#include "rapport-region.h"
#include "rapport-response.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"
#include "rapport-term.h"

/* So many names stand in a line; after that, how many more there are. */
#define MOST_NAMES 4

/**
 * rapport_element_words_title:
 * Returns: (nullable) (transfer none): what the word that @property holds is called; a word of no list is said as
 *   it stands; %NULL where none is given
 */
const char *
rapport_element_words_title (RapportElement *element, const char *property)
{
  const RapportProperty *row = rapport_element_find_property (element, property);
  const char *word = rapport_element_get_text (element, property);

  for (guint i = 0; word != NULL && row->words != NULL && row->words[i].word != NULL; i++)
    if (strcmp (row->words[i].word, word) == 0)
      return g_dgettext (GETTEXT_PACKAGE, row->words[i].title);
  return word;
}

/* Returns: (transfer none): what kind of thing it is */
const char *
rapport_element_words_type (RapportElement *element)
{
  if (RAPPORT_IS_STAKEHOLDER (element))
    return _("Stakeholder");
  if (RAPPORT_IS_LINK (element))
    return _("Link");
  if (RAPPORT_IS_MARK (element))
    return _("Tension");
  if (RAPPORT_IS_RESPONSE (element))
    return _("Response");
  if (RAPPORT_IS_FUNCTION (element))
    return _("Who leads on what");
  if (RAPPORT_IS_TERM (element))
    return _("Word we use");
  if (RAPPORT_IS_PHASE (element))
    return _("Time");
  if (RAPPORT_IS_PERSPECTIVE (element))
    return _("Whose view");
  if (RAPPORT_IS_SECTOR (element))
    return _("Sector");
  if (RAPPORT_IS_STEP (element))
    return _("Step");
  return RAPPORT_IS_REGION (element) ? _("Group") : _("Map");
}

/* The short one, so that both have room in a line. */
static const char *
get_end_name (RapportElement *link, RapportSide side)
{
  RapportElement *end = rapport_map_lookup (rapport_element_get_map (link),
                                            rapport_link_get_end (RAPPORT_LINK (link), side));
  gboolean there = end != NULL && RAPPORT_IS_STAKEHOLDER (end);
  const char *name = there ? rapport_element_get_text (end, "short") : NULL;

  if (there && (name == NULL || *name == '\0'))
    name = rapport_element_get_text (end, "label");
  return name != NULL && *name != '\0' ? name : _("Unnamed");
}

static char *
name_targets (RapportElement *mark)
{
  g_autoptr (GPtrArray) targets = rapport_map_list_targets (rapport_element_get_map (mark), mark);
  GString *text = g_string_new (NULL);

  if (targets->len == 0)
    g_string_append (text, _("the whole partnership"));
  for (guint i = 0; i < MIN (targets->len, MOST_NAMES); i++)
    {
      g_autofree char *name = rapport_element_words_name (g_ptr_array_index (targets, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  if (targets->len > MOST_NAMES)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("and %u more"), targets->len - MOST_NAMES);
    }
  return g_string_free (text, FALSE);
}

static char *
name_mark (RapportElement *mark)
{
  g_autofree char *targets = name_targets (mark);
  const char *tension = rapport_element_words_title (mark, "tension");

  /* Translators: the first %s is a tension such as “Language”, the second where it is felt. */
  return g_strdup_printf (_("%s: %s"), tension != NULL ? tension : _("Tension"), targets);
}

/* The first line of what was written, else @otherwise. */
static char *
first_line (RapportElement *element, const char *property, const char *otherwise)
{
  const char *text = rapport_element_get_text (element, property);
  const char *end;

  if (text == NULL || *text == '\0')
    return g_strdup (otherwise);
  end = strchr (text, '\n');
  return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

/* Returns: (transfer full): such as “Lead university”, “Lead university and City council” */
char *
rapport_element_words_name (RapportElement *element)
{
  if (RAPPORT_IS_STAKEHOLDER (element))
    return first_line (element, "label", _("Unnamed stakeholder"));
  if (RAPPORT_IS_LINK (element))
    return g_strdup_printf (_("%s and %s"), get_end_name (element, RAPPORT_SIDE_A),
                            get_end_name (element, RAPPORT_SIDE_B));
  if (RAPPORT_IS_MARK (element))
    return name_mark (element);
  if (RAPPORT_IS_RESPONSE (element))
    return first_line (element, "what", _("Response without words yet"));
  if (RAPPORT_IS_FUNCTION (element))
    return first_line (element, "name", _("Not named yet"));
  if (RAPPORT_IS_TERM (element))
    return first_line (element, "word", _("Word to be written"));
  if (RAPPORT_IS_SECTOR (element))
    {
      const char *name = rapport_map_get_sector_name (rapport_element_get_map (element),
                                                      rapport_element_get_id (element));

      return g_strdup (name != NULL ? name : _("Unnamed sector"));
    }
  if (RAPPORT_IS_STEP (element))
    return first_line (element, "title", _("Step without a title"));
  if (RAPPORT_IS_MAP (element))
    return first_line (element, "title", _("New map"));
  return first_line (element, "name", _("Not named yet"));
}

static char *
see_end (RapportSession *session, RapportElement *link, RapportSide side)
{
  RapportElement *end = rapport_map_lookup (rapport_session_get_map (session),
                                            rapport_link_get_end (RAPPORT_LINK (link), side));

  return end != NULL && RAPPORT_IS_STAKEHOLDER (end) ? rapport_code_new (end) : g_strdup (_("Unnamed"));
}

/* Returns: (transfer full): the name as it is on show now: a code, where names are hidden */
char *
rapport_element_words_seen (RapportSession *session, RapportElement *element)
{
  g_autofree char *a = NULL, *b = NULL;

  if (!rapport_session_hides_names (session) || rapport_element_get_map (element) == NULL)
    return rapport_element_words_name (element);
  if (RAPPORT_IS_STAKEHOLDER (element))
    return rapport_code_new (element);
  if (RAPPORT_IS_MARK (element))
    return g_strdup (rapport_element_words_title (element, "tension"));
  if (!RAPPORT_IS_LINK (element))
    return rapport_element_words_name (element);
  a = see_end (session, element, RAPPORT_SIDE_A);
  b = see_end (session, element, RAPPORT_SIDE_B);
  return g_strdup_printf (_("%s and %s"), a, b);
}

/**
 * rapport_element_words_of_ids:
 * @ids: (nullable): separated by single spaces
 *
 * Returns: (transfer full): their names, separated by commas; empty for none
 */
char *
rapport_element_words_of_ids (RapportMap *map, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (char **id = list; *id != NULL; id++)
    {
      RapportElement *element = rapport_map_lookup (map, *id);
      g_autofree char *name = NULL;

      if (element == NULL)
        continue;
      name = rapport_element_words_name (element);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
append (GString *text, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static void
append_ring (GString *text, const RapportReading *reading)
{
  const char *ring = rapport_stakeholder_reading_get_ring (reading);
  const RapportWord *words = rapport_properties_find (rapport_stakeholder_reading_kind ()->properties,
                                                      rapport_stakeholder_reading_kind ()->n_properties,
                                                      "ring")->words;

  for (guint i = 0; ring != NULL && words[i].word != NULL; i++)
    if (strcmp (words[i].word, ring) == 0)
      append (text, g_dgettext (GETTEXT_PACKAGE, words[i].title));
}

static void
append_words (GString *text, RapportElement *element, const char *property)
{
  const RapportProperty *row = rapport_element_find_property (element, property);
  const char *words = rapport_element_get_text (element, property);
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  for (char **word = list; *word != NULL; word++)
    for (guint i = 0; row->words[i].word != NULL; i++)
      if (strcmp (row->words[i].word, *word) == 0)
        append (text, g_dgettext (GETTEXT_PACKAGE, row->words[i].title));
}

static gboolean
has_views_that_differ (const RapportReading *reading)
{
  static const char *const fields[] = { "gives-a", "gives-b", "power-a", "power-b", "influence", "stake" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (rapport_reading_find_field (reading, fields[i]) != NULL
        && rapport_reading_get_level (reading, fields[i]) == RAPPORT_LEVEL_DIFFER)
      return TRUE;
  return FALSE;
}

static void
append_judged (GString *text, RapportElement *element, const RapportLens *lens)
{
  const char *phase = rapport_lens_get_phase (lens);
  g_autoptr (RapportReading) reading = NULL;

  if (phase == NULL)
    return;
  if (!rapport_element_is_in_phase (element, phase))
    {
      append (text, _("not there at this time"));
      return;
    }
  reading = rapport_lens_read (lens, element);
  if (RAPPORT_IS_STAKEHOLDER (element))
    append_ring (text, reading);
  if (reading != NULL && has_views_that_differ (reading))
    append (text, _("views differ"));
}

static void
append_holders (GString *text, RapportElement *function, const RapportLens *lens)
{
  const char *phase = rapport_lens_get_phase (lens);
  const RapportReading *reading
      = phase != NULL ? rapport_element_get_reading (function, phase, NULL) : NULL;
  g_autofree char *names = rapport_element_words_of_ids (rapport_element_get_map (function),
                                                         rapport_function_reading_get_by (reading));

  append (text, *names != '\0' ? names : _("nobody yet"));
}

/**
 * rapport_element_words_detail:
 * Returns: (transfer full): what stands below the name, in the time of @lens; may be empty
 */
char *
rapport_element_words_detail (RapportElement *element, const RapportLens *lens)
{
  GString *text = g_string_new (NULL);

  if (RAPPORT_IS_STAKEHOLDER (element))
    append (text, rapport_element_words_title (element, "kind"));
  else if (RAPPORT_IS_LINK (element))
    append_words (text, element, "relation");
  else if (RAPPORT_IS_MARK (element))
    append (text, rapport_element_words_title (element, "state"));
  else if (RAPPORT_IS_RESPONSE (element))
    append (text, rapport_element_words_title (element, "status"));
  else if (RAPPORT_IS_FUNCTION (element))
    append_holders (text, element, lens);
  else if (RAPPORT_IS_TERM (element))
    append (text, rapport_element_words_title (element, "state"));
  if (RAPPORT_IS_STAKEHOLDER (element) || RAPPORT_IS_LINK (element))
    {
      append_judged (text, element, lens);
      if (rapport_element_get_flag (element, "starred"))
        append (text, _("to discuss"));
    }
  return g_string_free (text, FALSE);
}
