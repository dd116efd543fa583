/* arrange.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   rapport-arrange wheel|free MAP.txt OUT   writes "x y" of each node, for layout_quality.py; prints what it took in
 *                                            milliseconds of processor time, without the reading
 *   rapport-arrange samples N                arranges N made-up maps of 40 and 80: a table of what is wrong with each
 *   rapport-arrange sample SEED              one of them, as numbers, to be drawn
 *
 * MAP.txt is what genmap.py writes.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rapport-arrange-free.h"
#include "sample-map.h"

typedef struct
{
  guint n;
  guint n_links;
  double *width;
  double *height;
  guint *sector;
  RapportGraphLink *links;
} BenchMap;

static double
get_milliseconds (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static gboolean
read_map (const char *path, BenchMap *map)
{
  FILE *file = fopen (path, "r");
  gboolean fine = file != NULL && fscanf (file, "%u %u", &map->n, &map->n_links) == 2;

  map->width = g_new0 (double, map->n + 1);
  map->height = g_new0 (double, map->n + 1);
  map->sector = g_new0 (guint, map->n + 1);
  map->links = g_new0 (RapportGraphLink, map->n_links + 1);
  for (guint i = 0; fine && i < map->n; i++)
    fine = fscanf (file, "%*f %*f %lf %lf %u", &map->width[i], &map->height[i], &map->sector[i]) == 3;
  for (guint i = 0; fine && i < map->n_links; i++)
    fine = fscanf (file, "%u %u %*u", &map->links[i].a, &map->links[i].b) == 2;
  if (file != NULL)
    fclose (file);
  return fine;
}

/* A wheel with a wedge for each sector and no rings, whose bounding box is twelve times as large as all boxes. */
static void
bench_wheel (const BenchMap *map, FILE *out)
{
  g_autofree RapportWheelGuest *guests = g_new0 (RapportWheelGuest, map->n + 1);
  RapportWheelOptions options = { .exponent = 3, .seed = 1 };
  SampleMap points = { .n = map->n, .guests = guests };
  double area = 0;

  for (guint i = 0; i < map->n; i++)
    area += map->width[i] * map->height[i];
  options.half_height = sqrt (11.6 * area / 1.6) / 2;
  options.half_width = 1.6 * options.half_height;
  for (guint i = 0; i < map->n; i++)
    guests[i] = (RapportWheelGuest){ .start = -90 + 90 * (int) map->sector[i], .extent = 90, .inner = 0.08, .outer = 1,
                                     .half_width = map->width[i] / 2, .half_height = map->height[i] / 2 };
  rapport_arrange_wheel (guests, map->n, map->links, map->n_links, &options, NULL, NULL, NULL);
  points.options = options;
  for (guint i = 0; i < map->n; i++)
    {
      double x;
      double y;

      sample_map_get_point (&points, i, &x, &y);
      fprintf (out, "%.3f %.3f\n", x, y);
    }
}

static void
bench_free (const BenchMap *map, FILE *out)
{
  g_autofree RapportFreeBox *boxes = g_new0 (RapportFreeBox, map->n + 1);
  RapportGraph graph = { map->n, map->n_links, map->links, NULL };
  RapportFreeOptions options = { .gap = 4, .seed = 1 };

  for (guint i = 0; i < map->n; i++)
    boxes[i] = (RapportFreeBox){ .width = map->width[i], .height = map->height[i] };
  rapport_arrange_free (boxes, &graph, &options, NULL, NULL, NULL);
  for (guint i = 0; i < map->n; i++)
    fprintf (out, "%.3f %.3f\n", boxes[i].x, boxes[i].y);
}

static void
print_sample (guint32 seed)
{
  g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);

  sample_map_arrange (map);
  for (guint i = 0; i < map->n; i++)
    {
      double x, y, label_x, label_y, half_width, half_height;

      sample_map_get_point (map, i, &x, &y);
      sample_map_get_label (map, i, &label_x, &label_y, &half_width, &half_height);
      printf ("node %u %.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f\n", map->sectors[i], x, y,
              MAX (map->guests[i].half_width, map->guests[i].radius), map->guests[i].radius, label_x, label_y,
              half_width, half_height);
    }
  for (guint i = 0; i < map->n_links; i++)
    printf ("link %u %u\n", map->links[i].a, map->links[i].b);
}

static void
bench_samples (guint n)
{
  printf ("| map | ms | outlines | names | names on outlines | outside | crossings | over outlines | behind names |\n"
          "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
  for (guint seed = 1; seed <= n; seed++)
    {
      g_autoptr (SampleMap) map = sample_map_new (seed, 40, 80);
      double before = get_milliseconds ();
      double after;
      SampleFaults faults;

      sample_map_arrange (map);
      after = get_milliseconds ();
      faults = sample_map_judge (map);
      printf ("| %u | %.1f | %u | %u | %u | %u | %u | %u | %u |\n", seed, after - before, faults.outlines,
              faults.names, faults.names_on_outlines, faults.outside, faults.crossings, faults.passings,
              faults.behind_names);
    }
}

static int
bench_file (const char *how, const char *path, const char *out_path)
{
  BenchMap map = { 0 };
  FILE *out;
  double before;

  if (!read_map (path, &map))
    return 2;
  out = fopen (out_path, "w");
  if (out == NULL)
    return 2;
  before = get_milliseconds ();
  if (strcmp (how, "wheel") == 0)
    bench_wheel (&map, out);
  else
    bench_free (&map, out);
  printf ("inner %s %.1f\n", how, get_milliseconds () - before);
  return fclose (out) == 0 ? 0 : 2;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && (strcmp (argv[1], "wheel") == 0 || strcmp (argv[1], "free") == 0))
    return bench_file (argv[1], argv[2], argv[3]);
  if (argc == 3 && strcmp (argv[1], "samples") == 0)
    bench_samples ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  else if (argc == 3 && strcmp (argv[1], "sample") == 0)
    print_sample ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  else
    {
      fprintf (stderr, "rapport-arrange wheel|free MAP.txt OUT, or samples N, or sample SEED\n");
      return 2;
    }
  return 0;
}
