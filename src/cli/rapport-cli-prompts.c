/* rapport-cli-prompts.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"
#include "rapport-tension.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry entries[] = {
  { NULL },
};

static const char *const closing[] = {
  N_("Which tension is doing useful work for us?"),
  N_("Which structure helps with more than one?"),
};

static void
print_card (guint number)
{
  const RapportTension *tension = rapport_tension_get (number);

  g_print ("%u. %s\n\n", number, g_dgettext (GETTEXT_PACKAGE, tension->name));
  for (guint i = 0; i < RAPPORT_N_PROMPTS; i++)
    g_print ("- %s\n", g_dgettext (GETTEXT_PACKAGE, tension->prompts[i]));
  g_print ("\n%s\n\n", _("What could we try?"));
  for (guint i = 0; i < RAPPORT_N_TRIES && tension->tries[i] != NULL; i++)
    g_print ("- %s\n", g_dgettext (GETTEXT_PACKAGE, tension->tries[i]));
  g_print ("\n");
}

static int
run (int argc, char **argv)
{
  if (!rapport_cli_parse (&rapport_cli_prompts, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_prompts, argc, 0))
    return RAPPORT_EXIT_REFUSED;
  for (guint number = 1; number <= RAPPORT_N_TENSIONS; number++)
    print_card (number);
  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    g_print ("- %s\n", g_dgettext (GETTEXT_PACKAGE, closing[i]));
  return RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_prompts = {
  "prompts",
  "",
  N_ ("Print the questions for a workshop, to be read out or put on paper."),
  run,
};
