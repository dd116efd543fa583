/* scene-maps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Maps to draw: the examples, made-up ones, and the fixture whose values are known.
 */
#include "scene-measure.h"

#include "rapport-link.h"
#include "rapport-link-reading.h"
#include "rapport-map-reader.h"
#include "rapport-phase.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

RapportMap *
scene_measure_load_example (const char *letter)
{
  static const char *const names[] = { "a-regional-collaboration", "b-public-health", "c-neighbourhood-programme" };
  g_autofree char *path = g_strdup_printf ("%s/%s.rapport", g_getenv ("RAPPORT_EXAMPLES"), names[*letter - 'a']);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RapportMapReading) reading = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  reading = rapport_map_read (bytes, path, &error);
  g_assert_no_error (error);
  return g_object_ref (reading->map);
}

static RapportMap *
new_map (void)
{
  RapportMap *map = rapport_map_new ();
  g_autoptr (RapportElement) phase = rapport_phase_new ("now");

  rapport_element_init_text (RAPPORT_ELEMENT (map), "layout", "wheel");
  rapport_element_init_text (RAPPORT_ELEMENT (map), "title", "A test");
  rapport_element_init_text (RAPPORT_ELEMENT (map), "question", "Who can read this?");
  rapport_element_init_text (phase, "name", "Now");
  rapport_map_add (map, phase);
  return map;
}

static void
add_stakeholder (RapportMap *map, const char *id, const char *name, const char *sector, const char *kind,
                 const char *ring, int influence)
{
  g_autoptr (RapportElement) stakeholder = rapport_stakeholder_new (id);
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) ringed = rapport_reading_with_text (empty, "ring", ring);
  g_autoptr (RapportReading) reading = rapport_reading_with_level (ringed, "influence", influence);

  rapport_element_init_text (stakeholder, "label", name);
  rapport_element_init_text (stakeholder, "sector", sector);
  rapport_element_init_text (stakeholder, "kind", kind);
  rapport_element_init_reading (stakeholder, "now", NULL, g_steal_pointer (&reading));
  rapport_map_add (map, stakeholder);
}

static void
replace (RapportReading **reading, RapportReading *by)
{
  rapport_reading_unref (*reading);
  *reading = by;
}

/* @levels: below 0 where nothing is known. @items: (nullable): of both */
static void
add_link (RapportMap *map, const char *id, const char *a, const char *b, const int *levels, const char *items)
{
  static const char *const fields[] = { "power-a", "power-b", "gives-a", "gives-b" };
  g_autoptr (RapportElement) link = rapport_link_new (id);
  RapportReading *reading = rapport_reading_new (rapport_link_reading_kind ());

  rapport_element_init_text (link, "a", a);
  rapport_element_init_text (link, "b", b);
  for (guint i = 0; i < 4; i++)
    if (levels[i] >= 0)
      replace (&reading, rapport_reading_with_level (reading, fields[i], levels[i]));
  if (items != NULL)
    {
      replace (&reading, rapport_reading_with_text (reading, "items-a", items));
      replace (&reading, rapport_reading_with_text (reading, "items-b", items));
    }
  rapport_element_init_reading (link, "now", NULL, reading);
  rapport_map_add (map, link);
}

RapportMap *
scene_measure_make_map (guint32 seed, guint n_stakeholders, guint n_links)
{
  static const char *const sectors[] = { "academia", "nhs", "policy", "third", "nhs", "academia" };
  static const char *const rings[] = { "core", "involved", "edge", "involved", "edge" };
  static const char *const kinds[] = { "organisation", "group", "role", "organisation" };
  static const char *const words[] = { "Regional", "health", "board", "University", "school", "of", "care", "City",
                                       "council", "charity", "trust", "network", "patients", "research", "group" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  RapportMap *map = new_map ();

  for (guint i = 0; i < n_stakeholders; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (GString) name = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 1, 5);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (name, "%s%s", j > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      add_stakeholder (map, id, name->str, sectors[g_rand_int_range (rand, 0, G_N_ELEMENTS (sectors))],
                       kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))],
                       rings[g_rand_int_range (rand, 0, G_N_ELEMENTS (rings))], g_rand_int_range (rand, 0, 6));
    }
  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      guint from = (guint) g_rand_int_range (rand, 0, (int) n_stakeholders);
      guint to = (from + 1 + (guint) g_rand_int_range (rand, 0, (int) n_stakeholders - 1)) % n_stakeholders;
      g_autofree char *a = g_strdup_printf ("s%u", from), *b = g_strdup_printf ("s%u", to);
      int levels[4];

      for (guint j = 0; j < 4; j++)
        levels[j] = g_rand_int_range (rand, 0, 4);
      add_link (map, id, a, b, levels, NULL);
    }
  return map;
}

RapportMap *
scene_measure_make_fixture (void)
{
  static const int links[][4] = { { 2, 2, 3, 1 }, { 3, 0, 2, 0 }, { 1, 2, 1, 1 }, { 0, 3, 0, 2 } };
  RapportMap *map = new_map ();

  add_stakeholder (map, "u", "University", "academia", "organisation", "core", 4);
  add_stakeholder (map, "n", "Hospital", "nhs", "organisation", "core", 4);
  add_stakeholder (map, "c", "Charity", "third", "organisation", "involved", 1);
  add_stakeholder (map, "p", "Council", "policy", "organisation", "involved", 3);
  add_link (map, "l1", "u", "n", links[0], NULL);
  add_link (map, "l2", "u", "c", links[1], NULL);
  add_link (map, "l3", "n", "p", links[2], NULL);
  add_link (map, "l4", "c", "p", links[3], NULL);
  return map;
}

RapportMap *
scene_measure_make_pair (const int *gives, const char *items)
{
  const int levels[] = { 2, 2, gives[0], gives[1] };
  RapportMap *map = new_map ();

  add_stakeholder (map, "u", "University", "academia", "organisation", "core", 4);
  add_stakeholder (map, "n", "Hospital", "nhs", "organisation", "core", 4);
  add_link (map, "l", "u", "n", levels, items);
  return map;
}
