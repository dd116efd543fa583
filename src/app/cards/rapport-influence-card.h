/* rapport-influence-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-card.h"
#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportInfluenceCard:
 * Beside a stakeholder whose discs were clicked: the same discs, large enough for a hand. The answer closes it.
 */
#define RAPPORT_TYPE_INFLUENCE_CARD (rapport_influence_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportInfluenceCard, rapport_influence_card, RAPPORT, INFLUENCE_CARD, RapportCard)

GtkWidget *rapport_influence_card_new           (void);

void       rapport_influence_card_open          (RapportInfluenceCard *self, RapportSession *session,
                                                 RapportElement *stakeholder);
void       rapport_influence_card_take_keyboard (RapportInfluenceCard *self);

G_END_DECLS
