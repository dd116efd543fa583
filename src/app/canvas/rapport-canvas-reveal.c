/* rapport-canvas-reveal.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-reveal.h"

#include <adwaita.h>

/* In milliseconds. */
#define WAY 250
/* Pixels that are left free round what comes into view. */
#define ROOM 24.0
/* Map units round the middle of a link, which may be longer than the view is wide. */
#define AROUND_LINK 40.0

struct _RapportCanvasReveal
{
  RapportCanvas *canvas;   /* borrowed: it owns this */
  AdwAnimation *animation; /* owned */
  guint tick;              /* until the next frame, when the map is as it will be shown */
  gboolean going;          /* the paper is moved by this */
  RapportPoint way;        /* to go in all, in the widget's pixels */
  RapportPoint gone;
};

/* Only what differs from the last step: whoever moves the paper meanwhile ends this. */
static void
go_cb (double part, gpointer data)
{
  RapportCanvasReveal *self = data;
  const RapportPoint step = { self->way.x * part - self->gone.x, self->way.y * part - self->gone.y };

  self->gone = (RapportPoint){ self->way.x * part, self->way.y * part };
  self->going = TRUE;
  if (step.x != 0 || step.y != 0)
    rapport_canvas_pan_by (self->canvas, step.x, step.y);
  self->going = FALSE;
}

RapportCanvasReveal *
rapport_canvas_reveal_new (RapportCanvas *canvas)
{
  RapportCanvasReveal *self = g_new0 (RapportCanvasReveal, 1);
  AdwAnimationTarget *target = adw_callback_animation_target_new (go_cb, self, NULL);

  self->canvas = canvas;
  self->animation = adw_timed_animation_new (GTK_WIDGET (canvas), 0, 1, WAY, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  return self;
}

void
rapport_canvas_reveal_free (RapportCanvasReveal *self)
{
  rapport_canvas_reveal_stop (self);
  g_object_unref (self->animation);
  g_free (self);
}

/* Returns: (nullable): what is selected alone, as it is drawn */
static const RapportSceneItem *
find_selected (RapportCanvasReveal *self)
{
  static const RapportItemKind kinds[] = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_BADGE };
  RapportSession *session = rapport_canvas_get_session (self->canvas);
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  RapportElement *only = session != NULL ? rapport_selection_get_only (rapport_session_get_selection (session)) : NULL;
  const RapportSceneItem *item = NULL;

  for (guint i = 0; only != NULL && scene != NULL && item == NULL && i < G_N_ELEMENTS (kinds); i++)
    item = rapport_scene_find (scene, kinds[i], rapport_element_get_id (only));
  return item;
}

/* In the widget's pixels. */
static RapportRect
to_widget (RapportCanvasReveal *self, const RapportRect *rect)
{
  const RapportPoint at = rapport_canvas_from_map (self->canvas, rect->x, rect->y);
  const double zoom = rapport_canvas_get_zoom (self->canvas);

  return (RapportRect){ at.x, at.y, rect->width * zoom, rect->height * zoom };
}

/* What of an item is to be in view: somebody with their name, and of a link the middle. */
static RapportRect
get_wanted (RapportCanvasReveal *self, const RapportSceneItem *item)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const RapportSceneItem *name = NULL;
  RapportPoint middle;
  RapportRect rect = item->bounds;

  if (item->kind == RAPPORT_ITEM_STAKEHOLDER)
    name = rapport_scene_find (scene, RAPPORT_ITEM_LABEL, item->element_id);
  if (name != NULL)
    rect = rapport_rect_joined (rect, name->bounds);
  if (item->kind == RAPPORT_ITEM_LINK)
    {
      middle = rapport_scene_item_get_middle (item);
      rect = (RapportRect){ middle.x - AROUND_LINK, middle.y - AROUND_LINK, 2 * AROUND_LINK, 2 * AROUND_LINK };
    }
  return to_widget (self, &rect);
}

/* @touches: whether it is in view in part. Returns: by how much what is from @start so long comes into a view of @size:
 *   to its middle from outside, and only inside from its edge */
static double
get_way (double start, double length, double size, gboolean touches)
{
  if (!touches || length + 2 * ROOM > size)
    return start < ROOM || start + length > size - ROOM ? (size - length) / 2 - start : 0;
  if (start < ROOM)
    return ROOM - start;
  return MIN (0, size - ROOM - start - length);
}

static RapportPoint
choose_way (RapportCanvasReveal *self, const RapportSceneItem *item)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  const double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  const RapportRect wanted = get_wanted (self, item);
  const gboolean touches = wanted.x < width && wanted.y < height && wanted.x + wanted.width > 0
                           && wanted.y + wanted.height > 0;

  return (RapportPoint){ get_way (wanted.x, wanted.width, width, touches),
                         get_way (wanted.y, wanted.height, height, touches) };
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RapportCanvasReveal *self = data;
  const RapportSceneItem *item = find_selected (self);

  self->tick = 0;
  self->way = item != NULL ? choose_way (self, item) : (RapportPoint){ 0, 0 };
  self->gone = (RapportPoint){ 0, 0 };
  if (self->way.x != 0 || self->way.y != 0)
    adw_animation_play (self->animation);
  return G_SOURCE_REMOVE;
}

/* What is selected comes into view with the next frame. */
void
rapport_canvas_reveal_begin (RapportCanvasReveal *self)
{
  adw_animation_pause (self->animation);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), tick_cb, self, NULL);
}

/* The paper was moved otherwise, or the map is another. */
void
rapport_canvas_reveal_stop (RapportCanvasReveal *self)
{
  if (self->going)
    return;
  adw_animation_pause (self->animation);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->canvas), self->tick);
  self->tick = 0;
}
