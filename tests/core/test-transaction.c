/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rapport-history.h"
#include "rapport-link.h"
#include "rapport-phase.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"

static RapportMap *
make_map (void)
{
  RapportMap *map = rapport_map_new ();
  g_autoptr (RapportElement) phase = rapport_phase_new ("now");
  g_autoptr (RapportElement) element = rapport_stakeholder_new ("s1");

  rapport_map_seed_ids (map, 1);
  rapport_element_init_text (element, "label", "0");
  rapport_map_add (map, phase);
  rapport_map_add (map, element);
  return map;
}

/* --- What is refused ------------------------------------------------------------------------------------------- */

static void
check_changes_outside_are_refused (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  const RapportProperty *label = rapport_element_find_property (element, "label");
  g_autoptr (RapportElement) other = rapport_stakeholder_new ("s2");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_element_init_text (element, "label", "b");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_element_init_property (RAPPORT_ELEMENT (map),
                                 rapport_element_find_property (RAPPORT_ELEMENT (map), "title"), NULL);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_element_init_parsed (element, label, "b", 1);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  g_assert_null (rapport_element_init_foreign (element));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*sealed*");
  rapport_map_add (map, other);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_null (rapport_map_init_container (map, RAPPORT_LIST_LINKS));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_null (rapport_history_new (map));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*");
  rapport_transaction_set_text (NULL, element, "label", "b");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (rapport_element_get_text (element, "label"), ==, "0");
  g_assert_false (rapport_history_is_modified (history));
}

/* An element that the history keeps is as sealed as one in the map. */
static void
check_kept_elements_are_sealed (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);

  rapport_transaction_delete (transaction, element);
  rapport_transaction_commit (transaction);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_element_init_text (element, "label", "b");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_element_init_id (element, "other");
  g_test_assert_expected_messages ();
  rapport_history_undo (history);
  g_assert_true (rapport_map_lookup (map, "s1") == element);
}

static void
check_bad_requests_are_refused (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  RapportElement *root = RAPPORT_ELEMENT (map);
  RapportTransaction *transaction = rapport_history_begin (history, "Try", NULL);
  g_autoptr (RapportElement) twin = rapport_stakeholder_new ("s1");
  g_autoptr (RapportElement) nameless = g_object_new (RAPPORT_TYPE_STAKEHOLDER, NULL);
  g_autoptr (RapportElement) outside = rapport_stakeholder_new ("s3");
  g_autoptr (RapportElement) link = rapport_link_new ("l1");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*current == NULL*");
  g_assert_null (rapport_history_begin (history, "Second", NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*current == NULL*");
  g_assert_false (rapport_history_undo (history));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*current == NULL*");
  g_assert_false (rapport_history_redo (history));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*has no property*");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_own*");
  rapport_transaction_set_text (transaction, element, "no-such", "x");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_own*");
  rapport_transaction_set (transaction, element, rapport_element_find_property (link, "a"), NULL);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*fixed*");
  rapport_transaction_set_text (transaction, root, "version", "9.9");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*accepts*");
  rapport_transaction_set_number (transaction, element, "label", 1);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_in_map*");
  rapport_transaction_set_text (transaction, outside, "label", "x");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*lookup*");
  rapport_transaction_insert (transaction, twin, 0);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*get_id*");
  rapport_transaction_insert (transaction, nameless, 0);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*get_map*");
  rapport_transaction_insert (transaction, element, 0);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*get_map*");
  rapport_transaction_delete (transaction, root);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_member*");
  rapport_transaction_move (transaction, root, 0);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*reading_kind*");
  rapport_transaction_set_reading (transaction, root, "now", NULL, NULL);
  g_test_assert_expected_messages ();
  g_assert_false (rapport_transaction_commit (transaction));
  g_assert_false (rapport_history_can_undo (history));
}

static void
try_to_change_cb (RapportHistory *history, GPtrArray *changes, guint *count)
{
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*busy*");
  g_assert_null (rapport_history_begin (history, "Answer", NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*busy*");
  g_assert_false (rapport_history_undo (history));
  g_test_assert_expected_messages ();
  *count += 1;
}

static void
check_handlers_only_look (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportTransaction *transaction;
  guint count = 0;

  g_signal_connect (history, "committed", G_CALLBACK (try_to_change_cb), &count);
  transaction = rapport_history_begin (history, "Type", NULL);
  rapport_transaction_set_text (transaction, rapport_map_lookup (map, "s1"), "label", "a");
  rapport_transaction_commit (transaction);
  rapport_history_undo (history);
  rapport_history_redo (history);
  g_assert_cmpuint (count, ==, 3);
}

/* --- The values that transactions bring to one form -------------------------------------------------------------- */

static void
check_values (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  RapportTransaction *transaction = rapport_history_begin (history, "Set", NULL);
  g_autoptr (RapportElement) step = rapport_step_new ("e1");

  rapport_transaction_insert (transaction, step, G_MAXUINT);
  rapport_transaction_set_text (transaction, element, "label", "Cafe\xcc\x81 \x01\xff");
  rapport_transaction_set_text (transaction, element, "purposes", " a  b ");
  rapport_transaction_set_number (transaction, element, "x", INFINITY);
  rapport_transaction_set_number (transaction, element, "y", -2e6);
  rapport_transaction_set_number (transaction, element, "angle", -0.0);
  rapport_transaction_set_flag (transaction, element, "starred", TRUE);
  rapport_transaction_set_level (transaction, step, "minutes", 20);
  rapport_transaction_set_records (transaction, element, "note",
                                   g_variant_new_parsed ("[['shared', 'Note', '']]"));
  rapport_transaction_commit (transaction);
  g_assert_cmpstr (rapport_element_get_text (element, "label"), ==, "Caf\xc3\xa9 \xef\xbf\xbd");
  g_assert_cmpstr (rapport_element_get_text (element, "purposes"), ==, "a b");
  g_assert_cmpfloat (rapport_element_get_number (element, "x"), ==, 1e6);
  g_assert_cmpfloat (rapport_element_get_number (element, "y"), ==, -1e6);
  g_assert_false (signbit (rapport_element_get_number (element, "angle")));
  g_assert_cmpint (rapport_element_get_level (step, "minutes"), ==, 20);

  /* The same again, said otherwise, is no change. */
  transaction = rapport_history_begin (history, "Set", NULL);
  rapport_transaction_set_text (transaction, element, "purposes", "a  b");
  rapport_transaction_set_number (transaction, element, "x", 5e6);
  rapport_transaction_set_number (transaction, element, "angle", -0.0);
  rapport_transaction_set_flag (transaction, element, "starred", TRUE);
  g_assert_false (rapport_transaction_commit (transaction));

  transaction = rapport_history_begin (history, "Clear", NULL);
  rapport_transaction_set_text (transaction, element, "label", NULL);
  rapport_transaction_set_number (transaction, element, "x", NAN);
  rapport_transaction_set_flag (transaction, element, "starred", FALSE);
  rapport_transaction_set_level (transaction, step, "minutes", RAPPORT_LEVEL_UNSET);
  rapport_transaction_set_records (transaction, element, "note", g_variant_new_parsed ("@aas []"));
  g_assert_true (rapport_transaction_commit (transaction));
  g_assert_null (rapport_element_get_text (element, "label"));
  g_assert_true (isnan (rapport_element_get_number (element, "x")));
  g_assert_false (rapport_element_get_flag (element, "starred"));
  g_assert_null (rapport_element_get_records (element, "note"));
  g_assert_cmpint (rapport_element_get_level (step, "minutes"), ==, G_MININT);

  /* A flag that is put down where it is down is no change. */
  transaction = rapport_history_begin (history, "Nothing", NULL);
  rapport_transaction_set (transaction, element, rapport_element_find_property (element, "starred"),
                           g_variant_new_boolean (FALSE));
  g_assert_false (rapport_transaction_commit (transaction));
}

/* --- The journal ----------------------------------------------------------------------------------------------- */

static void
check_replay_is_all_or_nothing (void)
{
  static const char *const bad[] = {
    "'no list'",
    "[1]",
    "[<1>]",
    "[<(byte 0, 's1', 'label', uint32 0, [<<'b'>>])>, <(byte 9, 's1', '', uint32 0, @av [])>]",
    "[<(byte 0, 's1', 'label', uint32 0, [<'b'>])>, <(byte 0, 's1', 'x', uint32 0, [<'b'>])>]",
    "[<(byte 0, 's1', 'label', uint32 0, [<'b'>])>, <(byte 0, 'gone', 'label', uint32 0, @av [])>]",
    "[<(byte 3, 's1', '', uint32 0, @av [])>, <(byte 3, 's1', '', uint32 0, @av [])>]",
    "[<(byte 3, '', '', uint32 0, @av [])>]",
    "[<(byte 0, '', 'version', uint32 0, [<'2'>])>]",
    "[<(byte 1, 's1', 'now', uint32 0, @av [])>]",
    "[<(byte 1, 's1', '\x1f', uint32 0, @av [])>]",
    "[<(byte 1, 's1', 'now\x1f', uint32 0, [<1>])>]",
    "[<(byte 1, '', 'now\x1f', uint32 0, @av [])>]",
    "[<(byte 2, 's2', '', uint32 0, @av [])>]",
    "[<(byte 2, 's2', '', uint32 0, [<('nothing', 's2', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))>])>]",
    "[<(byte 2, 's2', '', uint32 9, [<('phase', 's2', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))>])>]",
    "[<(byte 2, 's1', '', uint32 0, [<('phase', 's1', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))>])>]",
    "[<(byte 2, 's 2', '', uint32 0, [<('phase', 's 2', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))>])>]",
  };
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportMap) same = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) changes = g_variant_parse (NULL, bad[i], NULL, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", bad[i]);
      g_assert_false (rapport_history_replay (history, changes, "Recovered"));
      g_assert_true (rapport_map_equal (map, same));
      g_assert_false (rapport_history_can_undo (history));
    }
}

static void
check_replay_is_one_step (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_new_parsed (
    "[<(byte 2, 's2', '', uint32 1, [<('stakeholder', 's2', {'label': <'New'>}, @a(ssv) [], "
    "(@a(ss) [], @a(ss) []))>])>, <(byte 0, 's1', 'label', uint32 0, [<'b'>])>, "
    "<(byte 3, 's2', '', uint32 1, @av [])>, <(byte 0, '', 'title', uint32 0, [<'T'>])>]"));

  g_assert_true (rapport_history_replay (history, changes, "Recovered"));
  g_assert_cmpstr (rapport_map_get_title (map), ==, "T");
  g_assert_cmpstr (rapport_history_get_undo_label (history), ==, "Recovered");
  g_assert_true (rapport_history_undo (history));
  g_assert_false (rapport_history_can_undo (history));
  g_assert_cmpstr (rapport_map_get_title (map), ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transaction/changes-outside-are-refused", check_changes_outside_are_refused);
  g_test_add_func ("/transaction/kept-elements-are-sealed", check_kept_elements_are_sealed);
  g_test_add_func ("/transaction/bad-requests-are-refused", check_bad_requests_are_refused);
  g_test_add_func ("/transaction/handlers-only-look", check_handlers_only_look);
  g_test_add_func ("/transaction/values", check_values);
  g_test_add_func ("/transaction/replay-is-all-or-nothing", check_replay_is_all_or_nothing);
  g_test_add_func ("/transaction/replay-is-one-step", check_replay_is_one_step);
  return g_test_run ();
}
