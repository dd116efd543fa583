/* rapport-painting.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-painting.h"

#include <math.h>

#include "rapport-cairo-painter.h"

/* In the widget's pixels: so far the edges of a picture that is shown larger or smaller let through what is below. */
#define EDGE 4

void
rapport_painting_free (RapportPainting *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->opaque, cairo_surface_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/* Painters keep the texts that they shaped, and belong to a thread. */
static RapportCairoPainter *
get_painter (void)
{
  static GPrivate painter = G_PRIVATE_INIT ((GDestroyNotify) rapport_cairo_painter_free);

  if (g_private_get (&painter) == NULL)
    g_private_set (&painter, rapport_cairo_painter_new ());
  return g_private_get (&painter);
}

/**
 * rapport_painting_free_to_spare:
 *
 * Returns: (transfer full) (nullable): the pixels, for another picture to be painted on, as fresh ones cost the system
 *   more than what is painted on them; %NULL where a renderer has them
 */
cairo_surface_t *
rapport_painting_free_to_spare (RapportPainting *self)
{
  cairo_surface_t *spare;

  if (self == NULL)
    return NULL;
  spare = self->texture == NULL ? cairo_surface_reference (self->surface) : NULL;
  rapport_painting_free (self);
  return spare;
}

/* Whole ones, however a length was rounded on its way through map units. */
static int
count_pixels (double length)
{
  return (int) ceil (length - 1e-6);
}

/* @spare: (transfer full) (nullable). Returns: (transfer full): that, if it will do, or else a new one */
static cairo_surface_t *
make_surface (cairo_surface_t *spare, int width, int height)
{
  /* What shows it in a frame that may be shown again holds it, and it must not change then. */
  if (spare != NULL
      && (cairo_surface_get_reference_count (spare) > 1 || cairo_image_surface_get_width (spare) != width
          || cairo_image_surface_get_height (spare) != height))
    g_clear_pointer (&spare, cairo_surface_destroy);
  return spare != NULL ? spare : cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

/* What is known to be opaque is put on the screen without a look at what is below. Returns: (transfer full): the same
 * pixels, which it keeps */
static cairo_surface_t *
make_opaque (cairo_surface_t *surface)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *opaque = cairo_image_surface_create_for_data (
      cairo_image_surface_get_data (surface), CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (surface),
      cairo_image_surface_get_height (surface), cairo_image_surface_get_stride (surface));

  cairo_surface_set_user_data (opaque, &key, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  return opaque;
}

/* Fills all of a surface, whatever was on it. */
static void
fill (cairo_t *cr, const GdkRGBA *background)
{
  cairo_save (cr);
  cairo_set_operator (cr, background != NULL ? CAIRO_OPERATOR_SOURCE : CAIRO_OPERATOR_CLEAR);
  if (background != NULL)
    gdk_cairo_set_source_rgba (cr, background);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * rapport_painting_paint:
 * @spare: (transfer full) (nullable): of rapport_painting_free_to_spare(), and nobody else's
 * @cancellable: (nullable):
 *
 * Returns: (transfer full) (nullable): %NULL when it was cancelled
 */
RapportPainting *
rapport_painting_paint (const RapportPaintingJob *job, cairo_surface_t *spare, GCancellable *cancellable)
{
  const double pixels = job->scale * job->device_scale;
  RapportPainting *self = g_new0 (RapportPainting, 1);
  cairo_t *cr;

  self->area = job->area;
  self->scale = job->scale;
  self->device_scale = job->device_scale;
  self->surface = make_surface (spare, count_pixels (job->area.width * pixels),
                                count_pixels (job->area.height * pixels));
  cr = cairo_create (self->surface);
  fill (cr, job->background);
  cairo_scale (cr, pixels, pixels);
  cairo_translate (cr, -job->area.x, -job->area.y);
  rapport_cairo_painter_paint (get_painter (), job->scene, cr, &job->area, cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  if (job->background != NULL)
    self->opaque = make_opaque (self->surface);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self, rapport_painting_free);
  return self;
}

/* --- Showing ---------------------------------------------------------------------------------------------------- */

static gboolean
draws_with_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* Where all of it stands, in the widget's pixels. */
static graphene_rect_t
find_bounds (const RapportPainting *self, const RapportView *view)
{
  const double zoom = view->scale / self->scale / self->device_scale;
  graphene_rect_t bounds;

  graphene_rect_init (&bounds, (float) (self->area.x * view->scale + view->x),
                      (float) (self->area.y * view->scale + view->y),
                      (float) (cairo_image_surface_get_width (self->surface) * zoom),
                      (float) (cairo_image_surface_get_height (self->surface) * zoom));
  return bounds;
}

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern, void *surface, cairo_surface_t *target, const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (surface);
}

static void
release_cb (cairo_pattern_t *pattern, void *data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern, void *surface, const cairo_pattern_t *other)
{
  cairo_surface_reference (surface);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern, void *surface)
{
  cairo_surface_destroy (surface);
}

/* A drawing is kept as a recording. Given a surface, that would copy all its pixels once the surface changes or goes;
 * this way it holds the surface itself. Returns: (transfer full) */
static cairo_pattern_t *
make_source (cairo_surface_t *surface)
{
  const gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (
      cairo_surface_reference (surface), opaque ? CAIRO_CONTENT_COLOR : CAIRO_CONTENT_COLOR_ALPHA,
      cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));

  cairo_raster_source_pattern_set_acquire (pattern, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (pattern, copy_cb);
  cairo_raster_source_pattern_set_finish (pattern, finish_cb);
  return pattern;
}

/* Cairo would copy all of a texture in each frame, where it only looks at a surface. @all: nothing else will be seen.
 * Pixman is slow with what is opaque but does not reach everywhere. */
static void
draw_surface (const RapportPainting *self, gboolean all, cairo_t *cr, const RapportView *view)
{
  const double zoom = view->scale / self->scale / self->device_scale;
  const graphene_rect_t bounds = find_bounds (self, view);
  cairo_pattern_t *source = make_source (all ? self->opaque : self->surface);

  cairo_save (cr);
  if (fabs (zoom - 1) < 1e-9)
    cairo_translate (cr, round (bounds.origin.x), round (bounds.origin.y));
  else
    {
      cairo_translate (cr, self->area.x * view->scale + view->x, self->area.y * view->scale + view->y);
      cairo_scale (cr, zoom, zoom);
    }
  cairo_set_source (cr, source);
  cairo_pattern_set_filter (source, CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_pattern_destroy (source);
  cairo_restore (cr);
}

static graphene_rect_t
find_all (GtkWidget *widget)
{
  return GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
}

/* What of the widget the pictures reach, in whole pixels. */
static graphene_rect_t
find_reach (RapportPainting *const *paintings, guint n, GtkWidget *widget, const RapportView *view)
{
  const graphene_rect_t all = find_all (widget);
  graphene_rect_t reach = find_bounds (paintings[0], view);

  for (guint i = 1; i < n; i++)
    {
      const graphene_rect_t bounds = find_bounds (paintings[i], view);

      graphene_rect_union (&reach, &bounds, &reach);
    }
  graphene_rect_round_extents (&reach, &reach);
  if (!graphene_rect_intersection (&reach, &all, &reach))
    reach = *graphene_rect_zero ();
  return reach;
}

static gboolean
hides (const RapportPainting *self, const graphene_rect_t *area, const RapportView *view)
{
  graphene_rect_t bounds = find_bounds (self, view);

  graphene_rect_inset (&bounds, -1e-3f, -1e-3f);
  return self->opaque != NULL && graphene_rect_contains_rect (&bounds, area);
}

/* What lies below an opaque picture is not drawn, but for its edges, which let something through. */
static void
clip_to_seen (const RapportPainting *above, const graphene_rect_t *drawn, cairo_t *cr, const RapportView *view)
{
  graphene_rect_t inner = find_bounds (above, view);

  graphene_rect_round_extents (&inner, &inner);
  graphene_rect_inset (&inner, EDGE, EDGE);
  if (above->opaque == NULL || !graphene_rect_intersection (&inner, drawn, &inner))
    return;
  gdk_cairo_rectangle (cr, &(GdkRectangle){ (int) drawn->origin.x, (int) drawn->origin.y, (int) drawn->size.width,
                                            (int) drawn->size.height });
  gdk_cairo_rectangle (cr, &(GdkRectangle){ (int) inner.origin.x, (int) inner.origin.y, (int) inner.size.width,
                                            (int) inner.size.height });
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

/* All in one drawing, and the background only where it can be seen: cairo first makes a picture of its own of every
 * drawing that does not begin on an empty surface. */
static void
append_surfaces (RapportPainting *const *paintings, guint n, const GdkRGBA *background, GtkWidget *widget,
                 GtkSnapshot *snapshot, const RapportView *view)
{
  const graphene_rect_t drawn = background != NULL ? find_all (widget) : find_reach (paintings, n, widget, view);
  cairo_t *cr;

  if (drawn.size.width <= 0 || drawn.size.height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &drawn);
  while (n > 1 && hides (paintings[1], &drawn, view))
    paintings++, n--;
  if (background != NULL && !hides (paintings[0], &drawn, view))
    {
      gdk_cairo_set_source_rgba (cr, background);
      cairo_paint (cr);
    }
  for (guint i = 0; i < n; i++)
    {
      cairo_save (cr);
      if (i + 1 < n)
        clip_to_seen (paintings[i + 1], &drawn, cr, view);
      draw_surface (paintings[i], hides (paintings[i], &drawn, view), cr, view);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
append_texture (RapportPainting *self, GtkSnapshot *snapshot, const RapportView *view)
{
  const graphene_rect_t bounds = find_bounds (self, view);

  if (self->area.width <= 0 || self->area.height <= 0)
    return;
  if (self->texture == NULL)
    {
      cairo_surface_t *surface = self->surface;
      const int height = cairo_image_surface_get_height (surface);
      const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes
          = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                        (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT,
                                              bytes, stride);
    }
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
append_textures (RapportPainting *const *paintings, guint n, const GdkRGBA *background, GtkWidget *widget,
                 GtkSnapshot *snapshot, const RapportView *view)
{
  const graphene_rect_t all = find_all (widget);

  if (background != NULL)
    gtk_snapshot_append_color (snapshot, background, &all);
  for (guint i = 0; i < n; i++)
    append_texture (paintings[i], snapshot, view);
}

/**
 * rapport_painting_append:
 * @paintings: (array length=n): the lowest first
 * @background: (nullable): fills the widget below them
 * @widget: what @snapshot is of, and where @view puts the scene
 */
void
rapport_painting_append (RapportPainting *const *paintings, guint n, const GdkRGBA *background, GtkWidget *widget,
                         GtkSnapshot *snapshot, const RapportView *view)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (n > 0 && draws_with_cairo (widget))
    append_surfaces (paintings, n, background, widget, snapshot, view);
  else
    append_textures (paintings, n, background, widget, snapshot, view);
}
