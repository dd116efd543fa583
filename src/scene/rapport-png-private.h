/* rapport-png-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-scene.h"

G_BEGIN_DECLS

typedef struct
{
  guint width; /* in pixels */
  guint height;
  double per_metre; /* pixels; 0 where the picture has no physical size */
  gboolean transparent;
} RapportPngSize;

GBytes *_rapport_png_render (const RapportScene *scene, const RapportPngSize *size, gint *painted,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
