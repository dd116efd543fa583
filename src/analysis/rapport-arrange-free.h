/* rapport-arrange-free.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-graph.h"

G_BEGIN_DECLS

/**
 * RapportFreeBox:
 * What takes up room at one node, outline and name together, in map units.
 */
typedef struct
{
  double width;
  double height;
  gboolean placed; /* x and y say where its middle is now: it stays near there */
  gboolean fixed;  /* and does not move at all */
  double x;        /* in and out; y grows downwards */
  double y;
} RapportFreeBox;

typedef struct
{
  double gap;    /* between boxes at least, in map units; 0 = they may touch */
  double aspect; /* width of the whole to its height, aimed at; 0 = as wide as 16:10 */
  guint32 seed;
  double width;  /* of the room that all middles should be in, where that can be without overlaps; 0 = as wide as it */
  double height; /* takes; else both are given */
} RapportFreeOptions;

gboolean rapport_arrange_free (RapportFreeBox *boxes, const RapportGraph *graph,
                               const RapportFreeOptions *options, GCancellable *cancellable,
                               RapportProgressFunc progress, gpointer user_data);

G_END_DECLS
