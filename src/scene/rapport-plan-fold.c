/* rapport-plan-fold.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map that unfolds: what has not been come to is dropped when all have their places, so that nothing moves when it
 * comes. Legend and description, which are made later, then tell of the rest only.
 */
#include "rapport-plan-private.h"

#define DROPPED G_MAXUINT

/* Returns: (transfer full): for each node its new place, or DROPPED */
static guint *
fold_nodes (Plan *self)
{
  guint *places = g_new (guint, self->nodes->len + 1);
  guint n = self->nodes->len, kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *sector = rapport_element_get_text (PLAN_NODE (self, kept)->element, "sector");

      if (rapport_lens_came_to_sector (self->lens, sector))
        places[i] = kept++;
      else
        {
          places[i] = DROPPED;
          g_array_remove_index (self->nodes, kept);
        }
    }
  return places;
}

static gboolean
is_link_kept (Plan *self, const PlanLink *link, const guint *nodes)
{
  return nodes[link->end[0]] != DROPPED && nodes[link->end[1]] != DROPPED
         && rapport_lens_came_to_relations (self->lens, rapport_element_get_text (link->element, "relation"));
}

static guint *
fold_links (Plan *self, const guint *nodes)
{
  guint *places = g_new (guint, self->links->len + 1);
  guint n = self->links->len, kept = 0;

  for (guint i = 0; i < n; i++)
    {
      PlanLink *link = PLAN_LINK (self, kept);

      if (is_link_kept (self, link, nodes))
        {
          link->end[0] = nodes[link->end[0]];
          link->end[1] = nodes[link->end[1]];
          places[i] = kept++;
        }
      else
        {
          places[i] = DROPPED;
          g_array_remove_index (self->links, kept);
        }
    }
  return places;
}

static void
fold_targets (GArray *targets, const guint *places)
{
  for (guint i = targets->len; i-- > 0;)
    {
      guint place = places[g_array_index (targets, guint, i)];

      if (place == DROPPED)
        g_array_remove_index (targets, i);
      else
        g_array_index (targets, guint, i) = place;
    }
}

/* A mark stays as long as something of what it is on does. */
static void
fold_marks (Plan *self, const guint *nodes, const guint *links)
{
  for (guint i = self->marks->len; i-- > 0;)
    {
      PlanMark *mark = PLAN_MARK (self, i);

      fold_targets (mark->nodes, nodes);
      fold_targets (mark->links, links);
      if (!mark->on_map && mark->nodes->len + mark->links->len == 0)
        g_array_remove_index (self->marks, i);
      else if (mark->nodes->len == 0)
        mark->tied = FALSE;
    }
}

void
_rapport_plan_fold (Plan *self)
{
  g_autofree guint *nodes = NULL, *links = NULL;

  if (!rapport_lens_is_unfolding (self->lens))
    return;
  nodes = fold_nodes (self);
  links = fold_links (self, nodes);
  fold_marks (self, nodes, links);
}
