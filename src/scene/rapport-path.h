/* rapport-path.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-geometry.h"

G_BEGIN_DECLS

/**
 * RapportPath:
 * An outline of moves, lines and cubic curves, in map units. Filled while it is built, only read afterwards.
 */
typedef struct _RapportPath RapportPath;

typedef enum
{
  RAPPORT_PATH_MOVE,  /* 1 point */
  RAPPORT_PATH_LINE,  /* 1 point */
  RAPPORT_PATH_CURVE, /* 3 points: two controls and the end */
  RAPPORT_PATH_CLOSE, /* none */
} RapportPathOp;

RapportPath *rapport_path_new      (void);
RapportPath *rapport_path_ref      (RapportPath *self);
void         rapport_path_unref    (RapportPath *self);

void rapport_path_move_to  (RapportPath *self, double x, double y);
void rapport_path_line_to  (RapportPath *self, double x, double y);
void rapport_path_quad_to  (RapportPath *self, double cx, double cy, double x, double y);
void rapport_path_curve_to (RapportPath *self, double c1x, double c1y, double c2x, double c2y,
                            double x, double y);
void rapport_path_close    (RapportPath *self);
void rapport_path_circle   (RapportPath *self, double cx, double cy, double radius);
void rapport_path_rect     (RapportPath *self, const RapportRect *rect, double corner);
void rapport_path_polygon  (RapportPath *self, const RapportPoint *points, guint n);

/* Walks the path: ops[i] takes its points from where the ops before it left off. */
const guint8       *rapport_path_get_ops    (const RapportPath *self, guint *n);
const RapportPoint *rapport_path_get_points (const RapportPath *self, guint *n);

RapportRect rapport_path_get_bounds (const RapportPath *self); /* of the ends and controls */
double      rapport_path_distance   (const RapportPath *self, double x, double y); /* to the line */
gboolean    rapport_path_contains   (const RapportPath *self, double x, double y); /* even-odd inside */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportPath, rapport_path_unref)

G_END_DECLS
