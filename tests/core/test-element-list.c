/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-observer.h"
#include "rapport-history.h"
#include "rapport-stakeholder.h"

static RapportElement *
add_stakeholder (RapportMap *map, const char *id)
{
  g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

  rapport_map_add (map, element);
  return element;
}

static void
check_model (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();

  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      RapportElementList *list = rapport_map_get_list (map, i);

      g_assert_true (G_IS_LIST_MODEL (list));
      g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (list)), ==,
                        rapport_list_info_get (i)->get_type ());
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
      g_assert_null (rapport_element_list_peek (list, G_MAXUINT));
      g_assert_null (rapport_element_list_first (list));
    }
}

static void
check_walking (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  guint n = 0;

  add_stakeholder (map, "a");
  add_stakeholder (map, "b");
  add_stakeholder (map, "c");
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *element = g_sequence_get (iter);

      g_assert_true (element == rapport_element_list_peek (list, n));
      g_assert_cmpuint (rapport_element_get_position (element), ==, n++);
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (rapport_element_list_get_length (list), ==, 3);
}

static void
check_items_changed (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  GListModel *model = G_LIST_MODEL (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));
  g_autoptr (ListObserver) observer = list_observer_new (model);
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  add_stakeholder (map, "first");
  g_assert_cmpuint (list_observer_count (observer), ==, 1);
  history = rapport_history_new (map);
  for (guint i = 0; i < 500; i++)
    {
      RapportTransaction *transaction = rapport_history_begin (history, "Change", NULL);
      guint length = g_list_model_get_n_items (model);
      g_autoptr (RapportElement) inside
        = length > 0 ? g_list_model_get_item (model, g_rand_int_range (random, 0, (int) length)) : NULL;
      guint place = (guint) g_rand_int_range (random, 0, (int) length + 2);
      guint expected = 1;

      if (inside == NULL || g_rand_int_range (random, 0, 3) == 0)
        {
          g_autofree char *id = rapport_map_make_id (map, 's');
          g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

          rapport_transaction_insert (transaction, element, place);
          g_assert_cmpuint (rapport_element_get_position (element), ==, MIN (place, length));
        }
      else if (g_rand_boolean (random))
        {
          expected = rapport_element_get_position (inside) == MIN (place, length - 1) ? 0 : 2;
          rapport_transaction_move (transaction, inside, place);
          g_assert_cmpuint (rapport_element_get_position (inside), ==, MIN (place, length - 1));
        }
      else
        {
          rapport_transaction_delete (transaction, inside);
          g_assert_cmpuint (rapport_element_get_position (inside), ==, G_MAXUINT);
        }
      rapport_transaction_commit (transaction);
      g_assert_cmpuint (list_observer_count (observer), ==, expected);
      g_assert_cmpstr (list_observer_find_fault (observer), ==, NULL);
      if (i % 7 == 0)
        {
          rapport_history_undo (history);
          g_assert_cmpstr (list_observer_find_fault (observer), ==, NULL);
          list_observer_count (observer);
        }
    }
  while (rapport_history_undo (history))
    g_assert_cmpstr (list_observer_find_fault (observer), ==, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
}

/* A view may hold a list longer than the map lives. */
static void
check_list_outlives_map (void)
{
  RapportMap *map = rapport_map_new ();
  g_autoptr (GListModel) model = NULL;
  g_autoptr (RapportElement) element = NULL;

  add_stakeholder (map, "a");
  model = g_object_ref (G_LIST_MODEL (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS)));
  g_assert_finalize_object (map);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  element = g_list_model_get_item (model, 0);
  g_assert_null (rapport_element_get_map (element));
  g_assert_cmpuint (rapport_element_get_position (element), ==, G_MAXUINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/element-list/model", check_model);
  g_test_add_func ("/element-list/walking", check_walking);
  g_test_add_func ("/element-list/items-changed", check_items_changed);
  g_test_add_func ("/element-list/list-outlives-map", check_list_outlives_map);
  return g_test_run ();
}
