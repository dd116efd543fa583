/* main.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

int
main (int argc, char **argv)
{
  return rapport_cli_main (argc, argv);
}
