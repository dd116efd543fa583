/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rapport-history.h"
#include "rapport-phase.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

/* --- Scripts: a command, then what the history says and how often it said so ---------------------------- */

typedef enum
{
  END,
  SET,    /* the label becomes @value, as a transaction called @label with the merge key @key */
  CANCEL, /* the same, cancelled */
  UNDO,
  REDO,
  SAVE,
  UNSAVE, /* the map is on no disk */
  STOP,   /* the pointer was released */
  LIMIT,  /* @value steps are kept */
} Command;

typedef struct
{
  Command command;
  const char *value;
  const char *label;
  const char *key;

  const char *state;  /* U = can undo, R = can redo, M = modified */
  const char *undo_label;
  const char *redo_label;
  const char *shown;  /* the label of the stakeholder afterwards */
  const char *told;   /* each notification in order: U, R, M, u and r for the labels; C for committed */
} Step;

static const Step plain[] = {
  { SET, "a", "First", NULL, "U M", "First", NULL, "a", "CUMu" },
  { SET, "b", "Second", NULL, "U M", "Second", NULL, "b", "Cu" },
  { UNDO, NULL, NULL, NULL, "URM", "First", "Second", "a", "CRur" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "First", "0", "CUMur" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "First", "0", "" },
  { REDO, NULL, NULL, NULL, "URM", "First", "Second", "a", "CUMur" },
  { REDO, NULL, NULL, NULL, "U M", "Second", NULL, "b", "CRur" },
  { REDO, NULL, NULL, NULL, "U M", "Second", NULL, "b", "" },
  { UNDO, NULL, NULL, NULL, "URM", "First", "Second", "a", "CRur" },
  { SET, "c", "Third", NULL, "U M", "Third", NULL, "c", "CRur" },
  { END },
};

static const Step nothing_is_no_step[] = {
  { SET, "0", "Nothing", NULL, "   ", NULL, NULL, "0", "" },
  { CANCEL, "a", "Cancelled", NULL, "   ", NULL, NULL, "0", "" },
  { SET, "a", "First", NULL, "U M", "First", NULL, "a", "CUMu" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "First", "0", "CURMur" },
  { CANCEL, "b", "Cancelled", NULL, " R ", NULL, "First", "0", "" },
  { SET, "0", "Nothing", NULL, " R ", NULL, "First", "0", "" },
  { REDO, NULL, NULL, NULL, "U M", "First", NULL, "a", "CURMur" },
  { END },
};

static const Step typing[] = {
  { SET, "h", "Type", "type", "U M", "Type", NULL, "h", "CUMu" },
  { SET, "he", "Type", "type", "U M", "Type", NULL, "he", "C" },
  { SET, "hel", "Type", "type", "U M", "Type", NULL, "hel", "C" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "Type", "0", "CURMur" },
  { REDO, NULL, NULL, NULL, "U M", "Type", NULL, "hel", "CURMur" },
  /* What was undone is over: the next is a step of its own. */
  { SET, "hell", "Type", "type", "U M", "Type", NULL, "hell", "C" },
  { UNDO, NULL, NULL, NULL, "URM", "Type", "Type", "hel", "CRr" },
  { SET, "help", "Type", "type", "U M", "Type", NULL, "help", "CRr" },
  { STOP, NULL, NULL, NULL, "U M", "Type", NULL, "help", "" },
  { SET, "helps", "Type", "type", "U M", "Type", NULL, "helps", "C" },
  { UNDO, NULL, NULL, NULL, "URM", "Type", "Type", "help", "CRr" },
  { END },
};

static const Step keys[] = {
  { SET, "a", "Drag", "one", "U M", "Drag", NULL, "a", "CUMu" },
  { SET, "b", "Drag", "two", "U M", "Drag", NULL, "b", "C" },
  { SET, "c", "Other", NULL, "U M", "Other", NULL, "c", "Cu" },
  { SET, "d", "Other", NULL, "U M", "Other", NULL, "d", "C" },
  { UNDO, NULL, NULL, NULL, "URM", "Other", "Other", "c", "CRr" },
  { UNDO, NULL, NULL, NULL, "URM", "Drag", "Other", "b", "Cu" },
  { UNDO, NULL, NULL, NULL, "URM", "Drag", "Drag", "a", "Cr" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "Drag", "0", "CUMu" },
  { END },
};

static const Step saving[] = {
  { SET, "a", "Type", "type", "U M", "Type", NULL, "a", "CUMu" },
  { SAVE, NULL, NULL, NULL, "U  ", "Type", NULL, "a", "M" },
  { SAVE, NULL, NULL, NULL, "U  ", "Type", NULL, "a", "" },
  /* Nothing merges across the saved mark, so that undo leads back to what is on disk. */
  { SET, "ab", "Type", "type", "U M", "Type", NULL, "ab", "CM" },
  { SET, "abc", "Type", "type", "U M", "Type", NULL, "abc", "C" },
  { UNDO, NULL, NULL, NULL, "UR ", "Type", "Type", "a", "CRMr" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "Type", "0", "CUMu" },
  { REDO, NULL, NULL, NULL, "UR ", "Type", "Type", "a", "CUMu" },
  { REDO, NULL, NULL, NULL, "U M", "Type", NULL, "abc", "CRMr" },
  { SAVE, NULL, NULL, NULL, "U  ", "Type", NULL, "abc", "M" },
  { UNDO, NULL, NULL, NULL, "URM", "Type", "Type", "a", "CRMr" },
  /* What is on disk can no longer be reached. */
  { SET, "x", "Other", NULL, "U M", "Other", NULL, "x", "CRur" },
  { UNDO, NULL, NULL, NULL, "URM", "Type", "Other", "a", "CRur" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "Type", "0", "CUur" },
  { END },
};

static const Step unsaved[] = {
  { UNSAVE, NULL, NULL, NULL, "  M", NULL, NULL, "0", "M" },
  { SET, "a", "Type", "type", "U M", "Type", NULL, "a", "CUu" },
  { SET, "ab", "Type", "type", "U M", "Type", NULL, "ab", "C" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "Type", "0", "CURur" },
  { SAVE, NULL, NULL, NULL, " R ", NULL, "Type", "0", "M" },
  { REDO, NULL, NULL, NULL, "U M", "Type", NULL, "ab", "CURMur" },
  { END },
};

static const Step limit[] = {
  { LIMIT, "2", NULL, NULL, "   ", NULL, NULL, "0", "" },
  { SET, "a", "1", NULL, "U M", "1", NULL, "a", "CUMu" },
  { SET, "b", "2", NULL, "U M", "2", NULL, "b", "Cu" },
  { SET, "c", "3", NULL, "U M", "3", NULL, "c", "Cu" },
  { UNDO, NULL, NULL, NULL, "URM", "2", "3", "b", "CRur" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "2", "a", "CUur" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "2", "a", "" },
  { REDO, NULL, NULL, NULL, "URM", "2", "3", "b", "CUur" },
  { REDO, NULL, NULL, NULL, "U M", "3", NULL, "c", "CRur" },
  { LIMIT, "1", NULL, NULL, "U M", "3", NULL, "c", "" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "3", "b", "CURur" },
  { END },
};

/* A saved state that was forgotten is none: undo as far as it goes, and the map is still modified. */
static const Step limit_and_saving[] = {
  { LIMIT, "1", NULL, NULL, "   ", NULL, NULL, "0", "" },
  { SET, "a", "1", NULL, "U M", "1", NULL, "a", "CUMu" },
  { SAVE, NULL, NULL, NULL, "U  ", "1", NULL, "a", "M" },
  { SET, "b", "2", NULL, "U M", "2", NULL, "b", "CMu" },
  { UNDO, NULL, NULL, NULL, " R ", NULL, "2", "a", "CURMur" },
  { REDO, NULL, NULL, NULL, "U M", "2", NULL, "b", "CURMur" },
  { SET, "c", "3", NULL, "U M", "3", NULL, "c", "Cu" },
  { UNDO, NULL, NULL, NULL, " RM", NULL, "3", "b", "CURur" },
  { END },
};

typedef struct
{
  RapportHistory *history;
  RapportElement *element;
  GString *told;
} Script;

static void
notify_cb (Script *script, GParamSpec *pspec)
{
  static const struct
  {
    const char *name;
    char letter;
  } letters[] = { { "can-undo", 'U' }, { "can-redo", 'R' }, { "modified", 'M' },
                  { "undo-label", 'u' }, { "redo-label", 'r' } };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (pspec->name, letters[i].name) == 0)
      g_string_append_c (script->told, letters[i].letter);
}

static void
committed_cb (Script *script, GPtrArray *changes)
{
  g_assert_cmpuint (changes->len, >, 0);
  g_string_append_c (script->told, 'C');
}

static void
run_set (Script *script, const Step *step)
{
  RapportTransaction *transaction
    = rapport_history_begin (script->history, step->label, step->key);

  rapport_transaction_set_text (transaction, script->element, "label", step->value);
  if (step->command == CANCEL)
    rapport_transaction_cancel (transaction);
  else
    rapport_transaction_commit (transaction);
}

static void
run_command (Script *script, const Step *step)
{
  RapportHistory *history = script->history;

  if (step->command == SET || step->command == CANCEL)
    run_set (script, step);
  else if (step->command == UNDO)
    g_assert_cmpint (rapport_history_undo (history), ==, *step->told != '\0');
  else if (step->command == REDO)
    g_assert_cmpint (rapport_history_redo (history), ==, *step->told != '\0');
  else if (step->command == SAVE)
    rapport_history_mark_saved (history, rapport_history_get_state (history));
  else if (step->command == UNSAVE)
    rapport_history_mark_unsaved (history);
  else if (step->command == STOP)
    rapport_history_stop_merging (history);
  else if (step->command == LIMIT)
    rapport_history_set_limit (history, (guint) g_ascii_strtoull (step->value, NULL, 10));
}

/* The letters in one order, so that the table need not know in which order properties are told. */
static char *
sorted (const char *letters)
{
  static const char order[] = "CURMur";
  GString *out = g_string_new (NULL);

  for (const char *p = order; *p != '\0'; p++)
    for (const char *q = letters; *q != '\0'; q++)
      if (*p == *q)
        g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static void
check_step (Script *script, const Step *step)
{
  RapportHistory *history = script->history;
  g_autofree char *told = NULL;
  g_autofree char *expected = sorted (step->told);
  char state[4];

  g_string_truncate (script->told, 0);
  run_command (script, step);
  told = sorted (script->told->str);
  g_snprintf (state, sizeof state, "%c%c%c", rapport_history_can_undo (history) ? 'U' : ' ',
              rapport_history_can_redo (history) ? 'R' : ' ',
              rapport_history_is_modified (history) ? 'M' : ' ');
  g_assert_cmpstr (state, ==, step->state);
  g_assert_cmpstr (rapport_history_get_undo_label (history), ==, step->undo_label);
  g_assert_cmpstr (rapport_history_get_redo_label (history), ==, step->redo_label);
  g_assert_cmpstr (rapport_element_get_text (script->element, "label"), ==, step->shown);
  g_assert_cmpstr (told, ==, expected);
}

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

static void
check_script (gconstpointer data)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportHistory *history = rapport_history_new (map);
  Script script = { history, rapport_map_lookup (map, "s1"), g_string_new (NULL) };

  g_signal_connect_swapped (history, "notify", G_CALLBACK (notify_cb), &script);
  g_signal_connect_swapped (history, "committed", G_CALLBACK (committed_cb), &script);
  for (const Step *step = data; step->command != END; step++)
    {
      g_test_message ("step %d", (int) (step - (const Step *) data));
      check_step (&script, step);
    }
  g_string_free (script.told, TRUE);
  g_assert_finalize_object (history);
}

/* --- Merging of drags -------------------------------------------------------------------------------------- */

static void
drag (RapportHistory *history, RapportElement *const elements[], guint n, double at)
{
  RapportTransaction *transaction = rapport_history_begin (history, "Move", "drag 1");

  for (guint i = 0; i < n; i++)
    {
      rapport_transaction_set_number (transaction, elements[i], "x", at + i);
      rapport_transaction_set_number (transaction, elements[i], "y", -at);
    }
  rapport_transaction_commit (transaction);
}

static void
check_drag_is_one_step (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = NULL;
  RapportElement *elements[3];

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autofree char *id = g_strdup_printf ("d%u", i);
      g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

      rapport_map_add (map, element);
      elements[i] = element;
    }
  history = rapport_history_new (map);
  for (guint i = 1; i <= 50; i++)
    {
      /* Now and then the pointer stands still along one axis, or a neighbour is dragged along. */
      drag (history, elements, i % 3 == 0 ? 2 : 3, i % 5 == 0 ? i - 1 : i);
    }
  g_assert_cmpfloat (rapport_element_get_number (elements[1], "x"), ==, 50);
  g_assert_true (rapport_history_undo (history));
  g_assert_false (rapport_history_can_undo (history));
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_assert_true (isnan (rapport_element_get_number (elements[i], "x")));
  g_assert_true (rapport_history_redo (history));
  g_assert_cmpfloat (rapport_element_get_number (elements[1], "x"), ==, 50);
  g_assert_cmpfloat (rapport_element_get_number (elements[2], "x"), ==, 51);
  g_assert_cmpfloat (rapport_element_get_number (elements[1], "y"), ==, -49);
}

/* What one step puts in and the next, merged with it, changes and takes out again. */
static void
check_merging_over_insertion (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportElement) element = rapport_stakeholder_new ("new");
  RapportTransaction *transaction = rapport_history_begin (history, "Add", "key");

  rapport_transaction_insert (transaction, element, 0);
  rapport_transaction_set_text (transaction, element, "label", "one");
  rapport_transaction_commit (transaction);
  transaction = rapport_history_begin (history, "Add", "key");
  rapport_transaction_set_text (transaction, element, "label", "two");
  rapport_transaction_move (transaction, element, 1);
  rapport_transaction_set_text (transaction, element, "label", "three");
  rapport_transaction_commit (transaction);
  transaction = rapport_history_begin (history, "Add", "key");
  rapport_transaction_set_text (transaction, element, "label", "four");
  rapport_transaction_delete (transaction, element);
  rapport_transaction_commit (transaction);

  g_assert_null (rapport_map_lookup (map, "new"));
  g_assert_true (rapport_history_undo (history));
  g_assert_false (rapport_history_can_undo (history));
  g_assert_null (rapport_map_lookup (map, "new"));
  g_assert_cmpstr (rapport_element_get_text (element, "label"), ==, NULL);
  g_assert_true (rapport_history_redo (history));
  g_assert_cmpstr (rapport_element_get_text (element, "label"), ==, "four");
}

/* A save in a thread ends when there was more typing: what is on disk is then no place in the history. */
static void
check_late_saved_mark (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  Script script = { history, rapport_map_lookup (map, "s1"), NULL };
  const Step type[] = { { SET, "a", "Type", "type" }, { SET, "ab", "Type", "type" } };
  guint64 state;

  run_set (&script, &type[0]);
  state = rapport_history_get_state (history);
  run_set (&script, &type[1]);
  rapport_history_mark_saved (history, state);
  g_assert_true (rapport_history_is_modified (history));
  rapport_history_undo (history);
  g_assert_true (rapport_history_is_modified (history));
  rapport_history_redo (history);
  g_assert_true (rapport_history_is_modified (history));
  g_assert_cmpuint (rapport_history_get_state (history), !=, state);
}

/* --- The same objects ---------------------------------------------------------------------------------------- */

static void
check_same_objects_come_back (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  RapportElement *old = rapport_map_lookup (map, "s1");
  g_autoptr (RapportElement) element = rapport_stakeholder_new ("s2");
  RapportTransaction *transaction = rapport_history_begin (history, "Add", NULL);

  rapport_transaction_insert (transaction, element, 0);
  rapport_transaction_delete (transaction, old);
  rapport_transaction_commit (transaction);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (rapport_element_list_get_length (list), ==, 1);
      g_assert_true (rapport_element_list_peek (list, 0) == element);
      g_assert_null (rapport_element_get_map (old));
      rapport_history_undo (history);
      g_assert_true (rapport_element_list_peek (list, 0) == old);
      g_assert_true (rapport_map_lookup (map, "s1") == old);
      g_assert_null (rapport_element_get_map (element));
      rapport_history_redo (history);
    }
}

static void
check_same_readings_come_back (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  g_autoptr (RapportReading) first = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) second = rapport_reading_with_level (first, "influence", 3);
  RapportReading *const readings[] = { first, second, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      RapportTransaction *transaction = rapport_history_begin (history, "Judge", NULL);

      rapport_transaction_set_reading (transaction, element, "now", NULL, readings[i]);
      g_assert_true (rapport_transaction_commit (transaction));
    }
  g_assert_false (rapport_element_is_in_phase (element, "now"));
  rapport_history_undo (history);
  g_assert_true (rapport_element_get_reading (element, "now", NULL) == second);
  rapport_history_undo (history);
  g_assert_true (rapport_element_get_reading (element, "now", NULL) == first);
  rapport_history_undo (history);
  g_assert_null (rapport_element_get_reading (element, "now", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/history/script/plain", plain, check_script);
  g_test_add_data_func ("/history/script/nothing-is-no-step", nothing_is_no_step, check_script);
  g_test_add_data_func ("/history/script/typing", typing, check_script);
  g_test_add_data_func ("/history/script/keys", keys, check_script);
  g_test_add_data_func ("/history/script/saving", saving, check_script);
  g_test_add_data_func ("/history/script/unsaved", unsaved, check_script);
  g_test_add_data_func ("/history/script/limit", limit, check_script);
  g_test_add_data_func ("/history/script/limit-and-saving", limit_and_saving, check_script);
  g_test_add_func ("/history/drag-is-one-step", check_drag_is_one_step);
  g_test_add_func ("/history/merging-over-insertion", check_merging_over_insertion);
  g_test_add_func ("/history/late-saved-mark", check_late_saved_mark);
  g_test_add_func ("/history/same-objects-come-back", check_same_objects_come_back);
  g_test_add_func ("/history/same-readings-come-back", check_same_readings_come_back);
  return g_test_run ();
}
