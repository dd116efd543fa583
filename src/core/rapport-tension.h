/* rapport-tension.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-lens.h"

G_BEGIN_DECLS

#define RAPPORT_N_TENSIONS 4
#define RAPPORT_N_PROMPTS 5
#define RAPPORT_N_TRIES 5

/* One of the four tensions, as a card speaks of it. The texts are translatable. */
typedef struct
{
  const char *word; /* as stored */
  const char *name;
  guint show;       /* of a lens */
  const char *poles[2]; /* the ends between which it lies, as the legend calls them; neither is the good one */
  const char *prompts[RAPPORT_N_PROMPTS];
  const char *tries[RAPPORT_N_TRIES]; /* what others have tried; those that are not there are %NULL */
} RapportTension;

const RapportTension *rapport_tension_get       (guint number);
guint                 rapport_tension_find      (const char *word);
guint                 rapport_tension_first_shown (const RapportLens *lens);

G_END_DECLS
