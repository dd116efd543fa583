/* rapport-summary.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/**
 * RapportSummary:
 * What can be counted in one phase as one perspective sees it. Counts, never a score: "not discussed" is left out
 * of every other number, and how much was discussed stands beside them.
 */
typedef struct
{
  guint stakeholders;
  guint links;
  guint gives_discussed;   /* links with both sides' gifts known */
  guint power_discussed;   /* links with both sides' power known */
  guint differing;         /* links where views differ on something */
  guint one_way;           /* exactly one side gives nothing */
  guint unequal;           /* power differs by 2 or more */
  guint no_dependence;     /* the smaller of the two powers is 0 */
  guint influence_discussed; /* stakeholders */
} RapportSummary;

RapportSummary rapport_summary_make (RapportMap *map, const char *phase, const char *perspective);

G_END_DECLS
