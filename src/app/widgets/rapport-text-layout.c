/* rapport-text-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text-layout.h"

#define WAITS "rapport-waits-for-layout"

/* In the place that the text has already. The layout of the frame, in which it may get another, comes only afterwards. */
static gboolean
lay_out_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  GtkAllocation place;

  g_object_set_data (G_OBJECT (view), WAITS, NULL);
  gtk_widget_get_allocation (view, &place);
  if (gtk_widget_get_mapped (view) && place.width > 0 && place.height > 0)
    {
      gtk_widget_queue_allocate (view);
      gtk_widget_size_allocate (view, &place, gtk_widget_get_allocated_baseline (view));
    }
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkWidget *view)
{
  if (g_object_get_data (G_OBJECT (view), WAITS) != NULL)
    return;
  g_object_set_data (G_OBJECT (view), WAITS, GINT_TO_POINTER (TRUE));
  gtk_widget_add_tick_callback (view, lay_out_cb, NULL, NULL);
}

/**
 * rapport_text_layout_keep_up:
 *
 * GTK 4.8 lays out what was typed when nothing else is to be done, and otherwise while it paints. That is too late for a
 * scrollbar, which has its place by then: a frame that came right after a key warned of it. With this what is typed is laid
 * out at the beginning of the frame. (Within the frame's own layout it could not ask for more room.)
 */
void
rapport_text_layout_keep_up (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
  /* What an input method shows while it is being composed is not in the buffer yet. */
  g_signal_connect (view, "preedit-changed", G_CALLBACK (changed_cb), NULL);
}
