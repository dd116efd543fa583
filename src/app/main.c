/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>

#include "rapport-application.h"
#include "rapport-language.h"
#include "rapport-picture-memory.h"

int
main (int argc, char *argv[])
{
  g_autoptr (RapportApplication) application = NULL;

  /* Where files may not become large, a save is to fail with a sentence. */
  signal (SIGXFSZ, SIG_IGN);
  rapport_picture_memory_keep ();
  rapport_language_init ();
  application = rapport_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
