/* rapport-links-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-card.h"
#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportLinksCard:
 * The links of one stakeholder at the time on show, each by the name of the other side. It sends ::chosen (id) when
 * one of them is entered.
 */
#define RAPPORT_TYPE_LINKS_CARD (rapport_links_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinksCard, rapport_links_card, RAPPORT, LINKS_CARD, RapportCard)

GtkWidget *rapport_links_card_new           (void);
void       rapport_links_card_open          (RapportLinksCard *self, RapportSession *session,
                                             RapportElement *stakeholder);
void       rapport_links_card_take_keyboard (RapportLinksCard *self);

G_END_DECLS
