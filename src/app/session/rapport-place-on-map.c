/* rapport-place-on-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-place-on-map.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What somebody new takes up with a name of two lines below, in map units. */
#define NEW_WIDTH 180.0
#define NEW_HEIGHT 116.0
#define NEW_DOWN 26.0
/* More room than this is not better. */
#define ENOUGH 24.0
/* What it costs to be at the side of a wedge instead of in its middle. */
#define ASIDE 20.0
#define STEPS 24
#define DEPTHS 5

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
  if (rapport_scene_to_free (scene, page, &point))
    {
      self->x = point.x;
      self->y = point.y;
    }
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

/* The same direction, and as far out as can be within @ring, whatever ring the point is in. */
void
rapport_place_on_map_keep_ring (RapportPlaceOnMap *self, RapportRing ring)
{
  double inner = rapport_ring_inner (ring), outer = rapport_ring_outer (ring);
  double share;

  if (!self->in_wheel)
    return;
  share = rapport_ring_inner (self->ring)
          + self->depth * (rapport_ring_outer (self->ring) - rapport_ring_inner (self->ring));
  self->depth = outer > inner ? CLAMP ((share - inner) / (outer - inner), 0, 1) : 0;
  self->ring = ring;
  self->ring_word = rings[ring].word;
}

/* How far the box of somebody at @point, name and all, stays from what others take up; less than 0 where they meet. */
static double
get_clearance (const RapportScene *scene, RapportPoint point)
{
  double least = ENOUGH;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      const RapportRect *box = &item->bounds;
      double across, down;

      if (item->kind != RAPPORT_ITEM_STAKEHOLDER && item->kind != RAPPORT_ITEM_LABEL)
        continue;
      across = fabs (box->x + box->width / 2 - point.x) - (box->width + NEW_WIDTH) / 2;
      down = fabs (box->y + box->height / 2 - point.y - NEW_DOWN) - (box->height + NEW_HEIGHT) / 2;
      least = MIN (least, MAX (across, down));
    }
  return least;
}

/* The roomiest place within one ring of a wedge; of several with room, the nearest to the wedge's middle. */
static double
find_in_ring (const RapportScene *scene, const RapportWedge *wedge, RapportRing ring, RapportPoint *best)
{
  double most = -G_MAXDOUBLE, clearance = -G_MAXDOUBLE;

  for (guint i = 1; i < STEPS; i++)
    for (guint j = 1; j < DEPTHS; j++)
      {
        double aside = fabs (i - STEPS / 2.0) / STEPS;
        RapportPoint wheel, page;
        double here;

        rapport_wheel_to_point (wedge->start + wedge->extent * i / STEPS, (double) j / DEPTHS, ring, &wheel.x,
                                &wheel.y);
        if (!rapport_scene_from_wheel (scene, wheel, &page))
          return -G_MAXDOUBLE;
        here = get_clearance (scene, page);
        if (here - ASIDE * aside <= most)
          continue;
        most = here - ASIDE * aside;
        clearance = here;
        *best = page;
      }
  return clearance;
}

/**
 * rapport_place_on_map_with_room:
 * @sector: (nullable): whose wedge it is to be in
 * @page: (out): in map units
 *
 * Somebody who is added by a key is put where there is room: among those involved, else nearer to the rim or to the
 * middle.
 *
 * Returns: %FALSE where the map has no wheel or the wheel no such wedge; @page is then the middle of the page
 */
gboolean
rapport_place_on_map_with_room (RapportMap *map, const RapportScene *scene, const char *sector,
                                RapportPoint *page)
{
  static const RapportRing order[] = { RAPPORT_RING_INVOLVED, RAPPORT_RING_EDGE, RAPPORT_RING_CORE };
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);
  RapportRect all = rapport_scene_get_page (scene);
  int wedge = rapport_wheel_find_wedge (wheel, sector);
  double most = -G_MAXDOUBLE;

  *page = (RapportPoint){ all.x + all.width / 2, all.y + all.height / 2 };
  if (wedge < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (order) && most < 0; i++)
    {
      RapportPoint best;
      double clearance = find_in_ring (scene, rapport_wheel_get_wedge (wheel, (guint) wedge), order[i], &best);

      if (clearance > most)
        *page = best;
      most = MAX (most, clearance);
    }
  return most > -G_MAXDOUBLE;
}

void
rapport_place_on_map_clear (RapportPlaceOnMap *self)
{
  g_clear_pointer (&self->sector, g_free);
}
