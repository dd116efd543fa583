/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each type offers beside its table has to say the same as the table.
 */
#include "rapport-function.h"
#include "rapport-history.h"
#include "rapport-link-reading.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-note.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"
#include "rapport-region.h"
#include "rapport-response.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"
#include "rapport-term.h"

typedef RapportElement *(*NewFunc) (const char *id);
typedef const char *(*GetFunc) (RapportElement *element);

#define ROW(Type, property, field) \
  { rapport_##Type##_new, (GetFunc) rapport_##Type##_get_##field, property }

static const struct
{
  NewFunc new_element;
  GetFunc get;
  const char *property;
} rows[] = {
  ROW (function, "name", name),
  ROW (link, "a", a),
  ROW (link, "b", b),
  ROW (link, "relation", relation),
  ROW (mark, "tension", tension),
  ROW (mark, "on", on),
  ROW (mark, "phase", phase),
  ROW (mark, "perspective", perspective),
  ROW (mark, "pull", pull),
  ROW (mark, "state", state),
  ROW (mark, "level", level),
  ROW (mark, "note-a", note_a),
  ROW (mark, "note-b", note_b),
  ROW (perspective, "name", name),
  ROW (perspective, "sector", sector),
  ROW (phase, "name", name),
  ROW (phase, "date", date),
  ROW (phase, "standing", standing),
  ROW (phase, "agreed", agreed),
  ROW (phase, "people", people),
  ROW (region, "name", name),
  ROW (region, "members", members),
  ROW (response, "kind", kind),
  ROW (response, "by", by),
  ROW (response, "structure", structure),
  ROW (response, "marks", marks),
  ROW (response, "status", status),
  ROW (response, "look-again", look_again),
  ROW (response, "level", level),
  ROW (response, "what", what),
  ROW (sector, "name", name),
  ROW (sector, "letter", letter),
  ROW (stakeholder, "sector", sector),
  ROW (stakeholder, "kind", kind),
  ROW (stakeholder, "parent", parent),
  ROW (stakeholder, "spans", spans),
  ROW (stakeholder, "label", label),
  ROW (stakeholder, "short", short_label),
  ROW (step, "reveal", reveal),
  ROW (step, "phase", phase),
  ROW (step, "perspective", perspective),
  ROW (step, "compare-phase", compare_phase),
  ROW (step, "compare-perspective", compare_perspective),
  ROW (step, "layers", layers),
  ROW (step, "tensions", tensions),
  ROW (step, "hide-sectors", hide_sectors),
  ROW (step, "focus", focus),
  ROW (step, "camera", camera),
  ROW (step, "title", title),
  ROW (step, "prompt", prompt),
  ROW (step, "presenter-note", presenter_note),
  ROW (term, "state", state),
  ROW (term, "used-by", used_by),
  ROW (term, "word", word),
  ROW (term, "plain", plain),
};

static void
check_getters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapportElement) element = rows[i].new_element ("x1");

      g_test_message ("%s %s", rapport_element_get_xml_name (element), rows[i].property);
      g_assert_null (rows[i].get (element));
      rapport_element_init_text (element, rows[i].property, "some-word");
      g_assert_cmpstr (rows[i].get (element), ==, "some-word");
      g_assert_cmpstr (rapport_element_get_text (element, rows[i].property), ==, "some-word");
    }
}

static void
check_sides (void)
{
  g_autoptr (RapportElement) link = rapport_link_new ("l1");
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_link_reading_kind ());
  g_autoptr (RapportReading) level = rapport_reading_with_level (empty, "gives-b", 2);
  g_autoptr (RapportReading) kinds = rapport_reading_with_text (level, "kinds-a", "funding");
  g_autoptr (RapportReading) items = rapport_reading_with_text (kinds, "items-b", "time");
  g_autoptr (RapportReading) full = rapport_reading_with_text (items, "fair-b", "no");

  rapport_element_init_text (link, "a", "s1");
  rapport_element_init_text (link, "b", "s2");
  g_assert_cmpstr (rapport_link_get_end (RAPPORT_LINK (link), RAPPORT_SIDE_A), ==, "s1");
  g_assert_cmpstr (rapport_link_get_end (RAPPORT_LINK (link), RAPPORT_SIDE_B), ==, "s2");
  g_assert_cmpint (rapport_link_reading_get_gives (full, RAPPORT_SIDE_A), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_link_reading_get_gives (full, RAPPORT_SIDE_B), ==, 2);
  g_assert_cmpstr (rapport_link_reading_get_kinds (full, RAPPORT_SIDE_A), ==, "funding");
  g_assert_cmpstr (rapport_link_reading_get_kinds (full, RAPPORT_SIDE_B), ==, NULL);
  g_assert_cmpstr (rapport_link_reading_get_items (full, RAPPORT_SIDE_B), ==, "time");
  g_assert_cmpstr (rapport_link_reading_get_fair (full, RAPPORT_SIDE_B), ==, "no");
}

static void
check_stakeholder_readings (void)
{
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) ring = rapport_reading_with_text (empty, "ring", "core");
  g_autoptr (RapportReading) influence = rapport_reading_with_level (ring, "influence", 5);
  g_autoptr (RapportReading) full = rapport_reading_with_level (influence, "stake", 0);

  g_assert_cmpstr (rapport_stakeholder_reading_get_ring (full), ==, "core");
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (full), ==, 5);
  g_assert_cmpint (rapport_stakeholder_reading_get_stake (full), ==, 0);
}

static void
check_structures (void)
{
  g_autoptr (RapportElement) by_kind = rapport_stakeholder_new ("s1");
  g_autoptr (RapportElement) by_sector = rapport_stakeholder_new ("s2");
  g_autoptr (RapportElement) neither = rapport_stakeholder_new ("s3");

  rapport_element_init_text (by_kind, "kind", "structure");
  rapport_element_init_text (by_sector, "sector", "across");
  rapport_element_init_text (neither, "kind", "group");
  g_assert_true (rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (by_kind)));
  g_assert_true (rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (by_sector)));
  g_assert_false (rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (neither)));
}

static void
check_map (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  RapportElement *root = RAPPORT_ELEMENT (map);
  g_autoptr (GVariant) yes = g_variant_ref_sink (g_variant_new_boolean (TRUE));

  g_assert_cmpstr (rapport_element_get_text (root, "version"), ==, RAPPORT_FORMAT_VERSION);
  g_assert_cmpint (rapport_element_get_level (root, "min-reader"), ==, RAPPORT_FORMAT_READER);
  g_assert_false (rapport_map_is_illustrative (map));
  rapport_element_init_text (root, "title", "Title");
  rapport_element_init_text (root, "question", "Who?");
  rapport_element_init_text (root, "sensitivity", "open");
  rapport_element_init_text (root, "layout", "free");
  rapport_element_init_property (root, rapport_element_find_property (root, "illustrative"), yes);
  g_assert_cmpstr (rapport_map_get_title (map), ==, "Title");
  g_assert_cmpstr (rapport_map_get_question (map), ==, "Who?");
  g_assert_cmpstr (rapport_map_get_sensitivity (map), ==, "open");
  g_assert_cmpstr (rapport_map_get_layout (map), ==, "free");
  g_assert_true (rapport_map_is_illustrative (map));
  rapport_element_init_text (root, "layout", "some later one");
  g_assert_cmpstr (rapport_map_get_layout (map), ==, "wheel");
}

static void
check_levels_while_building (void)
{
  g_autoptr (RapportElement) mark = rapport_mark_new ("t1");
  g_autoptr (RapportElement) step = rapport_step_new ("e1");

  rapport_element_init_level (mark, "position", -2);
  rapport_element_init_level (step, "minutes", 20);
  g_assert_cmpint (rapport_element_get_level (mark, "position"), ==, -2);
  g_assert_cmpint (rapport_element_get_level (step, "minutes"), ==, 20);
  rapport_element_init_level (mark, "position", RAPPORT_LEVEL_UNSET);
  rapport_element_init_level (step, "minutes", RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_element_get_level (mark, "position"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_element_get_level (step, "minutes"), ==, G_MININT);
}

static void
check_levels_of_notes (void)
{
  g_assert_true (rapport_level_is_shared ("shared"));
  g_assert_false (rapport_level_is_shared ("facilitator"));
  g_assert_false (rapport_level_is_shared ("private"));
  g_assert_false (rapport_level_is_shared ("some later one"));
  g_assert_false (rapport_level_is_shared (NULL));
}

/* What an element is through the eyes of one perspective, and that nothing is seen of what is not there. */
static void
check_seeing (void)
{
  g_autoptr (RapportElement) element = rapport_stakeholder_new ("s1");
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) seen = NULL;
  g_autoptr (RapportReading) agreed = NULL;

  rapport_element_init_reading (element, "now", NULL,
                                rapport_reading_with_level (empty, "influence", 4));
  rapport_element_init_reading (element, "now", "v1",
                                rapport_reading_with_level (empty, "influence", 1));
  rapport_element_init_reading (element, "aim", "v1",
                                rapport_reading_with_level (empty, "influence", 5));
  seen = rapport_element_see (element, "now", "v1");
  agreed = rapport_element_see (element, "now", "v2");
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (seen), ==, 1);
  g_assert_true (agreed == rapport_element_get_reading (element, "now", NULL));
  g_assert_null (rapport_element_see (element, "aim", "v1"));
  g_assert_null (rapport_element_see (element, "gone", NULL));
}

/* What a button or a menu binds to. */
static void
check_history_properties (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportTransaction *transaction = rapport_history_begin (history, "Name", NULL);
  gboolean can_undo, can_redo, modified;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (map), "title", "New");
  rapport_transaction_commit (transaction);
  g_object_get (history, "can-undo", &can_undo, "can-redo", &can_redo, "modified", &modified,
                "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  g_assert_true (modified);
  g_assert_cmpstr (undo_label, ==, "Name");
  g_assert_null (redo_label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/getters", check_getters);
  g_test_add_func ("/types/sides", check_sides);
  g_test_add_func ("/types/stakeholder-readings", check_stakeholder_readings);
  g_test_add_func ("/types/structures", check_structures);
  g_test_add_func ("/types/map", check_map);
  g_test_add_func ("/types/levels-while-building", check_levels_while_building);
  g_test_add_func ("/types/levels-of-notes", check_levels_of_notes);
  g_test_add_func ("/types/seeing", check_seeing);
  g_test_add_func ("/types/history-properties", check_history_properties);
  return g_test_run ();
}
