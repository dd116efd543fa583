/* opening.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   rapport-opening MAP
 *
 * Opens a map in a window that is there already, and prints how long it took until the map was in it ("inner open-there
 * MS"), and the longest time meanwhile, and in the seconds after it, in which the window could not have answered a key
 * ("inner open-longest MS").
 */
#include <adwaita.h>
#include <stdio.h>

#include "rapport-picture-memory.h"
#include "rapport-window.h"

/* In milliseconds. */
#define SETTLING 1500
#define WATCHED 3000
#define PATIENCE 60000
#define BEAT 1

typedef struct
{
  RapportWindow *window;
  const char *path;
  GMainLoop *loop;
  gint64 begun;
  gint64 there; /* 0 before */
  gint64 beat; /* the last one */
  gint64 longest;
} Bench;

/* What a key would wait for: it comes before anything else that is ready. */
static gboolean
beat_cb (gpointer data)
{
  Bench *self = data;
  const gint64 now = g_get_monotonic_time ();

  self->longest = MAX (self->longest, now - self->beat);
  self->beat = now;
  if (self->there == 0 && rapport_window_get_session (self->window) != NULL)
    self->there = now;
  if (now - self->begun > PATIENCE * 1000 || (self->there != 0 && now - self->there > WATCHED * 1000))
    g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
open_cb (gpointer data)
{
  Bench *self = data;

  self->begun = self->beat = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT, beat_cb, self, NULL);
  rapport_window_open (self->window, self->path);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  Bench self = { NULL };

  if (argc < 2)
    {
      fprintf (stderr, "rapport-opening MAP\n");
      return 2;
    }
  rapport_picture_memory_keep ();
  adw_init ();
  self.path = argv[1];
  self.loop = g_main_loop_new (NULL, FALSE);
  self.window = rapport_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (self.window));
  g_timeout_add (SETTLING, open_cb, &self);
  g_main_loop_run (self.loop);
  if (self.there == 0)
    {
      fprintf (stderr, "“%s” was not opened.\n", self.path);
      return 1;
    }
  printf ("inner open-there %.3f\ninner open-longest %.3f\n", (double) (self.there - self.begun) / 1000,
          (double) self.longest / 1000);
  rapport_session_close (rapport_window_get_session (self.window));
  gtk_window_destroy (GTK_WINDOW (self.window));
  g_main_loop_unref (self.loop);
  return 0;
}
