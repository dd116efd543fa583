/* rapport-canvas-page.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-picture-cache.h"

G_BEGIN_DECLS

/* How far one may zoom: pixels of a map unit. */
#define RAPPORT_CANVAS_MIN_SCALE 0.05
#define RAPPORT_CANVAS_MAX_SCALE 8.0

/**
 * RapportCanvasPage:
 * The page that the map is drawn on in a window. It takes the shape of the canvas, so that a narrow window has its legend
 * below instead of at the side, and the wheel stays as large; exported pictures have pages of their own. A plain value,
 * in map units.
 */
typedef struct
{
  double width;
  double height;
  double legend_foot; /* what the buttons above the lower edge take of the legend's column */
} RapportCanvasPage;

void        rapport_canvas_page_init     (RapportCanvasPage *self);
gboolean    rapport_canvas_page_take     (RapportCanvasPage *self, int width, int height);
RapportView rapport_canvas_page_fit      (const RapportCanvasPage *self, double width, double height,
                                          gboolean has_buttons);
RapportPage rapport_canvas_page_get_page (const RapportCanvasPage *self);

G_END_DECLS
