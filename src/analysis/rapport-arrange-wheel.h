/* rapport-arrange-wheel.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-graph.h"
#include "rapport-label-side.h"

G_BEGIN_DECLS

/**
 * RapportWheelGuest:
 * Who is to be seated, as plain numbers. Angles are degrees, clockwise from twelve; shares are of the way from the
 * centre to the rim along the ray, so that @inner and @outer bound a ring. Sizes are map units.
 */
typedef struct
{
  double start;        /* of the wedge */
  double extent;       /* 360 = anywhere round the middle */
  double inner;
  double outer;
  double radius;       /* of the outline */
  double label_width;  /* of the name, without the pips; 0 = none */
  double label_height;
  gboolean placed;     /* angle and share say where it stands now: it stays near there */
  gboolean fixed;      /* and does not move at all */
  double angle;        /* in and out */
  double share;        /* in and out */
  double half_width;   /* of an outline that is wider than high; 0 = radius */
  double half_height;
  RapportLabelSide side; /* out: where the name was taken to stand */
} RapportWheelGuest;

/* A link joins two guests, by their places in the list. */
typedef RapportGraphLink RapportGuestLink;

/* A rectangle that is kept clear, by its middle relative to the centre of the wheel: the name of a sector, say. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RapportKeptRect;

typedef struct
{
  double half_width;  /* of the wheel, in map units */
  double half_height;
  double exponent;    /* of its outline |x/a|ⁿ + |y/b|ⁿ = 1 */
  guint rounds;       /* how long to try; 0 = as suits the number of guests */
  guint32 seed;
  const RapportKeptRect *kept; /* nullable */
  guint n_kept;
} RapportWheelOptions;

gboolean rapport_arrange_wheel (RapportWheelGuest *guests, guint n, const RapportGuestLink *links,
                                guint n_links, const RapportWheelOptions *options,
                                GCancellable *cancellable, RapportProgressFunc progress,
                                gpointer user_data);

G_END_DECLS
