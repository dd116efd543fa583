/* rapport-picture-cache.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-cache.h"

#include "rapport-canvas-marks.h"

/* When less than this part of the margin is left, the next picture is begun. */
#define LEFT .375
/* Up to so many items, a scene is painted within the frame that first shows it; where nothing at all is shown yet, a
 * person waits for it anyway, and another frame would only come later. */
#define SMALL_SCENE 420
#define SMALL_FIRST_SCENE 1500

/* What a thread is given. */
typedef struct
{
  RapportPaintingJob what;
  RapportScene *scene;    /* owned */
  GdkRGBA background;
  cairo_surface_t *spare; /* owned, nullable: to be painted on */
} Task;

struct _RapportPictureCache
{
  GtkWidget *widget;         /* borrowed: it owns the cache */

  /* Owned */
  RapportScene *scene;       /* nullable */
  RapportPainting *picture;  /* nullable: the sharpest */
  RapportPainting *overview; /* nullable: an older one of the whole page, shown where the other one ends */
  cairo_surface_t *spare;    /* nullable: of a picture that is not shown any more */
  GCancellable *cancellable; /* nullable: of the thread that paints, or is about to */
  guint starting;            /* that thread, after the frame */
  RapportPaintingJob job;    /* what it paints */
  gboolean opaque;           /* the scene's background fills the widget */
  double margin;             /* beyond each edge of the view, in the widget's pixels */
  GdkRGBA background;
  gboolean stale;            /* the picture is of an older scene */
};

static void
task_free (Task *self)
{
  rapport_scene_unref (self->scene);
  g_clear_pointer (&self->spare, cairo_surface_destroy);
  g_free (self);
}

/**
 * rapport_picture_cache_new:
 * @widget: what the pictures are shown in, and which is drawn anew when one is ready
 * @opaque: whether the background of the scene fills the widget
 * @margin: how far pictures reach beyond each edge of the widget, in its pixels; 0 where nobody pushes the scene about
 *
 * Returns: (transfer full)
 */
RapportPictureCache *
rapport_picture_cache_new (GtkWidget *widget, gboolean opaque, double margin)
{
  RapportPictureCache *self = g_new0 (RapportPictureCache, 1);

  self->widget = widget;
  self->opaque = opaque;
  self->margin = margin;
  return self;
}

static void
stop_thread (RapportPictureCache *self)
{
  g_clear_handle_id (&self->starting, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
rapport_picture_cache_free (RapportPictureCache *self)
{
  stop_thread (self);
  g_clear_pointer (&self->picture, rapport_painting_free);
  g_clear_pointer (&self->overview, rapport_painting_free);
  g_clear_pointer (&self->spare, cairo_surface_destroy);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_free (self);
}

/* @scene: (nullable) (transfer none): what is shown from now on */
void
rapport_picture_cache_set_scene (RapportPictureCache *self, const RapportScene *scene)
{
  stop_thread (self);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_clear_pointer (&self->overview, rapport_painting_free);
  self->stale = TRUE;
  if (scene == NULL)
    {
      g_clear_pointer (&self->picture, rapport_painting_free);
      return;
    }
  self->scene = rapport_scene_ref ((RapportScene *) scene);
  self->background = rapport_canvas_marks_rgba (rapport_scene_get_background (scene));
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

/* @picture: (transfer full) (nullable): shown no more */
static void
retire (RapportPictureCache *self, RapportPainting *picture)
{
  cairo_surface_t *spare = rapport_painting_free_to_spare (picture);

  if (spare == NULL)
    return;
  g_clear_pointer (&self->spare, cairo_surface_destroy);
  self->spare = spare;
}

/* @picture: (transfer full) */
static void
take_picture (RapportPictureCache *self, RapportPainting *picture)
{
  RapportRect page = rapport_scene_get_page (self->scene);

  if (self->picture != NULL && !self->stale && covers (&self->picture->area, &page))
    {
      retire (self, self->overview);
      self->overview = g_steal_pointer (&self->picture);
    }
  retire (self, self->picture);
  self->picture = picture;
  self->stale = FALSE;
}

static RapportPaintingJob
make_job (RapportPictureCache *self, const RapportView *view)
{
  return (RapportPaintingJob){ self->scene, visible_area (self, view, self->margin), view->scale,
                               gtk_widget_get_scale_factor (self->widget), self->opaque ? &self->background : NULL };
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *given = data;
  RapportPainting *picture = rapport_painting_paint (&given->what, g_steal_pointer (&given->spare), cancellable);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) rapport_painting_free);
  else
    g_task_return_error_if_cancelled (task);
}

/* A task whose cache has cancelled it must not touch it: it may be gone. */
static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RapportPainting *picture = g_task_propagate_pointer (G_TASK (result), NULL);
  RapportPictureCache *self = data;

  if (picture == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_picture (self, picture);
  gtk_widget_queue_draw (self->widget);
}

/* Returns: (transfer full): all that the thread needs, as its own */
static Task *
make_task (RapportPictureCache *self)
{
  Task *given = g_new0 (Task, 1);

  given->what = self->job;
  given->background = self->background;
  if (given->what.background != NULL)
    given->what.background = &given->background;
  given->scene = rapport_scene_ref (self->scene);
  given->spare = g_steal_pointer (&self->spare);
  return given;
}

static gboolean
start_cb (gpointer data)
{
  RapportPictureCache *self = data;
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, painted_cb, self);

  self->starting = 0;
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, make_task (self), (GDestroyNotify) task_free);
  g_task_run_in_thread (task, paint_in_thread);
  return G_SOURCE_REMOVE;
}

/* As soon as the frame is done that misses the picture: two threads that are given memory at once wait for each
 * other. */
static void
start_thread (RapportPictureCache *self, const RapportView *view)
{
  if (self->cancellable != NULL
      && is_good (self, &self->job.area, self->job.scale, self->job.device_scale, view, 0))
    return;
  stop_thread (self);
  self->cancellable = g_cancellable_new ();
  self->job = make_job (self, view);
  self->starting = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

static gboolean
is_missed_at_once (RapportPictureCache *self)
{
  const guint most = self->picture == NULL ? SMALL_FIRST_SCENE : SMALL_SCENE;

  return (self->picture == NULL || self->stale) && rapport_scene_get_n_items (self->scene) <= most;
}

/* The first one is only of what is seen; what is beyond the edges follows in the thread. */
static void
paint_at_once (RapportPictureCache *self, const RapportView *view)
{
  RapportPaintingJob job = make_job (self, view);

  if (self->picture == NULL)
    job.area = visible_area (self, view, 0);
  stop_thread (self);
  take_picture (self, rapport_painting_paint (&job, g_steal_pointer (&self->spare), NULL));
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
  RapportPainting *paintings[2];
  RapportRect wanted;
  guint n = 0;

  if (self->scene == NULL || gtk_widget_get_width (self->widget) <= 0
      || gtk_widget_get_height (self->widget) <= 0)
    return;
  if (is_missed_at_once (self))
    paint_at_once (self, view);
  else if (!quick
           && (!rapport_picture_cache_is_sharp (self, view)
               || !is_good (self, &self->picture->area, self->picture->scale, self->picture->device_scale, view,
                            LEFT * self->margin)))
    start_thread (self, view);
  wanted = visible_area (self, view, 0);
  if (self->overview != NULL && !covers (&self->picture->area, &wanted))
    paintings[n++] = self->overview;
  if (self->picture != NULL)
    paintings[n++] = self->picture;
  rapport_painting_append (paintings, n, self->opaque ? &self->background : NULL, self->widget, snapshot, view);
}
