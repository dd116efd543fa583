/* rapport-stakeholder-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-card.h"
#include "rapport-session.h"

G_BEGIN_DECLS

#define RAPPORT_TYPE_STAKEHOLDER_CARD (rapport_stakeholder_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapportStakeholderCard, rapport_stakeholder_card, RAPPORT, STAKEHOLDER_CARD, RapportCard)

/**
 * RapportStakeholderCard:
 * A card about one stakeholder, under a title. It closes when the selection, the map or what is on show changes, since
 * what it shows may then be no longer so.
 */
struct _RapportStakeholderCardClass
{
  RapportCardClass parent_class;

  /* Puts what it shows into the box, which is empty. Returns: (transfer full): the title, also for screen readers */
  char *(*fill) (RapportStakeholderCard *self);
};

void            rapport_stakeholder_card_open            (RapportStakeholderCard *self, RapportSession *session,
                                                          RapportElement *stakeholder);
RapportSession *rapport_stakeholder_card_get_session     (RapportStakeholderCard *self);
RapportElement *rapport_stakeholder_card_get_stakeholder (RapportStakeholderCard *self);

G_END_DECLS
