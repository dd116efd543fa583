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

static inline RapportRect
rapport_rect_grown (RapportRect rect, double by)
{
  return (RapportRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static inline gboolean
rapport_rect_touches (const RapportRect *a, const RapportRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static inline gboolean
rapport_rect_holds (const RapportRect *rect, RapportPoint point)
{
  return point.x >= rect->x && point.x <= rect->x + rect->width && point.y >= rect->y
         && point.y <= rect->y + rect->height;
}

static inline RapportRect
rapport_rect_joined (RapportRect a, RapportRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (RapportRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                        MAX (a.y + a.height, b.y + b.height) - y };
}

G_END_DECLS
