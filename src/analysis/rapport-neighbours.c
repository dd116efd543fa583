/* rapport-neighbours.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-neighbours-private.h"

static void
count_links (RapportNeighbours *self, const RapportGraph *graph)
{
  for (guint i = 0; i < graph->n_links; i++)
    if (graph->links[i].a != graph->links[i].b)
      {
        self->first[graph->links[i].a + 1]++;
        self->first[graph->links[i].b + 1]++;
      }
  for (guint i = 0; i < graph->n_nodes; i++)
    self->first[i + 1] += self->first[i];
}

/* Returns: (transfer full): the links of each node of @graph, in the order of the graph's list */
RapportNeighbours *
_rapport_neighbours_new (const RapportGraph *graph)
{
  RapportNeighbours *self = g_new0 (RapportNeighbours, 1);
  g_autofree guint *filled = g_new0 (guint, graph->n_nodes + 1);

  self->first = g_new0 (guint, (gsize) graph->n_nodes + 2);
  count_links (self, graph);
  self->link = g_new0 (guint, (gsize) self->first[graph->n_nodes] + 1);
  self->node = g_new0 (guint, (gsize) self->first[graph->n_nodes] + 1);
  for (guint i = 0; i < graph->n_links; i++)
    {
      guint ends[] = { graph->links[i].a, graph->links[i].b };

      for (guint end = 0; end < 2 && ends[0] != ends[1]; end++)
        {
          guint at = self->first[ends[end]] + filled[ends[end]]++;

          self->link[at] = i;
          self->node[at] = ends[1 - end];
        }
    }
  return self;
}

/* @self: (nullable) (transfer full) */
void
_rapport_neighbours_free (RapportNeighbours *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->link);
  g_free (self->node);
  g_free (self);
}
