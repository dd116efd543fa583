/* rapport-wheel.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-wheel.h"

#include <math.h>

#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

/* Where the first wedge, academia, begins. */
#define FIRST_ANGLE (-94.0)
/* Even an empty sector has room for a name and a guest. */
#define EMPTY_SHARE 2.0
#define STAKEHOLDER_SHARE 0.65
#define EXPONENT 3.0

struct _RapportWheel
{
  gatomicrefcount refs;
  GArray *wedges; /* owned, of RapportWedge */
};

/* In this order round the wheel; the users' own sectors follow. */
static const char *const fixed_sectors[] = { "academia", "nhs", "policy", "third" };

/* Distances from the centre, as shares of the distance to the rim. */
static const double limits[] = { 0, 0.33, 0.63, 0.83, 1, 1.14 };

/* --- Making --- */

static void
clear_wedge (gpointer data)
{
  g_free (((RapportWedge *) data)->sector);
}

static RapportWheel *
new_empty (void)
{
  RapportWheel *self = g_new0 (RapportWheel, 1);

  g_atomic_ref_count_init (&self->refs);
  self->wedges = g_array_new (FALSE, TRUE, sizeof (RapportWedge));
  g_array_set_clear_func (self->wedges, clear_wedge);
  return self;
}

static RapportWedge *
add_wedge (RapportWheel *self, const char *sector)
{
  RapportWedge wedge = { .sector = g_strdup (sector) };

  g_array_append_val (self->wedges, wedge);
  return &g_array_index (self->wedges, RapportWedge, self->wedges->len - 1);
}

/* Shares the circle out by how many are in each sector. */
static void
share_out (RapportWheel *self)
{
  double total = 0, at = FIRST_ANGLE;

  for (guint i = 0; i < self->wedges->len; i++)
    total += EMPTY_SHARE
             + STAKEHOLDER_SHARE * g_array_index (self->wedges, RapportWedge, i).n_stakeholders;
  for (guint i = 0; i < self->wedges->len; i++)
    {
      RapportWedge *wedge = &g_array_index (self->wedges, RapportWedge, i);

      wedge->start = at;
      wedge->extent = 360 * (EMPTY_SHARE + STAKEHOLDER_SHARE * wedge->n_stakeholders) / total;
      at += wedge->extent;
    }
}

static void
add_own_sectors (RapportWheel *self, RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_SECTORS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const char *id = rapport_element_get_id (g_sequence_get (iter));

      if (id != NULL && !rapport_sector_is_built_in (id))
        add_wedge (self, id);
    }
}

static void
count_stakeholders (RapportWheel *self, RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      int i = rapport_wheel_find_wedge (self, rapport_stakeholder_get_sector (g_sequence_get (iter)));

      if (i >= 0)
        g_array_index (self->wedges, RapportWedge, i).n_stakeholders++;
    }
}

/**
 * rapport_wheel_new:
 *
 * Returns: (transfer full): the wheel of @map: academia, NHS, policy, third sector, then the map's own sectors. A
 *   map without any has a fifth wedge all the same, called "other", so that no place is missing for the public.
 */
RapportWheel *
rapport_wheel_new (RapportMap *map)
{
  RapportWheel *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  self = new_empty ();
  for (guint i = 0; i < G_N_ELEMENTS (fixed_sectors); i++)
    add_wedge (self, fixed_sectors[i]);
  add_own_sectors (self, map);
  if (self->wedges->len == G_N_ELEMENTS (fixed_sectors))
    add_wedge (self, "other");
  count_stakeholders (self, map);
  share_out (self);
  return self;
}

/**
 * rapport_wheel_new_for_counts:
 * @sectors: (array length=n): ids, clockwise
 * @counts: (array length=n): how many stakeholders each has
 *
 * Returns: (transfer full): a wheel without a map
 */
RapportWheel *
rapport_wheel_new_for_counts (const char *const *sectors, const guint *counts, guint n)
{
  RapportWheel *self = new_empty ();

  for (guint i = 0; i < n; i++)
    add_wedge (self, sectors[i])->n_stakeholders = counts[i];
  share_out (self);
  return self;
}

RapportWheel *
rapport_wheel_ref (RapportWheel *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_wheel_unref (RapportWheel *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->wedges);
  g_free (self);
}

/* --- Wedges --- */

guint
rapport_wheel_get_n_wedges (const RapportWheel *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->wedges->len;
}

/* Returns: (transfer none) */
const RapportWedge *
rapport_wheel_get_wedge (const RapportWheel *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->wedges->len, NULL);
  return &g_array_index (self->wedges, RapportWedge, i);
}

/* @sector: (nullable). Returns: which wedge is the sector's, or -1 */
int
rapport_wheel_find_wedge (const RapportWheel *self, const char *sector)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->wedges->len; i++)
    if (g_strcmp0 (g_array_index (self->wedges, RapportWedge, i).sector, sector) == 0)
      return (int) i;
  return -1;
}

/* Returns: which wedge the ray at @angle, in degrees clockwise from twelve, runs through, or -1 if there is none */
int
rapport_wheel_wedge_at (const RapportWheel *self, double angle)
{
  double turn = fmod (fmod (angle - FIRST_ANGLE, 360) + 360, 360);

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->wedges->len; i++)
    {
      const RapportWedge *wedge = &g_array_index (self->wedges, RapportWedge, i);

      if (turn < wedge->start - FIRST_ANGLE + wedge->extent)
        return (int) i;
    }
  return (int) self->wedges->len - 1;
}

/* --- Points --- */

/* How far the rim is from the centre along the ray at @angle, in map units. */
double
rapport_wheel_rim (double angle)
{
  double x = fabs (sin (angle * G_PI / 180)) / RAPPORT_WHEEL_HALF_WIDTH;
  double y = fabs (cos (angle * G_PI / 180)) / RAPPORT_WHEEL_HALF_HEIGHT;

  return pow (pow (x, EXPONENT) + pow (y, EXPONENT), -1 / EXPONENT);
}

double
rapport_ring_inner (RapportRing ring)
{
  g_return_val_if_fail (ring < RAPPORT_N_RINGS, 0);
  return limits[ring];
}

double
rapport_ring_outer (RapportRing ring)
{
  g_return_val_if_fail (ring < RAPPORT_N_RINGS, 0);
  return limits[ring + 1];
}

/**
 * rapport_wheel_to_point:
 * @angle: in degrees, clockwise from twelve
 * @depth: how far out within the ring, 0 to 1
 * @x: (out): relative to the centre, in map units
 * @y: (out)
 */
void
rapport_wheel_to_point (double angle, double depth, RapportRing ring, double *x, double *y)
{
  double share = limits[ring] + CLAMP (depth, 0, 1) * (limits[ring + 1] - limits[ring]);
  double distance = share * rapport_wheel_rim (angle);

  *x = distance * sin (angle * G_PI / 180);
  *y = -distance * cos (angle * G_PI / 180);
}

/**
 * rapport_wheel_from_point:
 * @angle: (out): 0 to 360
 * @depth: (out): 0 to 1; what lies beyond the outermost ring is at its far end
 *
 * The inverse of rapport_wheel_to_point().
 *
 * Returns: the ring
 */
RapportRing
rapport_wheel_from_point (double x, double y, double *angle, double *depth)
{
  double share;
  guint ring = 0;

  *angle = fmod (atan2 (x, -y) * 180 / G_PI + 360, 360);
  share = hypot (x, y) / rapport_wheel_rim (*angle);
  while (ring < RAPPORT_RING_MISSING && share >= limits[ring + 1])
    ring++;
  *depth = CLAMP ((share - limits[ring]) / (limits[ring + 1] - limits[ring]), 0, 1);
  return (RapportRing) ring;
}

/**
 * rapport_ring_of:
 * @reading: (nullable): of the stakeholder
 *
 * Where nobody has said how close a stakeholder is, it is in touch. A shared structure that is there is in the middle,
 * whatever else is said of it: every other place would be in one sector's wedge.
 */
RapportRing
rapport_ring_of (RapportElement *stakeholder, const RapportReading *reading)
{
  const char *ring = rapport_stakeholder_reading_get_ring (reading);
  gboolean across = g_strcmp0 (rapport_element_get_text (stakeholder, "sector"), "across") == 0;

  if (g_strcmp0 (ring, "missing") == 0)
    return RAPPORT_RING_MISSING;
  if (across)
    return RAPPORT_RING_MIDDLE;
  if (g_strcmp0 (ring, "core") == 0)
    return RAPPORT_RING_CORE;
  if (g_strcmp0 (ring, "involved") == 0)
    return RAPPORT_RING_INVOLVED;
  return RAPPORT_RING_EDGE;
}
