/* rapport-graph.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-graph.h"

#include <math.h>

/**
 * rapport_graph_is_valid:
 * @self: (nullable)
 *
 * Returns: whether every link joins nodes that are there, and no weight is negative or not a number
 */
gboolean
rapport_graph_is_valid (const RapportGraph *self)
{
  if (self == NULL || (self->links == NULL && self->n_links > 0))
    return FALSE;
  for (guint i = 0; i < self->n_links; i++)
    {
      if (self->links[i].a >= self->n_nodes || self->links[i].b >= self->n_nodes)
        return FALSE;
      if (self->weights != NULL && !(self->weights[i] >= 0 && isfinite (self->weights[i])))
        return FALSE;
    }
  return TRUE;
}
