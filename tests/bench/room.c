/* room.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   rapport-room-frames MAP
 *
 * Shows a map to a room of 1920 by 1080, goes through the steps of a workshop, then near to somebody and back, and
 * prints, in milliseconds: from the key to the first frame of the step, by the clock and in processor time of the window's
 * own thread; from the key until all of the picture is the step's, by the clock; and the processor time of a frame while the camera travels, once of all threads and once of the
 * window's own: "inner NAME MS".
 */
#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "rapport-audience-window.h"
#include "rapport-picture-memory.h"
#include "rapport-steps.h"

#define WARM_UP_MS 4000
/* Between keys. */
#define STEP_MS 1500
#define TRAVEL_MS 1200
#define TRAVELS 8
#define MOST 4000

typedef struct
{
  double values[MOST];
  guint n;
} Series;

typedef struct
{
  RapportPresentation *presentation;
  RapportAudienceView *view;
  GMainLoop *loop;
  double pressed; /* 0: nothing is waited for */
  double own_pressed;
  gboolean waits_for_first;
  double before, own_before;
  guint travels;
  gboolean travelling;
  Series first, first_own, sharp, travel, own;
} Bench;

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
add (Series *self, double value)
{
  if (self->n < MOST)
    self->values[self->n++] = value;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_series (const char *name, Series *self)
{
  if (self->n == 0)
    return;
  qsort (self->values, self->n, sizeof (double), compare);
  printf ("inner %s-median %.3f\ninner %s-worst %.3f\n", name, self->values[self->n / 2], name,
          self->values[self->n - 1]);
}

static void
before_cb (GdkFrameClock *clock, Bench *self)
{
  self->before = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID);
  self->own_before = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_cb (GdkFrameClock *clock, Bench *self)
{
  double now = get_milliseconds (CLOCK_MONOTONIC);

  if (self->travelling)
    {
      add (&self->travel, get_milliseconds (CLOCK_PROCESS_CPUTIME_ID) - self->before);
      add (&self->own, get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - self->own_before);
    }
  if (self->pressed <= 0)
    return;
  if (self->waits_for_first)
    {
      add (&self->first, now - self->pressed);
      add (&self->first_own, get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - self->own_pressed);
    }
  self->waits_for_first = FALSE;
  if (!rapport_audience_view_is_sharp (self->view))
    return;
  add (&self->sharp, now - self->pressed);
  self->pressed = 0;
}

static gboolean
travel_cb (gpointer data)
{
  Bench *self = data;

  self->travelling = TRUE;
  if (self->travels++ < TRAVELS)
    {
      rapport_audience_view_zoom_to_selection (self->view);
      return G_SOURCE_CONTINUE;
    }
  print_series ("room-step-first", &self->first);
  print_series ("room-step-own", &self->first_own);
  print_series ("room-step-sharp", &self->sharp);
  print_series ("room-travel", &self->travel);
  print_series ("room-travel-own", &self->own);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void
select_first (Bench *self)
{
  RapportSession *session = rapport_presentation_get_session (self->presentation);
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_STAKEHOLDERS);

  rapport_selection_set (rapport_session_get_selection (session),
                         rapport_element_get_id (rapport_element_list_peek (list, 0)));
}

static gboolean
step_cb (gpointer data)
{
  Bench *self = data;
  guint position = rapport_presentation_get_position (self->presentation) + 1;

  if (position >= rapport_presentation_get_n_steps (self->presentation))
    {
      rapport_presentation_leave_steps (self->presentation);
      select_first (self);
      g_timeout_add (TRAVEL_MS, travel_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->pressed = get_milliseconds (CLOCK_MONOTONIC);
  self->own_pressed = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  self->waits_for_first = TRUE;
  rapport_presentation_go_to (self->presentation, position, G_MAXUINT);
  return G_SOURCE_CONTINUE;
}

static gboolean
warm_cb (gpointer data)
{
  g_timeout_add (STEP_MS, step_cb, data);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (RapportSession) session = NULL;
  g_autoptr (GError) error = NULL;
  RapportAudienceWindow *window;
  GdkFrameClock *clock;

  if (argc < 2)
    {
      fprintf (stderr, "rapport-room-frames MAP\n");
      return 2;
    }
  rapport_picture_memory_keep ();
  adw_init ();
  session = rapport_session_open (argv[1], &error);
  if (session == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  rapport_steps_add_ready (session);
  self.loop = g_main_loop_new (NULL, FALSE);
  self.presentation = rapport_presentation_new (session);
  self.view = RAPPORT_AUDIENCE_VIEW (rapport_audience_view_new (self.presentation));
  window = rapport_audience_window_new (self.presentation, GTK_WIDGET (self.view));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self.view));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), &self);
  g_timeout_add (WARM_UP_MS, warm_cb, &self);
  g_main_loop_run (self.loop);
  rapport_session_close (session);
  return 0;
}
