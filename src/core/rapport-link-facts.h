/* rapport-link-facts.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"
#include "rapport-link-reading.h"

G_BEGIN_DECLS

/**
 * RapportLinkFacts:
 * What follows from one reading of a link: facts, no verdicts. A number that rests on something that was not
 * discussed, or on which views differ, is not there. Power and dependence after Emerson (1962): what one can decide
 * over the other is the other's dependence.
 */
typedef struct
{
  int gives[2];  /* by side: 0 to 3, or a RAPPORT_LEVEL_ value */
  int power[2];
  gboolean tangible[2]; /* some of what the side gives can be counted */
  gboolean gives_known; /* both sides */
  gboolean power_known;
  gboolean one_way;     /* exactly one side gives nothing */
  int power_difference; /* a's power less b's; 0 unless known */
  int dependence;       /* the smaller of the two powers; -1 unless known */
} RapportLinkFacts;

RapportLinkFacts rapport_link_facts_make (const RapportReading *reading);

gboolean rapport_level_is_known      (int level);
gboolean rapport_link_facts_is_unequal (const RapportLinkFacts *self);
int      rapport_link_views_spread   (RapportElement *link, const char *phase, const char *field,
                                      int *lowest, int *highest);

G_END_DECLS
