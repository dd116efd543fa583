/* main.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>

#include "rapport-cli-command.h"

int
main (int argc, char **argv)
{
  /* Where files may not become large, a save is to fail with a sentence. */
  signal (SIGXFSZ, SIG_IGN);
  return rapport_cli_main (argc, argv);
}
