/* inner.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one part of the work costs, without the start of a process round it.
 *
 *   rapport-inner save FILE OUT     read it, then: bytes, the read that proves them, the save itself
 *   rapport-inner undo FILE         delete 1,000 stakeholders with their links, and undo that
 *
 * Prints lines "inner NAME MILLISECONDS" of processor time, but for what waits for the disk.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rapport-history.h"
#include "rapport-map-file.h"
#include "rapport-map-writer.h"

static double
clock_ms (clockid_t id)
{
  struct timespec t;

  clock_gettime (id, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static double
cpu_ms (void)
{
  return clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static int
measure_save (RapportMap *map, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RapportMapReading) back = NULL;
  double start = cpu_ms ();
  double formatted;
  double read;
  double compared;
  double wall;

  bytes = rapport_map_write (map);
  formatted = cpu_ms ();
  back = rapport_map_read (bytes, out, &error);
  read = cpu_ms ();
  if (back == NULL || !rapport_map_equal (map, back->map))
    return 1;
  compared = cpu_ms ();
  wall = clock_ms (CLOCK_MONOTONIC);
  if (!rapport_file_save (out, bytes, NULL, RAPPORT_FILE_SAVE_OVERWRITE, NULL, &error))
    return 1;
  printf ("inner format %.3f\ninner proving-read %.3f\ninner compare %.3f\n", formatted - start,
          read - formatted, compared - read);
  printf ("inner to-disk-cpu %.3f\ninner to-disk-wall %.3f\n", cpu_ms () - compared,
          clock_ms (CLOCK_MONOTONIC) - wall);
  return 0;
}

static int
measure_undo (RapportMap *map)
{
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportElementList *stakeholders = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);
  RapportElementList *links = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  guint n_links = rapport_element_list_get_length (links);
  guint n = MIN (1000u, rapport_element_list_get_length (stakeholders));
  RapportTransaction *transaction = rapport_history_begin (history, "Delete", NULL);
  double start = cpu_ms ();
  double deleted;
  double undone;

  for (guint i = 0; i < n; i++)
    rapport_transaction_delete (transaction, rapport_element_list_peek (stakeholders, 0));
  rapport_transaction_commit (transaction);
  deleted = cpu_ms ();
  n_links -= rapport_element_list_get_length (links);
  rapport_history_undo (history);
  undone = cpu_ms ();
  rapport_history_redo (history);
  printf ("inner delete %.3f\ninner undo %.3f\ninner redo %.3f\n# %u stakeholders, %u links\n",
          deleted - start, undone - deleted, cpu_ms () - undone, n, n_links);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (RapportMapReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    return 2;
  reading = rapport_map_file_load (argv[2], NULL, &error);
  if (reading == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  if (strcmp (argv[1], "save") == 0 && argc > 3)
    return measure_save (reading->map, argv[3]);
  if (strcmp (argv[1], "undo") == 0)
    return measure_undo (reading->map);
  return 2;
}
