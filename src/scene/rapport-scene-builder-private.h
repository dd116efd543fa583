/* rapport-scene-builder-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-plan-private.h"

G_BEGIN_DECLS

RapportScene *_rapport_scene_build (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                                    const RapportPage *page);

Plan         *_rapport_scene_plan  (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                                    const RapportPage *page);

G_END_DECLS
