/* rapport-links-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-stakeholder-card.h"

G_BEGIN_DECLS

/**
 * RapportLinksCard:
 * The links of one stakeholder at the time on show, each by the name of the other side. It sends ::chosen (id) when
 * one of them is entered.
 */
#define RAPPORT_TYPE_LINKS_CARD (rapport_links_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinksCard, rapport_links_card, RAPPORT, LINKS_CARD, RapportStakeholderCard)

GtkWidget *rapport_links_card_new (void);

G_END_DECLS
