/* rapport-arrange-wheel.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seats are tried by simulated annealing: first boldly, then only where it helps, with numbers of its own, so that
 * the same map is always arranged the same way. Who stands somewhere already is kept near there. Large maps are
 * only spread out in the order of their neighbours: trying seats for thousands would take minutes and read no
 * better.
 */
#include "rapport-arrange-wheel.h"

#include <math.h>

#include "rapport-wheel-cost-private.h"

#define MOST_TO_ANNEAL 160
#define SWEEPS 14
#define FIRST_HEAT 8.0
#define LAST_HEAT 0.02
/* So much of a wedge and a ring is left free at its edges. */
#define WEDGE_MARGIN 0.06
#define RING_MARGIN 0.12

typedef struct
{
  const RapportWheelOptions *options;
  RapportWheelGuest *guests;
  RapportSeating seating;
  GRand *random;
  guint n;
} Arranger;

static double
rim (const RapportWheelOptions *options, double radians)
{
  double x = fabs (sin (radians)) / options->half_width;
  double y = fabs (cos (radians)) / options->half_height;

  return 1 / pow (pow (x, options->exponent) + pow (y, options->exponent), 1 / options->exponent);
}

static void
to_point (const RapportWheelOptions *options, double angle, double share, double *x, double *y)
{
  double radians = angle * G_PI / 180;
  double distance = share * rim (options, radians);

  *x = distance * sin (radians);
  *y = -distance * cos (radians);
}

static double
pick_angle (Arranger *self, const RapportWheelGuest *guest)
{
  double margin = guest->extent < 360 ? WEDGE_MARGIN * guest->extent : 0;

  return guest->start + margin
         + g_rand_double (self->random) * (guest->extent - 2 * margin);
}

static double
pick_share (Arranger *self, const RapportWheelGuest *guest)
{
  double margin = RING_MARGIN * (guest->outer - guest->inner);

  return guest->inner + margin
         + g_rand_double (self->random) * (guest->outer - guest->inner - 2 * margin);
}

static void
sit (Arranger *self, guint i, double angle, double share)
{
  self->guests[i].angle = angle;
  self->guests[i].share = share;
  to_point (self->options, angle, share, &self->seating.x[i], &self->seating.y[i]);
}

/* Spreads those who stand nowhere evenly through their own part of the wheel. */
static void
spread (Arranger *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      RapportWheelGuest *guest = &self->guests[i];
      guint alike = 0;
      guint before = 0;
      double turn;

      if (guest->placed || guest->fixed)
        {
          sit (self, i, guest->angle, guest->share);
          self->seating.home_x[i] = self->seating.x[i];
          self->seating.home_y[i] = self->seating.y[i];
          continue;
        }
      for (guint j = 0; j < self->n; j++)
        if (self->guests[j].start == guest->start && self->guests[j].inner == guest->inner)
          {
            alike++;
            before += j < i;
          }
      turn = guest->start + guest->extent * (before + 0.5) / alike;
      sit (self, i, turn, guest->inner + (guest->outer - guest->inner) * (before % 2 ? 0.7 : 0.35));
    }
}

static void
try_seat (Arranger *self, guint i, double heat)
{
  RapportWheelGuest *guest = &self->guests[i];
  double angle = pick_angle (self, guest);
  double share = pick_share (self, guest);
  double x;
  double y;
  double change;

  /* Late tries stay near. */
  if (heat < 0.6)
    {
      double reach = MAX (heat, 0.06);

      angle = guest->angle + (angle - guest->angle) * reach;
      share = guest->share + (share - guest->share) * reach;
    }
  to_point (self->options, angle, share, &x, &y);
  change = _rapport_seating_cost (&self->seating, i, x, y)
           - _rapport_seating_cost (&self->seating, i, self->seating.x[i], self->seating.y[i]);
  if (change <= 0 || g_rand_double (self->random) < exp (-change / heat))
    sit (self, i, angle, share);
}

static gboolean
anneal (Arranger *self, GCancellable *cancellable, RapportProgressFunc progress, gpointer user_data)
{
  guint rounds = self->options->rounds > 0 ? self->options->rounds : SWEEPS * 10;

  for (guint round = 0; round < rounds; round++)
    {
      double done = (double) round / rounds;
      double heat = FIRST_HEAT * pow (LAST_HEAT / FIRST_HEAT, done);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint i = 0; i < self->n; i++)
        if (!self->guests[i].fixed)
          try_seat (self, i, heat);
      if (progress != NULL)
        progress (done, user_data);
    }
  return TRUE;
}

/* The middle of those whom @i is linked to, as an angle within its own wedge. */
static double
angle_of_neighbours (Arranger *self, guint i)
{
  const RapportWheelGuest *guest = &self->guests[i];
  double x = 0;
  double y = 0;
  double turn;

  for (guint j = self->seating.first_link[i]; j < self->seating.first_link[i + 1]; j++)
    {
      const RapportGuestLink *link = &self->seating.links[self->seating.link_of[j]];
      guint other = link->a == i ? link->b : link->a;

      x += self->seating.x[other];
      y += self->seating.y[other];
    }
  if (x == 0 && y == 0)
    return guest->angle;
  turn = atan2 (x, -y) * 180 / G_PI - guest->start;
  turn -= 360 * floor (turn / 360);
  return guest->start + CLAMP (turn, 0, guest->extent);
}

typedef struct
{
  guint guest;
  double wanted;
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *left = a;
  const Wish *right = b;

  if (left->wanted != right->wanted)
    return left->wanted < right->wanted ? -1 : 1;
  return left->guest < right->guest ? -1 : 1;
}

/* Gives the guests of one part of the wheel its seats in the order of their wishes, in rows that fill it. */
static void
seat_in_order (Arranger *self, GArray *wishes)
{
  const RapportWheelGuest *part = &self->guests[g_array_index (wishes, Wish, 0).guest];
  guint rows = MAX (1u, (guint) sqrt (wishes->len / 4.0));
  double margin = WEDGE_MARGIN * part->extent;

  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    {
      double along = (i + 0.5) / wishes->len;
      double across = (i % rows + 0.5) / rows;

      sit (self, g_array_index (wishes, Wish, i).guest,
           part->start + margin + along * (part->extent - 2 * margin),
           part->inner + across * (part->outer - part->inner));
    }
}

static void
order_by_neighbours (Arranger *self)
{
  g_autoptr (GHashTable) parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->n; i++)
    {
      const RapportWheelGuest *guest = &self->guests[i];
      g_autofree char *key = g_strdup_printf ("%.17g %.17g", guest->start, guest->inner);
      GArray *wishes = g_hash_table_lookup (parts, key);
      Wish wish = { i, angle_of_neighbours (self, i) };

      if (guest->fixed)
        continue;
      if (wishes == NULL)
        {
          wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
          g_hash_table_insert (parts, g_steal_pointer (&key), wishes);
          g_ptr_array_add (order, wishes);
        }
      g_array_append_val (wishes, wish);
    }
  for (guint i = 0; i < order->len; i++)
    seat_in_order (self, g_ptr_array_index (order, i));
}

static void
normalise (RapportWheelGuest *guest)
{
  guest->angle -= 360 * floor (guest->angle / 360);
}

/**
 * rapport_arrange_wheel:
 * @guests: (inout) (array length=n): angle and share are set; those that are fixed stay as they are
 * @links: (array length=n_links)
 * @progress: (nullable): called with 0 to 1, in this thread
 *
 * Seats everybody within their own wedge and ring: no boxes over one another where there is room, few links that
 * cross, none over somebody else. The same input gives the same seats, and who was placed stays near.
 *
 * Returns: %FALSE where it was cancelled; the seats are then those of the moment
 */
gboolean
rapport_arrange_wheel (RapportWheelGuest *guests, guint n, const RapportGuestLink *links, guint n_links,
                       const RapportWheelOptions *options, GCancellable *cancellable,
                       RapportProgressFunc progress, gpointer user_data)
{
  Arranger self = { .options = options, .guests = guests, .n = n };
  gboolean done = TRUE;

  g_return_val_if_fail (guests != NULL || n == 0, FALSE);
  g_return_val_if_fail (options != NULL && options->half_width > 0 && options->half_height > 0, FALSE);

  self.random = g_rand_new_with_seed (options->seed);
  _rapport_seating_init (&self.seating, guests, n, links, n_links);
  self.seating.half_height = options->half_height;
  spread (&self);
  if (n <= MOST_TO_ANNEAL)
    done = anneal (&self, cancellable, progress, user_data);
  else
    for (guint i = 0; i < 6 && done; i++)
      {
        order_by_neighbours (&self);
        done = !g_cancellable_is_cancelled (cancellable);
      }
  for (guint i = 0; i < n; i++)
    normalise (&guests[i]);
  _rapport_seating_clear (&self.seating);
  g_rand_free (self.random);
  return done;
}
