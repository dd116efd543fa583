/* test-file-outside.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody else has done to a file since it was read: every change is noticed, and nothing
 * else.
 */
#include "save-fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void
test_exists (Fixture *f, gconstpointer data)
{
  put (f->path, "old");
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_EXISTS,
                 "“map.rapport” exists already. Replace it or choose another name.");
  g_assert_false (save (f, f->path, "longer", RAPPORT_FILE_SAVE_NONE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_EXISTS);
  assert_has (f->path, "old");
  g_assert_null (f->stamp);
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_has (f->path, "new");
  assert_has (fixture_path (f, "map.rapport~"), "old");
  assert_saved (f, f->path, "newer");
}

static void
test_deleted_outside (Fixture *f, gconstpointer data)
{
  start_with (f, "old");
  g_assert_cmpint (unlink (f->path), ==, 0);
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_MISSING,
                 "“map.rapport” has been moved or deleted since it was opened. "
                 "Save it here again or save to another place.");
  assert_missing (f->path);
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_has (f->path, "new");
}

static void
assert_changed (Fixture *f, const char *other)
{
  g_autoptr (RapportFileStamp) before = rapport_file_stamp_ref (f->stamp);

  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE,
                 "“map.rapport” has been changed by somebody else since it was opened. "
                 "Save a copy, overwrite it or reload it.");
  g_assert_true (f->stamp == before);
  assert_has (f->path, other);
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_has (f->path, "new");
  assert_has (fixture_path (f, "map.rapport~"), other);
}

static void
set_time (const char *path, const struct timespec *time)
{
  const struct timespec times[2] = { *time, *time };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_changed_outside (Fixture *f, gconstpointer data)
{
  start_with (f, "old");
  put (f->path, "changed by a second writer");
  assert_changed (f, "changed by a second writer");
}

static void
test_same_size_and_time (Fixture *f, gconstpointer data)
{
  struct stat st;

  start_with (f, "old");
  st = look (f->path);
  put (f->path, "odd");
  set_time (f->path, &st.st_mtim);
  assert_changed (f, "odd");
}

static void
test_touch (Fixture *f, gconstpointer data)
{
  const struct timespec then = { .tv_sec = 1000000000 };

  start_with (f, "old");
  set_time (f->path, &then);
  assert_saved (f, f->path, "new");
}

/* A synchronising folder puts a new file in the old one's place, whether it has changed or not. */
static void
test_synced_folder (Fixture *f, gconstpointer data)
{
  const char *incoming = fixture_path (f, ".incoming");

  start_with (f, "old");
  put (incoming, "old");
  g_assert_cmpint (rename (incoming, f->path), ==, 0);
  assert_saved (f, f->path, "new");
  put (incoming, "odd");
  g_assert_cmpint (rename (incoming, f->path), ==, 0);
  assert_changed (f, "odd");
}

/* A save whose last word was lost, or somebody who had the same idea. */
static void
test_already_there (Fixture *f, gconstpointer data)
{
  start_with (f, "old");
  put (f->path, "new");
  assert_saved (f, f->path, "new");
  g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
  assert_saved (f, f->path, "new");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/outside/exists", test_exists);
  fixture_add ("/outside/deleted-outside", test_deleted_outside);
  fixture_add ("/outside/changed-outside", test_changed_outside);
  fixture_add ("/outside/same-size-and-time", test_same_size_and_time);
  fixture_add ("/outside/touch", test_touch);
  fixture_add ("/outside/synced-folder", test_synced_folder);
  fixture_add ("/outside/already-there", test_already_there);
  return g_test_run ();
}
