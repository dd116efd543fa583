/* rapport-pdf-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "rapport-picture.h"
#include "rapport-scene.h"

G_BEGIN_DECLS

/* Paints page number @page, from 0, in points. */
typedef void (*RapportPdfPainter) (gconstpointer pages, guint page, cairo_t *cr, GCancellable *cancellable);

GBytes *_rapport_pdf_render_painted (RapportPdfPainter paint, gconstpointer pages, guint n, const char *title,
                                     double width, double height, GCancellable *cancellable, GError **error);
GBytes *_rapport_pdf_render (const RapportScene *scene, double width, double height, gboolean transparent,
                             gint *painted, GCancellable *cancellable, GError **error);
GBytes *_rapport_pdf_render_pages (RapportScene *const *scenes, guint n, double width, double height,
                                   gboolean transparent, gint *painted, GCancellable *cancellable, GError **error);

/* Of rapport-picture.c: how large a page is, in points; FALSE with an error where it cannot be made. */
gboolean _rapport_picture_get_points (const RapportPictureOptions *options, double *width, double *height,
                                      GError **error);

G_END_DECLS
