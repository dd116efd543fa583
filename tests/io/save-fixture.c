/* save-fixture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "save-fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static char *scratch;

static void
remove_tree (const char *path)
{
  GDir *dir;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_assert_cmpint (unlink (path), ==, 0);
      return;
    }
  g_assert_cmpint (chmod (path, 0700), ==, 0);
  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_dir_close (dir);
  g_assert_cmpint (rmdir (path), ==, 0);
}

static void
remove_scratch (void)
{
  remove_tree (scratch);
  g_free (scratch);
}

/* In a container with one user, root cannot step down to be refused something. */
static void
give_scratch_away (void)
{
  if (geteuid () != 0 || chown (scratch, NOBODY, (gid_t) -1) == 0)
    return;
  printf ("1..0 # SKIP root cannot give a folder away here: %s\n", g_strerror (errno));
  exit (0);
}

/* To be called first of all: GLib looks for the state folder once. Syncs cost nothing in memory. */
void
fixture_prepare (void)
{
  const char *memory = access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *state = NULL;

  signal (SIGXFSZ, SIG_IGN);
  scratch = g_build_filename (memory, "rapport-test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp_full (scratch, 0755));
  state = g_build_filename (scratch, "state", NULL);
  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
  g_assert_cmpstr (g_get_user_state_dir (), ==, state);
  atexit (remove_scratch);
  give_scratch_away ();
}

static guint
count_open (void)
{
  GDir *dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  g_clear_pointer (&dir, g_dir_close);
  return n;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (scratch, "folder", NULL);

  g_assert_cmpint (mkdir (folder, 0755), ==, 0);
  f->folder = realpath (folder, NULL);
  f->path = g_build_filename (f->folder, "map.rapport", NULL);
  f->n_open = count_open ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *state = g_build_filename (scratch, "state", NULL);

  g_assert_cmpuint (count_open (), ==, f->n_open);
  remove_tree (f->folder);
  if (g_file_test (state, G_FILE_TEST_EXISTS))
    remove_tree (state);
  g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
  g_clear_error (&f->error);
  g_free (f->path);
  free (f->folder);
}

void
fixture_add (const char *name, FixtureTest test)
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

/* The path lives as long as the program: tests are short and many. */
const char *
fixture_path (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_intern_string (path);
}

void
put (const char *path, const char *text)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

char *
get (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

void
assert_has (const char *path, const char *text)
{
  g_autofree char *has = get (path);

  g_assert_cmpstr (has, ==, text);
}

void
assert_missing (const char *path)
{
  g_assert_cmpint (access (path, F_OK), ==, -1);
  g_assert_cmpint (errno, ==, ENOENT);
}

struct stat
look (const char *path)
{
  struct stat st;

  g_assert_cmpint (lstat (path, &st), ==, 0);
  return st;
}

static void
assert_none_named (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, part) != NULL)
      g_error ("%s was left in %s", name, folder);
}

void
assert_no_litter (Fixture *f)
{
  g_autofree char *state = g_build_filename (scratch, "state", "rapport", NULL);

  assert_none_named (f->folder, ".rapport-save-");
  assert_none_named (state, ".rescue");
}

gboolean
load (Fixture *f, const char *path)
{
  g_autoptr (GBytes) content = NULL;

  g_clear_error (&f->error);
  g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
  content = rapport_file_load (path, &f->stamp, &f->error);
  g_assert_true ((content != NULL) == (f->error == NULL));
  g_assert_true ((content != NULL) == (f->stamp != NULL));
  return content != NULL;
}

/* The file has @text in it and has been read. */
void
start_with (Fixture *f, const char *text)
{
  put (f->path, text);
  g_assert_true (load (f, f->path));
}

gboolean
save (Fixture *f, const char *path, const char *text, RapportFileSaveFlags flags)
{
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));
  gboolean saved;

  g_clear_error (&f->error);
  saved = rapport_file_save (path, content, &f->stamp, flags, NULL, &f->error);
  g_assert_true (saved == (f->error == NULL));
  return saved;
}

/* Saved, and known to be: the stamp is that of the file, and there is nothing else. */
void
assert_saved (Fixture *f, const char *path, const char *text)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  struct stat st;

  if (!save (f, path, text, RAPPORT_FILE_SAVE_NONE))
    g_error ("%s", f->error->message);
  assert_has (path, text);
  g_assert_cmpint (stat (path, &st), ==, 0);
  g_assert_true (rapport_file_stamp_same_file (f->stamp, &st));
  g_assert_cmpstr (rapport_file_stamp_get_sha256 (f->stamp), ==, sha256);
  assert_no_litter (f);
}

void
assert_failed (Fixture *f, RapportFileError code, const char *sentence)
{
  g_assert_error (f->error, RAPPORT_FILE_ERROR, (int) code);
  g_assert_cmpstr (f->error->message, ==, sentence);
  assert_no_litter (f);
}

/* Permissions do not bind root. The files of the test, if any is given, go to nobody too. */
void
become_nobody (Fixture *f)
{
  if (geteuid () != 0)
    return;
  if (f != NULL)
    {
      g_assert_cmpint (chown (f->folder, NOBODY, NOBODY), ==, 0);
      g_assert_true (chown (f->path, NOBODY, NOBODY) == 0 || errno == ENOENT);
    }
  g_assert_cmpint (setegid (NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

void
become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
  g_assert_cmpint (setegid (getgid ()), ==, 0);
}
