/* rapport-link-reading.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-reading.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RapportReading base;

  gint8 power[2];
  gint8 gives[2];
  char *kinds[2];
  char *items[2];
  char *fair[2];
  GVariant *own_items;
} LinkReading;

static const RapportWord power_kinds[] = {
  { "funding", N_("Funding") },
  { "decision", N_("Decisions") },
  { "agenda", N_("Agenda") },
  { "knowledge", N_("Knowledge") },
  { "access", N_("Access") },
  { "legitimacy", N_("Legitimacy") },
  { "credit", N_("Credit") },
  { "capacity", N_("Capacity") },
  { NULL },
};

static const RapportWord items[] = {
  { "money", N_("Money") },
  { "time", N_("People’s time") },
  { "in-kind", N_("In kind") },
  { "data", N_("Data") },
  { "evidence", N_("Evidence") },
  { "training", N_("Training") },
  { "expertise", N_("Expertise") },
  { "experience", N_("Experience") },
  { "access", N_("Access") },
  { "influence", N_("Influence") },
  { "credit", N_("Credit") },
  { "goodwill", N_("Goodwill") },
  { "feedback", N_("Feedback") },
  { NULL },
};

static const RapportWord fairness[] = {
  { "yes", N_("Fair for us") },
  { "partly", N_("Partly fair for us") },
  { "no", N_("Not fair for us") },
  { NULL },
};

static const char *const own_item_columns[] = { "side", NULL };

static const RapportProperty properties[] = {
  {
    .name = "power-a",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (LinkReading, power[0]),
    .min = 0,
    .max = 3,
    .judged = TRUE,
    .title = N_("Can decide or say no"),
    .help = N_("What they can decide, give or say no to, so that the other must take account of it."),
  },
  {
    .name = "power-b",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (LinkReading, power[1]),
    .min = 0,
    .max = 3,
    .judged = TRUE,
    .title = N_("Can decide or say no"),
    .help = N_("What they can decide, give or say no to, so that the other must take account of it."),
  },
  {
    .name = "gives-a",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (LinkReading, gives[0]),
    .min = 0,
    .max = 3,
    .judged = TRUE,
    .title = N_("Gives"),
    .help = N_("How much they give the other."),
  },
  {
    .name = "gives-b",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (LinkReading, gives[1]),
    .min = 0,
    .max = 3,
    .judged = TRUE,
    .title = N_("Gives"),
    .help = N_("How much they give the other."),
  },
  {
    .name = "kinds-a",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (LinkReading, kinds[0]),
    .words = power_kinds,
    .title = N_("By what"),
    .help = N_("What their say rests on."),
  },
  {
    .name = "kinds-b",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (LinkReading, kinds[1]),
    .words = power_kinds,
    .title = N_("By what"),
    .help = N_("What their say rests on."),
  },
  {
    .name = "items-a",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (LinkReading, items[0]),
    .words = items,
    .title = N_("What is given"),
    .help = N_("Things and work, but also experience, goodwill and credit."),
  },
  {
    .name = "items-b",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (LinkReading, items[1]),
    .words = items,
    .title = N_("What is given"),
    .help = N_("Things and work, but also experience, goodwill and credit."),
  },
  {
    .name = "fair-a",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (LinkReading, fair[0]),
    .words = fairness,
    .title = N_("Fair for us"),
    .help = N_("Judged by that side alone: unequal is not the same as unfair."),
  },
  {
    .name = "fair-b",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (LinkReading, fair[1]),
    .words = fairness,
    .title = N_("Fair for us"),
    .help = N_("Judged by that side alone: unequal is not the same as unfair."),
  },
  {
    .name = "item",
    .kind = RAPPORT_KIND_RECORDS,
    .in_element = TRUE,
    RAPPORT_FIELD (LinkReading, own_items),
    .columns = own_item_columns,
    .title = N_("Also given"),
    .help = N_("In the partners’ own words."),
  },
};

static const RapportReadingKind kind = {
  "reading",
  properties,
  G_N_ELEMENTS (properties),
  sizeof (LinkReading),
};

const RapportReadingKind *
rapport_link_reading_kind (void)
{
  return &kind;
}

static const LinkReading *
link_reading (const RapportReading *self)
{
  g_return_val_if_fail (self == NULL || self->kind == &kind, NULL);
  return (const LinkReading *) self;
}

/* @self: (nullable). What @side can decide, 0 to 3, or one of the RAPPORT_LEVEL_ values. */
int
rapport_link_reading_get_power (const RapportReading *self, RapportSide side)
{
  const LinkReading *reading = link_reading (self);

  return reading != NULL ? reading->power[side] : RAPPORT_LEVEL_UNSET;
}

/* @self: (nullable). What @side gives the other, 0 to 3, or one of the RAPPORT_LEVEL_ values. */
int
rapport_link_reading_get_gives (const RapportReading *self, RapportSide side)
{
  const LinkReading *reading = link_reading (self);

  return reading != NULL ? reading->gives[side] : RAPPORT_LEVEL_UNSET;
}

/* @self: (nullable). Returns: (nullable) (transfer none): what the power of @side rests on */
const char *
rapport_link_reading_get_kinds (const RapportReading *self, RapportSide side)
{
  const LinkReading *reading = link_reading (self);

  return reading != NULL ? reading->kinds[side] : NULL;
}

/* @self: (nullable). Returns: (nullable) (transfer none): what @side gives */
const char *
rapport_link_reading_get_items (const RapportReading *self, RapportSide side)
{
  const LinkReading *reading = link_reading (self);

  return reading != NULL ? reading->items[side] : NULL;
}

/* @self: (nullable). Returns: (nullable) (transfer none): yes, partly or no, as @side says */
const char *
rapport_link_reading_get_fair (const RapportReading *self, RapportSide side)
{
  const LinkReading *reading = link_reading (self);

  return reading != NULL ? reading->fair[side] : NULL;
}

/* Money, time, things in kind, data, evidence and training; the rest is no less, but cannot be counted. */
gboolean
rapport_item_is_tangible (const char *item)
{
  static const guint n_tangible = 6;

  for (guint i = 0; i < n_tangible; i++)
    if (g_strcmp0 (items[i].word, item) == 0)
      return TRUE;
  return FALSE;
}
