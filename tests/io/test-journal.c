/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery journal: what it writes, what a program finds that comes after, and that nothing in it can make
 * things worse.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utime.h>

#include "map-fixture.h"
#include "rapport-journal-record.h"
#include "rapport-journal.h"
#include "rapport-map-file.h"
#include "rapport-recovery.h"
#include "rapport-state-folder.h"
#include "rapport-stakeholder.h"
#include "save-fixture.h"

#define START STAKEHOLDERS ("<stakeholder id=\"s1\"><label>0</label></stakeholder>")

typedef struct
{
  RapportHistory *history;
  RapportJournal *journal;
} Work;

static void
edit (RapportHistory *history, guint number)
{
  RapportTransaction *transaction = rapport_history_begin (history, "Rename", NULL);
  RapportElement *s1 = rapport_map_lookup (rapport_history_get_map (history), "s1");
  g_autofree char *label = g_strdup_printf ("%u", number);

  rapport_transaction_set_text (transaction, s1, "label", label);
  g_assert_true (rapport_transaction_commit (transaction));
}

static const char *
label_of (RapportHistory *history)
{
  return rapport_element_get_text (rapport_map_lookup (rapport_history_get_map (history), "s1"), "label");
}

static Work
work_on (Fixture *f, const char *path, gboolean never_saved)
{
  Work work = { 0 };
  g_autoptr (RapportMapReading) reading = read_map (START);
  g_autofree char *text = write_map (reading->map);

  if (path != NULL)
    {
      put (path, text);
      g_assert_true (load (f, path));
    }
  work.history = rapport_history_new (reading->map);
  work.journal = rapport_journal_new (work.history, path,
                                      never_saved ? NULL : rapport_file_stamp_get_sha256 (f->stamp), &f->error);
  g_assert_no_error (f->error);
  return work;
}

/* As when the program dies: the file stays and the lock goes. */
static void
die (Work *work)
{
  rapport_journal_flush (work->journal);
  g_clear_object (&work->journal);
  g_clear_object (&work->history);
}

static void
close_work (Work *work)
{
  rapport_journal_close (work->journal);
  g_clear_object (&work->journal);
  g_clear_object (&work->history);
}

static RapportRecovery *
only_one (void)
{
  g_autoptr (GPtrArray) list = rapport_recovery_list ();

  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

static void
assert_none (void)
{
  g_autoptr (GPtrArray) list = rapport_recovery_list ();

  g_assert_cmpuint (list->len, ==, 0);
}

/* Opens what was left behind, without notices, and gives it up. */
static void
assert_recovers (const char *label, guint edits)
{
  g_autoptr (RapportRecovery) recovery = only_one ();
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportHistory) history = NULL;

  g_assert_cmpuint (rapport_recovery_get_edits (recovery), ==, edits);
  history = rapport_recovery_open (recovery, &notices, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notices->len, ==, 0);
  g_assert_cmpstr (label_of (history), ==, label);
  g_assert_true (rapport_history_is_modified (history));
  rapport_recovery_discard (recovery);
}

/* --- Records -------------------------------------------------------------------------------------------------- */

static void
check_records (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) packed = rapport_journal_record_pack (RAPPORT_RECORD_SAVING, g_variant_new_string ("abc"));
  gsize size;
  const guint8 *bytes = g_bytes_get_data (packed, &size);
  RapportRecordKind kind = 0;
  gsize at = 0;
  g_autoptr (GVariant) content = rapport_journal_record_unpack (bytes, size, &at, &kind);

  g_assert_nonnull (content);
  g_assert_cmpuint (at, ==, size);
  g_assert_cmpint (kind, ==, RAPPORT_RECORD_SAVING);
  g_assert_cmpstr (g_variant_get_string (content, NULL), ==, "abc");
  g_assert_null (rapport_journal_record_unpack (bytes, size, &at, &kind));
  at = size + 1;
  g_assert_null (rapport_journal_record_unpack (bytes, size, &at, &kind));
}

static void
check_damaged_records (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) packed = rapport_journal_record_pack (RAPPORT_RECORD_SAVING, g_variant_new_string ("abc"));
  gsize size;
  const guint8 *bytes = g_bytes_get_data (packed, &size);
  RapportRecordKind kind;

  for (gsize n = 0; n < size; n++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      gsize at = 0;

      g_assert_null (rapport_journal_record_unpack (copy, n, &at, &kind));
      for (guint bit = 0; bit < 8; bit++)
        {
          copy[n] = bytes[n] ^ (guint8) (1u << bit);
          g_assert_null (rapport_journal_record_unpack (copy, size, &at, &kind));
        }
      g_assert_cmpuint (at, ==, 0);
    }
}

/* --- What is found afterwards --------------------------------------------------------------------------------- */

static void
check_after_crash (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *before = get (f->path);

  for (guint i = 1; i <= 20; i++)
    edit (work.history, i);
  die (&work);
  assert_has (f->path, before);
  assert_recovers ("20", 20);
  assert_has (f->path, before);
  assert_none ();
}

static void
check_undone (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);

  edit (work.history, 1);
  edit (work.history, 2);
  g_assert_true (rapport_history_undo (work.history));
  die (&work);
  assert_recovers ("1", 3);
}

/* All that was done can be undone, back to what the file holds. */
static void
check_undo_of_recovered (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (RapportHistory) history = NULL;
  g_autofree char *text = NULL;

  edit (work.history, 1);
  edit (work.history, 2);
  die (&work);
  recovery = only_one ();
  history = rapport_recovery_open (recovery, NULL, NULL);
  g_assert_cmpstr (rapport_history_get_undo_label (history), ==, "Rename");
  while (rapport_history_undo (history))
    continue;
  g_assert_true (rapport_history_is_modified (history));
  text = write_map (rapport_history_get_map (history));
  assert_has (f->path, text);
}

static void
check_never_saved (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, NULL, TRUE);
  g_autoptr (RapportRecovery) recovery = NULL;

  edit (work.history, 7);
  die (&work);
  recovery = only_one ();
  g_assert_null (rapport_recovery_get_path (recovery));
  g_assert_cmpstr (rapport_recovery_get_title (recovery), ==, "");
  g_assert_cmpint (rapport_recovery_get_time (recovery), >, 1000000);
  g_clear_pointer (&recovery, rapport_recovery_free);
  assert_recovers ("7", 1);
}

static void
check_twice (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);

  edit (work.history, 1);
  die (&work);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RapportRecovery) recovery = only_one ();
      g_autoptr (RapportHistory) history = rapport_recovery_open (recovery, NULL, NULL);

      g_assert_cmpstr (label_of (history), ==, "1");
    }
  assert_recovers ("1", 1);
}

static void
check_odd_path (Fixture *f, gconstpointer data)
{
  const char *path = fixture_path (f, "caf\xE9 %s\n.rapport");
  Work work = work_on (f, path, FALSE);
  g_autoptr (RapportRecovery) recovery = NULL;

  edit (work.history, 1);
  die (&work);
  recovery = only_one ();
  g_assert_cmpstr (rapport_recovery_get_path (recovery), ==, path);
  g_clear_pointer (&recovery, rapport_recovery_free);
  assert_recovers ("1", 1);
}

/* Whoever recovers may stand in another folder. */
static void
check_relative_path (Fixture *f, gconstpointer data)
{
  g_autofree char *here = g_get_current_dir ();
  Work work;

  g_assert_cmpint (chdir (f->folder), ==, 0);
  work = work_on (f, "map.rapport", FALSE);
  edit (work.history, 1);
  die (&work);
  g_assert_cmpint (chdir (here), ==, 0);
  assert_recovers ("1", 1);
}

/* --- Nothing to offer ------------------------------------------------------------------------------------------ */

static void
check_untouched (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *file = g_strdup (rapport_journal_get_file (work.journal));

  die (&work);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  assert_none ();
  assert_missing (file);
}

static void
check_closed (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *file = g_strdup (rapport_journal_get_file (work.journal));

  edit (work.history, 1);
  close_work (&work);
  assert_missing (file);
  assert_none ();
}

static void
check_alive (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);

  edit (work.history, 1);
  rapport_journal_flush (work.journal);
  assert_none ();
  g_assert_true (g_file_test (rapport_journal_get_file (work.journal), G_FILE_TEST_EXISTS));
  close_work (&work);
}

static void
check_litter (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *old = g_build_filename (folder, "one.rapport-journal.new", NULL);
  g_autofree char *young = g_build_filename (folder, "two.rapport-journal.new", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  struct utimbuf long_ago = { 1000, 1000 };

  put (old, "");
  put (young, "");
  put (other, "");
  g_assert_cmpint (utime (old, &long_ago), ==, 0);
  g_assert_cmpint (utime (other, &long_ago), ==, 0);
  assert_none ();
  assert_missing (old);
  assert_has (young, "");
  assert_has (other, "");
  close_work (&work);
}

static void
check_modes (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *folder = rapport_state_folder_get_path ();

  g_assert_cmpuint (look (rapport_journal_get_file (work.journal)).st_mode & 07777, ==, 0600);
  g_assert_cmpuint (look (folder).st_mode & 07777, ==, 0700);
  close_work (&work);
}

/* --- Saving ------------------------------------------------------------------------------------------------------ */

static void
start_saving (Fixture *f, Work *work, char **text, char **sha256)
{
  *text = write_map (rapport_history_get_map (work->history));
  *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, *text, -1);
  g_assert_true (rapport_journal_saving (work->journal, *sha256));
}

static void
check_crash_before_rename (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  edit (work.history, 1);
  start_saving (f, &work, &text, &sha256);
  edit (work.history, 2);
  die (&work);
  assert_recovers ("2", 2);
}

static void
check_crash_after_rename (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  edit (work.history, 1);
  start_saving (f, &work, &text, &sha256);
  edit (work.history, 2);
  put (f->path, text);
  die (&work);
  assert_recovers ("2", 1);
}

static void
check_crash_after_save (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  edit (work.history, 1);
  start_saving (f, &work, &text, &sha256);
  put (f->path, text);
  die (&work);
  assert_none ();
}

static void
check_saved (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  edit (work.history, 1);
  start_saving (f, &work, &text, &sha256);
  edit (work.history, 2);
  put (f->path, text);
  rapport_journal_saved (work.journal, f->path, sha256);
  edit (work.history, 3);
  die (&work);
  assert_recovers ("3", 2);
}

static void
check_saved_elsewhere (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, NULL, TRUE);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  edit (work.history, 1);
  start_saving (f, &work, &text, &sha256);
  put (f->path, text);
  rapport_journal_saved (work.journal, f->path, sha256);
  edit (work.history, 2);
  die (&work);
  assert_recovers ("2", 1);
}

/* --- Another content of the file --------------------------------------------------------------------------------- */

static void
check_foreign_content (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *file = g_strdup (rapport_journal_get_file (work.journal));
  g_autofree char *aside = g_strconcat (file, "-aside", NULL);
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = g_strdup_printf (
    "The unsaved work on “map.rapport” belongs to another content of the file, which has changed since. "
    "It was not applied and is kept aside as “%s”.", aside);

  edit (work.history, 1);
  die (&work);
  put (f->path, STAKEHOLDERS ("<stakeholder id=\"s1\"/>"));
  recovery = only_one ();
  g_assert_null (rapport_recovery_open (recovery, NULL, &error));
  g_assert_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  g_assert_cmpstr (error->message, ==, sentence);
  assert_missing (file);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  assert_has (f->path, STAKEHOLDERS ("<stakeholder id=\"s1\"/>"));
  assert_none ();
}

static void
check_file_gone (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  edit (work.history, 1);
  die (&work);
  g_assert_cmpint (unlink (f->path), ==, 0);
  recovery = only_one ();
  g_assert_null (rapport_recovery_open (recovery, NULL, &error));
  g_assert_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NOT_FOUND);
  g_clear_pointer (&recovery, rapport_recovery_free);
  recovery = only_one ();
}

/* --- Damage ------------------------------------------------------------------------------------------------------ */

static void
put_bytes (const char *path, const guint8 *data, gsize size)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  g_assert_cmpint (close (fd), ==, 0);
}

/* Whatever is left: a good beginning of the edits, in order, or no journal. Returns: how many edits */
static int
open_damaged (const char *file)
{
  g_autoptr (RapportRecovery) recovery = rapport_recovery_new (file);
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (recovery == NULL)
    return -1;
  history = rapport_recovery_open (recovery, &notices, &error);
  if (history == NULL)
    return -1;
  label = g_strdup_printf ("%u", rapport_recovery_get_edits (recovery));
  g_assert_cmpstr (label_of (history), ==, label);
  return (int) rapport_recovery_get_edits (recovery);
}

static char *
leave_journal (Fixture *f, guint n)
{
  Work work = work_on (f, f->path, TRUE);
  char *file = g_strdup (rapport_journal_get_file (work.journal));

  for (guint i = 1; i <= n; i++)
    edit (work.history, i);
  die (&work);
  return file;
}

static void
check_cut (Fixture *f, gconstpointer data)
{
  g_autofree char *file = leave_journal (f, 5);
  g_autoptr (GBytes) bytes = load_bytes (file);
  gsize size;
  const guint8 *content = g_bytes_get_data (bytes, &size);
  int last = -1;

  for (gsize n = 0; n <= size; n++)
    {
      int edits;

      put_bytes (file, content, n);
      edits = open_damaged (file);
      g_assert_cmpint (edits, >=, last);
      g_assert_cmpint (edits, <=, last + 1);
      last = edits;
    }
  g_assert_cmpint (last, ==, 5);
}

static void
check_flipped (Fixture *f, gconstpointer data)
{
  g_autofree char *file = leave_journal (f, 5);
  g_autoptr (GBytes) bytes = load_bytes (file);
  gsize size;
  const guint8 *content = g_bytes_get_data (bytes, &size);

  for (gsize n = 0; n < size; n++)
    {
      g_autofree guint8 *copy = g_memdup2 (content, size);

      copy[n] ^= 0xFF;
      put_bytes (file, copy, size);
      g_assert_cmpint (open_damaged (file), <, 5);
      copy[n] = content[n] ^ 1;
      put_bytes (file, copy, size);
      g_assert_cmpint (open_damaged (file), <, 5);
    }
}

static void
check_damage_is_told (Fixture *f, gconstpointer data)
{
  g_autofree char *file = leave_journal (f, 3);
  g_autoptr (GBytes) bytes = load_bytes (file);
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (GPtrArray) notices = NULL;

  put_bytes (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
  recovery = only_one ();
  history = rapport_recovery_open (recovery, &notices, NULL);
  g_assert_cmpstr (label_of (history), ==, "2");
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (notices, 0), ==,
                   "Recovered up to edit 2; what came after it was damaged.");
}

/* A record that is whole but does not fit: from another version, say. */
static void
check_does_not_fit (Fixture *f, gconstpointer data)
{
  g_autofree char *file = leave_journal (f, 2);
  g_autoptr (GBytes) bytes = load_bytes (file);
  g_autoptr (GBytes) record = rapport_journal_record_pack (
    RAPPORT_RECORD_CHANGES, g_variant_new_parsed ("('Later', [<'no change'>])"));
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (RapportHistory) history = NULL;
  g_autoptr (GPtrArray) notices = NULL;

  g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (all, g_bytes_get_data (record, NULL), (guint) g_bytes_get_size (record));
  put_bytes (file, all->data, all->len);
  recovery = only_one ();
  history = rapport_recovery_open (recovery, &notices, NULL);
  g_assert_cmpstr (label_of (history), ==, "2");
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (notices, 0), ==,
                   "Recovered up to edit 2 of 3; the rest does not fit.");
}

/* A journal whose first edit is damaged is not thrown away as one without any. */
static void
check_first_is_damaged (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autofree char *file = g_strdup (rapport_journal_get_file (work.journal));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RapportRecovery) recovery = NULL;

  edit (work.history, 1);
  die (&work);
  bytes = load_bytes (file);
  put_bytes (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
  recovery = only_one ();
  g_assert_cmpuint (rapport_recovery_get_edits (recovery), ==, 0);
}

static void
check_no_journals (Fixture *f, gconstpointer data)
{
  g_autofree char *file = leave_journal (f, 1);
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *link = g_build_filename (folder, "link.rapport-journal", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.rapport-journal", NULL);
  static const char *const texts[] = { "", "RapportJournal 1\n", "RapportJournal 2\nrest", "<map/>" };

  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (rapport_recovery_new (link));
  g_assert_null (rapport_recovery_new (pipe));
  g_assert_null (rapport_recovery_new ("/nonexistent"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      put (file, texts[i]);
      g_assert_null (rapport_recovery_new (file));
    }
  assert_none ();
}

/* --- A disk that fails -------------------------------------------------------------------------------------------- */

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
check_failing_disk (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);

  edit (work.history, 1);
  rapport_journal_flush (work.journal);
  g_assert_false (rapport_journal_is_failing (work.journal));
  limit_files (50);
  for (guint i = 2; i <= 10; i++)
    edit (work.history, i);
  rapport_journal_flush (work.journal);
  g_assert_true (rapport_journal_is_failing (work.journal));
  g_assert_false (rapport_journal_saving (work.journal, "abc"));
  limit_files (RLIM_INFINITY);
  /* With the next edit everything is written down again. */
  edit (work.history, 11);
  rapport_journal_flush (work.journal);
  g_assert_false (rapport_journal_is_failing (work.journal));
  edit (work.history, 12);
  die (&work);
  assert_recovers ("12", 1);
}

static void
check_failing_until_crash (Fixture *f, gconstpointer data)
{
  Work work = work_on (f, f->path, FALSE);
  g_autoptr (RapportRecovery) recovery = NULL;
  g_autoptr (RapportHistory) history = NULL;
  goffset size;

  edit (work.history, 1);
  rapport_journal_flush (work.journal);
  size = look (rapport_journal_get_file (work.journal)).st_size;
  limit_files ((rlim_t) size + 20);
  edit (work.history, 2);
  die (&work);
  limit_files (RLIM_INFINITY);
  recovery = only_one ();
  history = rapport_recovery_open (recovery, NULL, NULL);
  g_assert_cmpstr (label_of (history), ==, "1");
}

static void
check_no_state_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = rapport_state_folder_get_path ();
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (RapportMapReading) reading = read_map (START);
  g_autoptr (RapportHistory) history = rapport_history_new (reading->map);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  put (folder, "no folder");
  g_assert_null (rapport_journal_new (history, NULL, NULL, &f->error));
  g_assert_nonnull (f->error);
  edit (history, 1);
  assert_none ();
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    FixtureTest test;
  } tests[] = {
    { "records", check_records },
    { "damaged-records", check_damaged_records },
    { "after-crash", check_after_crash },
    { "undone", check_undone },
    { "undo-of-recovered", check_undo_of_recovered },
    { "never-saved", check_never_saved },
    { "twice", check_twice },
    { "odd-path", check_odd_path },
    { "relative-path", check_relative_path },
    { "untouched", check_untouched },
    { "closed", check_closed },
    { "alive", check_alive },
    { "litter", check_litter },
    { "modes", check_modes },
    { "crash-before-rename", check_crash_before_rename },
    { "crash-after-rename", check_crash_after_rename },
    { "crash-after-save", check_crash_after_save },
    { "saved", check_saved },
    { "saved-elsewhere", check_saved_elsewhere },
    { "foreign-content", check_foreign_content },
    { "file-gone", check_file_gone },
    { "cut", check_cut },
    { "flipped", check_flipped },
    { "damage-is-told", check_damage_is_told },
    { "does-not-fit", check_does_not_fit },
    { "first-is-damaged", check_first_is_damaged },
    { "no-journals", check_no_journals },
    { "failing-disk", check_failing_disk },
    { "failing-until-crash", check_failing_until_crash },
    { "no-state-folder", check_no_state_folder },
  };

  fixture_prepare ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/journal/", tests[i].name, NULL);

      fixture_add (path, tests[i].test);
    }
  return g_test_run ();
}
