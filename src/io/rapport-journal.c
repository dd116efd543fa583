/* rapport-journal.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread packs records and puts them on a queue; the journal's own thread appends them at once, so
 * that they outlive the program, and syncs them soon, so that they outlive the machine. Only the thread
 * touches the descriptor.
 */
#include "rapport-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-file-error.h"
#include "rapport-journal-record.h"
#include "rapport-map-writer.h"
#include "rapport-state-folder.h"

/* After the last edit, and at most since the first that is not synced. */
#define QUIET_BEFORE_SYNC (1 * G_TIME_SPAN_SECOND)
#define LONGEST_UNSYNCED (4 * G_TIME_SPAN_SECOND)

typedef enum
{
  JOB_APPEND,
  JOB_RESTART, /* the file begins anew with these bytes */
  JOB_FLUSH,
  JOB_END,
} JobKind;

typedef struct
{
  JobKind kind;
  GBytes *bytes;   /* owned, nullable */
  gboolean remove; /* JOB_END */
  gboolean *done;  /* borrowed, nullable: set under the lock when it is carried out and synced */
} Job;

struct _RapportJournal
{
  GObject parent_instance;

  /* Owned */
  char *file;
  char *path;      /* of the map, nullable */
  GThread *thread; /* nullable: closed */
  GAsyncQueue *jobs;
  GPtrArray *since_saving; /* of GBytes: records behind the last "saving", nullable */
  GMutex lock;
  GCond carried_out;

  /* Borrowed */
  RapportHistory *history;

  /* The thread's own */
  int folder;
  int fd;
  gboolean broken; /* something is missing in the file: nothing behind it would count */

  gint failing; /* atomic */
};

G_DEFINE_FINAL_TYPE (RapportJournal, rapport_journal, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
push (RapportJournal *self, JobKind kind, GBytes *bytes, gboolean remove, gboolean *done)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->remove = remove;
  job->done = done;
  g_async_queue_push (self->jobs, job);
}

static void
wait_for (RapportJournal *self, gboolean *done)
{
  g_mutex_lock (&self->lock);
  while (!*done)
    g_cond_wait (&self->carried_out, &self->lock);
  g_mutex_unlock (&self->lock);
}

/* A journal that cannot be written is not worth stopping anybody's work for; the window may say so. */
static void
note_result (RapportJournal *self, int reason)
{
  g_atomic_int_set (&self->failing, reason != 0);
}

static int
append (RapportJournal *self, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  int reason = self->broken ? EIO : rapport_fd_write (self->fd, data, size, NULL);

  self->broken |= reason != 0;
  return reason;
}

/* After a sync that failed nobody knows what is on disk, and asking again does not tell. */
static int
synchronise (RapportJournal *self)
{
  int reason = self->broken ? EIO : rapport_fd_sync (self->fd);

  self->broken |= reason != 0;
  return reason;
}

/* The new content is whole on disk before it takes the old one's name. */
static int
restart (RapportJournal *self, GBytes *bytes)
{
  g_autofree char *base = g_path_get_basename (self->file);
  g_autofree char *temp = g_strconcat (base, ".new", NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  int fd = -1;
  int reason;

  unlinkat (self->folder, temp, 0);
  reason = rapport_fd_open (self->folder, temp, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0600, &fd);
  if (reason != 0)
    return reason;
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    reason = errno;
  if (reason == 0)
    reason = rapport_fd_write (fd, data, size, NULL);
  if (reason == 0)
    reason = rapport_fd_sync (fd);
  if (reason == 0 && renameat (self->folder, temp, self->folder, base) != 0)
    reason = errno;
  if (reason != 0)
    {
      unlinkat (self->folder, temp, 0);
      rapport_fd_close (&fd);
      return reason;
    }
  rapport_fd_sync (self->folder);
  if (self->fd >= 0)
    rapport_fd_close (&self->fd);
  self->fd = fd;
  self->broken = FALSE;
  return 0;
}

static void
end_file (RapportJournal *self, gboolean remove)
{
  g_autofree char *base = g_path_get_basename (self->file);

  if (remove)
    unlinkat (self->folder, base, 0);
  if (self->fd >= 0)
    rapport_fd_close (&self->fd);
  rapport_fd_close (&self->folder);
}

/* Returns: whether the journal goes on */
static gboolean
carry_out (RapportJournal *self, Job *job, gboolean *unsynced)
{
  int reason = 0;

  if (job->kind == JOB_APPEND)
    {
      reason = append (self, job->bytes);
      *unsynced = reason == 0;
    }
  else if (job->kind == JOB_RESTART)
    {
      reason = restart (self, job->bytes);
      *unsynced = FALSE;
    }
  if (job->done != NULL && *unsynced && reason == 0)
    {
      reason = synchronise (self);
      *unsynced = FALSE;
    }
  if (job->kind == JOB_END)
    end_file (self, job->remove);
  else if (job->kind != JOB_FLUSH || reason != 0)
    note_result (self, reason);
  if (job->done != NULL)
    {
      g_mutex_lock (&self->lock);
      *job->done = TRUE;
      g_cond_broadcast (&self->carried_out);
      g_mutex_unlock (&self->lock);
    }
  return job->kind != JOB_END;
}

/* How long the thread may sleep before it must sync. */
static guint64
time_to_sync (gint64 first, gint64 last)
{
  gint64 now = g_get_monotonic_time ();
  gint64 due = MIN (last + QUIET_BEFORE_SYNC, first + LONGEST_UNSYNCED);

  return due > now ? (guint64) (due - now) : 0;
}

static gpointer
run_thread (gpointer data)
{
  RapportJournal *self = data;
  gboolean unsynced = FALSE;
  gboolean goes_on = TRUE;
  gint64 first = 0;
  gint64 last = 0;

  while (goes_on)
    {
      guint64 patience = unsynced ? time_to_sync (first, last) : 0;
      gboolean was_unsynced = unsynced;
      Job *job = unsynced ? g_async_queue_timeout_pop (self->jobs, patience)
                          : g_async_queue_pop (self->jobs);

      if (job == NULL)
        {
          note_result (self, synchronise (self));
          unsynced = FALSE;
          continue;
        }
      goes_on = carry_out (self, job, &unsynced);
      last = g_get_monotonic_time ();
      if (!was_unsynced)
        first = last;
      job_free (job);
      /* Edits that keep coming must not put the sync off for ever. */
      if (goes_on && unsynced && time_to_sync (first, last) == 0)
        {
          note_result (self, synchronise (self));
          unsynced = FALSE;
        }
    }
  return NULL;
}

static GVariant *
changes_to_variant (RapportHistory *history, GPtrArray *changes)
{
  GVariantBuilder builder;
  const char *label = rapport_history_get_undo_label (history);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GVariant) change = rapport_change_to_variant (g_ptr_array_index (changes, i));

      g_variant_builder_add (&builder, "v", change);
    }
  return g_variant_new ("(sav)", label != NULL ? label : "", &builder);
}

/* The first bytes: the magic, the head and the records that are not in the base. */
static GBytes *
make_beginning (RapportMap *map, const char *path, const char *sha256, GBytes *base,
                GPtrArray *records)
{
  GByteArray *bytes = g_byte_array_new ();
  const char *title = rapport_map_get_title (map);
  GVariant *content;
  g_autoptr (GBytes) head = NULL;
  gsize size = 0;
  gconstpointer data = base != NULL ? g_bytes_get_data (base, &size) : NULL;

  content = g_variant_new ("(^ayss@ay)", path != NULL ? path : "", title != NULL ? title : "",
                           sha256 != NULL ? sha256 : "",
                           g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, data, size, 1));
  head = rapport_journal_record_pack (RAPPORT_RECORD_HEAD, content);
  g_byte_array_append (bytes, (const guint8 *) RAPPORT_JOURNAL_MAGIC, strlen (RAPPORT_JOURNAL_MAGIC));
  g_byte_array_append (bytes, g_bytes_get_data (head, NULL), (guint) g_bytes_get_size (head));
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      GBytes *record = g_ptr_array_index (records, i);

      g_byte_array_append (bytes, g_bytes_get_data (record, NULL), (guint) g_bytes_get_size (record));
    }
  return g_byte_array_free_to_bytes (bytes);
}

/* Begins anew with the whole map, as it is now: what could not be written before is in it. */
static void
start_over (RapportJournal *self, gboolean *done)
{
  RapportMap *map = rapport_history_get_map (self->history);
  g_autoptr (GBytes) base = rapport_map_write (map);
  g_autoptr (GBytes) beginning = make_beginning (map, self->path, NULL, base, NULL);

  push (self, JOB_RESTART, beginning, FALSE, done);
}

static void
committed_cb (RapportJournal *self, GPtrArray *changes, RapportHistory *history)
{
  g_autoptr (GBytes) record = rapport_journal_record_pack (RAPPORT_RECORD_CHANGES,
                                                           changes_to_variant (history, changes));

  if (self->since_saving != NULL)
    g_ptr_array_add (self->since_saving, g_bytes_ref (record));
  if (g_atomic_int_get (&self->failing))
    start_over (self, NULL);
  else
    push (self, JOB_APPEND, record, FALSE, NULL);
}

static void
end_thread (RapportJournal *self, gboolean remove)
{
  if (self->thread == NULL)
    return;
  push (self, JOB_END, NULL, remove, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  if (self->history != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->history, self);
      g_clear_object (&self->history);
    }
}

static void
rapport_journal_dispose (GObject *object)
{
  /* Let go without being closed, the file stays: what is in it was not saved. */
  end_thread (RAPPORT_JOURNAL (object), FALSE);
  G_OBJECT_CLASS (rapport_journal_parent_class)->dispose (object);
}

static void
rapport_journal_finalize (GObject *object)
{
  RapportJournal *self = RAPPORT_JOURNAL (object);

  g_async_queue_unref (self->jobs);
  g_clear_pointer (&self->since_saving, g_ptr_array_unref);
  g_free (self->file);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->carried_out);
  if (self->fd >= 0)
    rapport_fd_close (&self->fd);
  if (self->folder >= 0)
    rapport_fd_close (&self->folder);

  G_OBJECT_CLASS (rapport_journal_parent_class)->finalize (object);
}

static void
rapport_journal_class_init (RapportJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_journal_dispose;
  G_OBJECT_CLASS (klass)->finalize = rapport_journal_finalize;
}

static void
rapport_journal_init (RapportJournal *self)
{
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->folder = -1;
  self->fd = -1;
  g_mutex_init (&self->lock);
  g_cond_init (&self->carried_out);
}

static char *
make_file_name (void)
{
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (uuid, ".rapport-journal", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Whoever recovers may stand in another folder. */
static void
set_path (RapportJournal *self, const char *path)
{
  g_free (self->path);
  self->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
}

/**
 * rapport_journal_new:
 * @history: what is written down; nothing of it may have been done yet that @sha256 does not hold
 * @path: (nullable): where the map was read from
 * @sha256: (nullable): the hash of the content that the history starts from; with %NULL the whole map is
 *   written down first: for one that was never saved, or was recovered
 * @error: %RAPPORT_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): %NULL where the state folder cannot be written
 */
RapportJournal *
rapport_journal_new (RapportHistory *history, const char *path, const char *sha256, GError **error)
{
  g_autoptr (RapportJournal) self = NULL;
  g_autoptr (GBytes) base = NULL;
  g_autoptr (GBytes) beginning = NULL;
  int reason;

  g_return_val_if_fail (RAPPORT_IS_HISTORY (history), NULL);

  self = g_object_new (RAPPORT_TYPE_JOURNAL, NULL);
  self->file = make_file_name ();
  set_path (self, path);
  if (sha256 == NULL)
    base = rapport_map_write (rapport_history_get_map (history));
  beginning = make_beginning (rapport_history_get_map (history), self->path, sha256, base, NULL);
  reason = rapport_state_folder_open (&self->folder);
  if (reason == 0)
    reason = restart (self, beginning);
  if (reason != 0)
    {
      rapport_file_error_set_save (error, self->file, reason);
      return NULL;
    }
  self->history = g_object_ref (history);
  g_signal_connect_object (history, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  self->thread = g_thread_new ("rapport-journal", run_thread, self);
  return g_steal_pointer (&self);
}

/**
 * rapport_journal_begin_saving:
 * @sha256: of the bytes about to take the file's place
 * @done: set when it is on disk, or known not to be; it has to live until rapport_journal_wait() for it has returned
 *
 * To be called before a save, when the bytes have just been made: what is committed after it is not in them. If the
 * program dies between the rename and rapport_journal_saved(), recovery finds by this that what stands before it is
 * already in the file.
 */
void
rapport_journal_begin_saving (RapportJournal *self, const char *sha256, gboolean *done)
{
  g_autoptr (GBytes) record = NULL;

  g_return_if_fail (RAPPORT_IS_JOURNAL (self) && self->thread != NULL && sha256 != NULL);

  record = rapport_journal_record_pack (RAPPORT_RECORD_SAVING, g_variant_new_string (sha256));
  g_clear_pointer (&self->since_saving, g_ptr_array_unref);
  self->since_saving = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  *done = FALSE;
  push (self, JOB_APPEND, record, FALSE, done);
}

/**
 * rapport_journal_wait:
 * May be called in any thread that holds a reference.
 *
 * Returns: %FALSE where the journal cannot be written; the save may go on all the same
 */
gboolean
rapport_journal_wait (RapportJournal *self, gboolean *done)
{
  g_return_val_if_fail (RAPPORT_IS_JOURNAL (self) && done != NULL, FALSE);
  wait_for (self, done);
  return !g_atomic_int_get (&self->failing);
}

/* Both at once. */
gboolean
rapport_journal_saving (RapportJournal *self, const char *sha256)
{
  gboolean done = FALSE;

  rapport_journal_begin_saving (self, sha256, &done);
  return rapport_journal_wait (self, &done);
}

/**
 * rapport_journal_saved:
 * @path: where the map now is
 * @sha256: what rapport_journal_saving() was told
 *
 * The file holds everything up to there, so the journal begins anew, with what was done meanwhile.
 */
void
rapport_journal_saved (RapportJournal *self, const char *path, const char *sha256)
{
  g_autoptr (GBytes) beginning = NULL;

  g_return_if_fail (RAPPORT_IS_JOURNAL (self) && self->thread != NULL);
  g_return_if_fail (path != NULL && sha256 != NULL);

  set_path (self, path);
  beginning = make_beginning (rapport_history_get_map (self->history), self->path, sha256, NULL,
                              self->since_saving);
  g_clear_pointer (&self->since_saving, g_ptr_array_unref);
  push (self, JOB_RESTART, beginning, FALSE, NULL);
}

/* Waits until everything committed so far is on disk, or known not to be: see rapport_journal_is_failing(). */
void
rapport_journal_flush (RapportJournal *self)
{
  gboolean done = FALSE;

  g_return_if_fail (RAPPORT_IS_JOURNAL (self) && self->thread != NULL);
  if (g_atomic_int_get (&self->failing))
    start_over (self, &done);
  else
    push (self, JOB_FLUSH, NULL, FALSE, &done);
  wait_for (self, &done);
}

/* The map was saved, or its changes were given up by choice: the journal is removed. */
void
rapport_journal_close (RapportJournal *self)
{
  g_return_if_fail (RAPPORT_IS_JOURNAL (self));
  end_thread (self, TRUE);
}

/* Returns: (transfer none) (type filename): where it is */
const char *
rapport_journal_get_file (RapportJournal *self)
{
  g_return_val_if_fail (RAPPORT_IS_JOURNAL (self), NULL);
  return self->file;
}

/* Whether the last thing could not be written, so that a crash now would cost more than seconds. */
gboolean
rapport_journal_is_failing (RapportJournal *self)
{
  g_return_val_if_fail (RAPPORT_IS_JOURNAL (self), FALSE);
  return g_atomic_int_get (&self->failing);
}
