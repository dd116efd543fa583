/* rapport-canvas-children.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasChildren:
 * The fields and buttons that lie on a map and follow it: each about a point, or beside something that it must not
 * cover. They are wholly in view wherever the canvas has room for them.
 */
typedef struct _RapportCanvasChildren RapportCanvasChildren;

RapportCanvasChildren *rapport_canvas_children_new        (RapportCanvas *canvas);
void                   rapport_canvas_children_free       (RapportCanvasChildren *self);

guint                  rapport_canvas_children_get_length (const RapportCanvasChildren *self);
void                   rapport_canvas_children_put        (RapportCanvasChildren *self, GtkWidget *child,
                                                           const RapportRect *about, gboolean beside);
void                   rapport_canvas_children_move       (RapportCanvasChildren *self, GtkWidget *child,
                                                           RapportPoint at);
void                   rapport_canvas_children_take_away  (RapportCanvasChildren *self, GtkWidget *child);
void                   rapport_canvas_children_clear      (RapportCanvasChildren *self);

void                   rapport_canvas_children_allocate   (RapportCanvasChildren *self, int width, int height);
void                   rapport_canvas_children_snapshot   (RapportCanvasChildren *self, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportCanvasChildren, rapport_canvas_children_free)

G_END_DECLS
