/* rapport-shape.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-path.h"

G_BEGIN_DECLS

/* Patterns stand in for fills where colour cannot be relied on. */
typedef enum
{
  RAPPORT_PATTERN_NONE,
  RAPPORT_PATTERN_HATCH,      /* thin lines, rising to the right */
  RAPPORT_PATTERN_BACK_HATCH, /* falling to the right */
  RAPPORT_PATTERN_CROSS,
  RAPPORT_PATTERN_DOTS,
  RAPPORT_PATTERN_HORIZONTAL,
} RapportPattern;

typedef enum
{
  RAPPORT_ANCHOR_START,
  RAPPORT_ANCHOR_MIDDLE,
  RAPPORT_ANCHOR_END,
} RapportAnchor;

typedef enum
{
  RAPPORT_SHAPE_PATH,
  RAPPORT_SHAPE_TEXT,
} RapportShapeKind;

/**
 * RapportShape:
 * One thing to paint, with every decision taken: a filled and stroked outline, or one line of text.
 */
typedef struct
{
  RapportShapeKind kind;

  /* PATH */
  RapportPath *path; /* owned */
  RapportColour fill;
  RapportPattern pattern;
  RapportColour pattern_colour;
  RapportColour stroke;
  double width;         /* of the stroke, in map units */
  double dash[2];       /* on, off; both 0 = solid */
  gboolean round;       /* round ends and joins, else butt and mitre */

  /* TEXT: one line, already broken and shortened */
  char *text;           /* owned */
  double x;             /* of the anchor */
  double y;             /* of the baseline */
  double size;          /* in map units */
  int weight;           /* 400, 500, 600, 700 */
  RapportAnchor anchor;
  double text_width;    /* as measured, for bounds and for painters that must fit it */
  RapportColour colour;
  RapportColour halo;
  double halo_width;    /* of the stroke behind the letters; 0 = none */
  gboolean sign;        /* says what outline and colour say too, so that nobody has to read it */
} RapportShape;

RapportShape *rapport_shape_new_path (RapportPath *path); /* (transfer full) */
RapportShape *rapport_shape_new_text (const char *text, double x, double y, double size, int weight,
                                      RapportAnchor anchor, RapportColour colour);
void          rapport_shape_free     (RapportShape *self);
RapportRect   rapport_shape_get_bounds (const RapportShape *self); /* with stroke and halo */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportShape, rapport_shape_free)

G_END_DECLS
