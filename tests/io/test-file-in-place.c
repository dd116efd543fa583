/* test-file-in-place.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that can only be overwritten: either they are whole in the end, or a safety copy is.
 */
#include "fault-fixture.h"

#include <errno.h>
#include <unistd.h>

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
      assert_has (fault_backup, OLD);
      g_assert_cmpuint (look (fault_backup).st_ino, !=, inode);
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
  /* New file, fault_backup, head and content of the safety copy come before. */
  g_assert_false (overwrite (f, "write", 5, EIO));
  assert_old (f, RAPPORT_FILE_ERROR_IO);
  g_assert_false (overwrite (f, "ftruncate", 1, EIO));
  assert_old (f, RAPPORT_FILE_ERROR_IO);
  g_assert_false (overwrite (f, "fallocate", 1, ENOSPC));
  assert_old (f, RAPPORT_FILE_ERROR_NO_SPACE);
  g_assert_false (overwrite (f, "fallocate", 1, EDQUOT));
  assert_old (f, RAPPORT_FILE_ERROR_NO_SPACE);
  g_assert_false (overwrite (f, "fallocate", 1, EFBIG));
  assert_old (f, RAPPORT_FILE_ERROR_TOO_LARGE);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/in-place/cannot-be-replaced", test_cannot_be_replaced);
  fixture_add ("/in-place/old-content-restored", test_old_content_restored);
  fixture_add ("/in-place/rescued", test_rescued);
  fixture_add ("/in-place/sync-in-place-fails", test_sync_in_place_fails);
  fixture_add ("/in-place/read-back-differs", test_read_back_differs);
  fixture_add ("/in-place/not-offered-meanwhile", test_not_offered_meanwhile);
  fixture_add ("/in-place/no-rescue-no-overwriting", test_no_rescue_no_overwriting);
  fixture_add ("/in-place/no-locks", test_no_locks);
  fixture_add ("/in-place/state-folder-open-to-all", test_state_folder_open_to_all);
  return g_test_run ();
}
