/* rapport-audience-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-audience-view.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-audience-glow.h"
#include "rapport-picture-cache.h"

/* Of the page, in map units. Its smallest letters are then 1/50 of the screen's height. */
#define PAGE_HEIGHT 1080.0
#define NARROWEST (4.0 / 3)
#define WIDEST (64.0 / 27)
/* From here on the legend has a column at the side. */
#define COLUMN_ASPECT 1.5
/* How long the camera travels, in milliseconds. */
#define TRAVEL 600
/* Round what is zoomed to, in map units, and the least of the map that is shown. */
#define ROOM 120.0
#define NEAREST 480.0
/* Letters of 1/50 of the height are read from 8 heights away, and others in proportion. */
#define HEIGHTS 400.0

/* How near a pointer must come to something thin, in pixels. */
#define SLACK 8.0

struct _RapportAudienceView
{
  GtkWidget parent_instance;

  /* Owned */
  RapportPresentation *presentation;
  RapportScene *scene; /* nullable */
  RapportPainting *heading; /* nullable: of it, for when it is seen from near */
  RapportPictureCache *cache;
  RapportAudienceGlow *glow;
  AdwAnimation *travel;

  gboolean stale;
  guint serial; /* of the picture that was asked for last */
  gboolean crowded; /* with a legend there would be numbers in place of names */
  guint tick;       /* before the next frame the scene is made */
  RapportRect from; /* what was in view when the camera set out, in map units */
  RapportRect to;
  RapportRect seen; /* now */
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (RapportAudienceView, rapport_audience_view, GTK_TYPE_WIDGET)

static double
get_aspect (RapportAudienceView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  return width > 0 && height > 0 ? width / height : 16.0 / 9;
}

/* On a narrow screen, and where letters are larger, the names of people need the room of the legend. */
static gboolean
shows_legend (RapportAudienceView *self)
{
  gboolean roomy = get_aspect (self) >= COLUMN_ASPECT
                   && rapport_presentation_get_magnification (self->presentation) <= 1;

  return rapport_presentation_get_legend (self->presentation, roomy && !self->crowded);
}

/* A page of the screen's shape, whose letters are as large as the rule asks on every usual screen. Larger letters are a
 * smaller page. */
static RapportPage
make_page (RapportAudienceView *self)
{
  double aspect = get_aspect (self), smaller = rapport_presentation_get_magnification (self->presentation);
  RapportPage page = { .no_legend = !shows_legend (self),
                       .prompt = rapport_presentation_get_words (self->presentation) };

  page.height = PAGE_HEIGHT / smaller;
  page.width = page.height * CLAMP (aspect, NARROWEST, WIDEST);
  return page;
}

/* A picture that is held has the names which have been hidden since; it is not shown any more. */
static gboolean
is_black (RapportAudienceView *self)
{
  return rapport_presentation_is_black (self->presentation) || self->scene == NULL
         || (rapport_presentation_is_held (self->presentation) && !rapport_scene_hides_names (self->scene)
             && rapport_session_hides_names (rapport_presentation_get_session (self->presentation)));
}

static void
tell_screen_readers (RapportAudienceView *self)
{
  gboolean black = is_black (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  black ? _("Nothing is shown") : rapport_scene_get_title (self->scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  black ? "" : rapport_scene_get_description (self->scene), -1);
}

/* All of the page, or what the camera says, in the shape of the screen. */
static RapportRect
find_target (RapportAudienceView *self)
{
  RapportRect page = rapport_scene_get_page (self->scene), places, area;
  RapportCamera camera;
  double height;

  if (!rapport_presentation_get_camera (self->presentation, &camera))
    return page;
  height = camera.width / get_aspect (self);
  places = (RapportRect){ camera.x - camera.width / 2, camera.y - height / 2, camera.width, height };
  area = rapport_scene_from_places (self->scene, &places);
  return area.width >= page.width * 0.98 && area.height >= page.height * 0.98 ? page : area;
}

static gboolean
rects_equal (const RapportRect *a, const RapportRect *b)
{
  return fabs (a->x - b->x) < 0.01 && fabs (a->y - b->y) < 0.01 && fabs (a->width - b->width) < 0.01
         && fabs (a->height - b->height) < 0.01;
}

static void
travel_cb (double done, gpointer data)
{
  RapportAudienceView *self = data;

  self->seen = (RapportRect){ adw_lerp (self->from.x, self->to.x, done), adw_lerp (self->from.y, self->to.y, done),
                              adw_lerp (self->from.width, self->to.width, done),
                              adw_lerp (self->from.height, self->to.height, done) };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Without animations it is there at once. */
static void
aim_camera (RapportAudienceView *self, gboolean at_once)
{
  RapportRect target = find_target (self);

  if (rects_equal (&target, &self->to) && !at_once)
    return;
  self->from = self->seen;
  self->to = target;
  adw_animation_reset (self->travel);
  if (at_once || self->from.width <= 0)
    {
      self->seen = target;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    adw_animation_play (self->travel);
}

/* Returns: (transfer full) */
static RapportScene *
make_scene (RapportAudienceView *self)
{
  RapportSession *session = rapport_presentation_get_session (self->presentation);
  const RapportPage page = make_page (self);

  return rapport_scene_new (rapport_session_get_map (session), rapport_session_get_lens (session),
                            rapport_theme_get (rapport_presentation_get_scheme (self->presentation),
                                               RAPPORT_MEDIUM_PROJECTION),
                            &page);
}

/* Once names have needed the legend's room they keep it until the window is another, so that nothing jumps. */
static RapportScene *
make_readable_scene (RapportAudienceView *self)
{
  RapportScene *scene = make_scene (self);

  if (!rapport_scene_is_numbered (scene) || self->crowded || !shows_legend (self))
    return scene;
  rapport_scene_unref (scene);
  self->crowded = TRUE;
  return make_scene (self);
}

static void
ensure_scene (RapportAudienceView *self)
{
  RapportRect before = { 0 }, now;

  if (!self->stale || (self->scene != NULL && rapport_presentation_is_held (self->presentation)))
    return;
  if (self->scene != NULL)
    before = rapport_scene_get_page (self->scene);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_clear_pointer (&self->heading, rapport_painting_free);
  self->scene = make_readable_scene (self);
  self->stale = FALSE;
  rapport_picture_cache_set_scene (self->cache, self->scene);
  rapport_audience_glow_set_scene (self->glow, self->scene);
  now = rapport_scene_get_page (self->scene);
  aim_camera (self, !rects_equal (&before, &now));
  tell_screen_readers (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RapportAudienceView *self = RAPPORT_AUDIENCE_VIEW (widget);

  self->tick = 0;
  ensure_scene (self);
  if (self->scene != NULL && !rapport_presentation_is_held (self->presentation))
    aim_camera (self, FALSE);
  rapport_audience_glow_set_held (self->glow, rapport_presentation_is_held (self->presentation));
  tell_screen_readers (self);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* Once a frame, however much changes. While the picture is held nothing is made anew, and what has changed is found out
 * when it is let go. */
static void
changed_cb (RapportAudienceView *self)
{
  self->stale |= self->serial != rapport_presentation_get_serial (self->presentation);
  self->serial = rapport_presentation_get_serial (self->presentation);
  /* What is not to be told any more is not told for another frame. */
  if (is_black (self))
    tell_screen_readers (self);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static RapportView
make_view (RapportAudienceView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / self->seen.width, height / self->seen.height);

  return (RapportView){ scale, width / 2 - (self->seen.x + self->seen.width / 2) * scale,
                        height / 2 - (self->seen.y + self->seen.height / 2) * scale };
}

static void
include (RapportRect *all, const RapportRect *one)
{
  double right = MAX (all->x + all->width, one->x + one->width);
  double bottom = MAX (all->y + all->height, one->y + one->height);

  if (all->width <= 0)
    {
      *all = *one;
      return;
    }
  all->x = MIN (all->x, one->x);
  all->y = MIN (all->y, one->y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/* The heading of the scene, with its plate. */
static RapportPainting *
paint_heading (RapportAudienceView *self, double scale)
{
  const RapportRect page = rapport_scene_get_page (self->scene);
  g_autoptr (RapportScene) near = rapport_scene_new_near (self->scene, &page, TRUE);
  RapportPaintingJob job = { .scene = near, .scale = scale };

  job.device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  for (guint i = 0; i < rapport_scene_get_n_items (near); i++)
    include (&job.area, &rapport_scene_get_item (near, i)->bounds);
  return rapport_painting_paint (&job, NULL, NULL);
}

/* What is asked stays in sight, however near the camera goes. It is the same in all frames, and painted once. */
static void
snapshot_heading (RapportAudienceView *self, GtkSnapshot *snapshot)
{
  const RapportRect page = rapport_scene_get_page (self->scene);
  const double width = self->width, height = self->height;
  const double scale = MIN (width / page.width, height / page.height);
  const RapportView view = { scale, (width - page.width * scale) / 2, (height - page.height * scale) / 2 };

  if (self->seen.width > page.width * 0.98)
    return;
  if (self->heading != NULL
      && (self->heading->scale != scale
          || self->heading->device_scale != gtk_widget_get_scale_factor (GTK_WIDGET (self))))
    g_clear_pointer (&self->heading, rapport_painting_free);
  if (self->heading == NULL)
    self->heading = paint_heading (self, scale);
  rapport_painting_append (&self->heading, 1, NULL, GTK_WIDGET (self), snapshot, &view);
}

static void
rapport_audience_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RapportAudienceView *self = RAPPORT_AUDIENCE_VIEW (widget);
  static const GdkRGBA black = { 0, 0, 0, 1 };
  graphene_rect_t all;
  RapportView view;

  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  if (is_black (self))
    {
      gtk_snapshot_append_color (snapshot, &black, &all);
      return;
    }
  view = make_view (self);
  gtk_snapshot_push_clip (snapshot, &all);
  rapport_picture_cache_snapshot (self->cache, snapshot, &view,
                                  adw_animation_get_state (self->travel) == ADW_ANIMATION_PLAYING);
  rapport_audience_glow_snapshot (self->glow, snapshot, &view);
  snapshot_heading (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
rapport_audience_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RapportAudienceView *self = RAPPORT_AUDIENCE_VIEW (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  self->crowded = FALSE;
  self->stale = TRUE;
  ensure_scene (self);
}

static void
rapport_audience_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 720;
}

static void
rapport_audience_view_dispose (GObject *object)
{
  RapportAudienceView *self = RAPPORT_AUDIENCE_VIEW (object);

  if (self->travel != NULL)
    adw_animation_reset (self->travel);
  g_clear_object (&self->travel);
  g_clear_pointer (&self->glow, rapport_audience_glow_free);
  g_clear_pointer (&self->cache, rapport_picture_cache_free);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_clear_pointer (&self->heading, rapport_painting_free);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (rapport_audience_view_parent_class)->dispose (object);
}

static void
rapport_audience_view_class_init (RapportAudienceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_audience_view_dispose;
  widget_class->snapshot = rapport_audience_view_snapshot;
  widget_class->size_allocate = rapport_audience_view_size_allocate;
  widget_class->measure = rapport_audience_view_measure;
  gtk_widget_class_set_css_name (widget_class, "rapport-audience-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rapport_audience_view_init (RapportAudienceView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (travel_cb, self, NULL);

  self->cache = rapport_picture_cache_new (GTK_WIDGET (self), TRUE, 0);
  self->glow = rapport_audience_glow_new (GTK_WIDGET (self));
  self->travel = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, TRAVEL, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->travel), ADW_EASE_IN_OUT_CUBIC);
  self->stale = TRUE;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
rapport_audience_view_new (RapportPresentation *presentation)
{
  RapportAudienceView *self;

  g_return_val_if_fail (RAPPORT_IS_PRESENTATION (presentation), NULL);
  self = g_object_new (RAPPORT_TYPE_AUDIENCE_VIEW, NULL);
  self->presentation = g_object_ref (presentation);
  rapport_audience_glow_watch (self->glow, rapport_session_get_history (rapport_presentation_get_session (presentation)));
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  tell_screen_readers (self);
  return GTK_WIDGET (self);
}

/* Returns: (nullable) (transfer none): what is shown, or stands behind the black */
const RapportScene *
rapport_audience_view_get_scene (RapportAudienceView *self)
{
  g_return_val_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self), NULL);
  ensure_scene (self);
  return self->scene;
}

/* Returns: what the map is drawn on, in words that belong to the presentation */
RapportPage
rapport_audience_view_get_page (RapportAudienceView *self)
{
  return make_page (self);
}

/* @x, @y: in the widget's pixels. Returns: (nullable) (transfer none): the id of what is there */
const char *
rapport_audience_view_find_at (RapportAudienceView *self, double x, double y)
{
  const RapportSceneItem *item;
  RapportView view;

  g_return_val_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self), NULL);
  ensure_scene (self);
  if (is_black (self) || self->seen.width <= 0)
    return NULL;
  view = make_view (self);
  item = rapport_scene_hit (self->scene, (x - view.x) / view.scale, (y - view.y) / view.scale, SLACK / view.scale);
  return item != NULL ? item->element_id : NULL;
}

/* Whether there is a legend; where nobody has said, that depends on the room there is. */
void
rapport_audience_view_toggle_legend (RapportAudienceView *self)
{
  g_return_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self));
  rapport_presentation_set_legend (self->presentation, !shows_legend (self));
}

/* Whether what is shown is all of the step, and not an older picture that will do for now. */
gboolean
rapport_audience_view_is_sharp (RapportAudienceView *self)
{
  RapportView view;

  g_return_val_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self), FALSE);
  if (self->stale || self->scene == NULL)
    return FALSE;
  view = make_view (self);
  return rapport_picture_cache_is_sharp (self->cache, &view);
}

/* Returns: from how far away the smallest letters can be read, in heights of the screen */
double
rapport_audience_view_get_legibility (RapportAudienceView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  g_return_val_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self), 0);
  ensure_scene (self);
  if (self->scene == NULL || height <= 0)
    return 0;
  return HEIGHTS * rapport_scene_get_smallest_text (self->scene) * make_view (self).scale / height;
}

static RapportRect
find_selected (RapportAudienceView *self)
{
  RapportSelection *selection
      = rapport_session_get_selection (rapport_presentation_get_session (self->presentation));
  RapportRect all = { 0 };

  for (guint i = 0; i < rapport_scene_get_n_items (self->scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (self->scene, i);

      if (item->element_id != NULL && rapport_selection_contains (selection, item->element_id))
        include (&all, &item->bounds);
    }
  return all;
}

/* Goes near to what is selected, and with nothing selected, or a second time, back to the whole. */
void
rapport_audience_view_zoom_to_selection (RapportAudienceView *self)
{
  RapportRect area, places;
  RapportCamera camera;

  g_return_if_fail (RAPPORT_IS_AUDIENCE_VIEW (self));
  ensure_scene (self);
  area = find_selected (self);
  if (area.width <= 0 || rapport_presentation_get_camera (self->presentation, &camera))
    {
      const RapportCamera all = { 0 };

      rapport_presentation_set_camera (self->presentation, &all);
      return;
    }
  places = rapport_scene_to_places (self->scene, &area);
  camera.width = MAX (MAX (area.width + 2 * ROOM, (area.height + 2 * ROOM) * get_aspect (self)), NEAREST)
                 * places.width / area.width;
  camera.x = places.x + places.width / 2;
  camera.y = places.y + places.height / 2;
  rapport_presentation_set_camera (self->presentation, &camera);
}
