/* rapport-answer-entry.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAPPORT_TYPE_ANSWER_ENTRY (rapport_answer_entry_get_type ())

/* An entry whose text is an answer, which Enter gives. A screen reader and a switch, which press no Enter, give it by
 * the action "activate", with which an ordinary entry of GTK 4.8 does nothing. */
G_DECLARE_FINAL_TYPE (RapportAnswerEntry, rapport_answer_entry, RAPPORT, ANSWER_ENTRY, GtkEntry)

GtkWidget *rapport_answer_entry_new (void);

G_END_DECLS
