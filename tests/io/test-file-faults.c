/* test-file-faults.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every call of a save fails, one at a time and two at a time, inside this process: faster than the
 * sweep under strace and with an eye on single lines of the code, but without kills.
 */
#include "faults.h"
#include "save-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OLD "the old content"
#define NEW "the new content, which is longer"

#define FOREIGN "from somebody else, who has written more than both"

static const char *backup;

static void
write_as_somebody_else (gpointer path)
{
  put (path, FOREIGN);
}

static void
forget_rescues (Fixture *f)
{
  g_autoptr (GPtrArray) found = rapport_file_rescue_find (f->path);

  for (guint i = 0; i < found->len; i++)
    rapport_file_rescue_remove (found->pdata[i]);
}

static void
start (Fixture *f)
{
  faults_reset ();
  forget_rescues (f);
  g_clear_error (&f->error);
  backup = fixture_path (f, "map.rapport~");
  put (f->path, OLD);
  put (backup, "older");
  g_assert_true (load (f, f->path));
}

static gboolean
try_to_save (Fixture *f)
{
  return save (f, f->path, NEW, RAPPORT_FILE_SAVE_NONE);
}

static void
assert_old (Fixture *f, RapportFileError code)
{
  g_assert_error (f->error, RAPPORT_FILE_ERROR, (int) code);
  g_assert_true (faults_struck ());
  assert_has (f->path, OLD);
  assert_has (backup, "older");
  assert_no_litter (f);
}

static void
assert_new (Fixture *f)
{
  g_assert_no_error (f->error);
  g_assert_true (faults_struck ());
  assert_has (f->path, NEW);
  assert_no_litter (f);
}

/* The safety copy is whole and offered. */
static void
assert_rescued (Fixture *f)
{
  g_autoptr (GPtrArray) found = rapport_file_rescue_find (f->path);
  GBytes *content;

  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_DAMAGED);
  g_assert_cmpuint (found->len, ==, 1);
  content = rapport_file_rescue_get_content (found->pdata[0]);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), NEW, strlen (NEW));
  g_assert_cmpstr (rapport_file_rescue_get_path (found->pdata[0]), ==, f->path);
  g_assert_cmpint (rapport_file_rescue_remove (found->pdata[0]), ==, 0);
}

/* What holds after any faults whatever. @in_place tells that the target may have been overwritten. */
static void
check (Fixture *f, gboolean saved, gboolean in_place)
{
  g_autofree char *has = NULL;
  int code = f->error != NULL ? f->error->code : -1;

  faults_reset ();
  has = get (f->path);
  if (saved)
    g_assert_cmpstr (has, ==, NEW);
  else if (code == RAPPORT_FILE_ERROR_DAMAGED)
    {
      g_assert_true (in_place);
      if (g_strcmp0 (has, NEW) != 0)
        assert_rescued (f);
    }
  else if (code == RAPPORT_FILE_ERROR_NOT_SYNCED)
    g_assert_cmpstr (has, ==, NEW);
  else
    {
      g_assert_cmpstr (has, ==, OLD);
      assert_has (backup, "older");
    }
}

/* Fails call 1, 2, 3 … until one save has gone through without. */
static guint
fail_each (Fixture *f, int reason, gboolean lasting, gboolean in_place)
{
  for (guint nth = 1;; nth++)
    {
      gboolean saved, over;

      start (f);
      if (in_place)
        faults_add ("renameat", 1, EBUSY, FALSE);
      faults_add (NULL, nth, reason, lasting);
      saved = try_to_save (f);
      over = faults_count () < nth;
      check (f, saved, in_place);
      if (over)
        return nth - 1;
      g_assert_true (load (f, f->path));
      g_assert_true (save (f, f->path, "and on", RAPPORT_FILE_SAVE_NONE));
    }
}

static void
test_one_fault (Fixture *f, gconstpointer data)
{
  const int reasons[] = { ENOSPC, EIO, EACCES, EROFS, EINTR, EDQUOT, EINVAL, ENOSYS, ESTALE };
  guint points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (int kind = 0; kind < 4; kind++)
      /* A signal that never stops coming is no fault of a disk. */
      if (reasons[i] != EINTR || kind < 2)
        points += fail_each (f, reasons[i], kind >= 2, kind % 2 == 1);
  g_test_message ("%u points", points);
  g_assert_cmpuint (points, >, 1000);
}

static void
test_two_faults (Fixture *f, gconstpointer data)
{
  const guint step = g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0 ? 1 : 5;
  const int reasons[] = { EIO, ENOSPC, EXDEV };
  guint points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (guint first = 1, reached = TRUE; reached; first++)
      for (guint second = first + 1 + (first + i) % step;; second += step)
        {
          gboolean saved, over;

          start (f);
          faults_add (NULL, first, reasons[i], FALSE);
          faults_add (NULL, second, EIO, FALSE);
          saved = try_to_save (f);
          reached = faults_count () >= first;
          over = faults_count () < second;
          check (f, saved, TRUE);
          if (over)
            break;
          points++;
        }
  g_test_message ("%u points", points);
  g_assert_cmpuint (points, >, 200);
}

static void
fail_one (Fixture *f, const char *call, guint nth, int reason, RapportFileError code)
{
  start (f);
  faults_add (call, nth, reason, FALSE);
  g_assert_false (try_to_save (f));
  assert_old (f, code);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  fail_one (f, "write", 1, ENOSPC, RAPPORT_FILE_ERROR_NO_SPACE);
  fail_one (f, "write", 1, EDQUOT, RAPPORT_FILE_ERROR_NO_SPACE);
  fail_one (f, "write", 1, EIO, RAPPORT_FILE_ERROR_IO);
  fail_one (f, "write", 1, FAULT_NOTHING_DONE, RAPPORT_FILE_ERROR_IO);
  fail_one (f, "close", 2, EDQUOT, RAPPORT_FILE_ERROR_NO_SPACE);
  fail_one (f, "renameat", 1, EIO, RAPPORT_FILE_ERROR_IO);
  fail_one (f, "faccessat", 1, EROFS, RAPPORT_FILE_ERROR_READ_ONLY);
  fail_one (f, "openat", 2, EIO, RAPPORT_FILE_ERROR_IO);
  fail_one (f, "realpath", 1, ESTALE, RAPPORT_FILE_ERROR_IO);
}

/* A failed sync is tried once more with another file, and not a third time. */
static void
test_sync_fails (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("fsync", 1, EIO, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);

  start (f);
  faults_add ("fsync", 1, EIO, FALSE);
  faults_add ("fsync", 2, EIO, FALSE);
  g_assert_false (try_to_save (f));
  assert_old (f, RAPPORT_FILE_ERROR_IO);
}

/* A rename that is not on the disk yet is no save, but no longer somebody else's change either. */
static void
test_folder_not_synced (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("fsync", 2, EIO, FALSE);
  g_assert_false (try_to_save (f));
  g_assert_true (faults_struck ());
  assert_failed (f, RAPPORT_FILE_ERROR_NOT_SYNCED,
                 "“map.rapport” was written, but the disk did not confirm it. "
                 "Save again or save to another place.");
  assert_has (f->path, NEW);
  assert_saved (f, f->path, "something else");
}

static void
test_folder_knows_no_sync (Fixture *f, gconstpointer data)
{
  const int reasons[] = { EINVAL, ENOTSUP };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      start (f);
      faults_add ("fsync", 2, reasons[i], FALSE);
      g_assert_true (try_to_save (f));
      assert_new (f);
    }
}

static void
test_no_links (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("linkat", 1, EPERM, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);
  assert_has (backup, OLD);

  start (f);
  faults_add ("linkat", 1, EPERM, FALSE);
  faults_add ("write", 2, ENOSPC, FALSE);
  g_assert_false (try_to_save (f));
  assert_old (f, RAPPORT_FILE_ERROR_NO_SPACE);
}

/* The save is done; only the backup is the one from before. */
static void
test_backup_stays_behind (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 2, EIO, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);
  assert_has (backup, "older");
}

static void
test_cannot_be_replaced (Fixture *f, gconstpointer data)
{
  const int reasons[] = { EBUSY, EXDEV, EPERM, EACCES };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      ino_t inode;

      start (f);
      inode = look (f->path).st_ino;
      faults_add ("renameat", 1, reasons[i], FALSE);
      g_assert_true (try_to_save (f));
      assert_new (f);
      g_assert_cmpuint (look (f->path).st_ino, ==, inode);
      assert_has (backup, OLD);
      g_assert_cmpuint (look (backup).st_ino, !=, inode);
      assert_saved (f, f->path, "newer");
    }
}

/* Makes the save overwrite the target, and fail at a call of its choice. */
static gboolean
overwrite (Fixture *f, const char *call, guint nth, int reason)
{
  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add (call, nth, reason, FALSE);
  return try_to_save (f);
}

static void
test_old_content_restored (Fixture *f, gconstpointer data)
{
  /* New file, backup, head and content of the safety copy come before. */
  g_assert_false (overwrite (f, "write", 5, EIO));
  assert_old (f, RAPPORT_FILE_ERROR_IO);
  g_assert_false (overwrite (f, "ftruncate", 1, EIO));
  assert_old (f, RAPPORT_FILE_ERROR_IO);
  g_assert_false (overwrite (f, "fallocate", 1, ENOSPC));
  assert_old (f, RAPPORT_FILE_ERROR_NO_SPACE);
  g_assert_true (overwrite (f, "fallocate", 1, EOPNOTSUPP));
  assert_new (f);
}

static void
test_rescued (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add ("ftruncate", 1, EIO, TRUE);
  g_assert_false (try_to_save (f));
  faults_reset ();
  g_assert_cmpstr (f->error->message, ==,
                   "“map.rapport” could not be saved and may be damaged: the disk reports an "
                   "error. A copy of your work is kept; save to another place.");
  assert_rescued (f);
  /* What is in the file now is our own doing. */
  assert_saved (f, f->path, "something else");
}

static void
fail_next_sync (gpointer data)
{
  faults_add ("fsync", 1, EIO, FALSE);
}

/* After a failed sync even the old content, read back, proves nothing. */
static void
test_sync_in_place_fails (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add_hook ("ftruncate", 1, fail_next_sync, NULL);
  g_assert_false (try_to_save (f));
  g_assert_true (faults_struck ());
  faults_reset ();
  assert_has (f->path, OLD);
  assert_rescued (f);
}

static void
write_same_length (gpointer path)
{
  put (path, "teh new content, which is longer");
}

static void
write_after_sync (gpointer path)
{
  faults_add_hook ("lseek", 1, write_same_length, path);
}

static void
write_longer_after_sync (gpointer path)
{
  faults_add_hook ("lseek", 1, write_as_somebody_else, path);
}

/* A disk that says yes and keeps something else. */
static void
test_read_back_differs (Fixture *f, gconstpointer data)
{
  const FaultsHook hooks[] = { write_after_sync, write_longer_after_sync };

  for (guint i = 0; i < G_N_ELEMENTS (hooks); i++)
    {
      start (f);
      faults_add ("renameat", 1, EBUSY, FALSE);
      faults_add_hook ("ftruncate", 1, hooks[i], f->path);
      g_assert_false (try_to_save (f));
      assert_old (f, RAPPORT_FILE_ERROR_IO);
    }
}

/* Somebody looks for lost work while it is being saved: there is none to offer yet. */
static void
look_for_rescue (gpointer path)
{
  g_autoptr (GPtrArray) found = rapport_file_rescue_find (path);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_not_offered_meanwhile (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add_hook ("ftruncate", 1, look_for_rescue, f->path);
  g_assert_true (try_to_save (f));
  assert_new (f);
}

static void
test_no_rescue_no_overwriting (Fixture *f, gconstpointer data)
{
  g_assert_false (overwrite (f, "mkdir", 1, EACCES));
  assert_old (f, RAPPORT_FILE_ERROR_NO_RESCUE);
  g_assert_false (overwrite (f, "write", 4, ENOSPC));
  assert_old (f, RAPPORT_FILE_ERROR_NO_RESCUE);
}

static void
assert_kept_from_somebody_else (Fixture *f)
{
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  g_assert_true (faults_struck ());
  assert_has (f->path, FOREIGN);
  assert_has (backup, "older");
  assert_no_litter (f);
}

/* The second look, just before the rename, and the third, before overwriting. */
static void
test_changed_meanwhile (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("linkat", 1, write_as_somebody_else, f->path);
  g_assert_false (try_to_save (f));
  assert_kept_from_somebody_else (f);

  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add_hook ("renameat", 1, write_as_somebody_else, f->path);
  g_assert_false (try_to_save (f));
  assert_kept_from_somebody_else (f);
}

/* As little as can be different, and as much as can be the same. */
static void
exchange_for_twin (gpointer path)
{
  g_autofree char *twin = g_strconcat (path, ".twin", NULL);
  struct stat st = look (path);
  const struct timespec times[2] = { st.st_mtim, st.st_mtim };

  put (twin, "teh old content");
  g_assert_cmpint (utimensat (AT_FDCWD, twin, times, 0), ==, 0);
  g_assert_cmpint (rename (twin, path), ==, 0);
}

static void
shift_time (const char *path, time_t seconds, long nanoseconds)
{
  struct stat st = look (path);
  const struct timespec time = { st.st_mtim.tv_sec + seconds,
                                 (st.st_mtim.tv_nsec + nanoseconds) % 1000000000 };
  const struct timespec times[2] = { time, time };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
shift_seconds (gpointer path)
{
  shift_time (path, 1, 0);
}

static void
shift_nanoseconds (gpointer path)
{
  shift_time (path, 0, 1);
}

static void
test_changed_a_little (Fixture *f, gconstpointer data)
{
  const FaultsHook hooks[] = { exchange_for_twin, shift_seconds, shift_nanoseconds };

  for (guint i = 0; i < G_N_ELEMENTS (hooks); i++)
    {
      start (f);
      faults_add_hook ("fsync", 1, hooks[i], f->path);
      g_assert_false (try_to_save (f));
      g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
      assert_has (f->path, i == 0 ? "teh old content" : OLD);
      assert_has (backup, "older");
      assert_no_litter (f);
    }
}

static void
remove_as_somebody_else (gpointer path)
{
  g_assert_cmpint (unlink (path), ==, 0);
}

static void
test_removed_meanwhile (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("fsync", 1, remove_as_somebody_else, f->path);
  g_assert_false (try_to_save (f));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_MISSING);
  assert_missing (f->path);
  assert_has (backup, "older");
  assert_no_litter (f);
}

static void
start_new (Fixture *f)
{
  faults_reset ();
  g_clear_error (&f->error);
  g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
  unlink (f->path);
}

static void
test_made_meanwhile (Fixture *f, gconstpointer data)
{
  const char *calls[] = { "fsync", "renameat2" };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      start_new (f);
      faults_add_hook (calls[i], 1, write_as_somebody_else, f->path);
      g_assert_false (try_to_save (f));
      g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_EXISTS);
      assert_has (f->path, FOREIGN);
      assert_no_litter (f);
    }
}

/* Where the kernel cannot refuse to replace. */
static void
test_no_careful_rename (Fixture *f, gconstpointer data)
{
  const int reasons[] = { EINVAL, ENOSYS };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      start_new (f);
      faults_add ("renameat2", 1, reasons[i], FALSE);
      g_assert_true (try_to_save (f));
      assert_new (f);
    }
  start_new (f);
  faults_add ("renameat2", 1, EINVAL, FALSE);
  faults_add_hook ("renameat2", 1, write_as_somebody_else, f->path);
  g_assert_false (try_to_save (f));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_EXISTS);
  assert_has (f->path, FOREIGN);

  start_new (f);
  faults_add ("renameat2", 1, EINVAL, FALSE);
  faults_add ("renameat", 1, EIO, FALSE);
  g_assert_false (try_to_save (f));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_IO);
  assert_missing (f->path);
  assert_no_litter (f);
}

static void
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Until the rename there is a way back; afterwards the save goes on. */
static void
test_cancelled_meanwhile (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *call;
    guint nth;
    gboolean busy;
    gboolean saved;
  } moments[] = {
    { "fsync", 1, FALSE, FALSE },  { "linkat", 1, FALSE, FALSE }, { "renameat", 1, FALSE, TRUE },
    { "renameat", 2, FALSE, TRUE }, { "flock", 1, TRUE, FALSE },   { "ftruncate", 1, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GBytes) content = g_bytes_new_static (NEW, strlen (NEW));

      start (f);
      if (moments[i].busy)
        faults_add ("renameat", 1, EBUSY, FALSE);
      faults_add_hook (moments[i].call, moments[i].nth, cancel, cancellable);
      g_assert_true (moments[i].saved
                     == rapport_file_save (f->path, content, &f->stamp, RAPPORT_FILE_SAVE_NONE,
                                           cancellable, &f->error));
      g_assert_true (faults_struck ());
      assert_has (f->path, moments[i].saved ? NEW : OLD);
      if (!moments[i].saved)
        g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_no_litter (f);
    }
}

static void
test_owner_not_told (Fixture *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  start (f);
  g_assert_cmpint (chown (f->path, 1234, 2345), ==, 0);
  g_assert_cmpint (chmod (f->path, 0664), ==, 0);
  g_assert_true (load (f, f->path));
  /* The owner cannot be kept, the group can. */
  faults_add ("fchown", 1, EPERM, FALSE);
  g_assert_true (try_to_save (f));
  g_assert_cmpuint (look (f->path).st_uid, ==, 0);
  g_assert_cmpuint (look (f->path).st_gid, ==, 2345);
  g_assert_cmphex (look (f->path).st_mode & 07777, ==, 0664);
  /* Neither can be kept. */
  faults_reset ();
  faults_add ("fchown", 1, EACCES, TRUE);
  g_assert_true (save (f, f->path, "newer", RAPPORT_FILE_SAVE_NONE));
  g_assert_cmpuint (look (f->path).st_gid, ==, 0);
  g_assert_cmphex (look (f->path).st_mode & 07777, ==, 0644);
  /* A disk in trouble is another matter. */
  g_assert_cmpint (chown (f->path, 1234, 2345), ==, 0);
  faults_reset ();
  faults_add ("fchown", 1, EIO, FALSE);
  g_assert_false (save (f, f->path, "newest", RAPPORT_FILE_SAVE_NONE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_IO);
  assert_has (f->path, "newer");
}

/* All names are taken: by whom does not matter. */
static void
test_names_taken (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("openat", 4, EEXIST, FALSE);
  faults_add ("openat", 5, EEXIST, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);

  start (f);
  faults_add ("openat", 4, EEXIST, TRUE);
  g_assert_false (try_to_save (f));
  faults_reset ();
  assert_has (f->path, OLD);
}

static void
test_no_locks (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add ("flock", 1, ENOLCK, FALSE);
  faults_add ("ftruncate", 1, EIO, TRUE);
  g_assert_false (try_to_save (f));
  faults_reset ();
  faults_add ("flock", 1, ENOLCK, FALSE);
  assert_rescued (f);
}

static void
test_state_folder_open_to_all (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "rapport", NULL);

  start (f);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  faults_add ("renameat", 1, EBUSY, FALSE);
  faults_add ("fchmod", 3, EPERM, FALSE);
  g_assert_false (try_to_save (f));
  assert_old (f, RAPPORT_FILE_ERROR_NO_RESCUE);
}

/* The folder takes files and cannot be listed; then all of the disk is synced. */
static void
test_disk_not_synced (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("openat", 1, EACCES, FALSE);
  faults_add ("syncfs", 1, EIO, FALSE);
  g_assert_false (try_to_save (f));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NOT_SYNCED);
  start (f);
  faults_add ("openat", 1, EACCES, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);
}

static void
test_not_listed (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("fdopendir", 1, ENOMEM, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);
}

/* A file that grows or shrinks while it is read. */
static void
test_load (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("read", 1, write_as_somebody_else, f->path);
  g_assert_true (load (f, f->path));
  g_assert_cmpuint (rapport_file_stamp_get_size (f->stamp), ==, strlen (FOREIGN));

  start (f);
  faults_add ("read", 1, EINTR, FALSE);
  g_assert_true (load (f, f->path));

  start (f);
  faults_add ("read", 1, EIO, FALSE);
  g_assert_false (load (f, f->path));
  g_assert_cmpstr (f->error->message, ==,
                   "“map.rapport” can't be read: the disk reports an error.");
  start (f);
  faults_add ("read", 2, EIO, FALSE);
  g_assert_false (load (f, f->path));
  start (f);
  faults_add ("fstat", 1, EIO, FALSE);
  g_assert_false (load (f, f->path));
  start (f);
  faults_add ("fstat", 2, EIO, FALSE);
  g_assert_false (load (f, f->path));
}

static void
grow (gpointer path)
{
  g_assert_cmpint (truncate (path, (off_t) RAPPORT_FILE_MAX_SIZE + 1), ==, 0);
}

static void
test_grows_without_end (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("read", 1, grow, f->path);
  g_assert_false (load (f, f->path));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_TOO_LARGE);
}

static void
exchange_for_pipe (gpointer path)
{
  g_assert_cmpint (unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

/* Between looking and opening, the file becomes a pipe: nobody must wait for it. */
static void
test_pipe_meanwhile (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("openat", 1, exchange_for_pipe, f->path);
  g_assert_false (load (f, f->path));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NOT_REGULAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/faults/one", test_one_fault);
  fixture_add ("/faults/two", test_two_faults);
  fixture_add ("/faults/words", test_words);
  fixture_add ("/faults/sync-fails", test_sync_fails);
  fixture_add ("/faults/folder-not-synced", test_folder_not_synced);
  fixture_add ("/faults/folder-knows-no-sync", test_folder_knows_no_sync);
  fixture_add ("/faults/no-links", test_no_links);
  fixture_add ("/faults/backup-stays-behind", test_backup_stays_behind);
  fixture_add ("/faults/cannot-be-replaced", test_cannot_be_replaced);
  fixture_add ("/faults/old-content-restored", test_old_content_restored);
  fixture_add ("/faults/rescued", test_rescued);
  fixture_add ("/faults/sync-in-place-fails", test_sync_in_place_fails);
  fixture_add ("/faults/read-back-differs", test_read_back_differs);
  fixture_add ("/faults/not-offered-meanwhile", test_not_offered_meanwhile);
  fixture_add ("/faults/no-rescue-no-overwriting", test_no_rescue_no_overwriting);
  fixture_add ("/faults/changed-meanwhile", test_changed_meanwhile);
  fixture_add ("/faults/changed-a-little", test_changed_a_little);
  fixture_add ("/faults/removed-meanwhile", test_removed_meanwhile);
  fixture_add ("/faults/made-meanwhile", test_made_meanwhile);
  fixture_add ("/faults/no-careful-rename", test_no_careful_rename);
  fixture_add ("/faults/cancelled-meanwhile", test_cancelled_meanwhile);
  fixture_add ("/faults/owner-not-told", test_owner_not_told);
  fixture_add ("/faults/names-taken", test_names_taken);
  fixture_add ("/faults/no-locks", test_no_locks);
  fixture_add ("/faults/state-folder-open-to-all", test_state_folder_open_to_all);
  fixture_add ("/faults/disk-not-synced", test_disk_not_synced);
  fixture_add ("/faults/not-listed", test_not_listed);
  fixture_add ("/faults/load", test_load);
  fixture_add ("/faults/grows-without-end", test_grows_without_end);
  fixture_add ("/faults/pipe-meanwhile", test_pipe_meanwhile);
  return g_test_run ();
}
