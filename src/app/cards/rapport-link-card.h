/* rapport-link-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-card.h"
#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportLinkCard:
 * What is asked about one link, beside it on the map: a column a side, in that side's name and shape, and only the
 * questions on show. Digits answer row after row, and the card closes after the last.
 */
#define RAPPORT_TYPE_LINK_CARD (rapport_link_card_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinkCard, rapport_link_card, RAPPORT, LINK_CARD, RapportCard)

GtkWidget      *rapport_link_card_new      (void);

void            rapport_link_card_open     (RapportLinkCard *self, RapportSession *session,
                                            RapportElement *link);
RapportElement *rapport_link_card_get_link (RapportLinkCard *self);
gboolean        rapport_link_card_key      (RapportLinkCard *self, guint key);

G_END_DECLS
