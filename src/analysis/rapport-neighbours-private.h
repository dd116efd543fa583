/* rapport-neighbours-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-graph.h"

G_BEGIN_DECLS

/**
 * RapportNeighbours:
 * The links of each node, one after the other: those of node i are link[first[i]] to link[first[i + 1] - 1], and
 * lead to the nodes at the same places of node. Links from a node to itself are left out.
 */
typedef struct
{
  guint *first; /* owned; one more than there are nodes */
  guint *link;  /* owned */
  guint *node;  /* owned */
} RapportNeighbours;

RapportNeighbours *_rapport_neighbours_new  (const RapportGraph *graph);
void               _rapport_neighbours_free (RapportNeighbours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportNeighbours, _rapport_neighbours_free)

G_END_DECLS
