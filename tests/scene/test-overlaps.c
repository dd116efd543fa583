/* test-overlaps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing covers anything: measured on the examples in all their times, and on made-up maps.
 */
#include "scene-measure.h"

#include "rapport-phase.h"

#define TENSION(n) (RAPPORT_SHOW_NARRATIVES << ((n) - 1))

static SceneMeasure
draw (RapportMap *map, const RapportLens *lens, const char *what, const RapportPage *page)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, theme, page);
  SceneMeasure measure = scene_measure (map, scene);

  g_test_message ("%s: %u names, %u links, %u links behind names", what, measure.names, measure.links,
                  measure.link_on_name);
  g_assert_cmpuint (measure.name_on_name, ==, 0);
  g_assert_cmpuint (measure.name_on_node, ==, 0);
  g_assert_cmpuint (measure.chip_on_name, ==, 0);
  g_assert_cmpuint (measure.chip_on_chip, ==, 0);
  g_assert_cmpuint (measure.words_on_name, ==, 0);
  g_assert_cmpuint (measure.off_page, ==, 0);
  g_assert_cmpfloat (measure.smallest, >=, 22);
  return measure;
}

static void
draw_phase (RapportMap *map, const char *letter, const char *phase)
{
  g_autoptr (RapportLens) first = rapport_lens_new (map);
  g_autoptr (RapportLens) lens = rapport_lens_with_phase (first, phase);
  guint plain = RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP;
  const guint shows[] = { plain,
                          plain | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_GIVES,
                          plain | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_POWER,
                          plain | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s %s show %x", letter, phase, shows[i]);
      g_autoptr (RapportLens) shown = rapport_lens_with_show (lens, shows[i]);
      SceneMeasure measure = draw (map, shown, what, NULL);

      g_assert_cmpuint (measure.node_on_node, ==, 0);
      g_assert_cmpuint (measure.link_on_node, ==, 0);
      g_assert_cmpuint (measure.sector_by_node, ==, 0);
    }
  for (guint tension = 1; tension <= 4; tension++)
    {
      g_autofree char *what = g_strdup_printf ("%s %s tension %u", letter, phase, tension);
      g_autoptr (RapportLens) shown = rapport_lens_with_show (lens, shows[1] | TENSION (tension));

      draw (map, shown, what, NULL);
    }
}

static void
test_example (gconstpointer data)
{
  const char *letter = data;
  g_autoptr (RapportMap) map = scene_measure_load_example (letter);
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);

  for (guint i = 0; i < rapport_element_list_get_length (phases); i++)
    draw_phase (map, letter, rapport_element_get_id (rapport_element_list_peek (phases, i)));
}

static void
test_compare (void)
{
  static const char *const pairs[][2] = { { "before", "now" }, { "now", "aim" }, { "before", "aim" } };
  g_autoptr (RapportMap) map = scene_measure_load_example ("c");
  g_autoptr (RapportLens) first = rapport_lens_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (RapportLens) from = rapport_lens_with_phase (first, pairs[i][0]);
      g_autoptr (RapportLens) lens = rapport_lens_with_compare (from, pairs[i][1], NULL);

      draw (map, lens, pairs[i][1], NULL);
    }
}

/* A question of two lines pushes the wheel and its uppermost names down. */
static void
test_long_question (void)
{
  static const RapportPage pages[] = { { .width = 1920, .height = 1080 }, { .width = 1248, .height = 1287 } };
  g_autoptr (RapportMap) map = scene_measure_load_example ("c");
  g_autoptr (RapportLens) lens = rapport_lens_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      RapportPage page = pages[i];

      page.title = "Who can change what happens in this neighbourhood programme, who is asked before it is changed, and "
                   "who could say no to any of it?";
      draw (map, lens, "long question", &page);
    }
}

/* What nobody has arranged: stakeholders may stand close, but names are read or numbered. */
static void
test_made_up (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autofree char *what = g_strdup_printf ("seed %u", seed);
      g_autoptr (RapportMap) map = scene_measure_make_map (seed, 40, 80);
      g_autoptr (RapportLens) lens = rapport_lens_new (map);
      SceneMeasure measure = draw (map, lens, what, NULL);

      g_assert_cmpuint (measure.names, ==, 40);
      g_assert_cmpuint (measure.node_on_node, ==, 0);
      g_assert_cmpuint (measure.link_on_node, ==, 0);
    }
}

static void
test_pages (void)
{
  static const RapportPage pages[] = { { .width = 1920, .height = 1357 }, { .width = 1270, .height = 952 },
                                       { .width = 1357, .height = 1920 } };
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportLens) lens = rapport_lens_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    draw (map, lens, "page", &pages[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/overlaps/example-a", "a", test_example);
  g_test_add_data_func ("/overlaps/example-b", "b", test_example);
  g_test_add_data_func ("/overlaps/example-c", "c", test_example);
  g_test_add_func ("/overlaps/compare", test_compare);
  g_test_add_func ("/overlaps/long-question", test_long_question);
  g_test_add_func ("/overlaps/made-up", test_made_up);
  g_test_add_func ("/overlaps/pages", test_pages);
  return g_test_run ();
}
