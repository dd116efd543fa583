/* rapport-graph.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link joins two nodes, by their places in the list. */
typedef struct
{
  guint a;
  guint b;
} RapportGraphLink;

/**
 * RapportGraph:
 * @n_nodes: nodes are 0 to n_nodes - 1
 * @links: (array length=n_links) (nullable): borrowed; NULL only if there are none
 * @weights: (array length=n_links) (nullable): borrowed: how much each link pulls; NULL = all alike
 *
 * Who is linked to whom, as plain numbers. A link may join a node to itself, and two links may join the same
 * nodes. The value owns nothing: it is valid as long as its arrays are.
 */
typedef struct
{
  guint n_nodes;
  guint n_links;
  const RapportGraphLink *links;
  const double *weights;
} RapportGraph;

/**
 * RapportProgressFunc:
 * @fraction: from 0 to 1, never less than the time before
 *
 * Is told now and then how far a long computation is, in the thread that computes.
 */
typedef void (*RapportProgressFunc) (double fraction, gpointer user_data);

gboolean rapport_graph_is_valid (const RapportGraph *self);

G_END_DECLS
