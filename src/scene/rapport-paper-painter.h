/* rapport-paper-painter.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "rapport-paper.h"

G_BEGIN_DECLS

void rapport_paper_paint (const RapportPaper *self, guint page, cairo_t *cr, gboolean tags,
                          GCancellable *cancellable);

G_END_DECLS
