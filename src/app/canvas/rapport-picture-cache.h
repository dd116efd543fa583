/* rapport-picture-cache.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-painting.h"

G_BEGIN_DECLS

/**
 * RapportPictureCache:
 * A picture of the part of a scene that is in view and a margin round it. Panning moves it, zooming scales it, and
 * before the view leaves it, or when it rests at another scale, it is painted anew in a thread. So a frame costs the
 * same however large the map is, and none waits. Only the picture of a small map that has just changed is painted at
 * once, so that what was done is seen in the next frame.
 */
typedef struct _RapportPictureCache RapportPictureCache;

RapportPictureCache *rapport_picture_cache_new       (GtkWidget *widget, gboolean opaque, double margin);
void                 rapport_picture_cache_free      (RapportPictureCache *self);

void     rapport_picture_cache_set_scene  (RapportPictureCache *self, const RapportScene *scene);
void     rapport_picture_cache_snapshot   (RapportPictureCache *self, GtkSnapshot *snapshot,
                                           const RapportView *view, gboolean quick);
gboolean rapport_picture_cache_is_sharp   (RapportPictureCache *self, const RapportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportPictureCache, rapport_picture_cache_free)

G_END_DECLS
