/* test-file-rescue.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Safety copies: which are offered, which are not, and that nobody else can read them.
 */
#include "save-fixture.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static char *
state_path (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "rapport", name, NULL);
}

/* Leaves a copy as a killed save would. */
static void
leave_copy (const char *path, const char *text)
{
  g_autoptr (RapportFileRescue) rescue = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));

  g_assert_cmpint (rapport_file_rescue_write (path, content, &rescue), ==, 0);
}

static GPtrArray *
list_files (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = state_path (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, state_path (name));
  return names;
}

static void
assert_found (const char *path, guint n)
{
  g_autoptr (GPtrArray) found = rapport_file_rescue_find (path);

  g_assert_cmpuint (found->len, ==, n);
}

static const char *
text_of (gpointer rescue)
{
  GBytes *content = rapport_file_rescue_get_content (rescue);

  return g_bytes_get_data (content, NULL);
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  assert_found (f->path, 0);
  assert_found (NULL, 0);
  leave_copy (fixture_path (f, "other"), "lost");
  assert_found (f->path, 0);
}

static void
test_found (Fixture *f, gconstpointer data)
{
  gint64 before = g_get_real_time ();
  g_autoptr (GPtrArray) found = NULL;

  put (f->path, "half of what wa");
  leave_copy (f->path, "half of what was saved");
  found = rapport_file_rescue_find (f->path);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpmem (text_of (found->pdata[0]),
                   g_bytes_get_size (rapport_file_rescue_get_content (found->pdata[0])),
                   "half of what was saved", 22);
  g_assert_cmpstr (rapport_file_rescue_get_path (found->pdata[0]), ==, f->path);
  g_assert_cmpint (rapport_file_rescue_get_time (found->pdata[0]), >=, before);
  g_assert_cmpint (rapport_file_rescue_get_time (found->pdata[0]), <=, g_get_real_time ());

  /* Finding removes nothing; the user has not decided yet. */
  assert_found (f->path, 1);
  g_assert_cmpint (rapport_file_rescue_remove (found->pdata[0]), ==, 0);
  g_assert_cmpint (rapport_file_rescue_remove (found->pdata[0]), ==, ENOENT);
  assert_found (f->path, 0);
}

static void
test_found_through_link (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("map.rapport", fixture_path (f, "link")), ==, 0);
  leave_copy (f->path, "lost");
  assert_found (fixture_path (f, "link"), 1);
  assert_found ("/nowhere/at all", 0);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  const char *texts[] = { "first", "second", "third" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      leave_copy (i == 1 ? fixture_path (f, "a name\nwith\xff odd % bytes") : f->path, texts[i]);
      g_usleep (1000);
    }
  assert_found (f->path, 2);
  found = rapport_file_rescue_find (NULL);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (memcmp (text_of (found->pdata[i]), texts[2 - i], strlen (texts[2 - i])) == 0);
  g_assert_cmpstr (rapport_file_rescue_get_path (found->pdata[1]), ==,
                   fixture_path (f, "a name\nwith\xff odd % bytes"));
}

static void
test_saved_after_all (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;

  put (f->path, "saved");
  leave_copy (f->path, "saved");
  assert_found (f->path, 0);
  files = list_files ();
  g_assert_cmpuint (files->len, ==, 0);
}

static void
test_private (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = state_path (NULL);
  g_autoptr (GPtrArray) files = NULL;
  mode_t before = umask (0);

  leave_copy (f->path, "lost");
  umask (before);
  files = list_files ();
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmphex (look (folder).st_mode & 07777, ==, 0700);
  g_assert_cmphex (look (files->pdata[0]).st_mode & 07777, ==, 0600);

  /* A folder that others could look into is closed. */
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  leave_copy (f->path, "lost");
  g_assert_cmphex (look (folder).st_mode & 07777, ==, 0700);
}

/* Cut at every byte and changed at every byte: never half a map, and never a crash. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *whole = NULL;
  gsize size;

  leave_copy (f->path, "lost");
  files = list_files ();
  g_assert_true (g_file_get_contents (files->pdata[0], &whole, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_assert_true (g_file_set_contents (files->pdata[0], whole, (gssize) i, NULL));
      assert_found (f->path, 0);
    }
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      whole[i] ^= 1;
      g_assert_true (g_file_set_contents (files->pdata[0], whole, (gssize) size, NULL));
      whole[i] ^= 1;
      found = rapport_file_rescue_find (f->path);
      for (guint j = 0; j < found->len; j++)
        {
          GBytes *content = rapport_file_rescue_get_content (found->pdata[j]);

          g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "lost", 4);
        }
    }
}

/* Of these only the first two are ours, of a process that is gone, and of no use. */
static void
test_fragments (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *text;
    gboolean stays;
  } fragments[] = {
    { "key-999999999-0000aaaa-0.rescue", "", FALSE },
    { "key-999999999-0000aaaa-1.rescue", "Rapport rescue copy 1\npath: /a", FALSE },
    { "key-999999999-0000aaaa-2.rescue", "Rapport rescue copy 2\npath: /a", TRUE },
    { "key-1-0000aaaa-0.rescue", "Rapport rescue copy 1\npath: /a", TRUE },
    { "key.rescue", "Rapport rescue copy 1\npath: /a", TRUE },
    { "key-999999999-0000aaaa-3.journal", "", TRUE },
  };

  leave_copy (f->path, "lost");
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_autofree char *path = state_path (fragments[i].name);

      put (path, fragments[i].text);
    }
  assert_found (NULL, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_autofree char *path = state_path (fragments[i].name);

      g_assert_true (fragments[i].stays == g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_oddities (Fixture *f, gconstpointer data)
{
  g_autofree char *pipe = state_path ("pipe.rescue");
  g_autofree char *folder = state_path ("folder.rescue");

  leave_copy (f->path, "lost");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
  assert_found (NULL, 1);
}

/* A copy that is being written belongs to a save that goes on. */
static void
test_locked (Fixture *f, gconstpointer data)
{
  g_autoptr (RapportFileRescue) rescue = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("lost", 4);

  g_assert_cmpint (rapport_file_rescue_write (f->path, content, &rescue), ==, 0);
  assert_found (f->path, 0);
  g_clear_pointer (&rescue, rapport_file_rescue_free);
  assert_found (f->path, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_prepare ();

  fixture_add ("/rescue/nothing", test_nothing);
  fixture_add ("/rescue/found", test_found);
  fixture_add ("/rescue/found-through-link", test_found_through_link);
  fixture_add ("/rescue/order", test_order);
  fixture_add ("/rescue/saved-after-all", test_saved_after_all);
  fixture_add ("/rescue/private", test_private);
  fixture_add ("/rescue/damaged", test_damaged);
  fixture_add ("/rescue/fragments", test_fragments);
  fixture_add ("/rescue/oddities", test_oddities);
  fixture_add ("/rescue/locked", test_locked);
  return g_test_run ();
}
