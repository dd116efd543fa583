/* rapport-theme.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-shape.h"

G_BEGIN_DECLS

typedef enum
{
  RAPPORT_SCHEME_LIGHT,
  RAPPORT_SCHEME_DARK,
  RAPPORT_SCHEME_HIGH_CONTRAST,
  RAPPORT_SCHEME_PRINT, /* black on white: patterns where others have colours */
  RAPPORT_N_SCHEMES,
} RapportScheme;

/* Read from the back row, or held in the hand. */
typedef enum
{
  RAPPORT_MEDIUM_PROJECTION,
  RAPPORT_MEDIUM_PAPER,
  RAPPORT_N_MEDIA,
} RapportMedium;

/* The outlines of the sectors. */
typedef enum
{
  RAPPORT_OUTLINE_CIRCLE,   /* academia */
  RAPPORT_OUTLINE_SQUARE,   /* NHS */
  RAPPORT_OUTLINE_PENTAGON, /* policy */
  RAPPORT_OUTLINE_DIAMOND,  /* third sector */
  RAPPORT_OUTLINE_TRIANGLE, /* the map's own sectors */
  RAPPORT_OUTLINE_HEXAGON,  /* shared structures */
  RAPPORT_OUTLINE_NONE,     /* no sector yet: a circle in dashes */
  RAPPORT_N_OUTLINES,
} RapportOutline;

/* How a sector is painted. Hue means sector and nothing else. */
typedef struct
{
  RapportColour fill;
  RapportColour letter;
  RapportColour tint; /* of its wedge */
  RapportPattern pattern;
  RapportColour pattern_colour;
} RapportSectorStyle;

/**
 * RapportTheme:
 * Colours, widths and sizes, in map units; independent of the desktop's theme. Themes are built in and never freed.
 */
typedef struct
{
  RapportScheme scheme;
  RapportMedium medium;
  const char *font;

  RapportColour background;
  RapportColour ink;
  RapportColour soft;     /* text and lines of lesser weight */
  RapportColour reversed; /* text on ink */
  RapportColour rim;      /* rings and borders of wedges */
  RapportColour middle;   /* the middle of the wheel */
  RapportSectorStyle sectors[RAPPORT_N_OUTLINES];

  double plain_ink;  /* shares of ink, 0 to 1 */
  double line_ink;
  double head_ink;
  double power_ink;
  double power_under; /* power under lines of what is given */
  double fade;       /* what is out of focus */
  double ghost;      /* what is gone */
  double line_scale; /* of the widths of lines and outlines */

  double heading;    /* sizes of text */
  double subtitle;
  double label;
  double label_line; /* from line to line */
  double legend_heading;
  double legend_row;
  double sector_name;
  double ring_name;
  double chip;
  double halo;
} RapportTheme;

const RapportTheme *rapport_theme_get          (RapportScheme scheme, RapportMedium medium);
gboolean            rapport_scheme_parse       (const char *name, RapportScheme *scheme);
const char         *rapport_scheme_get_name    (RapportScheme scheme);
RapportOutline      rapport_outline_for_sector (const char *sector);
RapportPath        *rapport_outline_make_path  (RapportOutline outline, RapportPoint at, double r);

/* Colours. */
RapportColour rapport_colour_with_alpha (RapportColour colour, double alpha);
RapportColour rapport_colour_over       (RapportColour colour, RapportColour background);
double        rapport_colour_contrast   (RapportColour a, RapportColour b);

G_END_DECLS
