/* test-tidy.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-tidy.h"

#include "rapport-stakeholder.h"
#include "rapport-window-private.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  RapportHistory *history;
  RapportTidy *tidy;
  int outcome; /* -1: none yet */
  guint done;
} Fixture;

static void
done_cb (RapportTidy *tidy, int outcome, Fixture *self)
{
  self->outcome = outcome;
  self->done++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->history = rapport_session_get_history (self->session);
  self->tidy = rapport_tidy_new ();
  self->outcome = -1;
  g_signal_connect (self->tidy, "done", G_CALLBACK (done_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->tidy, self);
  g_object_unref (self->tidy);
  rapport_session_close (self->session);
  g_object_unref (self->session);
}

static double
get_angle (RapportSession *session, const char *id)
{
  return rapport_element_get_number (fixture_look (session, id), "angle");
}

static gboolean
is_placed (RapportSession *session, const char *id)
{
  return get_angle (session, id) >= 0;
}

static void
wait_for_done (Fixture *self)
{
  while (rapport_tidy_is_running (self->tidy))
    g_main_context_iteration (NULL, TRUE);
}

/* --- */

static void
test_one_step (Fixture *self, gconstpointer data)
{
  rapport_tidy_start (self->tidy, self->session);
  g_assert_true (rapport_tidy_is_running (self->tidy));
  g_assert_false (rapport_history_can_undo (self->history));
  wait_for_done (self);
  g_assert_cmpint (self->outcome, ==, RAPPORT_TIDY_MOVED);
  g_assert_cmpuint (self->done, ==, 1);
  g_assert_true (is_placed (self->session, "uni") && is_placed (self->session, "trust")
                 && is_placed (self->session, "council") && is_placed (self->session, "board"));
  g_assert_cmpstr (rapport_history_get_undo_label (self->history), ==, "Tidy");
  rapport_history_undo (self->history);
  g_assert_false (rapport_history_can_undo (self->history));
  g_assert_false (is_placed (self->session, "uni") || is_placed (self->session, "board"));
}

/* Of two that are selected both are moved and nobody else; one alone means all. */
static void
test_selected (Fixture *self, gconstpointer data)
{
  const char *const two[] = { "uni", "council", "l1", NULL };

  rapport_selection_set_all (rapport_session_get_selection (self->session), two);
  rapport_tidy_start (self->tidy, self->session);
  wait_for_done (self);
  g_assert_true (is_placed (self->session, "uni") && is_placed (self->session, "council"));
  g_assert_false (is_placed (self->session, "trust") || is_placed (self->session, "board"));
  rapport_history_undo (self->history);
  rapport_selection_set (rapport_session_get_selection (self->session), "uni");
  rapport_tidy_start (self->tidy, self->session);
  wait_for_done (self);
  g_assert_true (is_placed (self->session, "trust") && is_placed (self->session, "board"));
}

static void
test_map_changed (Fixture *self, gconstpointer data)
{
  rapport_tidy_start (self->tidy, self->session);
  fixture_set (self->session, "uni", "label", "The university");
  wait_for_done (self);
  g_assert_cmpint (self->outcome, ==, RAPPORT_TIDY_MAP_CHANGED);
  g_assert_false (is_placed (self->session, "uni"));
  rapport_history_undo (self->history);
  g_assert_false (rapport_history_can_undo (self->history));
}

static void
test_stopped (Fixture *self, gconstpointer data)
{
  rapport_tidy_start (self->tidy, self->session);
  rapport_tidy_stop (self->tidy);
  g_assert_false (rapport_tidy_is_running (self->tidy));
  g_usleep (G_USEC_PER_SEC / 5);
  fixture_settle ();
  g_assert_cmpuint (self->done, ==, 0);
  g_assert_false (is_placed (self->session, "uni"));
  /* Begun twice, it is done once. */
  rapport_tidy_start (self->tidy, self->session);
  rapport_tidy_start (self->tidy, self->session);
  wait_for_done (self);
  g_usleep (G_USEC_PER_SEC / 5);
  fixture_settle ();
  g_assert_cmpuint (self->done, ==, 1);
  g_assert_cmpint (self->outcome, ==, RAPPORT_TIDY_MOVED);
}

static void
test_nothing_to_do (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 4 && self->outcome != RAPPORT_TIDY_NOBODY_MOVED; i++)
    {
      rapport_tidy_start (self->tidy, self->session);
      wait_for_done (self);
    }
  g_assert_cmpint (self->outcome, ==, RAPPORT_TIDY_NOBODY_MOVED);
}

/* Through the window: its action, its sentence, its undo. */
static void
test_window (Fixture *self, gconstpointer data)
{
  GtkWidget *window = g_object_new (RAPPORT_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  rapport_window_set_session (RAPPORT_WINDOW (window), self->session);
  fixture_settle ();
  g_assert_true (gtk_widget_activate_action (window, "win.tidy", NULL));
  while (!rapport_history_can_undo (self->history)
         || fixture_find (window, GTK_TYPE_LABEL, "The map was tidied") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_placed (self->session, "uni"));
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  g_assert_false (is_placed (self->session, "uni"));
  /* A window that goes while it is being done takes no harm. */
  gtk_widget_activate_action (window, "win.tidy", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_usleep (G_USEC_PER_SEC / 5);
  fixture_settle ();
  g_assert_false (is_placed (self->session, "uni"));
}

static void
wait_for (GtkWidget *window, gboolean there)
{
  while ((fixture_find (window, GTK_TYPE_LABEL, "Tidying: 50 % done") != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
}

/* Tidying may end while the sentence that tells how far it is still comes up. */
static void
test_toast (Fixture *self, gconstpointer data)
{
  GtkWidget *window = g_object_new (RAPPORT_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  rapport_window_set_session (RAPPORT_WINDOW (window), self->session);
  for (guint i = 0; i < 4; i++)
    {
      g_signal_emit_by_name (RAPPORT_WINDOW (window)->tidy, "progress", 0.5);
      wait_for (window, TRUE);
      g_usleep (G_USEC_PER_SEC / 20);
      fixture_settle ();
      gtk_widget_activate_action (window, "win.stop-tidying", NULL);
      wait_for (window, FALSE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/tidy/one-step", test_one_step);
  add ("/tidy/selected", test_selected);
  add ("/tidy/map-changed", test_map_changed);
  add ("/tidy/stopped", test_stopped);
  add ("/tidy/nothing-to-do", test_nothing_to_do);
  add ("/tidy/window", test_window);
  add ("/tidy/toast", test_toast);
  return g_test_run ();
}
