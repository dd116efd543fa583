/* test-map-arranger.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-map-arranger.h"

#include <math.h>

#include "rapport-wheel.h"
#include "scene-measure.h"

#define MADE_UP 6

static RapportMap *
load (guint i, gboolean free_layout)
{
  static const char *const letters[] = { "a", "b", "c" };
  RapportMap *map = scene_measure_load_example (letters[i]);

  if (free_layout)
    rapport_element_init_text (RAPPORT_ELEMENT (map), "layout", "free");
  return map;
}

static gboolean
arrange (RapportHistory *history, const RapportArrangeOptions *options)
{
  g_autoptr (RapportMapArranger) arranger
      = rapport_map_arranger_new (rapport_history_get_map (history), options);

  g_assert_true (rapport_map_arranger_run (arranger, NULL, NULL, NULL));
  return rapport_map_arranger_apply (arranger, history);
}

static SceneMeasure
measure (RapportMap *map)
{
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION),
                           &(RapportPage){ 0 });

  return scene_measure (map, scene);
}

/* What the picture shows, names and pips and all, is free of overlaps. */
static void
check_picture (RapportMap *map, const char *name)
{
  SceneMeasure found = measure (map);

  g_test_message ("%s: %u names; name on name %u, name on node %u, node on node %u, link on node %u", name,
                  found.names, found.name_on_name, found.name_on_node, found.node_on_node, found.link_on_node);
  g_assert_cmpuint (found.names, >, 10);
  g_assert_cmpuint (found.node_on_node, ==, 0);
  g_assert_cmpuint (found.name_on_node, ==, 0);
  g_assert_cmpuint (found.name_on_name, ==, 0);
}

static RapportElement *
peek (RapportMap *map, guint i)
{
  return rapport_element_list_peek (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS), i);
}

static guint
count (RapportMap *map)
{
  return rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));
}

/* --- */

static void
test_picture (gconstpointer free_layout)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RapportMap) map = load (i, GPOINTER_TO_INT (free_layout));
      g_autoptr (RapportHistory) history = rapport_history_new (map);

      g_assert_true (arrange (history, &(RapportArrangeOptions){ .afresh = TRUE }));
      check_picture (map, "example");
    }
}

static void
test_made_up (void)
{
  for (guint32 seed = 1; seed <= MADE_UP; seed++)
    {
      g_autoptr (RapportMap) map = scene_measure_make_map (seed, 40, 80);
      g_autoptr (RapportHistory) history = rapport_history_new (map);

      g_assert_true (arrange (history, &(RapportArrangeOptions){ .afresh = TRUE }));
      check_picture (map, "made up");
    }
}

/* Everybody is in their ring and wedge: the numbers say where in it. */
static void
test_in_the_wheel (void)
{
  g_autoptr (RapportMap) map = load (1, FALSE);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);

  arrange (history, &(RapportArrangeOptions){ .afresh = TRUE });
  for (guint i = 0; i < count (map); i++)
    {
      double angle = rapport_element_get_number (peek (map, i), "angle");
      double depth = rapport_element_get_number (peek (map, i), "depth");
      const char *sector = rapport_element_get_text (peek (map, i), "sector");
      int wedge = rapport_wheel_find_wedge (wheel, sector);

      g_assert_true (angle >= 0 && angle < 360 && depth >= 0 && depth <= 1);
      g_assert_cmpfloat (fabs (angle * 10 - round (angle * 10)), <, 1e-6);
      g_assert_cmpfloat (fabs (depth * 100 - round (depth * 100)), <, 1e-6);
      if (wedge >= 0)
        g_assert_cmpint (rapport_wheel_wedge_at (wheel, angle), ==, wedge);
    }
}

static void
test_one_step (gconstpointer free_layout)
{
  g_autoptr (RapportMap) map = load (0, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportMap) before = load (0, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportMap) arranged = NULL;
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  g_assert_true (arrange (history, &(RapportArrangeOptions){ .afresh = TRUE }));
  g_assert_cmpstr (rapport_history_get_undo_label (history), ==, "Tidy");
  g_assert_false (rapport_map_equal (map, before));
  g_assert_true (rapport_history_undo (history));
  g_assert_false (rapport_history_can_undo (history));
  g_assert_true (rapport_map_equal (map, before));
}

static void
test_only_some (gconstpointer free_layout)
{
  const char *const only[] = { "a03", "a09", "a17", "nobody", NULL };
  g_autoptr (RapportMap) map = load (0, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportMap) before = load (0, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  if (free_layout)
    {
      g_autoptr (RapportHistory) other = rapport_history_new (before);

      arrange (history, NULL);
      arrange (other, NULL);
    }
  g_assert_true (arrange (history, &(RapportArrangeOptions){ .only = only, .afresh = TRUE }));
  for (guint i = 0; i < count (map); i++)
    g_assert_cmpint (rapport_element_equal (peek (map, i), peek (before, i)), ==,
                     !g_strv_contains (only, rapport_element_get_id (peek (map, i))));
}

/* Tidied once, there is next to nothing left to tidy. */
static void
test_stays (gconstpointer free_layout)
{
  g_autoptr (RapportMap) map = load (2, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree double *angles = g_new0 (double, count (map));
  g_autofree double *xs = g_new0 (double, count (map));

  arrange (history, &(RapportArrangeOptions){ .afresh = TRUE });
  for (guint i = 0; i < count (map); i++)
    {
      angles[i] = rapport_element_get_number (peek (map, i), "angle");
      xs[i] = rapport_element_get_number (peek (map, i), "x");
    }
  arrange (history, NULL);
  for (guint i = 0; i < count (map); i++)
    if (free_layout)
      g_assert_cmpfloat (fabs (rapport_element_get_number (peek (map, i), "x") - xs[i]), <, 120);
    else
      g_assert_cmpfloat (fabs (remainder (rapport_element_get_number (peek (map, i), "angle") - angles[i], 360)), <, 20);
}

static gpointer
run_in_thread (gpointer arranger)
{
  return GINT_TO_POINTER (rapport_map_arranger_run (arranger, NULL, NULL, NULL));
}

/* While a thread looks for places the map goes on; what comes of it fits whoever is still there. */
static void
test_meanwhile (void)
{
  g_autoptr (RapportMap) map = load (0, FALSE);
  g_autoptr (RapportMap) other = load (0, FALSE);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportHistory) untouched = rapport_history_new (other);
  g_autoptr (RapportMapArranger) arranger
      = rapport_map_arranger_new (map, &(RapportArrangeOptions){ .afresh = TRUE });
  GThread *thread = g_thread_new ("arrange", run_in_thread, arranger);
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);

  rapport_transaction_delete (transaction, rapport_map_lookup (map, "a05"));
  rapport_transaction_commit (transaction);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
  g_assert_true (rapport_map_arranger_apply (arranger, history));
  g_assert_null (rapport_map_lookup (map, "a05"));
  arrange (untouched, &(RapportArrangeOptions){ .afresh = TRUE });
  for (guint i = 0; i < count (map); i++)
    g_assert_true (rapport_element_equal (peek (map, i),
                                          rapport_map_lookup (other, rapport_element_get_id (peek (map, i)))));
}

static void
cancel (double fraction, gpointer cancellable)
{
  if (fraction > 0.4)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (gconstpointer free_layout)
{
  g_autoptr (RapportMap) map = load (0, GPOINTER_TO_INT (free_layout));
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportMapArranger) arranger = rapport_map_arranger_new (map, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) places = NULL;

  g_assert_false (rapport_map_arranger_run (arranger, cancellable, cancel, cancellable));
  places = rapport_map_arranger_list_places (arranger);
  g_assert_cmpuint (places->len, ==, 0);
  g_assert_false (rapport_map_arranger_apply (arranger, history));
  g_assert_false (rapport_history_can_undo (history));
}

static void
test_empty (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportHistory) history = rapport_history_new (map);

  g_assert_false (arrange (history, NULL));
  g_assert_false (rapport_history_can_undo (history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map-arranger/wheel/picture", GINT_TO_POINTER (FALSE), test_picture);
  g_test_add_data_func ("/map-arranger/free/picture", GINT_TO_POINTER (TRUE), test_picture);
  g_test_add_func ("/map-arranger/wheel/made-up", test_made_up);
  g_test_add_func ("/map-arranger/wheel/in-the-wheel", test_in_the_wheel);
  g_test_add_data_func ("/map-arranger/wheel/one-step", GINT_TO_POINTER (FALSE), test_one_step);
  g_test_add_data_func ("/map-arranger/free/one-step", GINT_TO_POINTER (TRUE), test_one_step);
  g_test_add_data_func ("/map-arranger/wheel/only-some", GINT_TO_POINTER (FALSE), test_only_some);
  g_test_add_data_func ("/map-arranger/free/only-some", GINT_TO_POINTER (TRUE), test_only_some);
  g_test_add_data_func ("/map-arranger/wheel/stays", GINT_TO_POINTER (FALSE), test_stays);
  g_test_add_data_func ("/map-arranger/free/stays", GINT_TO_POINTER (TRUE), test_stays);
  g_test_add_func ("/map-arranger/meanwhile", test_meanwhile);
  g_test_add_data_func ("/map-arranger/wheel/cancel", GINT_TO_POINTER (FALSE), test_cancel);
  g_test_add_data_func ("/map-arranger/free/cancel", GINT_TO_POINTER (TRUE), test_cancel);
  g_test_add_func ("/map-arranger/empty", test_empty);
  return g_test_run ();
}
