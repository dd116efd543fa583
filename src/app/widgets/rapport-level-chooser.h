/* rapport-level-chooser.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportLevelChooser:
 * Who may see a note, a tension or a response: in colour, in a word, and in a sentence that says what it means.
 * What has no level is for facilitators.
 *
 * Properties: "level", as stored.
 */
#define RAPPORT_TYPE_LEVEL_CHOOSER (rapport_level_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RapportLevelChooser, rapport_level_chooser, RAPPORT, LEVEL_CHOOSER, GtkWidget)

GtkWidget  *rapport_level_chooser_new (void);
const char *rapport_level_chooser_get (RapportLevelChooser *self);
void        rapport_level_chooser_set (RapportLevelChooser *self, const char *level);

G_END_DECLS
