/* rapport-picture-cache.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-cache.h"

#include <math.h>

#include "rapport-cairo-painter.h"

/* Beyond each edge of the view, in the widget's pixels. */
#define MARGIN 256
/* When less than this is left of the margin, the next picture is begun. */
#define LEFT 96
/* Up to so many items, a scene is painted within the frame that first shows it. */
#define SMALL_SCENE 420

/* What was painted. */
typedef struct
{
  cairo_surface_t *surface; /* owned */
  GdkTexture *texture;      /* owned, nullable: of the same pixels, for renderers that keep textures */
  RapportRect area;         /* in map units */
  double scale;
  int device_scale;
} Picture;

/* What is to be painted; belongs to the thread that does it. */
typedef struct
{
  RapportScene *scene; /* owned */
  RapportRect area;
  double scale;
  int device_scale;
} Job;

struct _RapportPictureCache
{
  GtkWidget *widget;         /* borrowed: it owns the cache */

  /* Owned */
  RapportScene *scene;       /* nullable */
  Picture *picture;          /* nullable: the sharpest */
  Picture *overview;         /* nullable: an older one of the whole page, shown where the other one ends */
  GCancellable *cancellable; /* nullable: of the thread that paints */
  Job job;                   /* what it paints; has no scene of its own */
  gboolean stale;            /* the picture is of an older scene */
};

static void
picture_free (Picture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

static void
job_free (Job *self)
{
  rapport_scene_unref (self->scene);
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

/* Returns: (transfer full) (nullable): %NULL when it was cancelled */
static Picture *
paint (const Job *job, GCancellable *cancellable)
{
  double scale = job->scale * job->device_scale;
  Picture *picture = g_new0 (Picture, 1);
  cairo_t *cr;

  picture->area = job->area;
  picture->scale = job->scale;
  picture->device_scale = job->device_scale;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (job->area.width * scale),
                                                 (int) ceil (job->area.height * scale));
  cr = cairo_create (picture->surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -job->area.x, -job->area.y);
  rapport_cairo_painter_paint (get_painter (), job->scene, cr, &job->area, cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&picture, picture_free);
  return picture;
}

/* @widget: what the pictures are shown in, and which is drawn anew when one is ready */
RapportPictureCache *
rapport_picture_cache_new (GtkWidget *widget)
{
  RapportPictureCache *self = g_new0 (RapportPictureCache, 1);

  self->widget = widget;
  return self;
}

static void
stop_thread (RapportPictureCache *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
rapport_picture_cache_free (RapportPictureCache *self)
{
  stop_thread (self);
  g_clear_pointer (&self->picture, picture_free);
  g_clear_pointer (&self->overview, picture_free);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_free (self);
}

/* @scene: (nullable) (transfer none): what is shown from now on */
void
rapport_picture_cache_set_scene (RapportPictureCache *self, const RapportScene *scene)
{
  stop_thread (self);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_clear_pointer (&self->overview, picture_free);
  self->stale = TRUE;
  if (scene != NULL)
    self->scene = rapport_scene_ref ((RapportScene *) scene);
  else
    g_clear_pointer (&self->picture, picture_free);
}

static RapportRect
visible_area (RapportPictureCache *self, const RapportView *view, double margin)
{
  return (RapportRect){
    .x = (-margin - view->x) / view->scale,
    .y = (-margin - view->y) / view->scale,
    .width = (gtk_widget_get_width (self->widget) + 2 * margin) / view->scale,
    .height = (gtk_widget_get_height (self->widget) + 2 * margin) / view->scale,
  };
}

static gboolean
covers (const RapportRect *outer, const RapportRect *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y
         && outer->x + outer->width >= inner->x + inner->width
         && outer->y + outer->height >= inner->y + inner->height;
}

/* Whether what @area, @scale and @device_scale say will do for @view, with @margin to spare. */
static gboolean
is_good (RapportPictureCache *self, const RapportRect *area, double scale, int device_scale,
         const RapportView *view, double margin)
{
  RapportRect wanted = visible_area (self, view, margin);

  return scale == view->scale && device_scale == gtk_widget_get_scale_factor (self->widget)
         && covers (area, &wanted);
}

/* Whether the picture is of the scene as it is, at the view's own scale, and reaches all its edges. */
gboolean
rapport_picture_cache_is_sharp (RapportPictureCache *self, const RapportView *view)
{
  return self->picture != NULL && !self->stale
         && is_good (self, &self->picture->area, self->picture->scale, self->picture->device_scale, view, 0);
}

/* @picture: (transfer full) */
static void
take_picture (RapportPictureCache *self, Picture *picture)
{
  RapportRect page = rapport_scene_get_page (self->scene);

  if (self->picture != NULL && !self->stale && covers (&self->picture->area, &page))
    {
      g_clear_pointer (&self->overview, picture_free);
      self->overview = g_steal_pointer (&self->picture);
    }
  g_clear_pointer (&self->picture, picture_free);
  self->picture = picture;
  self->stale = FALSE;
}

static Job
make_job (RapportPictureCache *self, const RapportView *view)
{
  return (Job){ self->scene, visible_area (self, view, MARGIN), view->scale,
                gtk_widget_get_scale_factor (self->widget) };
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  Picture *picture = paint (job, cancellable);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) picture_free);
  else
    g_task_return_error_if_cancelled (task);
}

/* A task whose cache has cancelled it must not touch it: it may be gone. */
static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Picture *picture = g_task_propagate_pointer (G_TASK (result), NULL);
  RapportPictureCache *self = data;

  if (picture == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_picture (self, picture);
  gtk_widget_queue_draw (self->widget);
}

static void
start_thread (RapportPictureCache *self, const RapportView *view)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->cancellable != NULL
      && is_good (self, &self->job.area, self->job.scale, self->job.device_scale, view, 0))
    return;
  stop_thread (self);
  self->cancellable = g_cancellable_new ();
  self->job = make_job (self, view);
  job = g_memdup2 (&self->job, sizeof self->job);
  job->scene = rapport_scene_ref (self->scene);
  self->job.scene = NULL;
  task = g_task_new (NULL, self->cancellable, painted_cb, self);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/* --- Showing --- */

static gboolean
draws_with_cairo (RapportPictureCache *self)
{
  GtkNative *native = gtk_widget_get_native (self->widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* Cairo would copy all of a texture in each frame, where it only looks at a surface. */
static void
append_surface (RapportPictureCache *self, GtkSnapshot *snapshot, const Picture *picture, const RapportView *view)
{
  double zoom = view->scale / picture->scale / picture->device_scale;
  double x = picture->area.x * view->scale + view->x, y = picture->area.y * view->scale + view->y;
  graphene_rect_t all;
  cairo_t *cr;

  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (self->widget),
                      (float) gtk_widget_get_height (self->widget));
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  if (fabs (zoom - 1) < 1e-9)
    cairo_set_source_surface (cr, picture->surface, round (x), round (y));
  else
    {
      cairo_translate (cr, x, y);
      cairo_scale (cr, zoom, zoom);
      cairo_set_source_surface (cr, picture->surface, 0, 0);
    }
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
append_texture (GtkSnapshot *snapshot, Picture *picture, const RapportView *view)
{
  cairo_surface_t *surface = picture->surface;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  graphene_rect_t bounds;

  if (picture->texture == NULL)
    {
      g_autoptr (GBytes) bytes
          = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                        (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

      picture->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
    }
  graphene_rect_init (&bounds, (float) (picture->area.x * view->scale + view->x),
                      (float) (picture->area.y * view->scale + view->y),
                      (float) (width / (picture->scale * picture->device_scale) * view->scale),
                      (float) (height / (picture->scale * picture->device_scale) * view->scale));
  gtk_snapshot_append_texture (snapshot, picture->texture, &bounds);
}

static void
append (RapportPictureCache *self, GtkSnapshot *snapshot, Picture *picture, const RapportView *view)
{
  if (draws_with_cairo (self))
    append_surface (self, snapshot, picture, view);
  else
    append_texture (snapshot, picture, view);
}

static gboolean
is_missed_at_once (RapportPictureCache *self)
{
  return (self->picture == NULL || self->stale) && rapport_scene_get_n_items (self->scene) <= SMALL_SCENE;
}

/**
 * rapport_picture_cache_snapshot:
 * @quick: the view is still changing: what there is will do for now
 *
 * Shows what there is of the scene. Where it is not sharp the sharp picture follows by itself.
 */
void
rapport_picture_cache_snapshot (RapportPictureCache *self, GtkSnapshot *snapshot, const RapportView *view,
                                gboolean quick)
{
  RapportRect wanted;

  if (self->scene == NULL || gtk_widget_get_width (self->widget) <= 0
      || gtk_widget_get_height (self->widget) <= 0)
    return;
  if (is_missed_at_once (self))
    {
      const Job job = make_job (self, view);

      stop_thread (self);
      take_picture (self, paint (&job, NULL));
    }
  else if (!quick
           && (!rapport_picture_cache_is_sharp (self, view)
               || !is_good (self, &self->picture->area, self->picture->scale, self->picture->device_scale, view,
                            LEFT)))
    start_thread (self, view);
  if (self->picture == NULL)
    return;
  wanted = visible_area (self, view, 0);
  if (self->overview != NULL && !covers (&self->picture->area, &wanted))
    append (self, snapshot, self->overview, view);
  append (self, snapshot, self->picture, view);
}
