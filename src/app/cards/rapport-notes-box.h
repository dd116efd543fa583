/* rapport-notes-box.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportNotesBox:
 * The notes of an element, each with who may see it, by word and colour. What is typed is one step of undo a burst;
 * a note without words is not kept.
 */
#define RAPPORT_TYPE_NOTES_BOX (rapport_notes_box_get_type ())
G_DECLARE_FINAL_TYPE (RapportNotesBox, rapport_notes_box, RAPPORT, NOTES_BOX, GtkWidget)

GtkWidget *rapport_notes_box_new     (RapportSession *session, RapportElement *element);
void       rapport_notes_box_refresh (RapportNotesBox *self);

G_END_DECLS
