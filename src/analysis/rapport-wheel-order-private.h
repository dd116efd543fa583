/* rapport-wheel-order-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-seating-private.h"
#include "rapport-wheel-region-private.h"

G_BEGIN_DECLS

/* With more guests than this, seats are for the most part given by the order of neighbours. */
#define MANY_GUESTS 400

void _rapport_wheel_order (RapportSeating *seating, const RapportWheelRegion *regions, const guint *group,
                           const guint *movable, guint n_movable);

G_END_DECLS
