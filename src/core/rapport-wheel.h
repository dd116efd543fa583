/* rapport-wheel.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/* From the middle outwards. Shared structures of the core sit in the middle. */
typedef enum
{
  RAPPORT_RING_MIDDLE,
  RAPPORT_RING_CORE,
  RAPPORT_RING_INVOLVED,
  RAPPORT_RING_EDGE,
  RAPPORT_RING_MISSING, /* outside of the wheel */
  RAPPORT_N_RINGS,
} RapportRing;

/* Half of the wheel's width and height, in map units. Its outline is |x/a|³ + |y/b|³ = 1. */
#define RAPPORT_WHEEL_HALF_WIDTH 768.0
#define RAPPORT_WHEEL_HALF_HEIGHT 472.0

/* One sector's part of the wheel. Angles are degrees, clockwise from twelve. */
typedef struct
{
  char *sector; /* owned: the sector's id */
  double start;
  double extent;
  guint n_stakeholders; /* of all phases: people's places do not turn when time moves */
} RapportWedge;

/* Where somebody is to sit. @wedge is -1 for the middle and for those who have no sector. */
typedef struct
{
  int wedge;
  RapportRing ring;
  gboolean placed; /* x and y are given; else they are found */
  double x;
  double y;
} RapportSeat;

/**
 * RapportWheel:
 * The geometry of the backdrop: a wedge for each sector, rings around the middle. Immutable. Points are relative
 * to its centre, y grows downwards.
 */
typedef struct _RapportWheel RapportWheel;

RapportWheel *rapport_wheel_new            (RapportMap *map);
RapportWheel *rapport_wheel_new_for_counts (const char *const *sectors, const guint *counts, guint n);
RapportWheel *rapport_wheel_ref            (RapportWheel *self);
void          rapport_wheel_unref          (RapportWheel *self);

guint               rapport_wheel_get_n_wedges (const RapportWheel *self);
const RapportWedge *rapport_wheel_get_wedge    (const RapportWheel *self, guint i);
int                 rapport_wheel_find_wedge   (const RapportWheel *self, const char *sector);
int                 rapport_wheel_wedge_at     (const RapportWheel *self, double angle);
void                rapport_wheel_seat         (const RapportWheel *self, RapportSeat *seats, guint n,
                                                double box_width, double box_height);

/* The same for every map. */
double      rapport_wheel_rim        (double angle);
void        rapport_wheel_to_point   (double angle, double depth, RapportRing ring, double *x, double *y);
RapportRing rapport_wheel_from_point (double x, double y, double *angle, double *depth);
double      rapport_ring_inner       (RapportRing ring);
double      rapport_ring_outer       (RapportRing ring);
RapportRing rapport_ring_of          (RapportElement *stakeholder, const RapportReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportWheel, rapport_wheel_unref)

G_END_DECLS
