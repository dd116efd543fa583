/* rapport-paper.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-scene.h"
#include "rapport-sheets.h"

G_BEGIN_DECLS

/**
 * RapportPaper:
 * What is printed: pages of one size, to be painted one by one, for a printer, a preview or a PDF. Immutable and
 * reference-counted; it may be painted in any thread.
 */
typedef struct _RapportPaper RapportPaper;

RapportPaper *rapport_paper_new_picture (const RapportScene *scene, const RapportSheets *sheets);
RapportPaper *rapport_paper_new_pages   (GPtrArray *scenes);
RapportPaper *rapport_paper_ref         (RapportPaper *self);
void          rapport_paper_unref       (RapportPaper *self);

guint       rapport_paper_get_n_pages (const RapportPaper *self);
void        rapport_paper_get_size    (const RapportPaper *self, double *width, double *height);
const char *rapport_paper_get_title   (const RapportPaper *self);

GBytes     *rapport_paper_render_pdf  (const RapportPaper *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportPaper, rapport_paper_unref)

G_END_DECLS
