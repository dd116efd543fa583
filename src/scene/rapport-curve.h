/* rapport-curve.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-path.h"

G_BEGIN_DECLS

/* A quadratic curve, the way of a link: from @a towards @c to @b. */
typedef struct
{
  RapportPoint a;
  RapportPoint c;
  RapportPoint b;
} RapportCurve;

/* Pieces of the chain of lines that stands for a curve where it is judged. */
#define RAPPORT_CURVE_STEPS 14

RapportCurve rapport_curve_bent     (RapportPoint a, RapportPoint b, double bend);
RapportPoint rapport_curve_at       (const RapportCurve *self, double t);
RapportPoint rapport_curve_direction (const RapportCurve *self, double t);
double       rapport_curve_length   (const RapportCurve *self);
double       rapport_curve_find     (const RapportCurve *self, double distance);
RapportCurve rapport_curve_part     (const RapportCurve *self, double from, double to);
RapportCurve rapport_curve_reversed (const RapportCurve *self);
void         rapport_curve_sample   (const RapportCurve *self, RapportPoint points[RAPPORT_CURVE_STEPS + 1]);
void         rapport_curve_trace    (const RapportCurve *self, RapportPath *path);
double       rapport_segment_distance (RapportPoint a, RapportPoint b, RapportPoint p);
gboolean     rapport_segments_cross (RapportPoint a, RapportPoint b, RapportPoint c, RapportPoint d);
gboolean     rapport_segment_meets  (RapportPoint a, RapportPoint b, const RapportRect *rect);

G_END_DECLS
