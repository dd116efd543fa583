/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "list-observer.h"
#include "rapport-function-reading.h"
#include "rapport-function.h"
#include "rapport-history.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"
#include "rapport-region.h"
#include "rapport-response.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"
#include "rapport-term.h"

typedef RapportElement *(*NewFunc) (const char *id);

static RapportElement *
add (RapportMap *map, NewFunc new_element, const char *id, const char *const pairs[])
{
  g_autoptr (RapportElement) element = new_element (id);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    rapport_element_init_text (element, pairs[i], pairs[i + 1]);
  rapport_map_add (map, element);
  return element;
}

#define ADD(map, type, id, ...) \
  add (map, rapport_##type##_new, id, (const char *const[]){ __VA_ARGS__, NULL })

/* Gives the element a reading of every phase, agreed and of the one perspective. */
static void
judge (RapportElement *element, const char *by)
{
  static const char *const phases[] = { "now", "aim" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (phases); i++)
    {
      RapportReading *reading = rapport_reading_new (rapport_element_get_reading_kind (element));

      if (by != NULL)
        rapport_reading_init_field (reading, rapport_reading_find_field (reading, "by"), by,
                                    strlen (by));
      rapport_element_init_reading (element, phases[i / 2], i % 2 == 0 ? NULL : "v1", reading);
    }
}

static RapportMap *
make_map (void)
{
  RapportMap *map = rapport_map_new ();

  ADD (map, sector, "nhs", "name", "NHS and care");
  ADD (map, sector, "public", "name", "Public");
  ADD (map, phase, "now", "name", "Now");
  ADD (map, phase, "aim", "name", "Aim");
  ADD (map, perspective, "v1", "sector", "public");
  judge (ADD (map, stakeholder, "s1", "sector", "nhs"), NULL);
  judge (ADD (map, stakeholder, "s2", "sector", "public", "parent", "s1"), NULL);
  judge (ADD (map, stakeholder, "s3", "sector", "across", "spans", "nhs public third"), NULL);
  judge (ADD (map, link, "l1", "a", "s1", "b", "s2"), NULL);
  judge (ADD (map, link, "l2", "a", "s2", "b", "s3"), NULL);
  judge (ADD (map, link, "l3", "a", "s3", "b", "s1"), NULL);
  ADD (map, mark, "t1", "on", "s1");
  ADD (map, mark, "t2", "on", "s1 l2 s2", "phase", "now");
  ADD (map, mark, "t3", "on", "l1", "perspective", "v1");
  ADD (map, mark, "t4", "on", "r1 l3");
  ADD (map, mark, "t5", "tension", "power");
  ADD (map, region, "r1", "members", "s1 s1");
  ADD (map, region, "r2", "members", "s2 s1 s3");
  ADD (map, response, "p1", "by", "s2 s1", "structure", "s3", "marks", "t1 t2");
  ADD (map, response, "p2", "by", "s1", "structure", "s1");
  judge (ADD (map, function, "f1", "name", "Money"), "s1 s3");
  judge (ADD (map, function, "f2", "name", "Direction"), "s1");
  ADD (map, term, "g1", "used-by", "s3 s1 s2");
  ADD (map, step, "e1", "phase", "now", "compare-phase", "aim", "perspective", "v1", "focus",
       "s2 s1", "hide-sectors", "public nhs");
  return map;
}

/* What is left of the map in short: each list's ids, with the references that changed. */
static const struct
{
  const char *deleted;
  const char *gone;       /* ids, in the order in which they go */
  const char *changed[8]; /* "id property value", the value missing where it is not given */
} rows[] = {
  { "s1",
    "t4 t3 r1 t1 l3 l1 s1",
    { "s2 parent", "t2 on l2 s2", "r2 members s2 s3", "p1 by s2", "p1 marks t2", "p2 by",
      "g1 used-by s3 s2", "e1 focus s2" } },
  { "s3",
    "l3 l2 s3",
    { "t2 on s1 s2", "t4 on r1", "r2 members s2 s1", "p1 structure", "g1 used-by s1 s2" } },
  { "l1", "t3 l1", { NULL } },
  { "r1", "r1", { "t4 on l3" } },
  { "t1", "t1", { "p1 marks t2" } },
  { "public", "public", { "s2 sector", "s3 spans nhs third", "v1 sector", "e1 hide-sectors nhs" } },
  { "nhs", "nhs", { "s1 sector nhs", "s3 spans nhs public third", "e1 hide-sectors public nhs" } },
  { "now", "t2 now", { "e1 phase", "e1 compare-phase aim", "p1 marks t1" } },
  { "aim", "aim", { "e1 phase now", "e1 compare-phase", "t2 phase now" } },
  { "v1", "t3 v1", { "e1 perspective" } },
  { "f1", "f1", { NULL } },
  { "e1", "e1", { NULL } },
};

static void
check_changed (RapportMap *map, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (expected, " ", 3);
  RapportElement *element = rapport_map_lookup (map, parts[0]);

  g_assert_nonnull (element);
  g_assert_cmpstr (rapport_element_get_text (element, parts[1]), ==, parts[2]);
}

/* The ids of what was removed, in order. */
static void
committed_cb (RapportHistory *history, GPtrArray *changes, GString *gone)
{
  g_string_truncate (gone, 0);
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (change->kind == RAPPORT_CHANGE_REMOVE)
        g_string_append_printf (gone, "%s%s", gone->len > 0 ? " " : "",
                                rapport_element_get_id (change->element));
    }
}

static void
delete (RapportHistory *history, const char *id)
{
  RapportMap *map = rapport_history_get_map (history);
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);

  rapport_transaction_delete (transaction, rapport_map_lookup (map, id));
  g_assert_true (rapport_transaction_commit (transaction));
}

static void
check_no_reference_left (RapportMap *map, const char *gone)
{
  g_auto (GStrv) ids = g_strsplit (gone, " ", -1);

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (GPtrArray) referrers = rapport_map_list_referrers (map, *id);

      g_assert_null (rapport_map_lookup (map, *id));
      if (!rapport_sector_is_built_in (*id))
        g_assert_cmpuint (referrers->len, ==, 0);
    }
}

static void
check_row (guint i)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportMap) start = make_map ();
  g_autoptr (RapportMap) end = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportHistory) other = rapport_history_new (end);
  g_autoptr (GString) gone = g_string_new (NULL);

  g_signal_connect (history, "committed", G_CALLBACK (committed_cb), gone);
  delete (history, rows[i].deleted);
  delete (other, rows[i].deleted);
  g_assert_cmpstr (gone->str, ==, rows[i].gone);
  for (guint j = 0; j < G_N_ELEMENTS (rows[i].changed) && rows[i].changed[j] != NULL; j++)
    check_changed (map, rows[i].changed[j]);
  check_no_reference_left (map, rows[i].gone);
  g_assert_true (rapport_map_equal (map, end));

  /* Everything comes back in its place, in one step. */
  g_assert_true (rapport_history_undo (history));
  g_assert_false (rapport_history_can_undo (history));
  g_assert_true (rapport_map_equal (map, start));
  g_assert_true (rapport_history_redo (history));
  g_assert_true (rapport_map_equal (map, end));
}

static void
check_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].deleted);
      check_row (i);
    }
}

static guint
count_readings (RapportMap *map, const char *id)
{
  guint n;

  rapport_element_list_readings (rapport_map_lookup (map, id), &n);
  return n;
}

/* With a phase or a perspective go its own readings and no others. */
static void
check_readings (void)
{
  static const char *const holders[] = { "s1", "s2", "s3", "l1", "l3", "f1", "f2" };
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  delete (history, "now");
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      RapportElement *element = rapport_map_lookup (map, holders[i]);

      g_assert_cmpuint (count_readings (map, holders[i]), ==, 2);
      g_assert_false (rapport_element_is_in_phase (element, "now"));
      g_assert_null (rapport_element_get_reading (element, "now", "v1"));
      g_assert_true (rapport_element_is_in_phase (element, "aim"));
      g_assert_nonnull (rapport_element_get_reading (element, "aim", "v1"));
    }
  rapport_history_undo (history);
  delete (history, "v1");
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      RapportElement *element = rapport_map_lookup (map, holders[i]);

      g_assert_cmpuint (count_readings (map, holders[i]), ==, 2);
      g_assert_true (rapport_element_is_in_phase (element, "now"));
      g_assert_null (rapport_element_get_reading (element, "now", "v1"));
      g_assert_true (rapport_element_is_in_phase (element, "aim"));
    }
}

/* A function that loses its holder is held by nobody, which is not "not discussed". */
static void
check_holders (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *both = rapport_map_lookup (map, "f1");
  RapportElement *one = rapport_map_lookup (map, "f2");
  const RapportReading *before = rapport_element_get_reading (both, "now", NULL);

  delete (history, "s1");
  g_assert_cmpstr (rapport_function_reading_get_by (rapport_element_get_reading (both, "now", NULL)),
                   ==, "s3");
  g_assert_cmpstr (rapport_function_reading_get_by (rapport_element_get_reading (both, "aim", "v1")),
                   ==, "s3");
  g_assert_cmpstr (rapport_function_reading_get_by (rapport_element_get_reading (one, "now", NULL)),
                   ==, "");
  rapport_history_undo (history);
  g_assert_true (rapport_element_get_reading (both, "now", NULL) == before);
}

/* What refers to itself, in a ring or in a chain must not send deletion round. */
static void
check_rings (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (RapportMap) start = NULL;

  ADD (map, stakeholder, "self", "parent", "self");
  ADD (map, stakeholder, "up", "parent", "down");
  ADD (map, stakeholder, "down", "parent", "up");
  ADD (map, link, "loop", "a", "self", "b", "self");
  ADD (map, link, "own", "a", "own", "b", "own");
  ADD (map, link, "one", "a", "two", "b", "self");
  ADD (map, link, "two", "a", "one", "b", "up");
  ADD (map, region, "in-itself", "members", "in-itself");
  ADD (map, region, "r1", "members", "r2");
  ADD (map, region, "r2", "members", "r1");
  ADD (map, mark, "t1", "on", "r1 r2 one");
  ADD (map, mark, "t2", "on", "t2");
  history = rapport_history_new (map);
  delete (history, "self");
  g_assert_null (rapport_map_lookup (map, "two"));
  g_assert_null (rapport_map_lookup (map, "loop"));
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "t1"), "on"), ==, "r1 r2");
  delete (history, "up");
  g_assert_null (rapport_element_get_text (rapport_map_lookup (map, "down"), "parent"));
  delete (history, "own");
  delete (history, "in-itself");
  delete (history, "t2");
  delete (history, "r2");
  g_assert_null (rapport_map_lookup (map, "r1"));
  g_assert_null (rapport_map_lookup (map, "t1"));
  while (rapport_history_undo (history))
    continue;
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "self"), "parent"), ==, "self");
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "t1"), "on"), ==, "r1 r2 one");
  while (rapport_history_redo (history))
    continue;
  g_assert_cmpuint (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_LINKS)),
                    ==, 0);
}

static void
check_long_chain (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  RapportElementList *links = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  g_autoptr (RapportHistory) history = NULL;
  const guint n = 20000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *on = g_strdup_printf ("l%u", i - 1);

      ADD (map, link, id, "a", on);
    }
  history = rapport_history_new (map);
  delete (history, "l0");
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 0);
  rapport_history_undo (history);
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, n);
  g_assert_cmpuint (rapport_element_get_position (rapport_map_lookup (map, "l19999")), ==, n - 1);
}

/* Ids that are nobody's stay as they are, also beside one that goes. */
static void
check_dangling (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportHistory) history = NULL;

  ADD (map, stakeholder, "s1", "sector", "no-such-sector");
  ADD (map, mark, "t1", "on", "gone s1");
  ADD (map, link, "l1", "a", "gone", "b", "gone too");
  history = rapport_history_new (map);
  delete (history, "s1");
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "t1"), "on"), ==, "gone");
  delete (history, "l1");
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "t1"), "on"), ==, "gone");
}

/* Positions, in lists where what goes stands between what stays; and views are told the truth. */
static void
check_places (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  ListObserver *observers[RAPPORT_N_LISTS];
  static const char *const order[] = { "s2", "now", "public", "t2", "r1", "s1", "v1" };

  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    observers[i] = list_observer_new (G_LIST_MODEL (rapport_map_get_list (map, i)));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (rapport_map_lookup (map, order[i]) != NULL)
      delete (history, order[i]);
  while (rapport_history_undo (history))
    continue;
  while (rapport_history_redo (history))
    continue;
  while (rapport_history_undo (history))
    continue;
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      g_autoptr (RapportMap) start = make_map ();
      RapportElementList *now = rapport_map_get_list (map, i);
      RapportElementList *then = rapport_map_get_list (start, i);

      g_assert_cmpstr (list_observer_find_fault (observers[i]), ==, NULL);
      list_observer_free (observers[i]);
      g_assert_cmpuint (rapport_element_list_get_length (now), ==,
                        rapport_element_list_get_length (then));
      for (guint j = 0; j < rapport_element_list_get_length (now); j++)
        g_assert_cmpstr (rapport_element_get_id (rapport_element_list_peek (now, j)), ==,
                         rapport_element_get_id (rapport_element_list_peek (then, j)));
    }
}

static void
check_cancel (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportMap) start = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);

  rapport_transaction_delete (transaction, rapport_map_lookup (map, "s1"));
  rapport_transaction_delete (transaction, rapport_map_lookup (map, "now"));
  rapport_transaction_cancel (transaction);
  g_assert_true (rapport_map_equal (map, start));
  g_assert_false (rapport_history_can_undo (history));
  g_assert_false (rapport_history_is_modified (history));
}

static void
check_copy_phase (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElement *element = rapport_map_lookup (map, "s1");
  g_autoptr (RapportElement) phase = rapport_phase_new ("later");
  RapportTransaction *transaction = rapport_history_begin (history, "Copy", NULL);

  rapport_transaction_insert (transaction, phase, 1);
  rapport_transaction_copy_phase (transaction, "now", "later");
  rapport_transaction_copy_phase (transaction, "now", "now");
  rapport_transaction_commit (transaction);
  g_assert_cmpuint (count_readings (map, "s1"), ==, 6);
  g_assert_true (rapport_element_get_reading (element, "later", NULL)
                 == rapport_element_get_reading (element, "now", NULL));
  g_assert_true (rapport_element_get_reading (element, "later", "v1")
                 == rapport_element_get_reading (element, "now", "v1"));
  rapport_history_undo (history);
  g_assert_cmpuint (count_readings (map, "s1"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delete/rows", check_rows);
  g_test_add_func ("/delete/readings", check_readings);
  g_test_add_func ("/delete/holders", check_holders);
  g_test_add_func ("/delete/rings", check_rings);
  g_test_add_func ("/delete/long-chain", check_long_chain);
  g_test_add_func ("/delete/dangling", check_dangling);
  g_test_add_func ("/delete/places", check_places);
  g_test_add_func ("/delete/cancel", check_cancel);
  g_test_add_func ("/delete/copy-phase", check_copy_phase);
  return g_test_run ();
}
