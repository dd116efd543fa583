/* rapport-painting.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-scene.h"

G_BEGIN_DECLS

/* Where a scene stands in a widget: a map's point times scale plus offset, in the widget's pixels. */
typedef struct
{
  double scale;
  double x;
  double y;
} RapportView;

/* What is to be painted. */
typedef struct
{
  const RapportScene *scene;
  RapportRect area;          /* of the scene, in map units */
  double scale;              /* the widget's pixels in a map unit */
  int device_scale;          /* the screen's pixels in one of the widget's */
  const GdkRGBA *background; /* nullable: fills the area first */
} RapportPaintingJob;

/**
 * RapportPainting:
 * A part of a scene, painted once at one scale, and shown wherever a view puts it. It is painted in any thread and
 * shown in the window's own.
 */
typedef struct
{
  /*< private >*/
  cairo_surface_t *surface; /* owned */
  cairo_surface_t *opaque;  /* owned, nullable: the same pixels, where none lets anything through */
  GdkTexture *texture;      /* owned, nullable: the same pixels, for renderers that keep textures */

  /*< public >*/
  RapportRect area; /* in map units */
  double scale;     /* the widget's pixels in a map unit */
  int device_scale; /* the screen's pixels in one of the widget's */
} RapportPainting;

RapportPainting *rapport_painting_paint         (const RapportPaintingJob *job, cairo_surface_t *spare,
                                                 GCancellable *cancellable);
void             rapport_painting_free          (RapportPainting *self);
cairo_surface_t *rapport_painting_free_to_spare (RapportPainting *self);

void rapport_painting_append (RapportPainting *const *paintings, guint n, const GdkRGBA *background, GtkWidget *widget,
                              GtkSnapshot *snapshot, const RapportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportPainting, rapport_painting_free)

G_END_DECLS
