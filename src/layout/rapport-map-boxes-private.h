/* rapport-map-boxes-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"
#include "rapport-wheel.h"

G_BEGIN_DECLS

/**
 * RapportMapBox:
 * What an arrangement has to know of one stakeholder, copied from the map. Sizes are map units.
 */
typedef struct
{
  char *id;   /* owned */
  char *name; /* owned: as it is written at the outline */
  RapportRing ring;
  double start; /* of the wedge, in degrees */
  double extent;
  double half_width; /* of the outline */
  double half_height;
  double name_width;
  double name_height;
  gboolean waits; /* beside the wheel, as those do who have no sector yet */
  gboolean movable;
  double angle; /* as the map has them; NaN = not placed */
  double depth;
  double x;
  double y;
} RapportMapBox;

GArray *_rapport_map_boxes_new     (RapportMap *map, const char *phase);
void    _rapport_map_boxes_measure (GArray *boxes);

G_END_DECLS
