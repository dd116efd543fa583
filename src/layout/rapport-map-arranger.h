/* rapport-map-arranger.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-graph.h"
#include "rapport-history.h"

G_BEGIN_DECLS

/**
 * RapportMapArranger:
 * Gives the stakeholders of a map better places, in three steps: made, it copies what it needs of the map; run, in
 * any thread, it finds the places and knows the map no more; applied, it puts them into the map as one step that can
 * be undone. A map whose layout is "free" gets places on the page, any other map seats in the wheel.
 */
typedef struct _RapportMapArranger RapportMapArranger;

typedef struct
{
  const char *phase;       /* nullable: whose rings count; somebody who is not there in it has that of their first */
  const char *const *only; /* nullable: ids of those who may move; NULL = all. The others stay where they are */
  gboolean afresh;         /* where they stand now is forgotten */
  guint rounds;            /* how long to try; 0 = as suits the map */
} RapportArrangeOptions;

/* Somebody's new place, as the map has it. */
typedef struct
{
  const char *id; /* owned by the arranger */
  double angle;   /* in the wheel: degrees, clockwise from twelve */
  double depth;   /* and the share of the ring */
  double x;       /* in a free map, in map units */
  double y;
} RapportNewPlace;

RapportMapArranger *rapport_map_arranger_new  (RapportMap *map, const RapportArrangeOptions *options);
void                rapport_map_arranger_free (RapportMapArranger *self);

guint    rapport_map_arranger_get_n_guests  (const RapportMapArranger *self);
gboolean rapport_map_arranger_run           (RapportMapArranger *self, GCancellable *cancellable,
                                             RapportProgressFunc progress, gpointer user_data);
GArray  *rapport_map_arranger_list_places   (const RapportMapArranger *self);
gboolean rapport_map_arranger_place         (const RapportMapArranger *self, RapportMap *map,
                                             RapportTransaction *transaction);
gboolean rapport_map_arranger_apply         (const RapportMapArranger *self, RapportHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportMapArranger, rapport_map_arranger_free)

G_END_DECLS
