/* rapport-rubber-band.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"
#include "rapport-selection.h"

G_BEGIN_DECLS

/**
 * RapportRubberBand:
 * A rectangle that is pulled open on the map, and what is selected meanwhile: the stakeholders in it, or, where
 * nobody stands in it, the links that lie in it wholly. What was selected before stays so if the band adds.
 */
typedef struct _RapportRubberBand RapportRubberBand;

RapportRubberBand *rapport_rubber_band_new  (RapportSelection *selection, RapportPoint from, gboolean adds);
void               rapport_rubber_band_free (RapportRubberBand *self);

void               rapport_rubber_band_pull   (RapportRubberBand *self, const RapportScene *scene, RapportPoint to);
void               rapport_rubber_band_cancel (RapportRubberBand *self);
RapportRect        rapport_rubber_band_get_rect (const RapportRubberBand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportRubberBand, rapport_rubber_band_free)

G_END_DECLS
