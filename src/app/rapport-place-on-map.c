/* rapport-place-on-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-place-on-map.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *name;
} rings[RAPPORT_N_RINGS] = {
  { "core", N_("Middle") },       { "core", N_("Core") },           { "involved", N_("Involved") },
  { "edge", N_("In touch") },     { "missing", N_("Not here yet") },
};

/* Returns: (transfer none): what the ring is called on screen */
const char *
rapport_ring_name (RapportRing ring)
{
  g_return_val_if_fail (ring < RAPPORT_N_RINGS, NULL);
  return g_dgettext (GETTEXT_PACKAGE, rings[ring].name);
}

void
rapport_place_on_map_init (RapportPlaceOnMap *self, RapportMap *map, const RapportScene *scene,
                           RapportPoint page)
{
  g_autoptr (RapportWheel) wheel = NULL;
  RapportPoint point;
  int wedge;

  *self = (RapportPlaceOnMap){ .x = page.x, .y = page.y };
  if (!rapport_scene_to_wheel (scene, page, &point))
    return;
  self->in_wheel = TRUE;
  self->ring = rapport_wheel_from_point (point.x, point.y, &self->angle, &self->depth);
  self->depth = CLAMP (self->depth, 0, 1);
  self->ring_word = rings[self->ring].word;
  if (self->ring == RAPPORT_RING_MIDDLE)
    {
      self->sector = g_strdup ("across");
      return;
    }
  wheel = rapport_wheel_new (map);
  wedge = rapport_wheel_wedge_at (wheel, self->angle);
  if (wedge >= 0)
    self->sector = g_strdup (rapport_wheel_get_wedge (wheel, (guint) wedge)->sector);
}

void
rapport_place_on_map_clear (RapportPlaceOnMap *self)
{
  g_clear_pointer (&self->sector, g_free);
}
