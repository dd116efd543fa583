/* rapport-pivot-places-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-neighbours-private.h"
#include "rapport-random-private.h"

G_BEGIN_DECLS

void _rapport_pivot_places (const RapportNeighbours *neighbours, guint n, RapportRandom *random, float *x,
                            float *y);

G_END_DECLS
