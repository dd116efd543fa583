/* rapport-wheel-cost-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-arrange-wheel.h"

G_BEGIN_DECLS

/**
 * RapportSeating:
 * An arrangement while it is being tried: where each guest is, and who is linked to whom.
 */
typedef struct
{
  const RapportWheelGuest *guests; /* borrowed */
  const RapportGuestLink *links;   /* borrowed */
  guint n;
  guint n_links;
  double half_height;              /* of the wheel */

  /* Owned */
  double *x;
  double *y;
  double *home_x; /* where one who is placed stood */
  double *home_y;
  guint *first_link; /* of each guest, in link_of; n + 1 */
  guint *link_of;
} RapportSeating;

void   _rapport_seating_init  (RapportSeating *self, const RapportWheelGuest *guests, guint n,
                               const RapportGuestLink *links, guint n_links);
void   _rapport_seating_clear (RapportSeating *self);
double _rapport_seating_cost  (const RapportSeating *self, guint guest, double x, double y);

G_END_DECLS
