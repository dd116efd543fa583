/* rapport-piece.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece of a map: some stakeholders and the links between them, as a map of its own, and put into a map again.
 */
#pragma once

#include "rapport-map.h"
#include "rapport-transaction.h"

G_BEGIN_DECLS

RapportMap *rapport_piece_cut   (RapportMap *map, GPtrArray *stakeholders) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rapport_piece_graft (RapportMap *piece, const char *piece_phase, RapportMap *map, const char *phase,
                                 RapportTransaction *transaction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
