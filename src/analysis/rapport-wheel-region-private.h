/* rapport-wheel-region-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-arrange-wheel.h"
#include "rapport-random-private.h"

G_BEGIN_DECLS

/**
 * RapportWheelRegion:
 * The part of the wheel in which one guest may stand: its wedge and ring, less what its outline needs at their
 * edges.
 */
typedef struct
{
  const RapportWheelOptions *options; /* borrowed */
  double start; /* degrees */
  double extent;
  double inner; /* shares of the way to the rim */
  double outer;
  double margin;     /* left free on each side of the wedge, as a share of it */
  double half_width; /* of the outline */
  double half_height;
} RapportWheelRegion;

double _rapport_wheel_region_rim        (const RapportWheelOptions *options, double angle);
void   _rapport_wheel_region_init       (RapportWheelRegion *self, const RapportWheelGuest *guest,
                                         const RapportWheelOptions *options);
void   _rapport_wheel_region_to_point   (const RapportWheelRegion *self, double angle, double share, double *x,
                                         double *y);
void   _rapport_wheel_region_from_point (const RapportWheelRegion *self, double x, double y, double *angle,
                                         double *share);
void   _rapport_wheel_region_confine    (const RapportWheelRegion *self, double *angle, double *share);
void   _rapport_wheel_region_tighten    (const RapportWheelRegion *self, double *angle, double *share);
void   _rapport_wheel_region_sample     (const RapportWheelRegion *self, double along, double across,
                                         double *angle, double *share);
gboolean _rapport_wheel_region_equal    (const RapportWheelRegion *self, const RapportWheelRegion *other);

G_END_DECLS
