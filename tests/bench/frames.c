/* frames.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   rapport-frames pan|zoom|drag|still|idle MAP [FRAMES]
 *
 * Shows a map in a window of 1920 by 1080 without any frame, moves it with every frame, and prints the processor time
 * of a frame, once of all threads and once of the window's own, which the hand waits for: "inner NAME MS". What the
 * painting thread does falls on whichever frames are under way meanwhile. "still" paints the same again with every frame:
 * what "drag" costs beyond it is drawing who is dragged. "step" is what is reckoned between two frames. "idle" counts the frames of a second in which
 * nothing happens. "first" is the time from the start of main() until the map is first painted.
 */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rapport-canvas-marks.h"
#include "rapport-picture-memory.h"

/* By then the picture is sharp, however large the map is. */
#define WARM_UP_MS 6000
#define MOST 4000

typedef struct
{
  const char *mode;
  guint wanted;
  guint n; /* frames so far */
  gboolean warm;
  double begun;
  double before;
  double own_before;
  double frames[MOST];
  double own[MOST]; /* without the other threads */
  double steps[MOST]; /* what is done between two frames, for the next one */
  RapportCanvas *canvas;
  GMainLoop *loop;
  GtkGesture *drag; /* owned, nullable: of one stakeholder, which is then moved by every frame */
} Bench;

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_frames (Bench *self)
{
  guint n = self->wanted;

  qsort (self->frames, n, sizeof (double), compare);
  qsort (self->own, n, sizeof (double), compare);
  qsort (self->steps, n, sizeof (double), compare);
  printf ("inner %s-median %.3f\ninner %s-worst %.3f\n", self->mode, self->frames[n / 2], self->mode,
          self->frames[n - 1]);
  printf ("inner %s-own-median %.3f\ninner %s-own-worst %.3f\n", self->mode, self->own[n / 2], self->mode,
          self->own[n - 1]);
  printf ("inner %s-step-median %.3f\n", self->mode, self->steps[n / 2]);
  g_main_loop_quit (self->loop);
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (list, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return GTK_GESTURE (g_steal_pointer (&controller));
    }
  return NULL;
}

/* Somebody from the middle of the list who can be taken hold of, since no link lies above them. Returns: where, in
 * pixels */
static RapportPoint
find_somebody (RapportCanvas *canvas)
{
  const RapportScene *scene = rapport_canvas_get_scene (canvas);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  /* As the hand that drags has it. */
  const double reach = 10 / rapport_canvas_get_zoom (canvas);
  RapportPoint at;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      at = rapport_scene_item_get_middle (item);
      if (item->kind == RAPPORT_ITEM_STAKEHOLDER && rapport_scene_hit (scene, at.x, at.y, reach) == item)
        g_ptr_array_add (found, (gpointer) item);
    }
  g_assert (found->len > 0);
  at = rapport_scene_item_get_middle (g_ptr_array_index (found, found->len / 2));
  return rapport_canvas_from_map (canvas, at.x, at.y);
}

/* The first step, in which the drag begins, is told apart. */
static void
drag_on (Bench *self)
{
  if (self->drag == NULL)
    {
      RapportPoint at = find_somebody (self->canvas);
      double before = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);

      self->drag = find_drag (GTK_WIDGET (self->canvas));
      g_signal_emit_by_name (self->drag, "drag-begin", at.x, at.y);
      g_signal_emit_by_name (self->drag, "drag-update", 5.0, 5.0);
      printf ("inner drag-begin %.3f\n", get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - before);
    }
  g_signal_emit_by_name (self->drag, "drag-update", 10.0 + 4 * ABS (30 - (int) (self->n % 60)), 20.0);
}

static void
move_on (Bench *self)
{
  int way = self->n % 60 < 30 ? 1 : -1;

  if (strcmp (self->mode, "pan") == 0)
    rapport_canvas_pan_by (self->canvas, 9 * way, 5 * way);
  else if (strcmp (self->mode, "zoom") == 0)
    rapport_canvas_zoom_by (self->canvas, way > 0 ? 1.03 : 1 / 1.03);
  else if (strcmp (self->mode, "drag") == 0)
    drag_on (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
take_step (Bench *self)
{
  const double begun = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);

  move_on (self);
  self->steps[self->n] = get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - begun;
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
  if (self->n == 0 && !self->warm)
    printf ("inner first %.3f\n", get_milliseconds (CLOCK_MONOTONIC) - self->begun);
  self->n++;
  if (strcmp (self->mode, "idle") == 0)
    return;
  if (!self->warm)
    return;
  self->frames[self->n - 1] = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID) - self->before;
  self->own[self->n - 1] = get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - self->own_before;
  if (self->n >= self->wanted)
    {
      print_frames (self);
      return;
    }
  take_step (self);
}

static gboolean
warm_cb (gpointer data)
{
  Bench *self = data;

  self->warm = TRUE;
  self->n = 0;
  take_step (self);
  return G_SOURCE_REMOVE;
}

static gboolean
idle_begun_cb (gpointer data)
{
  ((Bench *) data)->n = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
idle_over_cb (gpointer data)
{
  Bench *self = data;

  printf ("inner idle-frames %u\n", self->n);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void
realized_cb (GtkWidget *widget, Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), self);
}

int
main (int argc, char **argv)
{
  Bench self = { .begun = get_milliseconds (CLOCK_MONOTONIC), .wanted = 200 };
  g_autoptr (RapportSession) session = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (argc < 3)
    {
      fprintf (stderr, "rapport-frames pan|zoom|drag|still|idle MAP [FRAMES]\n");
      return 2;
    }
  self.mode = argv[1];
  if (argc > 3)
    self.wanted = CLAMP ((guint) atoi (argv[3]), 1, MOST);
  rapport_picture_memory_keep ();
  adw_init ();
  session = rapport_session_open (argv[2], &error);
  if (session == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  self.loop = g_main_loop_new (NULL, FALSE);
  self.canvas = RAPPORT_CANVAS (rapport_canvas_new ());
  rapport_canvas_set_session (self.canvas, session);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self.canvas));
  g_signal_connect (self.canvas, "realize", G_CALLBACK (realized_cb), &self);
  if (strcmp (self.mode, "idle") != 0)
    g_timeout_add (WARM_UP_MS, warm_cb, &self);
  else
    {
      g_timeout_add (WARM_UP_MS, idle_begun_cb, &self);
      g_timeout_add (WARM_UP_MS + 1000, idle_over_cb, &self);
    }
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (self.loop);
  g_clear_object (&self.drag);
  rapport_session_close (session);
  return 0;
}
