/* test-file-faults.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every call of a save fails, one at a time and two at a time, inside this process: faster than the
 * sweep under strace and with an eye on single lines of the code, but without kills.
 */
#include "fault-fixture.h"

#include <errno.h>
#include <unistd.h>

/* What holds after any faults whatever. @in_place tells that the target may have been
 * overwritten. */
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
      assert_has (fault_backup, "older");
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
  assert_has (fault_backup, OLD);

  start (f);
  faults_add ("linkat", 1, EPERM, FALSE);
  faults_add ("write", 2, ENOSPC, FALSE);
  g_assert_false (try_to_save (f));
  assert_old (f, RAPPORT_FILE_ERROR_NO_SPACE);
}

/* The save is done; only the fault_backup is the one from before. */
static void
test_backup_stays_behind (Fixture *f, gconstpointer data)
{
  start (f);
  faults_add ("renameat", 2, EIO, FALSE);
  g_assert_true (try_to_save (f));
  assert_new (f);
  assert_has (fault_backup, "older");
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

static void
never (gpointer data)
{
  g_error ("a device was opened");
}

/* To open a device can be to start it. */
static void
test_device_left_alone (Fixture *f, gconstpointer data)
{
  faults_reset ();
  faults_add_hook ("openat", 1, never, NULL);
  g_assert_false (load (f, "/dev/null"));
  faults_reset ();
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
                   "“map.rapport” can’t be read: the disk reports an error.");
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
  fixture_add ("/faults/fault_backup-stays-behind", test_backup_stays_behind);
  fixture_add ("/faults/owner-not-told", test_owner_not_told);
  fixture_add ("/faults/names-taken", test_names_taken);
  fixture_add ("/faults/disk-not-synced", test_disk_not_synced);
  fixture_add ("/faults/not-listed", test_not_listed);
  fixture_add ("/faults/device-left-alone", test_device_left_alone);
  fixture_add ("/faults/load", test_load);
  return g_test_run ();
}
