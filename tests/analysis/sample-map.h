/* sample-map.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-arrange-wheel.h"

G_BEGIN_DECLS

/**
 * SampleMap:
 * A made-up partnership: who is there, in which wedge and ring, with names of the usual lengths. The same seed gives
 * the same map.
 */
typedef struct
{
  guint n;
  guint n_links;
  RapportWheelGuest *guests; /* owned */
  RapportGraphLink *links;   /* owned */
  guint *sectors;            /* owned: 0 to 4; 5 = a structure in the middle */
  RapportWheelOptions options;
} SampleMap;

/* What is wrong with an arrangement. */
typedef struct
{
  guint outlines;      /* pairs of outlines that overlap */
  guint names;         /* pairs of names */
  guint names_on_outlines;
  guint outside;       /* guests that are not in their region */
  guint crossings;
  guint passings;      /* links over the outline of somebody else */
  guint behind_names;  /* links that run behind somebody else's name */
} SampleFaults;

SampleMap   *sample_map_new    (guint32 seed, guint n, guint n_links);
void         sample_map_free   (SampleMap *self);
gboolean     sample_map_arrange (SampleMap *self);
void         sample_map_get_point (const SampleMap *self, guint i, double *x, double *y);
void         sample_map_get_label (const SampleMap *self, guint i, double *x, double *y, double *half_width,
                                   double *half_height);
SampleFaults sample_map_judge  (const SampleMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleMap, sample_map_free)

G_END_DECLS
