/* rapport-canvas-access.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasAccess:
 * The map for those who do not see it: an invisible widget for each thing that is in view, with its name, words
 * about it and its links, its place, and the focus when it is selected; and a line that tells what has changed. They
 * follow when the map has come to rest. Beyond a few hundred in view the outline is the better way.
 */
typedef struct _RapportCanvasAccess RapportCanvasAccess;

RapportCanvasAccess *rapport_canvas_access_new         (RapportCanvas *canvas);
void                 rapport_canvas_access_free        (RapportCanvasAccess *self);

void                 rapport_canvas_access_set_session (RapportCanvasAccess *self, RapportSession *session);
void                 rapport_canvas_access_follow      (RapportCanvasAccess *self);
void                 rapport_canvas_access_allocate    (RapportCanvasAccess *self);
void                 rapport_canvas_access_snapshot    (RapportCanvasAccess *self, GtkSnapshot *snapshot);
gboolean             rapport_canvas_access_has_focus   (RapportCanvasAccess *self);
void                 rapport_canvas_access_say         (RapportCanvasAccess *self, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportCanvasAccess, rapport_canvas_access_free)

G_END_DECLS
