/* rapport-grid.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-geometry.h"

G_BEGIN_DECLS

/**
 * RapportGrid:
 * Finds out quickly which rectangles are near a place: an area cut into equal cells, each with a list of those that
 * touch it; into fine cells for small ones, and coarser cells for larger ones. What lies outside belongs to the cells
 * at the border.
 */
typedef struct _RapportGrid RapportGrid;

/* Returns: whether to go on */
typedef gboolean (*RapportGridVisit) (guint value, gpointer user_data);

RapportGrid *rapport_grid_new   (const RapportRect *area, guint expected);
RapportGrid *rapport_grid_ref   (RapportGrid *self);
void         rapport_grid_unref (RapportGrid *self);
void         rapport_grid_add   (RapportGrid *self, const RapportRect *rect, guint value);
void         rapport_grid_visit (const RapportGrid *self, const RapportRect *rect, RapportGridVisit visit,
                                 gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportGrid, rapport_grid_unref)

G_END_DECLS
