/* rapport-picture-cache.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-cache.h"

#include <math.h>

#include "rapport-cairo-painter.h"

/* Beyond each edge of the view, in the widget's pixels. */
#define MARGIN 256

struct _RapportPictureCache
{
  /* Owned */
  RapportScene *scene; /* nullable */
  RapportCairoPainter *painter;
  GdkTexture *texture; /* nullable */

  double scale;        /* at which it was painted */
  int device_scale;
  RapportRect area;    /* of the texture, in map units */
};

RapportPictureCache *
rapport_picture_cache_new (void)
{
  RapportPictureCache *self = g_new0 (RapportPictureCache, 1);

  self->painter = rapport_cairo_painter_new ();
  return self;
}

void
rapport_picture_cache_free (RapportPictureCache *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->painter, rapport_cairo_painter_free);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_free (self);
}

/* @scene: (nullable) (transfer none): what is shown from now on */
void
rapport_picture_cache_set_scene (RapportPictureCache *self, const RapportScene *scene)
{
  g_clear_pointer (&self->scene, rapport_scene_unref);
  if (scene != NULL)
    self->scene = rapport_scene_ref ((RapportScene *) scene);
  g_clear_object (&self->texture);
}

static RapportRect
visible_area (const RapportView *view, double width, double height, double margin)
{
  return (RapportRect){
    .x = (-margin - view->x) / view->scale,
    .y = (-margin - view->y) / view->scale,
    .width = (width + 2 * margin) / view->scale,
    .height = (height + 2 * margin) / view->scale,
  };
}

static gboolean
covers (const RapportRect *outer, const RapportRect *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y
         && outer->x + outer->width >= inner->x + inner->width
         && outer->y + outer->height >= inner->y + inner->height;
}

static void
paint (RapportPictureCache *self, const RapportView *view, double width, double height,
       int device_scale)
{
  int pixel_width = (int) ceil ((width + 2 * MARGIN) * device_scale);
  int pixel_height = (int) ceil ((height + 2 * MARGIN) * device_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixel_width,
                                                         pixel_height);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  self->area = visible_area (view, width, height, MARGIN);
  cairo_scale (cr, view->scale * device_scale, view->scale * device_scale);
  cairo_translate (cr, -self->area.x, -self->area.y);
  rapport_cairo_painter_paint (self->painter, self->scene, cr, &self->area, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) pixel_height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (pixel_width, pixel_height, GDK_MEMORY_DEFAULT, bytes,
                                          (gsize) stride);
  self->scale = view->scale;
  self->device_scale = device_scale;
}

static gboolean
is_sharp (RapportPictureCache *self, const RapportView *view, double width, double height,
          int device_scale)
{
  RapportRect wanted = visible_area (view, width, height, 0);

  return self->texture != NULL && self->scale == view->scale && self->device_scale == device_scale
         && covers (&self->area, &wanted);
}

/**
 * rapport_picture_cache_snapshot:
 * @quick: whether a picture that is scaled or does not reach all the edges will do for now
 *
 * Returns: whether what was shown is sharp and whole; else it should be asked for again when things are quiet
 */
gboolean
rapport_picture_cache_snapshot (RapportPictureCache *self, GtkSnapshot *snapshot,
                                const RapportView *view, double width, double height,
                                int device_scale, gboolean quick)
{
  graphene_rect_t bounds;
  gboolean sharp = is_sharp (self, view, width, height, device_scale);

  if (self->scene == NULL || width <= 0 || height <= 0)
    return TRUE;
  if (!sharp && (self->texture == NULL || !quick))
    {
      paint (self, view, width, height, device_scale);
      sharp = TRUE;
    }
  graphene_rect_init (&bounds, (float) (self->area.x * view->scale + view->x),
                      (float) (self->area.y * view->scale + view->y),
                      (float) (self->area.width * view->scale),
                      (float) (self->area.height * view->scale));
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  return sharp;
}
