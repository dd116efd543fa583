/* rapport-focus-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-focus-words.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-element-words.h"

static char *
name_centre (RapportSession *session, const char *const *ids)
{
  guint n = g_strv_length ((char **) ids);
  RapportElement *only = n == 1 ? rapport_map_lookup (rapport_session_get_map (session), ids[0]) : NULL;

  if (only != NULL)
    return rapport_element_words_seen (session, only);
  return g_strdup_printf (ngettext ("%u that was selected", "%u that were selected", n), n);
}

/**
 * rapport_focus_words:
 *
 * Whom the map is about where it is shown around somebody, and how to see everybody again: what is faded is not gone.
 *
 * Returns: (transfer full) (nullable): %NULL where everybody is shown
 */
char *
rapport_focus_words (RapportSession *session)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  const char *const *ids = rapport_lens_get_focus (lens);
  guint reach = rapport_lens_get_reach (lens);
  g_autofree char *centre = NULL;

  if (ids == NULL || ids[0] == NULL || reach == 0)
    return NULL;
  centre = name_centre (session, ids);
  /* Translators: %s is a stakeholder or a link, %u how many links away others still stand out. */
  return g_strdup_printf (ngettext ("Around %s, %u step out. Escape shows everybody",
                                    "Around %s, %u steps out. Escape shows everybody", reach),
                          centre, reach);
}
