/* test-arranged-overlaps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Twenty made-up maps of 40 stakeholders and 80 links, arranged as the program arranges them: nothing covers anything,
 * and no line passes over a stranger. Bands of power are broader and are not measured.
 */
#include "scene-measure.h"

#include "rapport-history.h"
#include "rapport-map-arranger.h"

static RapportMap *
make_arranged_map (guint32 seed)
{
  const RapportArrangeOptions options = { .afresh = TRUE };
  RapportMap *map = scene_measure_make_map (seed, 40, 80);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autoptr (RapportMapArranger) arranger = rapport_map_arranger_new (map, &options);

  g_assert_true (rapport_map_arranger_run (arranger, NULL, NULL, NULL));
  rapport_map_arranger_apply (arranger, history);
  return map;
}

static void
test_arranged (gconstpointer data)
{
  static const guint questions[] = { RAPPORT_SHOW_GIVES };
  g_autoptr (RapportMap) map = make_arranged_map (GPOINTER_TO_UINT (data));
  g_autoptr (RapportLens) first = rapport_lens_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (RapportLens) lens = rapport_lens_with_show (
          first, questions[i] | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP);
      g_autoptr (RapportScene) scene
          = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION), NULL);
      SceneMeasure measure = scene_measure (map, scene);

      g_test_message ("%u names, %u links, %u behind names, %u over others", measure.names, measure.links,
                      measure.link_on_name, measure.link_on_node);
      g_assert_cmpuint (measure.names, ==, 40);
      g_assert_cmpuint (measure.name_on_name, ==, 0);
      g_assert_cmpuint (measure.name_on_node, ==, 0);
      g_assert_cmpuint (measure.node_on_node, ==, 0);
      g_assert_cmpuint (measure.link_on_node, ==, 0);
      g_assert_cmpuint (measure.chip_on_name, ==, 0);
      g_assert_cmpuint (measure.words_on_name, ==, 0);
      g_assert_cmpuint (measure.off_page, ==, 0);
      g_assert_cmpfloat (measure.smallest, >=, 22);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/arranged-overlaps/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_arranged);
    }
  return g_test_run ();
}
