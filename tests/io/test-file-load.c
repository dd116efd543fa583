/* test-file-load.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read, what is refused and with which words, and what a stamp tells.
 */
#include "rapport-file-name.h"
#include "save-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void
assert_refused (Fixture *f, const char *path, RapportFileError code, const char *sentence)
{
  gint64 before = g_get_monotonic_time ();

  g_assert_false (load (f, path));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, (int) code);
  g_assert_cmpstr (f->error->message, ==, sentence);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
}

static void
test_content (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) content = NULL;
  struct stat st;

  put (f->path, "content");
  g_assert_cmpint (chmod (f->path, 0640), ==, 0);
  content = rapport_file_load (f->path, &f->stamp, &f->error);
  g_assert_no_error (f->error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "content", 7);

  st = look (f->path);
  g_assert_true (rapport_file_stamp_same_file (f->stamp, &st));
  g_assert_cmpuint (rapport_file_stamp_get_size (f->stamp), ==, 7);
  g_assert_cmphex (rapport_file_stamp_get_mode (f->stamp), ==, 0640);
  g_assert_cmpint (rapport_file_stamp_get_modified (f->stamp) / G_USEC_PER_SEC, ==,
                   st.st_mtim.tv_sec);
  g_assert_cmpstr (rapport_file_stamp_get_sha256 (f->stamp), ==,
                   "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
}

static void
test_stamp_is_optional (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) content = NULL;

  put (f->path, "content");
  content = rapport_file_load (f->path, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_null (rapport_file_load (f->folder, NULL, NULL));
}

static void
test_stamp (Fixture *f, gconstpointer data)
{
  const struct stat st = {
    .st_dev = 1, .st_ino = 2, .st_size = 3, .st_mtim = { .tv_sec = 4, .tv_nsec = 5 }
  };
  struct stat others[] = { st, st, st, st, st };
  g_autoptr (RapportFileStamp) stamp = rapport_file_stamp_new (&st, "a");
  g_autoptr (RapportFileStamp) other = rapport_file_stamp_new (&st, "b");
  g_autoptr (RapportFileStamp) boxed = g_boxed_copy (RAPPORT_TYPE_FILE_STAMP, stamp);
  g_autoptr (RapportFileStamp) longer = NULL;

  others[0].st_dev = 2;
  others[1].st_ino = 3;
  others[2].st_size = 4;
  others[3].st_mtim.tv_sec = 5;
  others[4].st_mtim.tv_nsec = 6;
  g_assert_true (rapport_file_stamp_same_file (stamp, &st));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (rapport_file_stamp_same_file (stamp, &others[i]));
  g_assert_true (rapport_file_stamp_same_content (stamp, boxed));
  g_assert_false (rapport_file_stamp_same_content (stamp, other));
  longer = rapport_file_stamp_new (&others[2], "a");
  g_assert_false (rapport_file_stamp_same_content (stamp, longer));
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_NOT_FOUND, "“map.rapport” does not exist.");
  assert_refused (f, "/dev/null/map", RAPPORT_FILE_ERROR_NOT_FOUND, "“map” does not exist.");
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  put (f->path, "");
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_EMPTY, "“map.rapport” is empty.");
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  assert_refused (f, f->folder, RAPPORT_FILE_ERROR_FOLDER, "“folder” is a folder.");
}

static void
test_pipe (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->path, 0644), ==, 0);
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_NOT_REGULAR,
                  "“map.rapport” is not a regular file.");
}

static void
test_device (Fixture *f, gconstpointer data)
{
  assert_refused (f, "/dev/zero", RAPPORT_FILE_ERROR_NOT_REGULAR, "“zero” is not a regular file.");
  assert_refused (f, "/dev/tty", RAPPORT_FILE_ERROR_NOT_REGULAR, "“tty” is not a regular file.");
}

static void
test_socket (Fixture *f, gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, f->path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_NOT_REGULAR,
                  "“map.rapport” is not a regular file.");
  close (fd);
}

static void
test_symlink_loop (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("map.rapport", f->path), ==, 0);
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_NOT_REGULAR,
                  "“map.rapport” is not a regular file: it is a link that leads back to itself.");
}

static void
test_no_permission (Fixture *f, gconstpointer data)
{
  put (f->path, "content");
  g_assert_cmpint (chmod (f->path, 0000), ==, 0);
  become_nobody (f);
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_PERMISSION,
                  "“map.rapport” can’t be read: permission denied.");
  become_oneself ();
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) content = NULL;

  put (f->path, "content");
  g_assert_cmpint (truncate (f->path, (off_t) RAPPORT_FILE_MAX_SIZE + 1), ==, 0);
  assert_refused (f, f->path, RAPPORT_FILE_ERROR_TOO_LARGE,
                  "“map.rapport” is too large (limit 64 MiB).");
  g_assert_cmpint (truncate (f->path, (off_t) RAPPORT_FILE_MAX_SIZE), ==, 0);
  g_clear_error (&f->error);
  content = rapport_file_load (f->path, NULL, &f->error);
  g_assert_no_error (f->error);
  g_assert_cmpuint (g_bytes_get_size (content), ==, RAPPORT_FILE_MAX_SIZE);
}

static void
test_name_too_long (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_strnfill (256, 'n');
  g_autofree char *sentence = g_strdup_printf ("“%s” can’t be read: its name is too long.", name);

  assert_refused (f, fixture_path (f, name), RAPPORT_FILE_ERROR_NAME, sentence);
}

/* The kernel's own files say that they are empty, and are not. */
static void
test_larger_than_it_says (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) content = rapport_file_load ("/proc/self/status", &f->stamp, &f->error);

  g_assert_no_error (f->error);
  g_assert_cmpuint (g_bytes_get_size (content), >, 100);
  g_assert_cmpuint (rapport_file_stamp_get_size (f->stamp), ==, g_bytes_get_size (content));
}

static void
test_unforeseen (Fixture *f, gconstpointer data)
{
  rapport_file_error_set_load (&f->error, f->path, ENOMEM);
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_FAILED);
  g_assert_cmpstr (f->error->message, ==, "“map.rapport” can’t be read: Cannot allocate memory.");
  g_clear_error (&f->error);
  rapport_file_error_set_save (&f->error, f->path, ENOMEM);
  g_assert_cmpstr (f->error->message, ==,
                   "“map.rapport” could not be saved: Cannot allocate memory. "
                   "Save to another place.");
}

static void
test_display_name (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *path;
    const char *shown;
  } names[] = {
    { "/a/b.rapport", "b.rapport" },
    { "rä\xffm", "rä\xef\xbf\xbdm" },
    { "/a/one\ntwo\t", "one\\u000Atwo\\u0009" },
    { "a\xe2\x80\xaetxt.exe", "a\\u202Etxt.exe" },
    { "a\xe2\x81\xa6z", "a\\u2066z" },
    { "a\xe2\x80\x8ez", "a\\u200Ez" },
    { "a\xe2\x80\x8fz", "a\\u200Fz" },
    { "a\xe2\x80\xa8z", "a\\u2028z" },
    { "a\xe2\x80\xa9z", "a\\u2029z" },
    { "%s%n", "%s%n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shown = rapport_file_name_display (names[i].path);

      g_assert_cmpstr (shown, ==, names[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/load/content", test_content);
  fixture_add ("/load/stamp-is-optional", test_stamp_is_optional);
  fixture_add ("/load/stamp", test_stamp);
  fixture_add ("/load/missing", test_missing);
  fixture_add ("/load/empty", test_empty);
  fixture_add ("/load/folder", test_folder);
  fixture_add ("/load/pipe", test_pipe);
  fixture_add ("/load/device", test_device);
  fixture_add ("/load/socket", test_socket);
  fixture_add ("/load/symlink-loop", test_symlink_loop);
  fixture_add ("/load/no-permission", test_no_permission);
  fixture_add ("/load/too-large", test_too_large);
  fixture_add ("/load/name-too-long", test_name_too_long);
  fixture_add ("/load/larger-than-it-says", test_larger_than_it_says);
  fixture_add ("/load/unforeseen", test_unforeseen);
  fixture_add ("/load/display-name", test_display_name);
  return g_test_run ();
}
