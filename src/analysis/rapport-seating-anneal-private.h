/* rapport-seating-anneal-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-random-private.h"
#include "rapport-seating-private.h"

G_BEGIN_DECLS

/**
 * RapportSeatProposer:
 * @reach: 1 = anywhere that @i may be; less = so near to where it is, as a share of the way
 * @x: (inout): where @i is; changed to another place where it may be
 * @y: (inout)
 */
typedef void (*RapportSeatProposer) (gpointer data, guint i, double reach, RapportRandom *random, float *x,
                                     float *y);

/**
 * RapportSeatConfiner:
 * Changes (@x, @y) to the nearest place where @i may be.
 */
typedef void (*RapportSeatConfiner) (gpointer data, guint i, float *x, float *y);

/* How an arrangement is improved. All is borrowed. */
typedef struct
{
  RapportSeatProposer propose;
  RapportSeatConfiner confine;
  gpointer data;
  const guint *movable; /* those that may move, and */
  guint n_movable;
  const guint *group;   /* of each node; those of one group may change places. Nullable: nobody may */
  guint rounds;
  double first_heat;    /* 0 = nothing that makes things worse is ever done */
  double last_heat;
  double first_reach;
  double last_reach;
  GCancellable *cancellable;    /* nullable */
  RapportProgressFunc progress; /* nullable */
  gpointer progress_data;
} RapportSeatAnnealing;

gboolean _rapport_seating_anneal (RapportSeating *self, const RapportSeatAnnealing *how, RapportRandom *random);
gboolean _rapport_seating_polish (RapportSeating *self, const RapportSeatAnnealing *how);

G_END_DECLS
