/* rapport-canvas-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the map stands in the canvas, and how large it is there.
 */
#include "rapport-canvas-private.h"

/* After the last move of a zoom, before the sharp picture is painted. */
#define QUIET_MS 120

/* All of the page is in view, as large as there is room for it. */
void
_rapport_canvas_fit (RapportCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0 && height > 0)
    self->view = rapport_canvas_page_fit (&self->page, width, height, self->look == NULL);
}

/* The page takes the widget's shape while all of it is in view. */
void
_rapport_canvas_shape_page (RapportCanvas *self, int width, int height)
{
  if (!self->fitted || self->look != NULL || !rapport_canvas_page_take (&self->page, width, height))
    return;
  self->scene_stale = TRUE;
  rapport_canvas_access_follow (self->access);
}

static gboolean
sharpen_cb (gpointer data)
{
  RapportCanvas *self = data;

  self->sharpen_source = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
sharpen_later (RapportCanvas *self)
{
  g_clear_handle_id (&self->sharpen_source, g_source_remove);
  self->sharpen_source = g_timeout_add (QUIET_MS, sharpen_cb, self);
}

/* After the paper has moved. */
static void
view_changed (RapportCanvas *self)
{
  if (rapport_canvas_children_get_length (self->children) > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rapport_card_tool_follow (self->cards);
  rapport_canvas_access_follow (self->access);
  rapport_link_ring_hide (self->ring);
  _rapport_canvas_tell_view (self);
}

/* @scale: 1 = a map unit is a pixel; what is at @x, @y, in the widget's pixels, stays there */
void
rapport_canvas_zoom_at (RapportCanvas *self, double scale, double x, double y)
{
  RapportPoint point = rapport_canvas_to_map (self, x, y);

  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_reveal_stop (self->reveal);
  self->view.scale = CLAMP (scale, RAPPORT_CANVAS_MIN_SCALE, RAPPORT_CANVAS_MAX_SCALE);
  self->view.x = x - point.x * self->view.scale;
  self->view.y = y - point.y * self->view.scale;
  self->fitted = FALSE;
  sharpen_later (self);
  view_changed (self);
}

/* Moves the paper, in the widget's pixels. */
void
rapport_canvas_pan_by (RapportCanvas *self, double dx, double dy)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_reveal_stop (self->reveal);
  self->view.x += dx;
  self->view.y += dy;
  self->fitted = FALSE;
  view_changed (self);
}

/* Shows the whole page, and goes on doing so when the window changes. */
void
rapport_canvas_zoom_to_fit (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_reveal_stop (self->reveal);
  self->fitted = TRUE;
  rapport_canvas_access_follow (self->access);
  _rapport_canvas_shape_page (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  _rapport_canvas_fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rapport_link_ring_hide (self->ring);
  _rapport_canvas_tell_view (self);
}

/* What is selected alone comes into view, with the next frame; all of the page may be in view already. */
void
rapport_canvas_show_selected (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  if (!self->fitted)
    rapport_canvas_reveal_begin (self->reveal);
}

/* There is a hand on the paper: what it selects does not come into view, which would move the paper below it. */
void
rapport_canvas_hold_still (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_reveal_stop (self->reveal);
}

/* About the middle of the widget. */
void
rapport_canvas_zoom_by (RapportCanvas *self, double factor)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && factor > 0);
  rapport_canvas_zoom_at (self, self->view.scale * factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                          gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* 1 = a map unit is a pixel. */
double
rapport_canvas_get_zoom (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), 1);
  return self->view.scale;
}

/* From the widget's pixels to map units. */
RapportPoint
rapport_canvas_to_map (RapportCanvas *self, double x, double y)
{
  return (RapportPoint){ (x - self->view.x) / self->view.scale,
                         (y - self->view.y) / self->view.scale };
}

/* From map units to the widget's pixels. */
RapportPoint
rapport_canvas_from_map (RapportCanvas *self, double x, double y)
{
  return (RapportPoint){ x * self->view.scale + self->view.x, y * self->view.scale + self->view.y };
}
