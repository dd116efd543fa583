/* rapport-note.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-property.h"

G_BEGIN_DECLS

/* Who may see a note, a mark or a response; a note without a level is for facilitators. */
extern const RapportWord rapport_note_levels[];

/* The words of a flag; the first is its yes. */
extern const RapportWord rapport_yes_no[];
extern const RapportWord rapport_true_false[];

gboolean rapport_level_is_shared (const char *level);

G_END_DECLS
