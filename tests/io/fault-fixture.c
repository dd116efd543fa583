/* fault-fixture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-fixture.h"

#include <errno.h>
#include <string.h>

const char *fault_backup;

void
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

void
start (Fixture *f)
{
  faults_reset ();
  forget_rescues (f);
  g_clear_error (&f->error);
  fault_backup = fixture_path (f, "map.rapport~");
  put (f->path, OLD);
  put (fault_backup, "older");
  g_assert_true (load (f, f->path));
}

gboolean
try_to_save (Fixture *f)
{
  return save (f, f->path, NEW, RAPPORT_FILE_SAVE_NONE);
}

void
assert_old (Fixture *f, RapportFileError code)
{
  g_assert_error (f->error, RAPPORT_FILE_ERROR, (int) code);
  g_assert_true (faults_struck ());
  assert_has (f->path, OLD);
  assert_has (fault_backup, "older");
  assert_no_litter (f);
}

void
assert_new (Fixture *f)
{
  g_assert_no_error (f->error);
  g_assert_true (faults_struck ());
  assert_has (f->path, NEW);
  assert_no_litter (f);
}

/* The safety copy is whole and offered. */
void
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
