/* test-panes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes beside the map come and go, over it where the window is narrow, and the map stays where it is meanwhile.
 */
#include "rapport-window.h"

#include <adwaita.h>

#include "rapport-canvas.h"
#include "session-fixture.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget *window;
  GtkWidget *flap;
} Fixture;

static void
progress_cb (Fixture *self)
{
  GtkWidget *canvas = fixture_find (self->window, RAPPORT_TYPE_CANVAS, NULL);
  double progress = adw_flap_get_reveal_progress (ADW_FLAP (self->flap));
  graphene_rect_t place;

  g_assert_cmpfloat (progress, >=, -0.001);
  g_assert_cmpfloat (progress, <=, 1.001);
  g_assert_true (gtk_widget_compute_bounds (canvas, self->window, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x, <=, 400);
}

/* Until the pane is wholly there, or wholly gone. */
static void
toggle (Fixture *self, const char *action, gboolean there)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  gtk_widget_activate_action (self->window, action, NULL);
  while (adw_flap_get_reveal_progress (ADW_FLAP (self->flap)) != there && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (adw_flap_get_reveal_progress (ADW_FLAP (self->flap)), ==, there);
  fixture_settle ();
}

static void
show (Fixture *self, int width)
{
  RapportSession *session = fixture_session ();

  self->window = GTK_WIDGET (rapport_window_new (NULL));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 600);
  rapport_window_set_session (RAPPORT_WINDOW (self->window), session);
  g_object_unref (session);
  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < 20; i++)
    {
      fixture_settle ();
      g_usleep (5000);
    }
}

/* The outline is at the start of the window, and the details are at its end. */
static GtkWidget *
find_flap (GtkWidget *widget, GtkPackType side)
{
  GtkWidget *found = NULL;

  if (ADW_IS_FLAP (widget) && adw_flap_get_flap_position (ADW_FLAP (widget)) == side)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_flap (child, side);
  return found;
}

static void
watch (Fixture *self, GtkPackType side)
{
  self->flap = find_flap (self->window, side);
  g_signal_connect_swapped (self->flap, "notify::reveal-progress", G_CALLBACK (progress_cb), self);
}

static void
test_pane (gconstpointer width, GtkPackType side, const char *action)
{
  Fixture self = { NULL };

  show (&self, GPOINTER_TO_INT (width));
  watch (&self, side);
  for (guint i = 0; i < 2; i++)
    {
      toggle (&self, action, TRUE);
      toggle (&self, action, FALSE);
    }
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (self.window)));
  gtk_window_destroy (GTK_WINDOW (self.window));
  fixture_settle ();
}

static void
test_outline (gconstpointer width)
{
  test_pane (width, GTK_PACK_START, "win.outline");
}

static void
test_inspector (gconstpointer width)
{
  test_pane (width, GTK_PACK_END, "win.details");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/panes/outline/wide", GINT_TO_POINTER (1200), test_outline);
  g_test_add_data_func ("/panes/outline/narrow", GINT_TO_POINTER (420), test_outline);
  g_test_add_data_func ("/panes/details/wide", GINT_TO_POINTER (1200), test_inspector);
  g_test_add_data_func ("/panes/details/narrow", GINT_TO_POINTER (420), test_inspector);
  return g_test_run ();
}
