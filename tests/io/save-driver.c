/* save-driver.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that saves once and does nothing else, for being killed and lied to by the fault sweep.
 *
 *   save-driver save PATH FILE     saves the content of FILE to PATH
 *   save-driver rescue PATH        prints the SHA-256 of every safety copy that is offered for PATH
 *
 * The exit status is 0 for "saved" and 64 and the error's code otherwise: printing may fail too.
 *
 * Two calls that fail mark in a trace where the save begins and ends.
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "rapport-file-load.h"
#include "rapport-file-rescue.h"
#include "rapport-file-save.h"

static void
mark (const char *name)
{
  if (access (name, F_OK) == 0)
    g_error ("%s must not exist", name);
}

static int
save (const char *path, const char *new_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GBytes) old = rapport_file_load (path, &stamp, NULL);
  g_autoptr (GBytes) content = rapport_file_load (new_file, NULL, &error);
  gboolean saved;

  g_assert_no_error (error);

  mark ("/rapport-save-begin");
  saved = rapport_file_save (path, content, &stamp, RAPPORT_FILE_SAVE_NONE, NULL, &error);
  mark ("/rapport-save-end");

  if (!saved)
    {
      printf ("%s\n", error->message);
      return 64 + error->code;
    }
  printf ("saved\n");
  return 0;
}

static int
rescue (const char *path)
{
  g_autoptr (GPtrArray) found = rapport_file_rescue_find (path);

  for (guint i = 0; i < found->len; i++)
    {
      GBytes *content = rapport_file_rescue_get_content (found->pdata[i]);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

      printf ("%s\n", sha256);
    }
  return 0;
}

int
main (int argc, char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  if (argc == 4 && g_str_equal (argv[1], "save"))
    return save (argv[2], argv[3]);
  if (argc == 3 && g_str_equal (argv[1], "rescue"))
    return rescue (argv[2]);
  return 2;
}
