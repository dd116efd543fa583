/* rapport-text-box.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportTextBox:
 * A few lines of text on a card. It grows with what is typed, Tab leaves it, and it sends ::changed when a person has
 * typed, not when it is set.
 */
#define RAPPORT_TYPE_TEXT_BOX (rapport_text_box_get_type ())
G_DECLARE_FINAL_TYPE (RapportTextBox, rapport_text_box, RAPPORT, TEXT_BOX, GtkWidget)

GtkWidget  *rapport_text_box_new      (const char *name, const char *hint);
void        rapport_text_box_set_text (RapportTextBox *self, const char *text);
const char *rapport_text_box_get_text (RapportTextBox *self);

G_END_DECLS
