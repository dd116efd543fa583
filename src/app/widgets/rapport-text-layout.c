/* rapport-text-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text-layout.h"

/**
 * rapport_text_layout_keep_up:
 *
 * GTK 4.8 lays out what was typed when nothing else is to be done, and otherwise while it paints. That is too late for a
 * scrollbar, which has its place by then: a frame that came right after a key warned of it. With this what is typed is laid
 * out with everything else, before the frame is painted.
 */
void
rapport_text_layout_keep_up (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_allocate), view,
                           G_CONNECT_SWAPPED);
}
