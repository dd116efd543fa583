/* rapport-pdf-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-scene.h"

G_BEGIN_DECLS

GBytes *_rapport_pdf_render (const RapportScene *scene, double width, double height, gboolean transparent,
                             gint *painted, GCancellable *cancellable, GError **error);

G_END_DECLS
