/* rapport-canvas-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-page.h"

#include <math.h>

#define WIDTH 1920.0
#define HEIGHT 1080.0
#define WIDEST 2400.0
#define WIDTH_WITHOUT_COLUMN 1560.0
#define HIGHEST 2400.0
/* From here on the legend has a column at the side. */
#define COLUMN_ASPECT 1.5
/* For the buttons that lie above the lower edge, in pixels, where the legend is there too. */
#define BUTTONS 58
/* Differences that are not worth drawing it anew. */
#define STEP 40.0

void
rapport_canvas_page_init (RapportCanvasPage *self)
{
  *self = (RapportCanvasPage){ .width = WIDTH, .height = HEIGHT };
}

static double
in_steps (double length)
{
  return round (length / STEP) * STEP;
}

/* @width, @height: of the canvas, in pixels. Returns: whether the page is another than before */
gboolean
rapport_canvas_page_take (RapportCanvasPage *self, int width, int height)
{
  double aspect = height > BUTTONS ? (double) width / height : 0;
  RapportCanvasPage new = { .width = aspect < COLUMN_ASPECT ? WIDTH_WITHOUT_COLUMN : WIDTH, .height = HEIGHT };

  if (aspect <= 0)
    return FALSE;
  if (aspect > WIDTH / HEIGHT)
    new.width = MIN (in_steps (HEIGHT * aspect), WIDEST);
  else
    new.height = MIN (in_steps (new.width * (height - (aspect < COLUMN_ASPECT ? BUTTONS : 0)) / width), HIGHEST);
  if (aspect >= COLUMN_ASPECT)
    new.legend_foot = in_steps (BUTTONS / MIN (width / new.width, height / new.height) + STEP / 2);
  if (new.width == self->width && new.height == self->height && new.legend_foot == self->legend_foot)
    return FALSE;
  *self = new;
  return TRUE;
}

/* @width, @height: of the canvas, in pixels, above 0; @has_buttons: above its lower edge. Returns: where all of the page
 * is in view, in the middle */
RapportView
rapport_canvas_page_fit (const RapportCanvasPage *self, double width, double height, gboolean has_buttons)
{
  RapportView view;

  if (self->width == WIDTH_WITHOUT_COLUMN && has_buttons)
    height = MAX (height - BUTTONS, height / 2);
  view.scale = CLAMP (MIN (width / self->width, height / self->height), RAPPORT_CANVAS_MIN_SCALE,
                      RAPPORT_CANVAS_MAX_SCALE);
  view.x = (width - self->width * view.scale) / 2;
  view.y = (height - self->height * view.scale) / 2;
  return view;
}

RapportPage
rapport_canvas_page_get_page (const RapportCanvasPage *self)
{
  return (RapportPage){ .width = self->width, .height = self->height, .legend_foot = self->legend_foot };
}
