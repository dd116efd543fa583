/* rapport-arrange-wheel.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapportWheelGuest:
 * Who is to be seated, as plain numbers. Angles are degrees, clockwise from twelve; shares are of the way from the
 * centre to the rim along the ray, so that @inner and @outer bound a ring.
 */
typedef struct
{
  double start;        /* of the wedge */
  double extent;       /* 360 = anywhere round the middle */
  double inner;
  double outer;
  double radius;       /* of the outline, in map units */
  double label_width;  /* of the name below it */
  double label_height;
  gboolean placed;     /* angle and share say where it stands now: it stays near there */
  gboolean fixed;      /* and does not move at all */
  double angle;        /* in and out */
  double share;        /* in and out */
} RapportWheelGuest;

/* A link joins two guests, by their places in the list. */
typedef struct
{
  guint a;
  guint b;
} RapportGuestLink;

typedef struct
{
  double half_width;  /* of the wheel, in map units */
  double half_height;
  double exponent;    /* of its outline |x/a|ⁿ + |y/b|ⁿ = 1 */
  guint rounds;       /* how long to try; 0 = as suits the number of guests */
  guint32 seed;
} RapportWheelOptions;

typedef void (*RapportProgressFunc) (double fraction, gpointer user_data);

gboolean rapport_arrange_wheel (RapportWheelGuest *guests, guint n, const RapportGuestLink *links,
                                guint n_links, const RapportWheelOptions *options,
                                GCancellable *cancellable, RapportProgressFunc progress,
                                gpointer user_data);

G_END_DECLS
