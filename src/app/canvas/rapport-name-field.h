/* rapport-name-field.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportNameField:
 * One line to type a name in, on the map itself, with a line below that says where the name goes. Leaving it keeps what
 * was typed.
 *
 * Signals: ::accepted (text, by_enter), where @text is never empty; ::given-up, by Escape or with nothing typed; ::step
 * (by), when Up or Down asks for another place.
 */
#define RAPPORT_TYPE_NAME_FIELD (rapport_name_field_get_type ())
G_DECLARE_FINAL_TYPE (RapportNameField, rapport_name_field, RAPPORT, NAME_FIELD, GtkBox)

GtkWidget *rapport_name_field_new         (const char *label, const char *text);
void       rapport_name_field_set_caption (RapportNameField *self, const char *caption);
void       rapport_name_field_start       (RapportNameField *self);
void       rapport_name_field_clear       (RapportNameField *self);

G_END_DECLS
