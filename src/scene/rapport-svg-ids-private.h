/* rapport-svg-ids-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene-item.h"

G_BEGIN_DECLS

/**
 * RapportSvgIds:
 * Gives every item an id that is its own in the file, and the same whenever the same scene is written.
 */
typedef struct _RapportSvgIds RapportSvgIds;

RapportSvgIds *_rapport_svg_ids_new  (gboolean plain);
void           _rapport_svg_ids_free (RapportSvgIds *self);
const char    *_rapport_svg_ids_make (RapportSvgIds *self, const RapportSceneItem *item);

G_END_DECLS
