/* test-print-job.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes to a printer: every sheet, as large as it is planned.
 */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "rapport-paper-order.h"
#include "rapport-print-job.h"
#include "session-fixture.h"

/* Returns: 0 where nobody can be asked */
static guint
count_pages (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  const char *const command[] = { program, path, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return 0;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (said, "Pages:"));
  return (guint) g_ascii_strtoull (g_strchug (strstr (said, "Pages:") + strlen ("Pages:")), NULL, 10);
}

/* What the printer gets. */
static void
check_printed (RapportPaper *paper, guint n)
{
  g_autoptr (GtkPrintOperation) operation = rapport_print_job_new (paper);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rapport-print-job-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint found;

  g_close (g_mkstemp (path), &error);
  g_assert_no_error (error);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  found = count_pages (path);
  g_unlink (path);
  if (found == 0)
    g_test_skip ("pdfinfo is not installed");
  else
    g_assert_cmpuint (found, ==, n);
}

static void
check (guint across, const char *sheet, guint n, double width, double height)
{
  RapportSession *session = fixture_session ();
  RapportPaperOrder order;
  g_autoptr (RapportPaper) paper = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkPageSetup *setup;

  rapport_paper_order_init (&order);
  rapport_paper_order_set_sheet (&order, sheet, &error);
  g_assert_no_error (error);
  order.across = across;
  paper = rapport_paper_order_make (&order, rapport_session_get_map (session), rapport_session_get_lens (session), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rapport_paper_get_n_pages (paper), ==, n);
  operation = rapport_print_job_new (paper);
  setup = gtk_print_operation_get_default_page_setup (operation);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM), width, 0.5);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM), height, 0.5);
  check_printed (paper, n);
  rapport_session_close (session);
  g_object_unref (session);
}

static void
test_one (void)
{
  check (1, "A4", 1, 297, 210);
}

static void
test_wall (void)
{
  check (2, "A3", 4, 420, 297);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-job/one", test_one);
  g_test_add_func ("/print-job/wall", test_wall);
  return g_test_run ();
}
