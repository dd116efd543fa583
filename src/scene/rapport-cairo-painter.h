/* rapport-cairo-painter.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "rapport-painter.h"

G_BEGIN_DECLS

/**
 * RapportCairoPainter:
 * Paints scenes with cairo: on screen, into pixels, PDF and to a printer. It keeps the texts that it shaped, so one
 * that paints the same scene again should be kept. It belongs to the thread that made it.
 */
typedef struct _RapportCairoPainter RapportCairoPainter;

RapportCairoPainter *rapport_cairo_painter_new  (void);
void                 rapport_cairo_painter_free (RapportCairoPainter *self);

void rapport_cairo_painter_paint (RapportCairoPainter *self, const RapportScene *scene, cairo_t *cr,
                                  const RapportRect *view, GCancellable *cancellable);

void rapport_cairo_trace_path (cairo_t *cr, const RapportPath *path);

void rapport_cairo_painter_paint_item (RapportCairoPainter *self, const RapportScene *scene, const RapportSceneItem *item,
                                       cairo_t *cr);

/* Marks headings and texts in what is painted, for readers of a tagged PDF. Off at first. */
void rapport_cairo_painter_set_tags (RapportCairoPainter *self, gboolean tags);

/* Counts the items that were painted: read it from any thread with g_atomic_int_get(). */
void rapport_cairo_painter_set_counter (RapportCairoPainter *self, gint *counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportCairoPainter, rapport_cairo_painter_free)

G_END_DECLS
