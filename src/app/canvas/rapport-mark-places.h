/* rapport-mark-places.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"
#include "rapport-marking.h"

G_BEGIN_DECLS

/**
 * RapportMarkPlaces:
 * Where a tension that is on show could be marked next: a small button at the badge's place beside what is selected, or
 * beside the heading for the whole map, and beside what the pointer is on. Where it is marked already, the badge itself
 * is there.
 */
typedef struct _RapportMarkPlaces RapportMarkPlaces;

typedef void (*RapportMarkPlaceChosen) (RapportMarking *marking, RapportPoint at, gpointer user_data);

RapportMarkPlaces *rapport_mark_places_new         (RapportCanvas *canvas, RapportMarkPlaceChosen chosen,
                                                    gpointer user_data);
void               rapport_mark_places_free        (RapportMarkPlaces *self);
void               rapport_mark_places_set_session (RapportMarkPlaces *self, RapportSession *session);

char             **rapport_mark_places_list_targets (RapportSession *session);
RapportPoint       rapport_mark_places_find        (RapportCanvas *canvas);
RapportPoint       rapport_mark_places_find_group  (const RapportScene *scene, RapportElement *group);

G_END_DECLS
