/* rapport-legend-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-plan-private.h"

G_BEGIN_DECLS

typedef enum
{
  LEGEND_HEADING,
  LEGEND_TEXT, /* no sample */
  LEGEND_NODE, /* @a: outline, @b: of LegendKind */
  LEGEND_PIPS, /* @a: influence */
  LEGEND_PLAIN,
  LEGEND_QUIET,
  LEGEND_GIVES, /* @a, @b: gifts; @c: tangible */
  LEGEND_BAND,  /* @a, @b: powers */
  LEGEND_BOTH,
  LEGEND_SLIDER, /* @a: tension */
  LEGEND_BADGE,  /* @a: tension, @b: felt */
  LEGEND_LEGS,
  LEGEND_CHIP,   /* the sample is @sample */
  LEGEND_CHANGE,
  LEGEND_NEW,
  LEGEND_KEY,    /* a number and a name */
} LegendSample;

typedef enum
{
  LEGEND_KIND_PLAIN,
  LEGEND_KIND_GROUP,
  LEGEND_KIND_ROLE,
  LEGEND_KIND_STRUCTURE,
  LEGEND_KIND_MISSING,
  LEGEND_KIND_GONE,
} LegendKind;

typedef struct
{
  LegendSample sample;
  int a, b, c;
  char *text;       /* owned */
  const char *word; /* nullable: on a chip */
} LegendRow;

/* Exactly what is visible, no more. Returns: (transfer full): of LegendRow */
GArray *_rapport_legend_list    (Plan *self);
void    _rapport_legend_measure (Plan *self);

G_END_DECLS
