/* sample-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The faults are counted from scratch, with other formulas than those that the arrangement is made by.
 */
#include "sample-map.h"

#include <math.h>

#define N_SECTORS 5
#define STRUCTURE N_SECTORS
#define FIRST_ANGLE (-94.0)
/* What the picture puts between an outline and a name, and over the text. */
#define GAP_BELOW 4.0
#define GAP_BESIDE 9.0
#define PIPS_WIDTH 61.0
#define PIPS_HEIGHT 15.0

static const double limits[] = { 0, 0.33, 0.63, 0.83, 1 };

/* --- Making --- */

static guint
pick (GRand *random, const double *shares, guint n)
{
  double at = g_rand_double (random);
  guint i = 0;

  while (i + 1 < n && at >= shares[i])
    at -= shares[i++];
  return i;
}

static void
pick_guest (SampleMap *self, guint i, GRand *random)
{
  static const double sectors[] = { 0.26, 0.26, 0.18, 0.14, 0.08, 0.08 };
  static const double rings[] = { 0.4, 0.3, 0.3 };
  RapportWheelGuest *guest = &self->guests[i];
  guint ring = 1 + pick (random, rings, G_N_ELEMENTS (rings));

  self->sectors[i] = pick (random, sectors, G_N_ELEMENTS (sectors));
  guest->radius = (28 + 6 * g_rand_int_range (random, 1, 6)) / 2.0 + 4;
  guest->label_width = g_rand_double_range (random, 70, 185);
  guest->label_height = 25 * (1 + (guest->label_width > 110) + (g_rand_double (random) < 0.25));
  if (self->sectors[i] == STRUCTURE)
    {
      ring = 0;
      guest->extent = 360;
      guest->half_width = guest->radius + 15;
    }
  guest->inner = limits[ring];
  guest->outer = limits[ring + 1];
}

static void
share_out (SampleMap *self)
{
  double shares[N_SECTORS];
  double total = 0;
  double start[N_SECTORS];
  double at = FIRST_ANGLE;

  for (guint s = 0; s < N_SECTORS; s++)
    {
      shares[s] = 2;
      for (guint i = 0; i < self->n; i++)
        shares[s] += self->sectors[i] == s ? 0.65 : 0;
      total += shares[s];
    }
  for (guint s = 0; s < N_SECTORS; s++)
    {
      start[s] = at;
      at += 360 * shares[s] / total;
    }
  for (guint i = 0; i < self->n; i++)
    if (self->sectors[i] != STRUCTURE)
      {
        self->guests[i].start = start[self->sectors[i]];
        self->guests[i].extent = 360 * shares[self->sectors[i]] / total;
      }
}

static gboolean
is_linked (const SampleMap *self, guint n_links, guint a, guint b)
{
  for (guint i = 0; i < n_links; i++)
    if ((self->links[i].a == a && self->links[i].b == b) || (self->links[i].a == b && self->links[i].b == a))
      return TRUE;
  return a == b;
}

/* A few hubs: ends are drawn from former ends as often as not. */
static void
pick_links (SampleMap *self, GRand *random)
{
  for (guint i = 0; i < self->n_links; i++)
    {
      guint a;
      guint b;
      guint tries = 0;

      do
        {
          a = i + 1 < self->n ? i + 1 : (guint) g_rand_int_range (random, 0, (gint32) self->n);
          if (i > 4 && g_rand_double (random) < 0.5)
            {
              const RapportGraphLink *link = &self->links[g_rand_int_range (random, 0, (gint32) i)];

              b = g_rand_boolean (random) ? link->a : link->b;
            }
          else
            b = (guint) g_rand_int_range (random, 0, (gint32) self->n);
        }
      while (is_linked (self, i, a, b) && tries++ < 100);
      self->links[i] = (RapportGraphLink){ a, b };
    }
}

SampleMap *
sample_map_new (guint32 seed, guint n, guint n_links)
{
  SampleMap *self = g_new0 (SampleMap, 1);
  GRand *random = g_rand_new_with_seed (seed);

  self->n = n;
  self->n_links = n > 1 ? n_links : 0;
  self->guests = g_new0 (RapportWheelGuest, n + 1);
  self->links = g_new0 (RapportGraphLink, n_links + 1);
  self->sectors = g_new0 (guint, n + 1);
  self->options = (RapportWheelOptions){ .half_width = 768, .half_height = 472, .exponent = 3, .seed = 1 };
  for (guint i = 0; i < n; i++)
    pick_guest (self, i, random);
  share_out (self);
  pick_links (self, random);
  g_rand_free (random);
  return self;
}

void
sample_map_free (SampleMap *self)
{
  g_free (self->guests);
  g_free (self->links);
  g_free (self->sectors);
  g_free (self);
}

gboolean
sample_map_arrange (SampleMap *self)
{
  return rapport_arrange_wheel (self->guests, self->n, self->links, self->n_links, &self->options, NULL, NULL,
                                NULL);
}

/* --- Judging --- */

void
sample_map_get_point (const SampleMap *self, guint i, double *x, double *y)
{
  double angle = self->guests[i].angle * G_PI / 180;
  double across = fabs (sin (angle)) / self->options.half_width;
  double down = fabs (cos (angle)) / self->options.half_height;
  double n = self->options.exponent;
  double distance = self->guests[i].share * pow (pow (across, n) + pow (down, n), -1 / n);

  *x = distance * sin (angle);
  *y = -distance * cos (angle);
}

static void
get_outline (const SampleMap *self, guint i, double *half_width, double *half_height)
{
  const RapportWheelGuest *guest = &self->guests[i];

  *half_width = guest->half_width > 0 ? guest->half_width : guest->radius;
  *half_height = guest->half_height > 0 ? guest->half_height : guest->radius;
}

void
sample_map_get_label (const SampleMap *self, guint i, double *x, double *y, double *half_width,
                      double *half_height)
{
  const RapportWheelGuest *guest = &self->guests[i];
  double outline_width;
  double outline_height;

  sample_map_get_point (self, i, x, y);
  get_outline (self, i, &outline_width, &outline_height);
  *half_width = MAX (guest->label_width, PIPS_WIDTH) / 2;
  *half_height = (guest->label_height + PIPS_HEIGHT) / 2;
  if (guest->side == RAPPORT_LABEL_SIDE_BELOW)
    *y += outline_height + GAP_BELOW + *half_height;
  else if (guest->side == RAPPORT_LABEL_SIDE_ABOVE)
    *y -= outline_height + GAP_BELOW + *half_height;
  else
    {
      double way = outline_width + GAP_BESIDE + *half_width;

      *x += guest->side == RAPPORT_LABEL_SIDE_RIGHT ? way : -way;
      *y -= PIPS_HEIGHT / 2;
    }
}

typedef struct
{
  double x;
  double y;
  double half_width;
  double half_height;
} Box;

static gboolean
overlap (const Box *a, const Box *b)
{
  return fabs (a->x - b->x) < a->half_width + b->half_width - 0.01
         && fabs (a->y - b->y) < a->half_height + b->half_height - 0.01;
}

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

static gboolean
cross (const Box *a, const Box *b, const Box *c, const Box *d)
{
  return turn (a->x, a->y, b->x, b->y, c->x, c->y) * turn (a->x, a->y, b->x, b->y, d->x, d->y) < 0
         && turn (c->x, c->y, d->x, d->y, a->x, a->y) * turn (c->x, c->y, d->x, d->y, b->x, b->y) < 0;
}

/* Walks along the segment in small steps. */
static gboolean
runs_over (const Box *a, const Box *b, const Box *box)
{
  guint steps = (guint) (hypot (b->x - a->x, b->y - a->y) / 2) + 1;

  for (guint i = 0; i <= steps; i++)
    {
      double t = (double) i / steps;
      Box point = { a->x + t * (b->x - a->x), a->y + t * (b->y - a->y), 0, 0 };

      if (overlap (&point, box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_outside (const RapportWheelGuest *guest)
{
  double half = guest->extent / 2;
  double way = remainder (guest->angle - guest->start - half, 360);

  return !(fabs (way) <= half + 1e-6) || !(guest->share >= guest->inner - 1e-9)
         || !(guest->share <= guest->outer + 1e-9);
}

static void
judge_boxes (const SampleMap *self, const Box *outlines, const Box *names, SampleFaults *faults)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      {
        faults->outlines += j > i && overlap (&outlines[i], &outlines[j]);
        faults->names += j > i && overlap (&names[i], &names[j]);
        faults->names_on_outlines += j != i && overlap (&names[i], &outlines[j]);
      }
}

static void
judge_links (const SampleMap *self, const Box *outlines, const Box *names, SampleFaults *faults)
{
  for (guint i = 0; i < self->n_links; i++)
    {
      guint a = self->links[i].a;
      guint b = self->links[i].b;

      for (guint j = 0; j < i; j++)
        {
          guint c = self->links[j].a;
          guint d = self->links[j].b;

          faults->crossings += a != c && a != d && b != c && b != d
                               && cross (&outlines[a], &outlines[b], &outlines[c], &outlines[d]);
        }
      for (guint j = 0; j < self->n; j++)
        if (j != a && j != b)
          {
            faults->passings += runs_over (&outlines[a], &outlines[b], &outlines[j]);
            faults->behind_names += runs_over (&outlines[a], &outlines[b], &names[j]);
          }
    }
}

SampleFaults
sample_map_judge (const SampleMap *self)
{
  g_autofree Box *outlines = g_new0 (Box, self->n + 1);
  g_autofree Box *names = g_new0 (Box, self->n + 1);
  SampleFaults faults = { 0 };

  for (guint i = 0; i < self->n; i++)
    {
      sample_map_get_point (self, i, &outlines[i].x, &outlines[i].y);
      get_outline (self, i, &outlines[i].half_width, &outlines[i].half_height);
      sample_map_get_label (self, i, &names[i].x, &names[i].y, &names[i].half_width, &names[i].half_height);
      faults.outside += is_outside (&self->guests[i]);
    }
  judge_boxes (self, outlines, names, &faults);
  judge_links (self, outlines, names, &faults);
  return faults;
}
