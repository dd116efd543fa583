/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The example maps, read, hold what the tables say from which they were made: link by link, and counted.
 */
#include <stdlib.h>
#include <string.h>

#include "map-fixture.h"

/* Known from the tables by other means than this program. */
typedef struct
{
  const char *map;
  const char *phase;
  const char *column; /* of the table */
  guint stakeholders;
  guint links;
  guint one_way;
  guint unequal;    /* power differs by 2 or 3 */
  guint dependence; /* the smaller power is 0 */
} Example;

static const Example examples[] = {
  { "a-regional-collaboration", "now", "code", 22, 44, 6, 14, 11 },
  { "b-public-health", "now", "code", 20, 40, 2, 11, 8 },
  { "c-neighbourhood-programme", "before", "before", 13, 18, 3, 7, 5 },
  { "c-neighbourhood-programme", "now", "now", 15, 31, 2, 11, 7 },
  { "c-neighbourhood-programme", "aim", "aim", 15, 32, 0, 2, 0 },
};

static RapportMap *
load_example (const Example *example)
{
  g_autofree char *path = g_strdup_printf ("%s/../data/examples/%s.rapport", g_getenv ("G_TEST_SRCDIR"), example->map);
  g_autoptr (GBytes) bytes = load_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "example", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reading->notices->len, ==, 0);
  return g_object_ref (reading->map);
}

static guint
count_present (RapportMap *map, RapportList list, const char *phase)
{
  guint n = 0;

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
       iter = rapport_element_list_next (iter))
    n += rapport_element_is_in_phase (g_sequence_get (iter), phase);
  return n;
}

static void
check_counts (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (RapportMap) map = load_example (example);
  GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_LINKS));
  guint one_way = 0, unequal = 0, dependence = 0;

  for (; iter != NULL; iter = rapport_element_list_next (iter))
    {
      const RapportReading *reading = rapport_element_get_reading (g_sequence_get (iter), example->phase, NULL);
      int a, b;

      if (reading == NULL)
        continue;
      a = rapport_reading_get_level (reading, "power-a");
      b = rapport_reading_get_level (reading, "power-b");
      unequal += abs (a - b) >= 2;
      dependence += MIN (a, b) == 0;
      one_way += (rapport_reading_get_level (reading, "gives-a") == 0)
                 != (rapport_reading_get_level (reading, "gives-b") == 0);
    }
  g_assert_cmpuint (count_present (map, RAPPORT_LIST_STAKEHOLDERS, example->phase), ==, example->stakeholders);
  g_assert_cmpuint (count_present (map, RAPPORT_LIST_LINKS, example->phase), ==, example->links);
  g_assert_cmpuint (one_way, ==, example->one_way);
  g_assert_cmpuint (unequal, ==, example->unequal);
  g_assert_cmpuint (dependence, ==, example->dependence);
}

static RapportElement *
find_link (RapportMap *map, const char *a, const char *b)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_LINKS)); iter != NULL;
       iter = rapport_element_list_next (iter))
    if (strcmp (rapport_element_get_text (g_sequence_get (iter), "a"), a) == 0
        && strcmp (rapport_element_get_text (g_sequence_get (iter), "b"), b) == 0)
      return g_sequence_get (iter);
  g_error ("There is no link from %s to %s.", a, b);
}

/* "2131": the power of each side, then what each gives; "----" where there is no link then. */
static void
check_code (RapportElement *link, const char *phase, const char *code)
{
  static const char *const fields[] = { "power-a", "power-b", "gives-a", "gives-b" };
  const RapportReading *reading = rapport_element_get_reading (link, phase, NULL);

  if (strcmp (code, "----") == 0)
    {
      g_assert_null (reading);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpint (rapport_reading_get_level (reading, fields[i]), ==, code[i] - '0');
}

static void
check_table (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (RapportMap) map = load_example (example);
  g_autofree char *path = g_strdup_printf ("%s/tables/%s.links.csv", g_getenv ("G_TEST_SRCDIR"), example->map);
  g_autoptr (GBytes) bytes = load_bytes (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) rows = g_strsplit (g_strchomp (text), "\n", -1);
  g_auto (GStrv) names = g_strsplit (g_strchomp (rows[0]), ",", -1);
  guint column = 0;

  while (g_strcmp0 (names[column], example->column) != 0)
    column++;
  for (char **row = rows + 1; *row != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (*row), ",", -1);
      RapportElement *link = find_link (map, cells[0], cells[1]);

      g_assert_cmpstr (rapport_element_get_text (link, "relation"), ==, cells[2]);
      check_code (link, example->phase, cells[column]);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rapport_map_get_list (map, RAPPORT_LIST_LINKS))), ==,
                    g_strv_length (rows) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *counts = g_strdup_printf ("/examples/%s/%s/counts", examples[i].map, examples[i].phase);
      g_autofree char *table = g_strdup_printf ("/examples/%s/%s/table", examples[i].map, examples[i].phase);

      g_test_add_data_func (counts, &examples[i], check_counts);
      g_test_add_data_func (table, &examples[i], check_table);
    }
  return g_test_run ();
}
