/* rapport-quad-tree-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportQuadTree:
 * Points with masses, in squares of squares, so that those that are far away can be taken as one.
 */
typedef struct _RapportQuadTree RapportQuadTree;

RapportQuadTree *_rapport_quad_tree_new   (guint n);
void             _rapport_quad_tree_free  (RapportQuadTree *self);
void             _rapport_quad_tree_build (RapportQuadTree *self, const float *x, const float *y,
                                           const float *mass, guint n);
void             _rapport_quad_tree_push  (const RapportQuadTree *self, float x, float y, float *push_x,
                                           float *push_y);

G_END_DECLS
