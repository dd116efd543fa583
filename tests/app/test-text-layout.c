/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-text-layout.h"

#include "session-fixture.h"

#define LINES 8
#define HEIGHT 60
/* So many frames it takes until nothing moves any more. */
#define REST 20

typedef struct
{
  GtkWidget *view;
  guint n_frames;
  guint n_lines;
} Typist;

/* As a key does that is pressed right before a frame. */
static void
type_cb (Typist *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  if (++self->n_frames % REST != 0)
    return;
  self->n_lines++;
  gtk_text_buffer_insert_at_cursor (buffer, "Another line\n", -1);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
  gtk_widget_queue_draw (self->view);
}

/* The scrollbar has its place when it is painted: GTK would warn, which ends the test. */
static void
test_typed (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Typist typist = { gtk_text_view_new (), 0, 0 };
  GdkFrameClock *clock;
  GtkAdjustment *adjustment;

  rapport_text_layout_keep_up (GTK_TEXT_VIEW (typist.view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), typist.view);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_widget_set_size_request (scrolled, 200, HEIGHT);
  gtk_widget_set_valign (scrolled, GTK_ALIGN_START);
  fixture_show (scrolled);
  clock = gtk_widget_get_frame_clock (scrolled);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (type_cb), &typist);
  gdk_frame_clock_begin_updating (clock);
  while (typist.n_lines < LINES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  fixture_settle ();
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 2 * HEIGHT);
  g_signal_handlers_disconnect_by_data (clock, &typist);
  fixture_hide (scrolled);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-layout/typed", test_typed);
  return g_test_run ();
}
