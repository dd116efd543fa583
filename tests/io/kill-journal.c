/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on a map like a quick person until it is killed, or looks what is left of such work.
 *
 *   kill-journal edit MAP SEED     edits for ever, saves now and then; each edit's number is printed with its time
 *   kill-journal steady MAP N      N edits, 20 a second, then rests
 *   kill-journal recover MAP       prints the number that was recovered, or that the file holds
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rapport-journal.h"
#include "rapport-map-file.h"
#include "rapport-recovery.h"
#include "rapport-stakeholder.h"

typedef struct
{
  const char *path;
  RapportFileStamp *stamp;
  RapportHistory *history;
  RapportJournal *journal;
  guint number;
} Work;

static void G_GNUC_PRINTF (1, 2)
say (const char *format, ...)
{
  va_list arguments;
  g_autofree char *line = NULL;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (3);
}

static G_NORETURN void
give_up (GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (2);
}

static RapportMapReading *
load (const char *path, RapportFileStamp **stamp)
{
  g_autoptr (GError) error = NULL;
  RapportMapReading *reading = rapport_map_file_load (path, stamp, &error);

  if (reading == NULL)
    give_up (error);
  return reading;
}

static void
start (Work *work, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) reading = load (path, &work->stamp);

  work->path = path;
  work->history = rapport_history_new (reading->map);
  work->journal = rapport_journal_new (work->history, path,
                                       rapport_file_stamp_get_sha256 (work->stamp), &error);
  if (work->journal == NULL)
    give_up (error);
}

/* The number is the map's title; some edits add and delete elements besides. */
static void
edit (Work *work)
{
  RapportMap *map = rapport_history_get_map (work->history);
  RapportTransaction *transaction = rapport_history_begin (work->history, "Edit", NULL);
  g_autofree char *title = g_strdup_printf ("%u", ++work->number);
  GListModel *list = G_LIST_MODEL (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS));

  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (map), "title", title);
  if (work->number % 3 == 0)
    {
      g_autofree char *id = rapport_map_make_id (map, 's');
      g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

      rapport_transaction_insert (transaction, element, G_MAXUINT);
    }
  if (work->number % 7 == 0 && g_list_model_get_n_items (list) > 0)
    {
      g_autoptr (RapportElement) first = g_list_model_get_item (list, 0);

      rapport_transaction_delete (transaction, first);
    }
  rapport_transaction_commit (transaction);
  say ("edit %u %" G_GINT64_FORMAT "\n", work->number, g_get_monotonic_time ());
}

static void
save (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
    = rapport_map_file_bytes (rapport_history_get_map (work->history), work->path, &error);
  g_autofree char *sha256 = NULL;

  if (bytes == NULL)
    give_up (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  say ("saving %s\n", sha256);
  rapport_journal_saving (work->journal, sha256);
  if (!rapport_file_save (work->path, bytes, &work->stamp, RAPPORT_FILE_SAVE_NONE, NULL, &error))
    give_up (error);
  rapport_journal_saved (work->journal, work->path, sha256);
}

static G_NORETURN void
edit_for_ever (Work *work, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (;;)
    {
      guint burst = g_rand_int_range (random, 0, 10) == 0 ? 200 : 1;

      for (guint i = 0; i < burst; i++)
        edit (work);
      if (g_rand_int_range (random, 0, 12) == 0)
        save (work);
      g_usleep (50000);
    }
}

static void
edit_steadily (Work *work, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      edit (work);
      g_usleep (50000);
    }
  g_usleep (4 * G_USEC_PER_SEC);
  rapport_journal_close (work->journal);
}

static void
recover (const char *path)
{
  g_autoptr (GPtrArray) list = rapport_recovery_list ();
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (RapportMapReading) reading = NULL;

  if (list->len > 1)
    exit (4);
  if (list->len == 0)
    {
      reading = load (path, NULL);
      say ("file %s\n", rapport_map_get_title (reading->map));
      return;
    }
  history = rapport_recovery_open (g_ptr_array_index (list, 0), &notices, &error);
  if (history == NULL)
    give_up (error);
  say ("journal %s %u\n", rapport_map_get_title (rapport_history_get_map (history)), notices->len);
}

int
main (int argc, char **argv)
{
  Work work = { 0 };

  if (argc < 3)
    return 1;
  if (strcmp (argv[1], "recover") == 0)
    {
      recover (argv[2]);
      return 0;
    }
  start (&work, argv[2]);
  say ("ready\n");
  if (strcmp (argv[1], "edit") == 0)
    edit_for_ever (&work, (guint32) atoi (argv[3]));
  edit_steadily (&work, (guint) atoi (argv[3]));
  return 0;
}
