/* rapport-geometry.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points and rectangles in map units; y grows downwards. One map unit is one pixel of a map fitted to 1080p.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} RapportPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RapportRect;

/* 0xRRGGBBAA, not premultiplied. Alpha 0 draws nothing. */
typedef guint32 RapportColour;

G_END_DECLS
