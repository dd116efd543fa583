/* rapport-influence-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-stakeholder-card.h"

G_BEGIN_DECLS

/**
 * RapportInfluenceCard:
 * Beside a stakeholder whose discs were clicked: the same discs, large enough for a hand. The answer closes it.
 */
#define RAPPORT_TYPE_INFLUENCE_CARD (rapport_influence_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportInfluenceCard, rapport_influence_card, RAPPORT, INFLUENCE_CARD, RapportStakeholderCard)

GtkWidget *rapport_influence_card_new (void);

G_END_DECLS
