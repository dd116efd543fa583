/* rapport-audience-glow.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-audience-glow.h"

#include "rapport-cairo-painter.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-stakeholder.h"

/* How long it lasts, in microseconds. */
#define LASTS (2 * G_USEC_PER_SEC)
/* Beyond the outline, in map units. */
#define ROUND 14.0
#define BREADTH 10.0
/* So many at once are a new map rather than a change. */
#define MOST 40

struct _RapportAudienceGlow
{
  GtkWidget *widget; /* borrowed: it owns the glow */

  /* Owned */
  RapportScene *scene;     /* nullable */
  RapportHistory *history; /* nullable */
  GHashTable *ids;         /* of what was changed */

  gulong handler;
  gboolean held;
  gint64 since; /* of the last change, by the frame clock; 0 before its first frame */
  guint tick;
};

/* @widget: what the glow is drawn in */
RapportAudienceGlow *
rapport_audience_glow_new (GtkWidget *widget)
{
  RapportAudienceGlow *self = g_new0 (RapportAudienceGlow, 1);

  self->widget = widget;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
stop (RapportAudienceGlow *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

void
rapport_audience_glow_free (RapportAudienceGlow *self)
{
  stop (self);
  if (self->history != NULL)
    g_signal_handler_disconnect (self->history, self->handler);
  g_clear_object (&self->history);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_hash_table_unref (self->ids);
  g_free (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RapportAudienceGlow *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->since == 0)
    self->since = now;
  gtk_widget_queue_draw (widget);
  if (now - self->since < LASTS)
    return G_SOURCE_CONTINUE;
  g_hash_table_remove_all (self->ids);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start (RapportAudienceGlow *self)
{
  self->since = 0;
  if (g_hash_table_size (self->ids) > MOST)
    g_hash_table_remove_all (self->ids);
  if (g_hash_table_size (self->ids) == 0 || self->held)
    return;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static void
committed_cb (RapportAudienceGlow *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (change->kind != RAPPORT_CHANGE_REMOVE
          && (RAPPORT_IS_STAKEHOLDER (change->element) || RAPPORT_IS_LINK (change->element)
              || RAPPORT_IS_MARK (change->element)))
        g_hash_table_add (self->ids, g_strdup (rapport_element_get_id (change->element)));
    }
  start (self);
}

/* Called once. */
void
rapport_audience_glow_watch (RapportAudienceGlow *self, RapportHistory *history)
{
  g_return_if_fail (self->history == NULL);
  self->history = g_object_ref (history);
  self->handler = g_signal_connect_swapped (history, "committed", G_CALLBACK (committed_cb), self);
}

void
rapport_audience_glow_set_scene (RapportAudienceGlow *self, const RapportScene *scene)
{
  g_clear_pointer (&self->scene, rapport_scene_unref);
  self->scene = rapport_scene_ref ((RapportScene *) scene);
}

void
rapport_audience_glow_set_held (RapportAudienceGlow *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  if (held)
    stop (self);
  else
    start (self);
}

/* How many things glow, or will. */
guint
rapport_audience_glow_get_size (RapportAudienceGlow *self)
{
  return g_hash_table_size (self->ids);
}

static void
trace_outline (cairo_t *cr, const RapportSceneItem *item)
{
  RapportRect box = rapport_scene_item_get_outline (item);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width / 2, box.y + box.height / 2, MAX (box.width, box.height) / 2 + ROUND, 0, 2 * G_PI);
}

static void
trace_lines (cairo_t *cr, const RapportSceneItem *item)
{
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->kind == RAPPORT_SHAPE_PATH && shape->width > 0 && (shape->fill & 0xff) == 0)
        rapport_cairo_trace_path (cr, shape->path);
    }
}

static void
draw_item (cairo_t *cr, const RapportSceneItem *item, double strength)
{
  cairo_new_path (cr);
  if (item->kind == RAPPORT_ITEM_LINK)
    trace_lines (cr, item);
  else
    trace_outline (cr, item);
  for (guint i = 3; i > 0; i--)
    {
      cairo_set_source_rgba (cr, 0.95, 0.5, 0.05, strength * 0.3);
      cairo_set_line_width (cr, i * BREADTH * (item->kind == RAPPORT_ITEM_LINK ? 1 : 0.6));
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* Where nothing moves, it is there in full until it is over. */
static double
get_strength (RapportAudienceGlow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animated, NULL);
  if (!animated || clock == NULL || self->since == 0)
    return 1;
  return CLAMP (1 - (double) (gdk_frame_clock_get_frame_time (clock) - self->since) / LASTS, 0, 1);
}

void
rapport_audience_glow_snapshot (RapportAudienceGlow *self, GtkSnapshot *snapshot, const RapportView *view)
{
  static const RapportItemKind kinds[] = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_BADGE };
  graphene_rect_t all;
  GHashTableIter iter;
  gpointer id;
  cairo_t *cr;

  if (self->held || self->tick == 0 || self->scene == NULL)
    return;
  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (self->widget),
                      (float) gtk_widget_get_height (self->widget));
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_translate (cr, view->x, view->y);
  cairo_scale (cr, view->scale, view->scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        const RapportSceneItem *item = rapport_scene_find (self->scene, kinds[i], id);

        if (item != NULL)
          draw_item (cr, item, get_strength (self));
      }
  cairo_destroy (cr);
}
