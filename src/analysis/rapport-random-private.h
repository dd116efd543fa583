/* rapport-random-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that look random and are the same every time, everywhere: the same map is always arranged the same way,
 * whatever else the program does. The generator is xorshift64*, after S. Vigna, An experimental exploration of
 * Marsaglia's xorshift generators, scrambled (2016).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state; /* never 0 */
} RapportRandom;

static inline guint32
_rapport_random_next (RapportRandom *self)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return (guint32) ((self->state * G_GUINT64_CONSTANT (2685821657736338717)) >> 32);
}

static inline RapportRandom
_rapport_random (guint32 seed)
{
  RapportRandom self = { G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) * ((guint64) seed + 1) | 1 };

  for (guint i = 0; i < 4; i++)
    _rapport_random_next (&self);
  return self;
}

/* Returns: from 0, to less than 1 */
static inline double
_rapport_random_double (RapportRandom *self)
{
  return _rapport_random_next (self) * (1.0 / 4294967296.0);
}

/* Returns: from 0, to less than @n, which is not 0 */
static inline guint
_rapport_random_below (RapportRandom *self, guint n)
{
  return (guint) (((guint64) _rapport_random_next (self) * n) >> 32);
}

G_END_DECLS
