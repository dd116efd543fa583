/* rapport-svg-painter.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-painter.h"

G_BEGIN_DECLS

/**
 * RapportSvgPainter:
 * Writes a scene as SVG: real text, a name for every item, ids that stay the same; no script, no style sheet, nothing
 * from elsewhere. The same scene gives the same bytes.
 */
typedef struct _RapportSvgPainter RapportSvgPainter;

/* How large the picture says it is; the lengths with their units, as "160mm". */
typedef struct
{
  const char *width;  /* nullable: the page's, in pixels */
  const char *height; /* nullable */
  gboolean transparent;
} RapportSvgOptions;

RapportSvgPainter *rapport_svg_painter_new  (const RapportSvgOptions *options);
void               rapport_svg_painter_free (RapportSvgPainter *self);

GBytes *rapport_svg_painter_paint (RapportSvgPainter *self, const RapportScene *scene,
                                   GCancellable *cancellable);

/* Counts the items that were painted: read it from any thread with g_atomic_int_get(). */
void rapport_svg_painter_set_counter (RapportSvgPainter *self, gint *counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportSvgPainter, rapport_svg_painter_free)

G_END_DECLS
