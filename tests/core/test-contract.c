/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every property of every type has to do, driven by the tables: set, undo, redo, each told once.
 */
#include <locale.h>
#include <string.h>

#include "map-copy.h"
#include "operations.h"
#include "values.h"

typedef struct
{
  RapportMap *map;
  RapportHistory *history;
  RapportElement *element;
  const RapportProperty *property;
  guint told;       /* notify for the property */
  guint told_other; /* for any other */
  guint committed;
} Contract;

static void
notify_cb (Contract *contract, GParamSpec *pspec)
{
  if (strcmp (pspec->name, contract->property->name) == 0)
    contract->told++;
  else
    contract->told_other++;
}

static void
committed_cb (Contract *contract, GPtrArray *changes)
{
  const RapportChange *change = g_ptr_array_index (changes, 0);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (change->kind, ==, RAPPORT_CHANGE_SET);
  g_assert_true (change->element == contract->element);
  g_assert_true (change->property == contract->property);
  contract->committed++;
}

static gboolean
same (GVariant *a, GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

/* What the property says, by the table and as a GObject property. */
static void
assert_holds (Contract *contract, GVariant *expected)
{
  g_autoptr (GVariant) value = rapport_element_get (contract->element, contract->property);
  g_auto (GValue) object_value = G_VALUE_INIT;

  g_assert_true (same (value, expected));
  g_object_get_property (G_OBJECT (contract->element), contract->property->name, &object_value);
  if (rapport_property_is_string (contract->property))
    g_assert_cmpstr (g_value_get_string (&object_value), ==,
                     value != NULL ? g_variant_get_string (value, NULL) : NULL);
  else if (contract->property->kind == RAPPORT_KIND_FLAG)
    g_assert_cmpint (g_value_get_boolean (&object_value), ==, value != NULL);
  else if (contract->property->kind == RAPPORT_KIND_NUMBER && value != NULL)
    g_assert_cmpfloat (g_value_get_double (&object_value), ==, g_variant_get_double (value));
  else if (contract->property->kind == RAPPORT_KIND_RECORDS)
    g_assert_true (same (g_value_get_variant (&object_value), value));
}

static void
assert_told (Contract *contract, guint times)
{
  g_assert_cmpuint (contract->told, ==, times);
  g_assert_cmpuint (contract->told_other, ==, 0);
  g_assert_cmpuint (contract->committed, ==, times);
  contract->told = contract->committed = 0;
}

static gboolean
set (Contract *contract, GVariant *value)
{
  RapportTransaction *transaction = rapport_history_begin (contract->history, "Set", NULL);

  rapport_transaction_set (transaction, contract->element, contract->property, value);
  return rapport_transaction_commit (transaction);
}

static void
check_value (Contract *contract, guint choice)
{
  g_autoptr (GVariant) wanted = value_make (contract->map, contract->property, choice, choice * 37);
  g_autoptr (GVariant) clean = rapport_property_clean (contract->property, wanted);
  g_autoptr (GVariant) before = rapport_element_get (contract->element, contract->property);
  const gboolean changes = !same (before, clean);

  g_assert_cmpint (set (contract, wanted), ==, changes);
  assert_told (contract, changes ? 1 : 0);
  assert_holds (contract, clean);

  /* The same again is no change. */
  g_assert_false (set (contract, wanted));
  g_assert_false (set (contract, clean));
  assert_told (contract, 0);
  if (!changes)
    return;
  g_assert_true (rapport_history_undo (contract->history));
  assert_told (contract, 1);
  assert_holds (contract, before);
  g_assert_true (rapport_history_redo (contract->history));
  assert_told (contract, 1);
  assert_holds (contract, clean);
}

static void
check_property (Contract *contract)
{
  gulong notify = g_signal_connect_swapped (contract->element, "notify", G_CALLBACK (notify_cb),
                                            contract);
  gulong committed = g_signal_connect_swapped (contract->history, "committed",
                                               G_CALLBACK (committed_cb), contract);

  g_test_message ("%s %s", rapport_element_get_xml_name (contract->element), contract->property->name);
  for (guint choice = 0; choice <= N_VALUES; choice++)
    check_value (contract, choice);
  g_signal_handler_disconnect (contract->element, notify);
  g_signal_handler_disconnect (contract->history, committed);
  while (rapport_history_undo (contract->history))
    continue;
}

static void
check_element (Contract *contract, RapportElement *element)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  contract->element = element;
  for (guint i = 0; i < n; i++)
    if (!properties[i].fixed)
      {
        contract->property = &properties[i];
        check_property (contract);
      }
}

static void
check_every_property (void)
{
  g_autoptr (Player) player = player_new ();
  g_autoptr (RapportMap) start = map_clone (player_get_map (player));
  Contract contract = { player_get_map (player), player_get_history (player) };

  check_element (&contract, RAPPORT_ELEMENT (contract.map));
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    check_element (&contract, rapport_element_list_peek (rapport_map_get_list (contract.map, i), 0));
  g_assert_true (rapport_map_equal (contract.map, start));
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static void
check_row (const RapportProperty *properties, guint i)
{
  const RapportProperty *property = &properties[i];

  g_assert_cmpstr (property->title, !=, NULL);
  g_assert_true (rapport_properties_find (properties, i + 1, property->name) == property);
  g_assert_true (rapport_properties_find_xml (properties, i + 1, rapport_property_get_xml_name (property))
                 == property);
  /* Attributes are written before child elements. */
  g_assert_false (i > 0 && properties[i - 1].in_element && !property->in_element);
  g_assert_cmpint (property->on_delete != RAPPORT_ON_DELETE_NOTHING, ==,
                   rapport_property_is_reference (property));
  g_assert_cmpint (property->columns != NULL, ==, property->kind == RAPPORT_KIND_RECORDS);
  if (property->kind == RAPPORT_KIND_RECORDS)
    g_assert_true (property->in_element);
  if (property->kind == RAPPORT_KIND_LEVEL || property->kind == RAPPORT_KIND_COUNT)
    g_assert_cmpint (property->min, <, property->max);
  if (property->kind == RAPPORT_KIND_FLAG)
    g_assert_nonnull (property->words);
}

static void
check_tables (void)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      const RapportListInfo *info = rapport_list_info_get (i);
      g_autoptr (RapportElement) element = g_object_new (info->get_type (), NULL);
      RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (element);

      g_assert_cmpuint (info->list, ==, i);
      g_assert_true (rapport_list_info_find_type (info->get_type ()) == info);
      g_assert_true (rapport_list_info_find_element (info->element) == info);
      g_assert_true (rapport_list_info_find_container (info->container) == info);
      g_assert_cmpstr (klass->xml_name, ==, info->element);
      g_assert_true (g_hash_table_add (letters, GINT_TO_POINTER (klass->id_letter)));
      for (guint j = 0; j < klass->n_properties; j++)
        check_row (klass->properties, j);
      for (guint j = 0; klass->reading_kind != NULL && j < klass->reading_kind->n_properties; j++)
        check_row (klass->reading_kind->properties, j);
    }
  g_assert_null (rapport_list_info_find_type (RAPPORT_TYPE_MAP));
  g_assert_null (rapport_list_info_find_element ("map"));
  g_assert_null (rapport_list_info_find_container ("stakeholder"));
}

/* --- Lives ----------------------------------------------------------------------------------------------------------- */

/* A new element of each type, given everything, in a map and out of it, is gone when nobody holds it. */
static void
check_every_element_is_finalized (void)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      g_autoptr (Player) player = player_new ();
      RapportMap *map = map_clone (player_get_map (player));
      RapportElement *element = rapport_element_list_peek (rapport_map_get_list (map, i), 1);

      g_object_ref (element);
      g_assert_finalize_object (map);
      g_assert_finalize_object (element);
    }
}

/* An element that is deleted lives as long as the step that took it away can be undone. */
static void
check_history_lets_go (void)
{
  g_autoptr (RapportMap) map = NULL;
  RapportHistory *history;
  RapportElement *element;
  RapportTransaction *transaction;

  {
    g_autoptr (Player) player = player_new ();

    map = map_clone (player_get_map (player));
  }
  history = rapport_history_new (map);
  element = g_object_ref (rapport_element_list_peek (rapport_map_get_list (map, RAPPORT_LIST_STEPS), 0));
  transaction = rapport_history_begin (history, "Delete", NULL);
  rapport_transaction_delete (transaction, element);
  rapport_transaction_commit (transaction);
  g_assert_cmpuint (G_OBJECT (element)->ref_count, >, 1);
  g_assert_finalize_object (history);
  g_assert_finalize_object (element);
}

static void
check_every_element_is_written_down (void)
{
  g_autoptr (Player) player = player_new ();
  g_autoptr (RapportMap) copy = map_clone (player_get_map (player));

  g_assert_true (rapport_map_equal (copy, player_get_map (player)));
}

static void
check_bad_variants (void)
{
  static const char *const bad[] = {
    "1",
    "('stakeholder', 'not an id', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))",
    "('map', 'm1', @a{sv} {}, @a(ssv) [], (@a(ss) [], @a(ss) []))",
    "('stakeholder', 's1', {'no-such': <'x'>}, @a(ssv) [], (@a(ss) [], @a(ss) []))",
    "('stakeholder', 's1', {'label': <1>}, @a(ssv) [], (@a(ss) [], @a(ss) []))",
    "('stakeholder', 's1', {'label': <'a'>, 'x': <1e9>}, @a(ssv) [], (@a(ss) [], @a(ss) []))",
    "('stakeholder', 's1', @a{sv} {}, [('now', '', <1>)], (@a(ss) [], @a(ss) []))",
    "('stakeholder', 's1', @a{sv} {}, [('', '', <(@a{sv} {}, (@a(ss) [], @a(ss) []))>)], "
    "(@a(ss) [], @a(ss) []))",
    "('phase', 'h1', @a{sv} {}, [('now', '', <(@a{sv} {}, (@a(ss) [], @a(ss) []))>)], "
    "(@a(ss) [], @a(ss) []))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (bad[i]));

      g_assert_null (rapport_element_new_from_variant (variant));
    }
}

int
main (int argc, char **argv)
{
  /* As a program does: a decimal comma must change nothing. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract/tables", check_tables);
  g_test_add_func ("/contract/every-property", check_every_property);
  g_test_add_func ("/contract/every-element-is-finalized", check_every_element_is_finalized);
  g_test_add_func ("/contract/history-lets-go", check_history_lets_go);
  g_test_add_func ("/contract/every-element-is-written-down", check_every_element_is_written_down);
  g_test_add_func ("/contract/bad-variants", check_bad_variants);
  return g_test_run ();
}
