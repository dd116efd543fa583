/* rapport-newcomers.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-history.h"

G_BEGIN_DECLS

void rapport_newcomers_seat (RapportMap *map, const char *phase, GPtrArray *ids, RapportTransaction *transaction);

G_END_DECLS
