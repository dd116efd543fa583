/* rapport-note.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-note.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

const RapportWord rapport_note_levels[] = {
  { "shared", N_("For the room") },
  { "facilitator", N_("Facilitators") },
  { "private", N_("Kept in this file") },
  { NULL },
};

const RapportWord rapport_yes_no[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { NULL },
};

const RapportWord rapport_true_false[] = {
  { "true", N_("Yes") },
  { "false", N_("No") },
  { NULL },
};

/**
 * rapport_level_is_shared:
 * @level: (nullable): as stored
 *
 * Whether something of that level may leave the facilitators' hands. An unknown or absent level does not.
 */
gboolean
rapport_level_is_shared (const char *level)
{
  return g_strcmp0 (level, "shared") == 0;
}
