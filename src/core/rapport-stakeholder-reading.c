/* rapport-stakeholder-reading.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-stakeholder-reading.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RapportReading base;

  char *ring;
  gint8 influence;
  gint8 stake;
} StakeholderReading;

static const RapportWord rings[] = {
  { "core", N_("Core") },
  { "involved", N_("Involved") },
  { "edge", N_("In touch") },
  { "missing", N_("Not here yet") },
  { NULL },
};

static const RapportProperty properties[] = {
  {
    .name = "ring",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (StakeholderReading, ring),
    .words = rings,
    .title = N_("Ring"),
    .help = N_("How close to the middle of the partnership they are."),
  },
  {
    .name = "influence",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (StakeholderReading, influence),
    .min = 0,
    .max = 5,
    .judged = TRUE,
    .title = N_("Influence"),
    .help = N_("How much they are felt to shape the answer to the map’s question, 0 to 5."),
  },
  {
    .name = "stake",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (StakeholderReading, stake),
    .min = 0,
    .max = 5,
    .judged = TRUE,
    .title = N_("Stake"),
    .help = N_("How much the result touches them, 0 to 5."),
  },
};

static const RapportReadingKind kind = {
  "reading",
  properties,
  G_N_ELEMENTS (properties),
  sizeof (StakeholderReading),
};

const RapportReadingKind *
rapport_stakeholder_reading_kind (void)
{
  return &kind;
}

/* @self: (nullable). Returns: (nullable) (transfer none): core, involved, edge or missing */
const char *
rapport_stakeholder_reading_get_ring (const RapportReading *self)
{
  g_return_val_if_fail (self == NULL || self->kind == &kind, NULL);
  return self != NULL ? ((const StakeholderReading *) self)->ring : NULL;
}

/* @self: (nullable). 0 to 5, or one of the RAPPORT_LEVEL_ values. */
int
rapport_stakeholder_reading_get_influence (const RapportReading *self)
{
  g_return_val_if_fail (self == NULL || self->kind == &kind, RAPPORT_LEVEL_UNSET);
  return self != NULL ? ((const StakeholderReading *) self)->influence : RAPPORT_LEVEL_UNSET;
}

/* @self: (nullable). 0 to 5, or one of the RAPPORT_LEVEL_ values. */
int
rapport_stakeholder_reading_get_stake (const RapportReading *self)
{
  g_return_val_if_fail (self == NULL || self->kind == &kind, RAPPORT_LEVEL_UNSET);
  return self != NULL ? ((const StakeholderReading *) self)->stake : RAPPORT_LEVEL_UNSET;
}
