/* scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the picture of a map costs before anything of it is painted: all of it, and when one stakeholder is moved while
 * somebody else still holds the picture from before.
 *
 *   rapport-scene-cost FILE [ROUNDS]
 *
 * Prints lines "inner NAME MILLISECONDS" of processor time, medians of so many rounds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rapport-lens.h"
#include "rapport-map-file.h"
#include "rapport-scene-mover.h"

static double
cpu_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_median (GArray *values)
{
  g_array_sort (values, by_value);
  return g_array_index (values, double, values->len / 2);
}

static void
measure_build (RapportMap *map, const RapportLens *lens, const RapportTheme *theme, guint rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rounds; i++)
    {
      double before = cpu_ms (), took;

      rapport_scene_unref (rapport_scene_new (map, lens, theme, NULL));
      took = cpu_ms () - before;
      g_array_append_val (times, took);
    }
  printf ("inner build %.3f\n", find_median (times));
}

static GPtrArray *
list_stakeholders (const RapportScene *scene)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      if (item->kind == RAPPORT_ITEM_STAKEHOLDER)
        g_ptr_array_add (list, item->element_id);
    }
  return list;
}

static void
measure_moves (RapportMap *map, const RapportLens *lens, const RapportTheme *theme, guint rounds)
{
  g_autoptr (RapportSceneMover) mover = rapport_scene_mover_new (map, lens, theme, NULL);
  g_autoptr (RapportScene) first = rapport_scene_ref (rapport_scene_mover_get_scene (mover));
  g_autoptr (GPtrArray) ids = list_stakeholders (first);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rounds && ids->len > 0; i++)
    {
      const char *id = g_ptr_array_index (ids, (guint) g_rand_int_range (rand, 0, (int) ids->len));
      RapportScene *before = rapport_scene_ref (rapport_scene_mover_get_scene (mover));
      RapportPoint at = rapport_scene_item_get_middle (rapport_scene_find (before, RAPPORT_ITEM_STAKEHOLDER, id));
      double start = cpu_ms (), took;

      at.x += g_rand_double_range (rand, -40, 40);
      at.y += g_rand_double_range (rand, -40, 40);
      rapport_scene_mover_move (mover, id, at);
      rapport_scene_unref (before);
      took = cpu_ms () - start;
      g_array_append_val (times, took);
    }
  if (times->len == 0)
    return;
  printf ("inner move %.3f\n", find_median (times));
  printf ("inner slowest-move %.3f\n", g_array_index (times, double, times->len - 1));
}

int
main (int argc, char **argv)
{
  g_autoptr (RapportMapReading) reading = NULL;
  g_autoptr (RapportLens) lens = NULL;
  g_autoptr (GError) error = NULL;
  const RapportTheme *theme;
  guint rounds = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 5;

  if (argc < 2 || rounds == 0)
    return 2;
  reading = rapport_map_file_load (argv[1], NULL, &error);
  if (reading == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  lens = rapport_lens_new (reading->map);
  theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  measure_build (reading->map, lens, theme, rounds);
  measure_moves (reading->map, lens, theme, rounds * 40);
  return 0;
}
