/* test-file-meanwhile.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody else, or the user, does while a save goes on.
 */
#include "fault-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_kept_from_somebody_else (Fixture *f)
{
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  g_assert_true (faults_struck ());
  assert_has (f->path, FOREIGN);
  assert_has (fault_backup, "older");
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
      assert_has (fault_backup, "older");
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
  assert_has (fault_backup, "older");
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
    { "fsync", 1, FALSE, FALSE },   { "linkat", 1, FALSE, FALSE }, { "renameat", 1, FALSE, TRUE },
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

/* The same between the first look and the second of a save. */
static void
test_pipe_before_digest (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add_hook ("openat", 2, exchange_for_pipe, f->path);
  g_assert_false (try_to_save (f));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  g_assert_true (S_ISFIFO (look (f->path).st_mode));
  assert_has (fault_backup, "older");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/meanwhile/changed-meanwhile", test_changed_meanwhile);
  fixture_add ("/meanwhile/changed-a-little", test_changed_a_little);
  fixture_add ("/meanwhile/removed-meanwhile", test_removed_meanwhile);
  fixture_add ("/meanwhile/made-meanwhile", test_made_meanwhile);
  fixture_add ("/meanwhile/no-careful-rename", test_no_careful_rename);
  fixture_add ("/meanwhile/cancelled-meanwhile", test_cancelled_meanwhile);
  fixture_add ("/meanwhile/grows-without-end", test_grows_without_end);
  fixture_add ("/meanwhile/pipe-meanwhile", test_pipe_meanwhile);
  fixture_add ("/meanwhile/pipe-before-digest", test_pipe_before_digest);
  return g_test_run ();
}
