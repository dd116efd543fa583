/* rapport-cli-info.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "rapport-summary.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("For programs"), NULL },
  { NULL },
};

/* How often each word stands in one property of a list, in the order of the map. */
typedef struct
{
  GPtrArray *words; /* of owned strings */
  GHashTable *counts;
} Tally;

static Tally
tally_make (RapportMap *map, RapportList list, const char *property)
{
  Tally self = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new (g_str_hash, g_str_equal) };

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      const char *word = rapport_element_get_text (g_sequence_get (iter), property);
      guint n;

      if (word == NULL)
        word = "";
      n = GPOINTER_TO_UINT (g_hash_table_lookup (self.counts, word));
      if (n == 0)
        {
          g_ptr_array_add (self.words, g_strdup (word));
          word = g_ptr_array_index (self.words, self.words->len - 1);
        }
      g_hash_table_insert (self.counts, (gpointer) word, GUINT_TO_POINTER (n + 1));
    }
  return self;
}

static void
tally_clear (Tally *self)
{
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->words);
}

static guint
tally_count (const Tally *self, guint i)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, g_ptr_array_index (self->words, i)));
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

/* The words on screen for a word of a vocabulary, or the word itself. */
static const char *
say_word (RapportMap *map, RapportList list, const char *property, const char *word)
{
  g_autoptr (RapportElement) sample = g_object_new (rapport_list_info_get (list)->get_type (), NULL);
  const RapportProperty *row = rapport_element_find_property (sample, property);

  if (*word == '\0')
    return g_str_equal (property, "sector") ? _("To place") : _("not said");
  if (g_str_equal (property, "sector"))
    return rapport_map_get_sector_name (map, word) != NULL ? rapport_map_get_sector_name (map, word)
                                                           : word;
  for (guint i = 0; row->words != NULL && row->words[i].word != NULL; i++)
    if (g_str_equal (row->words[i].word, word))
      return g_dgettext (GETTEXT_PACKAGE, row->words[i].title);
  return word;
}

static void
print_tally (RapportMap *map, RapportList list, const char *property)
{
  Tally tally = tally_make (map, list, property);

  for (guint i = 0; i < tally.words->len; i++)
    g_print ("  %s: %u\n", say_word (map, list, property, g_ptr_array_index (tally.words, i)),
             tally_count (&tally, i));
  tally_clear (&tally);
}

static void
print_phase (RapportMap *map, RapportElement *phase)
{
  const char *id = rapport_element_get_id (phase);
  RapportSummary sum = rapport_summary_make (map, id, NULL);
  gboolean agreed = g_strcmp0 (rapport_element_get_text (phase, "standing"), "agreed") == 0;

  g_print (_("%s (%s)\n"), or_dash (rapport_element_get_text (phase, "name")),
           agreed ? _("agreed in the room") : _("draft: one view"));
  g_print (ngettext ("  %u stakeholder, ", "  %u stakeholders, ", sum.stakeholders), sum.stakeholders);
  g_print (ngettext ("%u link\n", "%u links\n", sum.links), sum.links);
  g_print (_("  give and get: %u of %u links discussed, "), sum.gives_discussed, sum.links);
  g_print (ngettext ("%u goes one way\n", "%u go one way\n", sum.one_way), sum.one_way);
  g_print (_("  power: %u of %u links discussed, "), sum.power_discussed, sum.links);
  g_print (ngettext ("%u with a difference of 2 or more, ", "%u with a difference of 2 or more, ",
                     sum.unequal),
           sum.unequal);
  g_print (ngettext ("%u where one side can decide nothing\n",
                     "%u where one side can decide nothing\n", sum.no_dependence),
           sum.no_dependence);
  g_print (_("  influence: %u of %u stakeholders discussed\n"), sum.influence_discussed,
           sum.stakeholders);
  if (sum.differing > 0)
    g_print (ngettext ("  views differ on %u link\n", "  views differ on %u links\n", sum.differing),
             sum.differing);
}

static void
print_info (RapportMap *map)
{
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);

  g_print ("%s\n%s\n", or_dash (rapport_map_get_title (map)), or_dash (rapport_map_get_question (map)));
  if (rapport_map_is_illustrative (map))
    g_print (_("A made-up example.\n"));
  for (guint i = 0; i < rapport_element_list_get_length (phases); i++)
    {
      g_print ("\n");
      print_phase (map, rapport_element_list_peek (phases, i));
    }
  g_print (_("\nStakeholders by sector\n"));
  print_tally (map, RAPPORT_LIST_STAKEHOLDERS, "sector");
  g_print (_("Stakeholders by kind\n"));
  print_tally (map, RAPPORT_LIST_STAKEHOLDERS, "kind");
  g_print (_("Tensions marked\n"));
  print_tally (map, RAPPORT_LIST_MARKS, "tension");
}

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_count (JsonBuilder *json, const char *name, guint n)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, n);
}

static void
add_tally (JsonBuilder *json, const char *name, RapportMap *map, RapportList list,
           const char *property)
{
  Tally tally = tally_make (map, list, property);

  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  for (guint i = 0; i < tally.words->len; i++)
    add_count (json, g_ptr_array_index (tally.words, i), tally_count (&tally, i));
  json_builder_end_object (json);
  tally_clear (&tally);
}

static void
add_phase (JsonBuilder *json, RapportMap *map, RapportElement *phase)
{
  RapportSummary sum = rapport_summary_make (map, rapport_element_get_id (phase), NULL);

  json_builder_begin_object (json);
  add_text (json, "id", rapport_element_get_id (phase));
  add_text (json, "name", rapport_element_get_text (phase, "name"));
  add_text (json, "date", rapport_element_get_text (phase, "date"));
  add_text (json, "standing", rapport_element_get_text (phase, "standing"));
  add_count (json, "stakeholders", sum.stakeholders);
  add_count (json, "links", sum.links);
  add_count (json, "gives-discussed", sum.gives_discussed);
  add_count (json, "power-discussed", sum.power_discussed);
  add_count (json, "influence-discussed", sum.influence_discussed);
  add_count (json, "one-way", sum.one_way);
  add_count (json, "power-difference-2-or-more", sum.unequal);
  add_count (json, "mutual-dependence-0", sum.no_dependence);
  add_count (json, "views-differ", sum.differing);
  json_builder_end_object (json);
}

static void
print_json (RapportMap *map)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);

  json_builder_begin_object (json);
  add_text (json, "title", rapport_map_get_title (map));
  add_text (json, "question", rapport_map_get_question (map));
  json_builder_set_member_name (json, "illustrative");
  json_builder_add_boolean_value (json, rapport_map_is_illustrative (map));
  json_builder_set_member_name (json, "phases");
  json_builder_begin_array (json);
  for (guint i = 0; i < rapport_element_list_get_length (phases); i++)
    add_phase (json, map, rapport_element_list_peek (phases, i));
  json_builder_end_array (json);
  add_tally (json, "sectors", map, RAPPORT_LIST_STAKEHOLDERS, "sector");
  add_tally (json, "kinds", map, RAPPORT_LIST_STAKEHOLDERS, "kind");
  add_tally (json, "marks", map, RAPPORT_LIST_MARKS, "tension");
  add_count (json, "perspectives",
             rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_PERSPECTIVES)));
  add_count (json, "responses",
             rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_RESPONSES)));
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static int
run (int argc, char **argv)
{
  RapportMapReading *reading;

  if (!rapport_cli_parse (&rapport_cli_info, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_info, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  if (reading == NULL)
    return RAPPORT_EXIT_REFUSED;
  if (as_json)
    print_json (reading->map);
  else
    print_info (reading->map);
  for (guint i = 0; i < reading->notices->len; i++)
    rapport_cli_say ("%s", (const char *) g_ptr_array_index (reading->notices, i));
  return reading->notices->len > 0 ? RAPPORT_EXIT_NOTICES : RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_info = {
  "info",
  "FILE",
  N_("Tell what is in a map: its question, times, counts and coverage."),
  run,
};
