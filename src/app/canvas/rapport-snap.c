/* rapport-snap.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-snap.h"

#include <math.h>

/* Nobody lines up by chance with somebody at the other end of the map, in map units. */
#define NEIGHBOURHOOD 480.0

/* Of two who are equally well in line, the nearer one. */
static gboolean
is_better (double off, double away, double best_off, double best_away)
{
  return off < best_off - 0.01 || (off < best_off + 0.01 && away < best_away);
}

/**
 * rapport_snap_find:
 * @held: who is under the hand
 * @dragged: keys are the ids of all who move; with those nobody lines up
 * @shift: as the hand has it, in map units
 * @reach: from how far one is drawn into line, in map units; 0 for never
 */
void
rapport_snap_find (RapportSnap *self, const RapportScene *scene, const char *held, GHashTable *dragged,
                   RapportPoint shift, double reach)
{
  const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, held);
  RapportPoint middle, x_of = { 0 }, y_of = { 0 };
  double off[2] = { reach, reach }, away[2] = { 0, 0 };

  *self = (RapportSnap){ .shift = shift };
  if (item == NULL || reach <= 0)
    return;
  middle = rapport_scene_item_get_middle (item);
  middle = (RapportPoint){ middle.x + shift.x, middle.y + shift.y };
  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *other = rapport_scene_get_item (scene, i);
      RapportPoint at;
      double distance;

      if (other->kind != RAPPORT_ITEM_STAKEHOLDER || other->element_id == NULL
          || g_hash_table_contains (dragged, other->element_id))
        continue;
      at = rapport_scene_item_get_middle (other);
      distance = hypot (at.x - middle.x, at.y - middle.y);
      if (distance > NEIGHBOURHOOD)
        continue;
      if (is_better (fabs (at.x - middle.x), distance, off[0], away[0]))
        off[0] = fabs (at.x - middle.x), away[0] = distance, x_of = at, self->upright = TRUE;
      if (is_better (fabs (at.y - middle.y), distance, off[1], away[1]))
        off[1] = fabs (at.y - middle.y), away[1] = distance, y_of = at, self->level = TRUE;
    }
  if (self->upright)
    self->shift.x += x_of.x - middle.x;
  if (self->level)
    self->shift.y += y_of.y - middle.y;
  middle.x += self->shift.x - shift.x;
  middle.y += self->shift.y - shift.y;
  self->above[0] = x_of;
  self->aside[0] = y_of;
  self->above[1] = self->aside[1] = middle;
}
