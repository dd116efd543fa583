/* rapport-forces-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-neighbours-private.h"

G_BEGIN_DECLS

/**
 * RapportForces:
 * Nodes that push one another away and links that pull together. All is borrowed.
 */
typedef struct
{
  const RapportGraph *graph;
  const RapportNeighbours *neighbours;
  float *x; /* in and out, in links' lengths more or less */
  float *y;
  guint rounds;
  GCancellable *cancellable;    /* nullable */
  RapportProgressFunc progress; /* nullable */
  gpointer progress_data;
} RapportForces;

gboolean _rapport_forces_run (RapportForces *self);

G_END_DECLS
