/* rapport-place-on-map.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"
#include "rapport-wheel.h"

G_BEGIN_DECLS

/**
 * RapportPlaceOnMap:
 * What a point of the page means: an angle, a ring and a depth in the wheel, or only itself where there is none.
 */
typedef struct
{
  gboolean in_wheel;
  double angle;
  double depth;
  RapportRing ring;
  const char *ring_word; /* as it is stored */
  char *sector;          /* owned, nullable: of the wedge; "across" in the middle */
  double x;
  double y;
} RapportPlaceOnMap;

void        rapport_place_on_map_init  (RapportPlaceOnMap *self, RapportMap *map,
                                        const RapportScene *scene, RapportPoint page);
void        rapport_place_on_map_keep_ring (RapportPlaceOnMap *self, RapportRing ring);
gboolean    rapport_place_on_map_with_room (RapportMap *map, const RapportScene *scene,
                                            const char *sector, RapportPoint *page);
void        rapport_place_on_map_clear (RapportPlaceOnMap *self);
const char *rapport_ring_name          (RapportRing ring);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapportPlaceOnMap, rapport_place_on_map_clear)

G_END_DECLS
