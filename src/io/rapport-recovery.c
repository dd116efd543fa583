/* rapport-recovery.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-recovery.h"

#include "rapport-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-file-error.h"
#include "rapport-file-load.h"
#include "rapport-file-name.h"
#include "rapport-journal-record.h"
#include "rapport-map-error.h"
#include "rapport-map-reader.h"
#include "rapport-state-folder.h"

#define JOURNAL_SUFFIX ".rapport-journal"
#define ASIDE_SUFFIX ".rapport-journal-aside"
#define LITTER_SUFFIX ".rapport-journal.new"
/* A journal begins under another name for a moment; older than this, nobody is at it any more. */
#define LITTER_AGE 60
#define MAX_JOURNAL ((gsize) 512 * 1024 * 1024)

struct _RapportRecovery
{
  /* Owned */
  char *file;
  char *path;   /* of the map, nullable: never saved */
  char *title;
  char *sha256; /* of the base, nullable: the base is within */
  GBytes *base; /* nullable */
  RapportFileStamp *stamp; /* nullable: of the file that the work was opened upon */
  GBytes *bytes;
  int lock;     /* a descriptor that keeps others away, or -1 */

  gsize first;  /* where the records behind the head begin */
  gint64 time;  /* of the last edit, in seconds since 1970 */
  guint edits;
};

/* Walks the records behind the head. Returns: (transfer full) (nullable) */
static GVariant *
next_record (RapportRecovery *self, gsize *at, RapportRecordKind *kind)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);

  return rapport_journal_record_unpack (data, size, at, kind);
}

static gboolean
read_head (RapportRecovery *self)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  gsize at = strlen (RAPPORT_JOURNAL_MAGIC);
  RapportRecordKind kind;
  g_autoptr (GVariant) head = NULL;
  g_autoptr (GVariant) base = NULL;
  const char *path;
  const char *title;
  const char *sha256;

  if (size < at || memcmp (data, RAPPORT_JOURNAL_MAGIC, at) != 0)
    return FALSE;
  head = next_record (self, &at, &kind);
  if (head == NULL || kind != RAPPORT_RECORD_HEAD)
    return FALSE;
  g_variant_get (head, "(^&ay&s&s@ay)", &path, &title, &sha256, &base);
  self->path = *path != '\0' ? g_strdup (path) : NULL;
  self->title = g_strdup (title);
  self->sha256 = *sha256 != '\0' ? g_strdup (sha256) : NULL;
  if (self->sha256 == NULL)
    self->base = g_variant_get_data_as_bytes (base);
  self->first = at;
  return self->base != NULL || self->path != NULL;
}

static guint
count_edits (RapportRecovery *self)
{
  gsize at = self->first;
  guint n = 0;
  RapportRecordKind kind;
  GVariant *record;

  while ((record = next_record (self, &at, &kind)) != NULL)
    {
      n += kind == RAPPORT_RECORD_CHANGES;
      g_variant_unref (record);
    }
  return n;
}

static gboolean
read_file (RapportRecovery *self)
{
  struct stat st;

  self->lock = open (self->file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (self->lock < 0 || fstat (self->lock, &st) != 0 || !S_ISREG (st.st_mode)
      || flock (self->lock, LOCK_EX | LOCK_NB) != 0
      || rapport_fd_slurp (self->lock, MAX_JOURNAL, &self->bytes) != 0)
    return FALSE;
  self->time = st.st_mtim.tv_sec;
  return TRUE;
}

/* Where the records behind the last "saving" of this content begin. Returns: %FALSE where there is none */
static gboolean
find_saving (RapportRecovery *self, const char *sha256, gsize *start)
{
  gboolean found = FALSE;
  gsize at = self->first;
  RapportRecordKind kind;
  GVariant *record;

  while ((record = next_record (self, &at, &kind)) != NULL)
    {
      if (kind == RAPPORT_RECORD_SAVING
          && (sha256 == NULL || strcmp (g_variant_get_string (record, NULL), sha256) == 0))
        {
          *start = at;
          found = TRUE;
        }
      g_variant_unref (record);
    }
  return found;
}

/* A program that died just after a save left edits behind that are in the file already. */
static void
skip_what_was_saved (RapportRecovery *self)
{
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize start;

  if (self->path == NULL || !find_saving (self, NULL, &start))
    return;
  bytes = rapport_file_load (self->path, &stamp, NULL);
  if (bytes == NULL || !find_saving (self, rapport_file_stamp_get_sha256 (stamp), &start))
    return;
  self->first = start;
  g_free (self->sha256);
  self->sha256 = g_strdup (rapport_file_stamp_get_sha256 (stamp));
  g_clear_pointer (&self->base, g_bytes_unref);
}

/**
 * rapport_recovery_new:
 * @file: (type filename): a journal
 *
 * Returns: (transfer full) (nullable): %NULL where it is no journal, is damaged from the start, or belongs to a
 *   program that lives
 */
RapportRecovery *
rapport_recovery_new (const char *file)
{
  g_autoptr (RapportRecovery) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (RapportRecovery, 1);
  self->file = g_strdup (file);
  self->lock = -1;
  if (!read_file (self) || !read_head (self))
    return NULL;
  skip_what_was_saved (self);
  self->edits = count_edits (self);
  return g_steal_pointer (&self);
}

void
rapport_recovery_free (RapportRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->stamp, rapport_file_stamp_unref);
  g_free (self->file);
  g_free (self->path);
  g_free (self->title);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
ends_early (RapportRecovery *self)
{
  gsize at = self->first;
  RapportRecordKind kind;
  GVariant *record;

  while ((record = next_record (self, &at, &kind)) != NULL)
    g_variant_unref (record);
  return at != g_bytes_get_size (self->bytes);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const RapportRecovery *left = *(RapportRecovery *const *) a;
  const RapportRecovery *right = *(RapportRecovery *const *) b;

  return left->time == right->time ? strcmp (left->file, right->file)
                                   : (left->time < right->time ? 1 : -1);
}

static void
add_if_left_behind (GPtrArray *list, const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  RapportRecovery *recovery = rapport_recovery_new (file);

  if (recovery == NULL)
    return;
  /* Opened and never touched: there is nothing to offer, and nobody will miss it. */
  if (recovery->edits == 0 && recovery->sha256 != NULL && !ends_early (recovery))
    {
      rapport_recovery_discard (recovery);
      rapport_recovery_free (recovery);
      return;
    }
  g_ptr_array_add (list, recovery);
}

static void
remove_litter (const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  int fd = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat st;

  if (fd < 0)
    return;
  if (fstat (fd, &st) == 0 && S_ISREG (st.st_mode)
      && st.st_mtim.tv_sec + LITTER_AGE < g_get_real_time () / G_USEC_PER_SEC
      && flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlink (file);
  close (fd);
}

/**
 * rapport_recovery_list:
 * Returns: (transfer full) (element-type RapportRecovery): what can be offered, the latest first
 */
GPtrArray *
rapport_recovery_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_recovery_free);
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, JOURNAL_SUFFIX))
      add_if_left_behind (list, folder, name);
    else if (g_str_has_suffix (name, LITTER_SUFFIX))
      remove_litter (folder, name);
  g_ptr_array_sort (list, compare_times);
  return list;
}

/* Returns: (nullable) (transfer none) (type filename): the map's file; %NULL where it was never saved */
const char *
rapport_recovery_get_path (RapportRecovery *self)
{
  return self->path;
}

/* Returns: (transfer none): the map's title when the journal was begun */
const char *
rapport_recovery_get_title (RapportRecovery *self)
{
  return self->title;
}

/* When the last edit was written down, in seconds since 1970. */
gint64
rapport_recovery_get_time (RapportRecovery *self)
{
  return self->time;
}

/* How many steps were done since the map was last saved, as far as they can be read. */
guint
rapport_recovery_get_edits (RapportRecovery *self)
{
  return self->edits;
}

static void
keep_aside (RapportRecovery *self, GError **error)
{
  g_autofree char *stem = g_strndup (self->file, strlen (self->file) - strlen (JOURNAL_SUFFIX));
  g_autofree char *aside = g_strconcat (stem, ASIDE_SUFFIX, NULL);
  g_autofree char *shown = g_filename_display_name (aside);
  g_autofree char *name = rapport_file_name_display (self->path);

  if (g_str_has_suffix (self->file, JOURNAL_SUFFIX) && rename (self->file, aside) == 0)
    g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE,
                 _("The unsaved work on “%s” belongs to another content of the file, which has changed "
                   "since. It was not applied and is kept aside as “%s”."),
                 name, shown);
  else
    g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE,
                 _("The unsaved work on “%s” belongs to another content of the file, which has changed "
                   "since. It was not applied."),
                 name);
}

/* Returns: (transfer full) (nullable): the content to start from */
static GBytes *
find_base (RapportRecovery *self, gsize *start, GError **error)
{
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *start = self->first;
  if (self->base != NULL)
    return g_bytes_ref (self->base);
  bytes = rapport_file_load (self->path, &stamp, error);
  if (bytes == NULL)
    return NULL;
  if (strcmp (self->sha256, rapport_file_stamp_get_sha256 (stamp)) != 0
      && !find_saving (self, rapport_file_stamp_get_sha256 (stamp), start))
    {
      keep_aside (self, error);
      return NULL;
    }
  g_clear_pointer (&self->stamp, rapport_file_stamp_unref);
  self->stamp = g_steal_pointer (&stamp);
  return g_steal_pointer (&bytes);
}

/* Returns: how many edits could be made again, of how many there are */
static guint
replay (RapportRecovery *self, RapportHistory *history, gsize at, guint *n_all)
{
  RapportRecordKind kind;
  GVariant *record;
  gboolean fits = TRUE;
  guint n = 0;

  *n_all = 0;
  while ((record = next_record (self, &at, &kind)) != NULL)
    {
      g_autoptr (GVariant) owned = record;
      g_autoptr (GVariant) changes = NULL;
      const char *label;

      if (kind != RAPPORT_RECORD_CHANGES)
        continue;
      (*n_all)++;
      g_variant_get (record, "(&s@av)", &label, &changes);
      fits = fits && rapport_history_replay (history, changes, *label != '\0' ? label : _("Change"));
      n += fits;
    }
  return n;
}

static void
tell_what_is_missing (GPtrArray *notices, guint n, guint n_all, gboolean is_cut)
{
  if (n < n_all)
    g_ptr_array_add (notices,
                     g_strdup_printf (ngettext ("Recovered up to edit %u of %u; the rest does not fit.",
                                                "Recovered up to edit %u of %u; the rest does not fit.",
                                                n_all),
                                      n, n_all));
  else if (is_cut)
    g_ptr_array_add (notices,
                     g_strdup_printf (ngettext ("Recovered up to edit %u; what came after it was damaged.",
                                                "Recovered up to edit %u; what came after it was damaged.",
                                                n),
                                      n));
}

/**
 * rapport_recovery_open:
 * @notices: (out) (optional) (transfer full) (element-type utf8): what there is to be told
 * @error: why it cannot be opened, in one sentence; the journal stays, at most under another name
 *
 * The map as it was, as far as the journal is good, with its history: what was done can be undone. The map counts
 * as modified, and its file is untouched.
 *
 * Returns: (transfer full) (nullable)
 */
RapportHistory *
rapport_recovery_open (RapportRecovery *self, GPtrArray **notices, GError **error)
{
  g_autoptr (GBytes) base = NULL;
  g_autoptr (RapportMapReading) reading = NULL;
  g_autofree char *name = NULL;
  RapportHistory *history;
  gsize start;
  guint n_all;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  base = find_base (self, &start, error);
  if (base == NULL)
    return NULL;
  name = self->path != NULL ? rapport_file_name_display (self->path) : g_strdup (self->title);
  reading = rapport_map_read (base, name, error);
  if (reading == NULL)
    return NULL;
  history = rapport_history_new (reading->map);
  n = replay (self, history, start, &n_all);
  rapport_history_mark_unsaved (history);
  tell_what_is_missing (reading->notices, n, n_all, ends_early (self));
  if (notices != NULL)
    *notices = g_steal_pointer (&reading->notices);
  return history;
}

/* Returns: (nullable) (transfer none): of the map's file, once the work is open; %NULL where it does not build on what
 * the file holds, so that a save has to ask */
RapportFileStamp *
rapport_recovery_get_stamp (RapportRecovery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->stamp;
}

/* Gives the work up, or says that it is safe elsewhere: the journal is removed. */
void
rapport_recovery_discard (RapportRecovery *self)
{
  g_return_if_fail (self != NULL);
  unlink (self->file);
}
