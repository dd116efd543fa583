/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rapport-function-reading.h"
#include "rapport-function.h"
#include "rapport-history.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-phase.h"
#include "rapport-region.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"
#include "rapport-text.h"

typedef RapportElement *(*NewFunc) (const char *id);

/* Adds an element with pairs of a property's name and text. */
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

static char *
print_ids (GPtrArray *list)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            rapport_element_get_id (g_ptr_array_index (list, i)));
  return g_string_free (out, FALSE);
}

#define assert_ids(list_, expected) \
  G_STMT_START \
  { \
    g_autoptr (GPtrArray) of_ids = (list_); \
    g_autofree char *printed = print_ids (of_ids); \
    g_assert_cmpstr (printed, ==, expected); \
  } \
  G_STMT_END

static RapportMap *
make_map (void)
{
  RapportMap *map = rapport_map_new ();
  RapportElement *link;

  ADD (map, phase, "now", "name", "Now");
  ADD (map, phase, "aim", "name", "Aim");
  ADD (map, stakeholder, "s1", "sector", "nhs");
  ADD (map, stakeholder, "s2", "sector", "third", "parent", "s1");
  ADD (map, stakeholder, "s3", "sector", "across", "spans", "nhs third");
  link = ADD (map, link, "l1", "a", "s1", "b", "s2");
  rapport_element_init_reading (link, "now", NULL,
                                rapport_reading_new (rapport_element_get_reading_kind (link)));
  ADD (map, link, "l2", "a", "s3", "b", "s1");
  ADD (map, link, "l3", "a", "s1", "b", "s1");
  ADD (map, link, "l4", "a", "s1", "b", "gone");
  ADD (map, region, "r1", "members", "s2 s3 gone s2");
  ADD (map, mark, "t1", "on", "s1 r1 l1 gone");
  ADD (map, mark, "t2", "tension", "power");
  return map;
}

static void
check_lookup (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportElement *element = rapport_map_lookup (map, "s1");

  g_assert_true (RAPPORT_IS_STAKEHOLDER (element));
  g_assert_true (rapport_element_get_map (element) == map);
  g_assert_true (rapport_map_lookup (map, "") == RAPPORT_ELEMENT (map));
  g_assert_null (rapport_map_lookup (map, "gone"));
  g_assert_null (rapport_map_lookup (map, NULL));
  g_assert_null (rapport_element_get_map (RAPPORT_ELEMENT (map)));
  g_assert_null (rapport_element_get_id (RAPPORT_ELEMENT (map)));
  g_assert_cmpstr (rapport_map_get_first_phase (map), ==, "now");
  g_assert_cmpstr (rapport_map_get_layout (map), ==, "wheel");
}

static void
check_ids (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportMap) twin = rapport_map_new ();

  rapport_map_seed_ids (map, 7);
  rapport_map_seed_ids (twin, 7);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = rapport_map_make_id (map, 's');
      g_autofree char *same = rapport_map_make_id (twin, 's');

      g_assert_cmpuint (strlen (id), ==, 9);
      g_assert_cmpint (id[0], ==, 's');
      g_assert_true (rapport_id_is_valid (id, -1));
      g_assert_cmpstr (id, ==, same);
      g_assert_null (rapport_map_lookup (map, id));
      ADD (map, stakeholder, id, "label", "x");
      ADD (twin, stakeholder, id, "label", "x");
    }
  /* An id that is taken is not made again. */
  rapport_map_seed_ids (map, 7);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = rapport_map_make_id (map, 's');

      g_assert_null (rapport_map_lookup (map, id));
    }
}

static void
check_refused_elements (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportElement) twin = rapport_stakeholder_new ("s1");
  g_autoptr (RapportElement) nameless = g_object_new (RAPPORT_TYPE_STAKEHOLDER, NULL);
  RapportElement *element = rapport_map_lookup (map, "s2");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*by_id*");
  rapport_map_add (map, twin);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*id != NULL*");
  rapport_map_add (map, nameless);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*get_map*");
  rapport_map_add (map, element);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*info != NULL*");
  rapport_map_add (map, RAPPORT_ELEMENT (map));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*map == NULL*");
  rapport_element_init_id (element, "other");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*id_is_valid*");
  rapport_element_init_id (twin, "no id");
  g_test_assert_expected_messages ();
  g_assert_true (rapport_map_lookup (map, "s2") == element);
}

static void
check_referrers (void)
{
  g_autoptr (RapportMap) map = make_map ();

  assert_ids (rapport_map_list_referrers (map, "s1"), "s2 l1 l2 l3 l4 t1");
  assert_ids (rapport_map_list_referrers (map, "s2"), "l1 r1");
  assert_ids (rapport_map_list_referrers (map, "nhs"), "s1 s3");
  assert_ids (rapport_map_list_referrers (map, "gone"), "l4 t1 r1");
  assert_ids (rapport_map_list_referrers (map, "l1"), "t1");
  assert_ids (rapport_map_list_referrers (map, "power"), "");
  assert_ids (rapport_map_list_referrers (map, ""), "");
}

/* Somebody may ask while the map is still being built. */
static void
check_referrers_while_building (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportElement *function = ADD (map, function, "f1", "name", "Money");
  RapportReading *reading = rapport_reading_new (rapport_function_reading_kind ());

  assert_ids (rapport_map_list_referrers (map, "s3"), "l2 r1");
  rapport_element_init_text (rapport_map_lookup (map, "l1"), "b", "s3");
  assert_ids (rapport_map_list_referrers (map, "s3"), "l1 l2 r1");
  rapport_element_init_parsed (rapport_map_lookup (map, "l2"),
                               rapport_element_find_property (rapport_map_lookup (map, "l2"), "a"),
                               "s2", 2);
  assert_ids (rapport_map_list_referrers (map, "s3"), "l1 r1");
  rapport_reading_init_field (reading, rapport_reading_find_field (reading, "by"), "s3 s2", 5);
  rapport_element_init_reading (function, "now", NULL, reading);
  assert_ids (rapport_map_list_referrers (map, "s3"), "l1 r1 f1");
  ADD (map, mark, "t9", "on", "s3");
  assert_ids (rapport_map_list_referrers (map, "s3"), "l1 t9 r1 f1");
}

static void
check_links_and_neighbours (void)
{
  g_autoptr (RapportMap) map = make_map ();

  assert_ids (rapport_map_list_links_of (map, "s1", NULL), "l1 l2 l3 l4");
  assert_ids (rapport_map_list_links_of (map, "s1", "now"), "l1");
  assert_ids (rapport_map_list_links_of (map, "s1", "aim"), "");
  assert_ids (rapport_map_list_links_of (map, "gone", NULL), "l4");
  assert_ids (rapport_map_list_neighbours (map, "s1", NULL), "s2 s3");
  assert_ids (rapport_map_list_neighbours (map, "s1", "now"), "s2");
  assert_ids (rapport_map_list_neighbours (map, "s2", NULL), "s1");
  assert_ids (rapport_map_list_neighbours (map, "gone", NULL), "s1");
}

/* A link that a file left with one end, or with an empty one, leads nowhere. */
static void
check_links_with_one_end (void)
{
  g_autoptr (RapportMap) map = make_map ();

  ADD (map, link, "half", "b", "s2");
  ADD (map, link, "other-half", "a", "s2");
  ADD (map, link, "none", "relation", "funds");
  ADD (map, link, "empty", "a", "s2", "b", "");
  ADD (map, link, "two-in-one", "a", "s2", "b", "s3 s1");
  assert_ids (rapport_map_list_links_of (map, "s2", NULL), "l1 half other-half empty two-in-one");
  assert_ids (rapport_map_list_neighbours (map, "s2", NULL), "s1");
  assert_ids (rapport_map_list_referrers (map, "s3"), "l2 r1");
}

static void
check_targets (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportElement *twice = ADD (map, mark, "t3", "on", "r1 s3 r1 l1");
  RapportElement *none = ADD (map, mark, "t4", "on", "");

  assert_ids (rapport_map_list_targets (map, rapport_map_lookup (map, "t1")), "s1 s2 s3 l1");
  assert_ids (rapport_map_list_targets (map, rapport_map_lookup (map, "t2")), "");
  assert_ids (rapport_map_list_targets (map, twice), "s2 s3 l1");
  assert_ids (rapport_map_list_targets (map, none), "");
}

static void
check_sector_names (void)
{
  g_autoptr (RapportMap) map = make_map ();

  ADD (map, sector, "third", "letter", "X");
  ADD (map, sector, "policy", "name", "Government");
  ADD (map, sector, "public", "name", "Public and communities");
  g_assert_cmpstr (rapport_map_get_sector_name (map, "nhs"), ==, "NHS");
  g_assert_cmpstr (rapport_map_get_sector_name (map, "third"), ==, "Third sector");
  g_assert_cmpstr (rapport_map_get_sector_name (map, "policy"), ==, "Government");
  g_assert_cmpstr (rapport_map_get_sector_name (map, "public"), ==, "Public and communities");
  g_assert_cmpstr (rapport_map_get_sector_name (map, "across"), ==, "Shared structures");
  g_assert_null (rapport_map_get_sector_name (map, "gone"));
  g_assert_null (rapport_map_get_sector_name (map, "s1"));
  g_assert_null (rapport_map_get_sector_name (map, NULL));
  g_assert_true (rapport_sector_is_built_in ("academia"));
  g_assert_false (rapport_sector_is_built_in ("public"));
  g_assert_false (rapport_sector_is_built_in (NULL));
  g_assert_cmpstr (rapport_sector_built_in_letter ("policy"), ==, "P");
}

static void
check_equal (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportMap) same = make_map ();
  g_autoptr (RapportMap) more = make_map ();
  g_autoptr (RapportMap) other = make_map ();
  g_autoptr (RapportMap) foreign = make_map ();

  ADD (more, stakeholder, "s9", "label", "More");
  rapport_element_init_text (RAPPORT_ELEMENT (other), "title", "Other");
  rapport_foreign_add_child (rapport_map_init_container (foreign, RAPPORT_LIST_LINKS), "l1", "<!-- -->");
  g_assert_true (rapport_map_equal (map, same));
  g_assert_false (rapport_map_equal (map, more));
  g_assert_false (rapport_map_equal (more, map));
  g_assert_false (rapport_map_equal (map, other));
  g_assert_false (rapport_map_equal (map, foreign));
}

/* Whoever still holds an element finds it detached when its map is gone. */
static void
check_elements_outlive_map (void)
{
  RapportMap *map = make_map ();
  g_autoptr (RapportElement) element = g_object_ref (rapport_map_lookup (map, "s2"));

  g_assert_finalize_object (map);
  g_assert_null (rapport_element_get_map (element));
  g_assert_cmpuint (rapport_element_get_position (element), ==, G_MAXUINT);
  g_assert_cmpstr (rapport_stakeholder_get_parent (RAPPORT_STAKEHOLDER (element)), ==, "s1");
}

static void
check_copy (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportElement *link = rapport_map_lookup (map, "l1");
  g_autoptr (RapportElement) copy = rapport_element_copy (link, "l9");
  g_autoptr (RapportElement) renamed = rapport_element_copy (copy, "l1");

  g_assert_cmpstr (rapport_element_get_id (copy), ==, "l9");
  g_assert_null (rapport_element_get_map (copy));
  g_assert_false (rapport_element_equal (link, copy));
  g_assert_true (rapport_element_equal (link, renamed));
  g_assert_true (rapport_element_get_reading (copy, "now", NULL)
                 == rapport_element_get_reading (link, "now", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/lookup", check_lookup);
  g_test_add_func ("/map/ids", check_ids);
  g_test_add_func ("/map/refused-elements", check_refused_elements);
  g_test_add_func ("/map/referrers", check_referrers);
  g_test_add_func ("/map/referrers-while-building", check_referrers_while_building);
  g_test_add_func ("/map/links-and-neighbours", check_links_and_neighbours);
  g_test_add_func ("/map/links-with-one-end", check_links_with_one_end);
  g_test_add_func ("/map/targets", check_targets);
  g_test_add_func ("/map/sector-names", check_sector_names);
  g_test_add_func ("/map/equal", check_equal);
  g_test_add_func ("/map/elements-outlive-map", check_elements_outlive_map);
  g_test_add_func ("/map/copy", check_copy);
  return g_test_run ();
}
