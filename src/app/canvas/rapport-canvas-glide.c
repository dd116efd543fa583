/* rapport-canvas-glide.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-glide.h"

#include <adwaita.h>
#include <math.h>

/* In milliseconds. */
#define WAY 350
/* In map units: less is a nudge, which is where it should be at once. */
#define SHORTEST 24.0
/* Of a scene: with more, a frame would take too long. */
#define MOST_ITEMS 1500

struct _RapportCanvasGlide
{
  RapportCanvas *canvas;   /* borrowed: it owns this */
  AdwAnimation *animation; /* owned */
  GHashTable *from;        /* owned, nullable: id → RapportPoint, where they stood, in map units */
};

/* Whether it is the map that changed, or what is on show of it, and not the page that it is on. */
static gboolean
same_page (const RapportScene *before, const RapportScene *now)
{
  const RapportRect old = rapport_scene_get_page (before), new = rapport_scene_get_page (now);

  return old.width == new.width && old.height == new.height;
}

static void
remember (GHashTable *from, const char *id, RapportPoint at)
{
  g_hash_table_insert (from, g_strdup (id), g_memdup2 (&at, sizeof at));
}

/* @before: (nullable). Returns: (transfer full) (nullable): id → #RapportPoint, where those stood that stand elsewhere
 * now, in map units; %NULL where there is no way to be shown */
static GHashTable *
find_moved (const RapportScene *before, const RapportScene *now)
{
  g_autoptr (GHashTable) from = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  double longest = 0;

  if (before == NULL || !same_page (before, now))
    return NULL;
  for (guint i = 0; i < rapport_scene_get_n_items (now); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (now, i);
      const RapportSceneItem *old = item->kind == RAPPORT_ITEM_STAKEHOLDER
                                      ? rapport_scene_find (before, item->kind, item->element_id) : NULL;
      RapportPoint was, is;

      if (old == NULL)
        continue;
      was = rapport_scene_item_get_middle (old);
      is = rapport_scene_item_get_middle (item);
      if (was.x == is.x && was.y == is.y)
        continue;
      longest = MAX (longest, hypot (was.x - is.x, was.y - is.y));
      remember (from, item->element_id, was);
    }
  return longest >= SHORTEST ? g_steal_pointer (&from) : NULL;
}

static void
go_cb (double left, gpointer data)
{
  RapportCanvasGlide *self = data;

  if (self->from != NULL)
    rapport_canvas_move_back (self->canvas, self->from, left);
}

static void
done_cb (RapportCanvasGlide *self)
{
  if (self->from == NULL)
    return;
  g_clear_pointer (&self->from, g_hash_table_unref);
  rapport_canvas_end_moving (self->canvas);
}

RapportCanvasGlide *
rapport_canvas_glide_new (RapportCanvas *canvas)
{
  RapportCanvasGlide *self = g_new0 (RapportCanvasGlide, 1);
  AdwAnimationTarget *target = adw_callback_animation_target_new (go_cb, self, NULL);

  self->canvas = canvas;
  self->animation = adw_timed_animation_new (GTK_WIDGET (canvas), 1, 0, WAY, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->animation, "done", G_CALLBACK (done_cb), self);
  return self;
}

void
rapport_canvas_glide_free (RapportCanvasGlide *self)
{
  g_signal_handlers_disconnect_by_data (self->animation, self);
  rapport_canvas_glide_stop (self);
  g_object_unref (self->animation);
  g_free (self);
}

/* Where each of them stands now. Returns: (transfer full): id → #RapportPoint, of borrowed ids */
static GHashTable *
list_goals (GHashTable *from, const RapportScene *now)
{
  GHashTable *goals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const RapportPoint at
        = rapport_scene_item_get_middle (rapport_scene_find (now, RAPPORT_ITEM_STAKEHOLDER, id));

      g_hash_table_insert (goals, id, g_memdup2 (&at, sizeof at));
    }
  return goals;
}

/* @before: (nullable); @now: what the canvas shows from now on. Where things may move, and those who stand elsewhere are
 * few enough, they are seen going there. */
void
rapport_canvas_glide_follow (RapportCanvasGlide *self, const RapportScene *before, const RapportScene *now)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  g_autoptr (GHashTable) from = NULL;
  g_autoptr (GHashTable) goals = NULL;

  if (!adw_get_enable_animations (widget) || !gtk_widget_get_mapped (widget)
      || rapport_scene_get_n_items (now) > MOST_ITEMS || (from = find_moved (before, now)) == NULL)
    return;
  goals = list_goals (from, now);
  if (!rapport_canvas_begin_moving (self->canvas, goals))
    return;
  self->from = g_steal_pointer (&from);
  go_cb (1, self);
  adw_animation_play (self->animation);
}

/* Nobody is on the way any more. What the canvas shows of them is its own affair. */
void
rapport_canvas_glide_stop (RapportCanvasGlide *self)
{
  g_clear_pointer (&self->from, g_hash_table_unref);
  adw_animation_reset (self->animation);
}
