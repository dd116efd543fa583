/* rapport-level-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-level-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *tension;
  const char *poles[2];
} poles[] = {
  { "narratives", { N_("What we say"), N_("What happens") } },
  { "power", { N_("Who holds"), N_("What comes back") } },
  { "language", { N_("What shuts out"), N_("What lets in") } },
  { "structures", { N_("What people carry"), N_("What structures decide") } },
};

/* Returns: (transfer none): one end of the tension, such as “What we say” */
const char *
rapport_level_pole (RapportElement *mark, RapportSide side)
{
  const char *tension = rapport_element_get_text (mark, "tension");

  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    if (g_strcmp0 (poles[i].tension, tension) == 0)
      return g_dgettext (GETTEXT_PACKAGE, poles[i].poles[side]);
  return side == RAPPORT_SIDE_A ? _("On the one hand") : _("On the other hand");
}

static char *
word_position (RapportElement *mark, int level)
{
  const char *pole = rapport_level_pole (mark, level < 0 ? RAPPORT_SIDE_A : RAPPORT_SIDE_B);

  if (level == 0)
    return g_strdup (_("In between, or both"));
  /* Translators: %s is one end of a tension, such as “What we say”. */
  return level == -2 || level == 2 ? g_strdup_printf (_("Strongly: %s"), pole)
                                   : g_strdup_printf (_("Somewhat: %s"), pole);
}

static const char *
word_of_three (int level)
{
  static const char *const words[] = { N_("0 · nothing"), N_("1 · a little"), N_("2 · some"), N_("3 · a lot") };

  return g_dgettext (GETTEXT_PACKAGE, words[CLAMP (level, 0, 3)]);
}

static const char *
word_felt (int level)
{
  static const char *const words[] = { N_("1 · a little"), N_("2 · clearly"), N_("3 · strongly") };

  return g_dgettext (GETTEXT_PACKAGE, words[CLAMP (level - 1, 0, 2)]);
}

/* @level: a number, or one of the RAPPORT_LEVEL_ values. Returns: (transfer full) */
char *
rapport_level_words (const RapportProperty *property, RapportElement *element, int level)
{
  if (level == RAPPORT_LEVEL_DIFFER)
    return g_strdup (_("Views differ"));
  if (level == RAPPORT_LEVEL_NOT_DISCUSSED || level == RAPPORT_LEVEL_UNSET)
    return g_strdup (_("Not discussed"));
  if (property->min < 0)
    return word_position (element, level);
  if (strcmp (property->name, "felt") == 0)
    return g_strdup (word_felt (level));
  if (property->max == 3)
    return g_strdup (word_of_three (level));
  return g_strdup_printf (_("%d of %d"), level, property->max);
}
