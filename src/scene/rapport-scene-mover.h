/* rapport-scene-mover.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"

G_BEGIN_DECLS

/**
 * RapportSceneMover:
 * A scene in which somebody is on the move: it keeps what the scene was made from, so that a stakeholder may be put
 * elsewhere, again and again, while only what hangs on it is made anew. That is the stakeholder, its name, its links
 * with their bands and chips, and the marks on any of these. Everything else stays as it is, also where making the
 * scene anew would find better places for it: so nothing else jumps while one drags, and when one lets go the scene is
 * made anew.
 *
 * Belongs to the thread that made it. The scenes it gives out are like all others. The map must not change while one
 * moves things; a mover does not learn of it.
 */
typedef struct _RapportSceneMover RapportSceneMover;

RapportSceneMover *rapport_scene_mover_new  (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                                             const RapportPage *page);
void               rapport_scene_mover_free (RapportSceneMover *self);

RapportScene *rapport_scene_mover_get_scene (RapportSceneMover *self);
gboolean      rapport_scene_mover_move      (RapportSceneMover *self, const char *id, RapportPoint to);

RapportScene *rapport_scene_mover_without   (RapportSceneMover *self, const char *const *ids);
RapportScene *rapport_scene_mover_only      (RapportSceneMover *self, const char *const *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportSceneMover, rapport_scene_mover_free)

G_END_DECLS
