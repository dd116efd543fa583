/* rapport-prompt-cards.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportPromptCards:
 * What to ask about each of the four tensions, and what others have tried; with or without steps.
 *
 * The signal ::ask (number, prompt) is sent when the room is to be asked: the tension, 1 to 4, and the words; a
 * question that belongs to none has the number 0.
 */
#define RAPPORT_TYPE_PROMPT_CARDS (rapport_prompt_cards_get_type ())
G_DECLARE_FINAL_TYPE (RapportPromptCards, rapport_prompt_cards, RAPPORT, PROMPT_CARDS, GtkBox)

GtkWidget *rapport_prompt_cards_new  (void);
void       rapport_prompt_cards_open (RapportPromptCards *self, guint number);

G_END_DECLS
