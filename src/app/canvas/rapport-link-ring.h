/* rapport-link-ring.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportLinkRing:
 * What appears round the stakeholder under the pointer: a ring from which a drag draws a link. While one is drawn it is
 * round whoever it would end on. There is none where nothing may be linked, nor while something else is dragged.
 */
RapportLinkRing *rapport_link_ring_new       (RapportCanvas *canvas);
void             rapport_link_ring_free      (RapportLinkRing *self);
void             rapport_link_ring_look      (RapportLinkRing *self);
void             rapport_link_ring_look_at   (RapportLinkRing *self, double x, double y);
void             rapport_link_ring_hide      (RapportLinkRing *self);
void             rapport_link_ring_snapshot  (RapportLinkRing *self, GtkSnapshot *snapshot);
const char      *rapport_link_ring_get_words (RapportLinkRing *self, RapportPoint *at);

const RapportSceneItem *rapport_link_ring_find (RapportCanvas *canvas, RapportPoint point, gboolean *is_held);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportLinkRing, rapport_link_ring_free)

G_END_DECLS
