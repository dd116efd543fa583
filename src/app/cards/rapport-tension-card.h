/* rapport-tension-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-card.h"
#include "rapport-marking.h"

G_BEGIN_DECLS

/**
 * RapportTensionCard:
 * One tension where it is felt: a question to talk about, a note for each of the two poles, and under "More" where it
 * lies, how strongly it is felt, what has become of it, what it rests on and what could be tried.
 */
#define RAPPORT_TYPE_TENSION_CARD (rapport_tension_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportTensionCard, rapport_tension_card, RAPPORT, TENSION_CARD, RapportCard)

GtkWidget      *rapport_tension_card_new         (void);

void            rapport_tension_card_open        (RapportTensionCard *self, RapportMarking *marking);
RapportMarking *rapport_tension_card_get_marking (RapportTensionCard *self);

G_END_DECLS
