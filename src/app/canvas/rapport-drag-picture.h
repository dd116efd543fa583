/* rapport-drag-picture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-picture-cache.h"
#include "rapport-scene-mover.h"

G_BEGIN_DECLS

/**
 * RapportDragPicture:
 * What is seen while somebody is dragged: the map without them, which need be painted only once, and above it they
 * themselves with their names, links and marks, where they would stand. So a frame costs what hangs on them, however
 * large the map is.
 */
typedef struct _RapportDragPicture RapportDragPicture;

RapportDragPicture *rapport_drag_picture_new      (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                                                   const RapportPage *page, GHashTable *starts);
void                rapport_drag_picture_free     (RapportDragPicture *self);

const RapportScene *rapport_drag_picture_get_rest (RapportDragPicture *self);
const RapportScene *rapport_drag_picture_get_all  (RapportDragPicture *self);
void                rapport_drag_picture_move     (RapportDragPicture *self, RapportPoint shift);
void                rapport_drag_picture_move_back (RapportDragPicture *self, GHashTable *from, double part);
void                rapport_drag_picture_snapshot (RapportDragPicture *self, GtkSnapshot *snapshot,
                                                   const RapportView *view, int width, int height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportDragPicture, rapport_drag_picture_free)

G_END_DECLS
