/* rapport-snap.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"

G_BEGIN_DECLS

/**
 * RapportSnap:
 * Where somebody who is dragged comes to stand in one line with a neighbour, and the lines that say so, in map units.
 */
typedef struct
{
  RapportPoint shift;    /* of all who are dragged, from where they stood */
  gboolean upright;      /* in one line with who is above or below */
  gboolean level;        /* in one line with who is at a side */
  RapportPoint above[2]; /* the ends of the upright line */
  RapportPoint aside[2]; /* the ends of the level line */
} RapportSnap;

void rapport_snap_find (RapportSnap *self, const RapportScene *scene, const char *held, GHashTable *dragged,
                        RapportPoint shift, double reach);

G_END_DECLS
