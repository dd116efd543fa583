/* rapport-trace-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-plan-private.h"

G_BEGIN_DECLS

/* What is drawn at an end, as a disc: a head, a ring. */
typedef struct
{
  RapportPoint at;
  double r; /* 0: nothing */
} RapportTraceMark;

/* The way of a link as a chain of lines, for judging it beside others. */
typedef struct
{
  RapportPoint points[RAPPORT_CURVE_STEPS + 1];
  /* Of each line its middle, and half of what it spans: side by side, so that many are looked at in one go. */
  double middle_x[RAPPORT_CURVE_STEPS], middle_y[RAPPORT_CURVE_STEPS];
  double half_x[RAPPORT_CURVE_STEPS], half_y[RAPPORT_CURVE_STEPS];
  RapportRect box;
  RapportPoint across; /* at right angles to the straight way, of length 1 */
  double bow;          /* how far from the straight way it strays at most */
  RapportTraceMark marks[2];
  gboolean known;
} RapportTrace;

void     _rapport_trace_follow  (RapportTrace *self, const Plan *plan, const PlanLink *link,
                                 const RapportCurve *way);
gboolean _rapport_trace_meets   (const RapportTrace *self, const RapportRect *rect);
gboolean _rapport_trace_nears   (const RapportTrace *self, RapportPoint point, double distance);
double   _rapport_trace_clashes (const RapportTrace *self, const RapportTrace *other);
gboolean _rapport_trace_keeps_clear (const RapportTrace *self, const RapportTrace *other);
double   _rapport_link_head     (const Plan *plan, const PlanLink *link, guint end);

/* Whether it stays further than @distance from @point, perhaps: quick, and never wrong where it says so. */
static inline gboolean
_rapport_trace_passes_by (const RapportTrace *self, RapportPoint point, double distance)
{
  double away = (point.x - self->points[0].x) * self->across.x + (point.y - self->points[0].y) * self->across.y;

  return away > self->bow + distance || -away > self->bow + distance;
}

G_END_DECLS
