/* rapport-language.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-language.h"

#include "rapport-config.h"

#include <libintl.h>
#include <locale.h>

/**
 * rapport_language_init:
 *
 * Lets the program speak the user's language. To be called once, before anything else is said. Translations are looked
 * for where they are installed, or in the folder that RAPPORT_LOCALE_DIR names, from which a build that is not installed
 * and the tests take theirs.
 */
void
rapport_language_init (void)
{
  const char *folder = g_getenv ("RAPPORT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RAPPORT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* Counts and the templates of widgets are looked up in the program's own words, too. */
  textdomain (GETTEXT_PACKAGE);
}
