/* rapport-minimap.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-minimap.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-picture-cache.h"

/* In pixels: of the longer side, and what may be out of view before it is worth telling. */
#define LARGEST 200.0
#define SLACK 12.0
/* In a smaller window it would hide what it is about. */
#define LEAST_CANVAS 480

struct _RapportMinimap
{
  GtkWidget parent_instance;

  RapportCanvas *canvas;      /* owned, nullable */
  RapportPictureCache *cache; /* owned */
  RapportScene *scene;        /* owned, nullable: that the cache has */
  guint idle;
};

G_DEFINE_FINAL_TYPE (RapportMinimap, rapport_minimap, GTK_TYPE_WIDGET)

/* What of the map is in the canvas, in map units. */
static RapportRect
get_seen (RapportMinimap *self)
{
  RapportPoint from = rapport_canvas_to_map (self->canvas, 0, 0);
  RapportPoint to = rapport_canvas_to_map (self->canvas, gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                                           gtk_widget_get_height (GTK_WIDGET (self->canvas)));

  return (RapportRect){ from.x, from.y, to.x - from.x, to.y - from.y };
}

static gboolean
is_needed (RapportMinimap *self, const RapportScene *scene)
{
  double slack = SLACK / rapport_canvas_get_zoom (self->canvas);
  RapportRect page = rapport_scene_get_page (scene), seen = get_seen (self);

  return seen.x > page.x + slack || seen.y > page.y + slack || seen.x + seen.width < page.x + page.width - slack
         || seen.y + seen.height < page.y + page.height - slack;
}

static double
get_scale (const RapportScene *scene)
{
  RapportRect page = rapport_scene_get_page (scene);

  return LARGEST / MAX (page.width, page.height);
}

static gboolean
update_cb (gpointer data)
{
  RapportMinimap *self = data;
  /* A canvas without a size yet, whose page depends on it, would make a scene for nothing. */
  const gboolean fits = gtk_widget_get_width (GTK_WIDGET (self->canvas)) >= LEAST_CANVAS;
  const RapportScene *scene = fits ? rapport_canvas_get_scene (self->canvas) : NULL;
  const gboolean needed = scene != NULL && is_needed (self, scene);

  self->idle = 0;
  if (needed != gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_set_visible (GTK_WIDGET (self), needed);
  if (needed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Not at once: a canvas is told its size while nobody may come or go. */
static void
view_changed_cb (RapportMinimap *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
snapshot_frame (RapportMinimap *self, GtkSnapshot *snapshot, const RapportView *view)
{
  RapportRect seen = get_seen (self);
  GdkRGBA colour;
  graphene_rect_t frame;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                            (float) gtk_widget_get_height (GTK_WIDGET (self)));
  GskRoundedRect outline;
  const float widths[4] = { 2, 2, 2, 2 };

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  graphene_rect_init (&frame, (float) (seen.x * view->scale + view->x), (float) (seen.y * view->scale + view->y),
                      (float) (seen.width * view->scale), (float) (seen.height * view->scale));
  if (!graphene_rect_intersection (&frame, &all, &frame))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &frame, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]){ colour, colour, colour, colour });
}

static RapportView
make_view (const RapportScene *scene)
{
  RapportRect page = rapport_scene_get_page (scene);
  double scale = get_scale (scene);

  return (RapportView){ scale, -page.x * scale, -page.y * scale };
}

static void
rapport_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RapportMinimap *self = RAPPORT_MINIMAP (widget);
  const RapportScene *scene = self->canvas != NULL ? rapport_canvas_get_scene (self->canvas) : NULL;
  RapportView view;
  graphene_rect_t all;

  if (scene == NULL)
    return;
  if (scene != self->scene)
    {
      g_clear_pointer (&self->scene, rapport_scene_unref);
      self->scene = rapport_scene_ref ((RapportScene *) scene);
      rapport_picture_cache_set_scene (self->cache, scene);
    }
  view = make_view (scene);
  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  gtk_snapshot_push_clip (snapshot, &all);
  rapport_picture_cache_snapshot (self->cache, snapshot, &view, FALSE);
  snapshot_frame (self, snapshot, &view);
  gtk_snapshot_pop (snapshot);
}

static void
rapport_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  RapportMinimap *self = RAPPORT_MINIMAP (widget);
  const RapportScene *scene = self->canvas != NULL ? rapport_canvas_get_scene (self->canvas) : NULL;
  RapportRect page = scene != NULL ? rapport_scene_get_page (scene) : (RapportRect){ 0, 0, 16, 9 };
  double longer = MAX (page.width, page.height);

  *minimum = *natural = (int) (LARGEST * (orientation == GTK_ORIENTATION_HORIZONTAL ? page.width : page.height) / longer);
}

/* What is at @x, @y comes into the middle. */
static void
bring (RapportMinimap *self, double x, double y)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  RapportView view;
  RapportPoint there;

  if (scene == NULL)
    return;
  view = make_view (scene);
  there = rapport_canvas_from_map (self->canvas, (x - view.x) / view.scale, (y - view.y) / view.scale);
  rapport_canvas_pan_by (self->canvas, gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0 - there.x,
                         gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0 - there.y);
}

static void
drag_begin_cb (RapportMinimap *self, double x, double y)
{
  bring (self, x, y);
}

static void
drag_update_cb (RapportMinimap *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    bring (self, x + dx, y + dy);
}

static void
rapport_minimap_dispose (GObject *object)
{
  RapportMinimap *self = RAPPORT_MINIMAP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->canvas);
  g_clear_pointer (&self->cache, rapport_picture_cache_free);
  g_clear_pointer (&self->scene, rapport_scene_unref);

  G_OBJECT_CLASS (rapport_minimap_parent_class)->dispose (object);
}

static void
rapport_minimap_class_init (RapportMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_minimap_dispose;
  widget_class->snapshot = rapport_minimap_snapshot;
  widget_class->measure = rapport_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rapport_minimap_init (RapportMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->cache = rapport_picture_cache_new (GTK_WIDGET (self), FALSE, 0);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("The whole map, and the part of it that is in view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The whole map, and the part of it that is in view"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
rapport_minimap_set_canvas (RapportMinimap *self, RapportCanvas *canvas)
{
  g_return_if_fail (RAPPORT_IS_MINIMAP (self) && RAPPORT_IS_CANVAS (canvas) && self->canvas == NULL);
  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}
