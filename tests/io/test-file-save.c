/* test-file-save.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a save does with every kind of file, and what it refuses.
 */
#include "save-fixture.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
test_plain (Fixture *f, gconstpointer data)
{
  ino_t inode;

  start_with (f, "old");
  inode = look (f->path).st_ino;
  assert_saved (f, f->path, "new");
  g_assert_cmpuint (look (f->path).st_ino, !=, inode);
}

static void
test_new_file (Fixture *f, gconstpointer data)
{
  const mode_t masks[] = { 0022, 0077, 0002 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      mode_t before = umask (masks[i]);

      g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
      assert_saved (f, f->path, "new");
      umask (before);
      g_assert_cmphex (look (f->path).st_mode & 07777, ==, 0666 & ~masks[i]);
      assert_missing (fixture_path (f, "map.rapport~"));
      g_assert_cmpint (unlink (f->path), ==, 0);
    }
}

static void
test_relative_path (Fixture *f, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (chdir (f->folder), ==, 0);
  assert_saved (f, "map.rapport", "new");
  assert_saved (f, "../folder/./map.rapport", "newer");
  g_assert_cmpint (chdir (before), ==, 0);
  assert_has (f->path, "newer");
}

static void
test_mode (Fixture *f, gconstpointer data)
{
  const mode_t modes[] = { 0600, 0644, 0640, 0664, 0755, 0200 | 0400 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      start_with (f, "old");
      g_assert_cmpint (chmod (f->path, modes[i]), ==, 0);
      assert_saved (f, f->path, "new");
      g_assert_cmphex (look (f->path).st_mode & 07777, ==, modes[i]);
    }
}

static void
test_owner (Fixture *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  start_with (f, "old");
  g_assert_cmpint (chown (f->path, 1234, 2345), ==, 0);
  assert_saved (f, f->path, "new");
  g_assert_cmpuint (look (f->path).st_uid, ==, 1234);
  g_assert_cmpuint (look (f->path).st_gid, ==, 2345);
}

/* What one group could do, another one must not be able to. */
static void
test_owner_not_kept (Fixture *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  start_with (f, "old");
  g_assert_cmpint (chmod (f->folder, 0777), ==, 0);
  g_assert_cmpint (chown (f->path, 1234, 2345), ==, 0);
  g_assert_cmpint (chmod (f->path, 0676), ==, 0);
  become_nobody (NULL);
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  become_oneself ();
  assert_has (f->path, "new");
  g_assert_cmpuint (look (f->path).st_uid, ==, 65534);
  g_assert_cmphex (look (f->path).st_mode & 07777, ==, 0666);
}

static void
test_symlink (Fixture *f, gconstpointer data)
{
  const char *sub = fixture_path (f, "sub");
  const char *target = fixture_path (f, "sub/target.rapport");
  const char *targets[] = { target, "sub/target.rapport", "./sub/../sub/target.rapport", "middle" };

  g_assert_cmpint (mkdir (sub, 0755), ==, 0);
  g_assert_cmpint (symlink ("sub/target.rapport", fixture_path (f, "middle")), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      put (target, "old");
      g_assert_cmpint (symlink (targets[i], f->path), ==, 0);
      g_assert_true (load (f, f->path));
      assert_saved (f, f->path, "new");
      g_assert_true (S_ISLNK (look (f->path).st_mode));
      assert_has (target, "new");
      assert_has (fixture_path (f, "sub/target.rapport~"), "old");
      g_assert_cmpint (unlink (f->path), ==, 0);
    }
}

static void
test_folder_is_symlink (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkdir (fixture_path (f, "real"), 0755), ==, 0);
  g_assert_cmpint (symlink ("real", fixture_path (f, "alias")), ==, 0);
  g_assert_cmpint (symlink ("../map.rapport", fixture_path (f, "real/link")), ==, 0);
  assert_saved (f, fixture_path (f, "alias/link"), "new");
  assert_has (f->path, "new");
}

static void
test_dangling_symlink (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("later.rapport", f->path), ==, 0);
  assert_saved (f, f->path, "new");
  g_assert_true (S_ISLNK (look (f->path).st_mode));
  assert_has (fixture_path (f, "later.rapport"), "new");
}

static void
test_dangling_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("nowhere/later.rapport", f->path), ==, 0);
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_NOT_FOUND,
                 "“map.rapport” could not be saved: its folder does not exist. "
                 "Save to another place.");
}

static void
test_symlink_loop (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("map.rapport", f->path), ==, 0);
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_NOT_REGULAR,
                 "“map.rapport” could not be saved: it is a link that leads back to itself. "
                 "Choose another name.");
}

static void
test_hard_link (Fixture *f, gconstpointer data)
{
  const char *other = fixture_path (f, "other");

  start_with (f, "old");
  g_assert_cmpint (link (f->path, other), ==, 0);
  assert_saved (f, f->path, "new");
  assert_has (other, "old");
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  const char *backup = fixture_path (f, "map.rapport~");

  assert_saved (f, f->path, "one");
  assert_missing (backup);
  assert_saved (f, f->path, "two");
  assert_has (backup, "one");
  assert_saved (f, f->path, "three");
  assert_has (backup, "two");
  g_assert_cmpuint (look (backup).st_nlink, ==, 1);
}

/* Saving twice must not make backup and file the same. */
static void
test_backup_of_same_content (Fixture *f, gconstpointer data)
{
  assert_saved (f, f->path, "one");
  assert_saved (f, f->path, "two");
  assert_saved (f, f->path, "two");
  assert_has (fixture_path (f, "map.rapport~"), "one");
}

/* After some other program's backup, or a kill, file and backup may be one and the same. */
static void
test_backup_is_same_file (Fixture *f, gconstpointer data)
{
  const char *backup = fixture_path (f, "map.rapport~");

  start_with (f, "old");
  g_assert_cmpint (link (f->path, backup), ==, 0);
  assert_saved (f, f->path, "new");
  assert_has (backup, "old");
}

static void
test_backup_is_folder (Fixture *f, gconstpointer data)
{
  const char *backup = fixture_path (f, "map.rapport~");

  g_assert_cmpint (mkdir (backup, 0755), ==, 0);
  start_with (f, "old");
  assert_saved (f, f->path, "new");
  g_assert_true (S_ISDIR (look (backup).st_mode));
}

static void
test_no_backup (Fixture *f, gconstpointer data)
{
  put (f->path, "old");
  g_assert_true (
    save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE | RAPPORT_FILE_SAVE_NO_BACKUP));
  assert_has (f->path, "new");
  assert_missing (fixture_path (f, "map.rapport~"));
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  start_with (f, "old");
  g_assert_cmpint (chmod (f->path, 0444), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_assert_false (
        save (f, f->path, "new", i == 0 ? RAPPORT_FILE_SAVE_NONE : RAPPORT_FILE_SAVE_OVERWRITE));
      assert_failed (f, RAPPORT_FILE_ERROR_READ_ONLY,
                     "“map.rapport” could not be saved: it is marked as read-only. "
                     "Allow writing to it or save to another place.");
      assert_has (f->path, "old");
    }
}

static void
test_not_mine_to_write (Fixture *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root has a file that others may not write to");
      return;
    }
  start_with (f, "old");
  g_assert_cmpint (chmod (f->folder, 0777), ==, 0);
  become_nobody (NULL);
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  become_oneself ();
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_READ_ONLY);
  assert_has (f->path, "old");
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  ino_t inode;

  start_with (f, "old content, and longer than the new one");
  inode = look (f->path).st_ino;
  become_nobody (f);
  g_assert_cmpint (chmod (f->folder, 0555), ==, 0);
  assert_saved (f, f->path, "new");
  assert_saved (f, f->path, "newer, and longer again");
  g_assert_cmpuint (look (f->path).st_ino, ==, inode);
  assert_missing (fixture_path (f, "map.rapport~"));
  g_assert_false (save (f, fixture_path (f, "other"), "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_failed (f, RAPPORT_FILE_ERROR_PERMISSION,
                 "“other” could not be saved: permission denied. Save to another place.");
  become_oneself ();
}

/* A folder like a letter box takes files and tells nobody which. */
static void
test_folder_not_listed (Fixture *f, gconstpointer data)
{
  become_nobody (f);
  g_assert_cmpint (chmod (f->folder, 0300), ==, 0);
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  g_assert_true (save (f, f->path, "newer", RAPPORT_FILE_SAVE_NONE));
  become_oneself ();
  g_assert_cmpint (chmod (f->folder, 0755), ==, 0);
  assert_has (f->path, "newer");
  assert_has (fixture_path (f, "map.rapport~"), "new");
  assert_no_litter (f);
}

/* In a folder like that for temporary files, somebody else's file can be written to, not
 * replaced. */
static void
test_sticky_folder (Fixture *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root has files of two owners");
      return;
    }
  start_with (f, "old");
  g_assert_cmpint (chown (f->path, 1234, 2345), ==, 0);
  g_assert_cmpint (chmod (f->path, 0666), ==, 0);
  g_assert_cmpint (chmod (f->folder, 01777), ==, 0);
  become_nobody (NULL);
  assert_saved (f, f->path, "new");
  become_oneself ();
  g_assert_cmpuint (look (f->path).st_uid, ==, 1234);
  assert_has (fixture_path (f, "map.rapport~"), "old");
}

static void
test_file_size_limit (Fixture *f, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  struct rlimit before, limit;

  start_with (f, "old");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (save (f, f->path, large, RAPPORT_FILE_SAVE_NONE));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_failed (f, RAPPORT_FILE_ERROR_TOO_LARGE,
                 "“map.rapport” could not be saved: files as large as this are not allowed there. "
                 "Save to another place.");
  assert_has (f->path, "old");
  assert_missing (fixture_path (f, "map.rapport~"));
}

static void
test_not_regular (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->path, 0644), ==, 0);
  g_assert_false (save (f, f->path, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_failed (f, RAPPORT_FILE_ERROR_NOT_REGULAR,
                 "“map.rapport” could not be saved: it is not a regular file. "
                 "Choose another name.");
  g_assert_false (save (f, f->folder, "new", RAPPORT_FILE_SAVE_OVERWRITE));
  assert_failed (f, RAPPORT_FILE_ERROR_FOLDER,
                 "“folder” could not be saved: there is a folder of this name. "
                 "Choose another name.");
  g_assert_false (save (f, "/", "new", RAPPORT_FILE_SAVE_OVERWRITE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_FOLDER);
}

static void
test_nothing_to_write (Fixture *f, gconstpointer data)
{
  start_with (f, "old");
  g_assert_false (save (f, f->path, "", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_EMPTY,
                 "“map.rapport” was not saved: there is nothing to write.");
  assert_has (f->path, "old");
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("new", 3);

  start_with (f, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (rapport_file_save (f->path, content, &f->stamp, RAPPORT_FILE_SAVE_NONE,
                                     cancellable, &f->error));
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_has (f->path, "old");
  assert_no_litter (f);
}

/* Of these, only the first is ours and nobody's any more. */
static void
test_stale (Fixture *f, gconstpointer data)
{
  g_autofree char *living =
    g_strdup_printf (".map.rapport.rapport-save-%ld-0000aaaa-0", (long) getppid ());
  const char *stale = fixture_path (f, ".map.rapport.rapport-save-999999999-0000aaaa-0");
  const char *others[] = {
    fixture_path (f, living),
    fixture_path (f, ".other.rapport-save-999999999-0000aaaa-0"),
    fixture_path (f, ".map.rapport.rapport-save-copy of mine"),
    fixture_path (f, ".map.rapport.rapport-save-999999999-0000aaaa-0.txt"),
    fixture_path (f, ".map.rapport.rapport-save--1-0000aaaa-0"),
  };

  put (stale, "half");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put (others[i], "not to be touched");
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_missing (stale);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_has (others[i], "not to be touched");
}

/* In a sandbox every start of the program has the same number. */
static void
test_stale_of_same_number (Fixture *f, gconstpointer data)
{
  g_autofree char *earlier =
    g_strdup_printf (".map.rapport.rapport-save-%ld-00000000-0", (long) getpid ());

  put (fixture_path (f, earlier), "half");
  g_assert_true (save (f, f->path, "new", RAPPORT_FILE_SAVE_NONE));
  assert_missing (fixture_path (f, earlier));
}

/* A kill after the backup's link was made leaves a file with two names, of which one is ours. */
static void
test_stale_link (Fixture *f, gconstpointer data)
{
  const char *stale = fixture_path (f, ".map.rapport.rapport-save-999999999-0000aaaa-0");

  start_with (f, "old");
  g_assert_cmpint (link (f->path, stale), ==, 0);
  assert_saved (f, f->path, "new");
  assert_has (fixture_path (f, "map.rapport~"), "old");
  g_assert_cmpuint (look (fixture_path (f, "map.rapport~")).st_nlink, ==, 1);
}

static void
test_odd_names (Fixture *f, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (250, 'n');
  g_autofree char *longest_name = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');
  const char *names[] = { "\xff\xfe.rapport", "two\nlines", ".dot",   "%s%n", "-rf", "~", "name~",
                          long_name,          longest_name, "räpport" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
      assert_saved (f, fixture_path (f, names[i]), "one");
      assert_saved (f, fixture_path (f, names[i]), "two");
    }
  g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
  g_assert_false (save (f, fixture_path (f, too_long), "one", RAPPORT_FILE_SAVE_NONE));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NAME);
}

static void
test_odd_name_in_sentence (Fixture *f, gconstpointer data)
{
  g_assert_false (save (f, "/nowhere/a\nb\xff\xe2\x80\xae%s", "one", RAPPORT_FILE_SAVE_NONE));
  assert_failed (f, RAPPORT_FILE_ERROR_NOT_FOUND,
                 "“a\\u000Ab\xef\xbf\xbd\\u202E%s” could not be saved: its folder does not exist. "
                 "Save to another place.");
}

static gpointer
save_many (gpointer folder)
{
  g_autofree char *name = g_strdup_printf ("%p", (gpointer) g_thread_self ());
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (RapportFileStamp) stamp = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;

      rapport_file_save (path, content, &stamp, RAPPORT_FILE_SAVE_NONE, NULL, &error);
      g_assert_no_error (error);
    }
  assert_has (path, "49");
  return NULL;
}

static void
test_threads (Fixture *f, gconstpointer data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("save", save_many, f->folder);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_no_litter (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/save/plain", test_plain);
  fixture_add ("/save/new-file", test_new_file);
  fixture_add ("/save/relative-path", test_relative_path);
  fixture_add ("/save/mode", test_mode);
  fixture_add ("/save/owner", test_owner);
  fixture_add ("/save/owner-not-kept", test_owner_not_kept);
  fixture_add ("/save/symlink", test_symlink);
  fixture_add ("/save/folder-is-symlink", test_folder_is_symlink);
  fixture_add ("/save/dangling-symlink", test_dangling_symlink);
  fixture_add ("/save/dangling-folder", test_dangling_folder);
  fixture_add ("/save/symlink-loop", test_symlink_loop);
  fixture_add ("/save/hard-link", test_hard_link);
  fixture_add ("/save/backup", test_backup);
  fixture_add ("/save/backup-of-same-content", test_backup_of_same_content);
  fixture_add ("/save/backup-is-same-file", test_backup_is_same_file);
  fixture_add ("/save/backup-is-folder", test_backup_is_folder);
  fixture_add ("/save/no-backup", test_no_backup);
  fixture_add ("/save/read-only", test_read_only);
  fixture_add ("/save/not-mine-to-write", test_not_mine_to_write);
  fixture_add ("/save/read-only-folder", test_read_only_folder);
  fixture_add ("/save/folder-not-listed", test_folder_not_listed);
  fixture_add ("/save/sticky-folder", test_sticky_folder);
  fixture_add ("/save/file-size-limit", test_file_size_limit);
  fixture_add ("/save/not-regular", test_not_regular);
  fixture_add ("/save/nothing-to-write", test_nothing_to_write);
  fixture_add ("/save/cancelled", test_cancelled);
  fixture_add ("/save/stale", test_stale);
  fixture_add ("/save/stale-of-same-number", test_stale_of_same_number);
  fixture_add ("/save/stale-link", test_stale_link);
  fixture_add ("/save/odd-names", test_odd_names);
  fixture_add ("/save/odd-name-in-sentence", test_odd_name_in_sentence);
  fixture_add ("/save/threads", test_threads);
  return g_test_run ();
}
