/* test-file-mounts.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving to real file systems in real trouble: full, read-only, gone, and a file that is a mount
 * point. They are mounted where no other process sees them, which takes root.
 */
#include "save-fixture.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static char *no_mounts;

/* From here on nobody else sees what this process mounts. */
static void
leave_the_others (void)
{
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_mounts = g_strdup_printf ("nothing can be mounted here: %s", g_strerror (errno));
}

/* Mounts a small disk in memory and says where. */
static const char *
mount_disk (Fixture *f, const char *options)
{
  const char *disk = fixture_path (f, "disk");

  if (no_mounts != NULL)
    {
      g_test_skip (no_mounts);
      return NULL;
    }
  g_assert_cmpint (mkdir (disk, 0755), ==, 0);
  g_assert_cmpint (mount ("tmpfs", disk, "tmpfs", 0, options), ==, 0);
  return disk;
}

static void
unmount (const char *path)
{
  g_assert_cmpint (umount2 (path, MNT_DETACH), ==, 0);
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "size=64k");
  const char *path = fixture_path (f, "disk/map.rapport");
  g_autofree char *old = g_strnfill (30000, 'o');
  g_autofree char *fits = g_strnfill (20000, 'f');
  g_autofree char *large = g_strnfill (60000, 'n');

  if (disk == NULL)
    return;
  put (path, old);
  g_assert_true (load (f, path));
  for (int i = 0; i < 3; i++)
    {
      g_assert_false (save (f, path, large, RAPPORT_FILE_SAVE_NONE));
      assert_failed (f, RAPPORT_FILE_ERROR_NO_SPACE,
                     "“map.rapport” could not be saved: the disk is full. "
                     "Make room or save to another place.");
      assert_has (path, old);
      assert_missing (fixture_path (f, "disk/map.rapport~"));
    }
  assert_saved (f, path, fits);
  assert_has (fixture_path (f, "disk/map.rapport~"), old);
  unmount (disk);
}

static void
test_no_more_files (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "nr_inodes=3");
  const char *path = fixture_path (f, "disk/map.rapport");

  if (disk == NULL)
    return;
  put (path, "old");
  put (fixture_path (f, "disk/last"), "");
  g_assert_true (load (f, path));
  g_assert_false (save (f, path, "new", RAPPORT_FILE_SAVE_NONE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NO_SPACE);
  assert_has (path, "old");
  unmount (disk);
}

static void
test_read_only_disk (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "");
  const char *path = fixture_path (f, "disk/map.rapport");

  if (disk == NULL)
    return;
  put (path, "old");
  g_assert_true (load (f, path));
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_false (save (f, path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_READ_ONLY,
                 "“map.rapport” could not be saved: the disk is read-only. Save to another place.");
  g_assert_false (save (f, fixture_path (f, "disk/other"), "new", RAPPORT_FILE_SAVE_OVERWRITE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_READ_ONLY);
  assert_has (path, "old");
  unmount (disk);
}

static void
test_disk_gone (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "");
  const char *path = fixture_path (f, "disk/map.rapport");

  if (disk == NULL)
    return;
  put (path, "old");
  g_assert_true (load (f, path));
  unmount (disk);
  g_assert_false (save (f, path, "new", RAPPORT_FILE_SAVE_NONE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_MISSING);
  g_assert_cmpint (rmdir (disk), ==, 0);
  g_assert_false (save (f, path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NOT_FOUND);
}

/* As in a sandbox that has been given one file. */
static void
test_mount_point (Fixture *f, gconstpointer data)
{
  const char *outside = fixture_path (f, "outside");
  ino_t inode;

  if (no_mounts != NULL)
    {
      g_test_skip (no_mounts);
      return;
    }
  put (outside, "old, and longer than what comes");
  put (f->path, "");
  g_assert_cmpint (mount (outside, f->path, NULL, MS_BIND, NULL), ==, 0);
  inode = look (f->path).st_ino;
  g_assert_true (load (f, f->path));
  assert_saved (f, f->path, "new");
  assert_saved (f, f->path, "newer");
  g_assert_cmpuint (look (f->path).st_ino, ==, inode);
  assert_has (outside, "newer");
  assert_has (fixture_path (f, "map.rapport~"), "new");
  unmount (f->path);
}

/* The same on a full disk: neither the file nor the backup may suffer. */
static void
test_mount_point_of_full_disk (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "size=64k");
  const char *outside = fixture_path (f, "disk/outside");
  g_autofree char *old = g_strnfill (30000, 'o');
  g_autofree char *large = g_strnfill (100000, 'n');

  if (disk == NULL)
    return;
  put (outside, old);
  put (f->path, "");
  g_assert_cmpint (mount (outside, f->path, NULL, MS_BIND, NULL), ==, 0);
  g_assert_true (load (f, f->path));
  g_assert_false (save (f, f->path, large, RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_NO_SPACE,
                 "“map.rapport” could not be saved: the disk is full. "
                 "Make room or save to another place.");
  assert_has (outside, old);
  assert_missing (fixture_path (f, "map.rapport~"));
  unmount (f->path);
  unmount (disk);
}

/* Where no safety copy can be made, nothing is overwritten. */
static void
test_state_folder_full (Fixture *f, gconstpointer data)
{
  const char *disk = mount_disk (f, "size=16k");
  g_autofree char *large = g_strnfill (100000, 'n');
  const char *state = g_get_user_state_dir ();

  if (disk == NULL)
    return;
  g_assert_cmpint (mkdir (state, 0755), ==, 0);
  g_assert_cmpint (mount (disk, state, NULL, MS_BIND, NULL), ==, 0);
  put (fixture_path (f, "outside"), "old");
  put (f->path, "");
  g_assert_cmpint (mount (fixture_path (f, "outside"), f->path, NULL, MS_BIND, NULL), ==, 0);
  g_assert_true (load (f, f->path));
  g_assert_false (save (f, f->path, large, RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_NO_RESCUE,
                 "“map.rapport” could not be saved: it can only be overwritten, and there is no "
                 "room for a safety copy. Save to another place.");
  assert_has (f->path, "old");
  unmount (f->path);
  unmount (state);
  unmount (disk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();
  leave_the_others ();

  fixture_add ("/mounts/full-disk", test_full_disk);
  fixture_add ("/mounts/no-more-files", test_no_more_files);
  fixture_add ("/mounts/read-only-disk", test_read_only_disk);
  fixture_add ("/mounts/disk-gone", test_disk_gone);
  fixture_add ("/mounts/mount-point", test_mount_point);
  fixture_add ("/mounts/mount-point-of-full-disk", test_mount_point_of_full_disk);
  fixture_add ("/mounts/state-folder-full", test_state_folder_full);
  return g_test_run ();
}
