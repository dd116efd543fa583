/* rapport-seating-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-label-side.h"
#include "rapport-neighbours-private.h"

G_BEGIN_DECLS

/* Half of the size of a node and of its name, in map units. */
typedef struct
{
  float half_width;
  float half_height;
  float label_half_width; /* 0 = no name */
  float label_half_height;
} RapportSeatSize;

/* How much each trouble counts. A crossing of two links is the measure: 1. */
typedef struct
{
  float node_gap; /* aimed at between outlines, in map units */
  float crowding; /* for outlines that touch; less the farther apart */
  float spread;   /* for two nodes a label's width apart */
  float length;   /* for a map unit of a link */
  float passing;  /* for a link over a foreign node */
  float home;     /* for a map unit away from home */
} RapportSeatWeights;

/**
 * RapportSeating:
 * An arrangement while it is being tried: where each node and its name are, and what is troublesome about it.
 * Arrays of plain numbers beside one another, so that the compiler can work on several at a time.
 */
typedef struct
{
  guint n;
  guint n_links;
  guint n_boxes; /* names and kept rectangles: their sum, or 0 if there are none */
  guint n_kept;  /* rectangles that are kept clear; they follow the names in the label arrays */
  RapportSeatWeights weights;
  float page[4]; /* left, top, right, bottom: nothing should stick out */

  /* Owned */
  RapportNeighbours *neighbours;
  RapportSeatSize *sizes;
  float *x, *y, *half_width, *half_height;
  float *label_x, *label_y, *label_half_width, *label_half_height;
  float *ax, *ay, *bx, *by; /* the ends of each link */
  float *inverse;           /* 1 / length of each link */
  gint32 *a, *b;            /* and which nodes they join */
  float *home_x, *home_y;
  float *attachment; /* to its home; 0 = none */
  RapportLabelSide *sides;
} RapportSeating;

RapportSeating *_rapport_seating_new       (const RapportGraph *graph, const RapportSeatSize *sizes,
                                            guint n_kept);
void            _rapport_seating_free      (RapportSeating *self);
void            _rapport_seating_keep      (RapportSeating *self, guint i, float x, float y, float half_width,
                                            float half_height);
void            _rapport_seating_set_home  (RapportSeating *self, guint i, float attachment);
void            _rapport_seating_sit       (RapportSeating *self, guint i, float x, float y,
                                            RapportLabelSide side);
void            _rapport_seating_place_label (const RapportSeating *self, guint i, float x, float y,
                                              RapportLabelSide side, float *label_x, float *label_y);
float           _rapport_seating_cost      (const RapportSeating *self, guint i, float x, float y,
                                            RapportLabelSide side);
guint           _rapport_seating_count_overlaps (const RapportSeating *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportSeating, _rapport_seating_free)

G_END_DECLS
