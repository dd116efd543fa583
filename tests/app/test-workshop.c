/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-workshop-panel.h"

#include <string.h>

#include "rapport-capture-box.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"
#include "rapport-presenter-status.h"
#include "rapport-prompt-cards.h"
#include "rapport-step-list.h"
#include "rapport-steps.h"
#include "rapport-tension.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *panel;
  RapportPresenter *presenter;
} Workshop;

static void
set_up (Workshop *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->panel = g_object_new (RAPPORT_TYPE_WORKSHOP_PANEL, NULL);
  fixture_show (self->panel);
  self->presenter = rapport_presenter_new (GTK_WINDOW (gtk_widget_get_root (self->panel)));
  rapport_workshop_panel_set_presenter (RAPPORT_WORKSHOP_PANEL (self->panel), self->presenter);
  rapport_workshop_panel_set_session (RAPPORT_WORKSHOP_PANEL (self->panel), self->session);
}

static void
tear_down (Workshop *self, gconstpointer data)
{
  rapport_presenter_stop (self->presenter);
  fixture_hide (self->panel);
  g_assert_finalize_object (self->presenter);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
press (Workshop *self, const char *label)
{
  GtkWidget *button = fixture_find (self->panel, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static gboolean
says (Workshop *self, const char *text)
{
  return fixture_find (self->panel, GTK_TYPE_LABEL, text) != NULL;
}

/* The steps stand in order, can be entered without a presentation, and given other words. */
static void
test_steps (Workshop *self, gconstpointer data)
{
  GtkWidget *row, *list;

  press (self, "Put in a workshop");
  row = fixture_find (self->panel, ADW_TYPE_ACTION_ROW, "5. Influence");
  g_assert_nonnull (row);
  list = gtk_widget_get_parent (row);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpuint (rapport_lens_get_show (rapport_session_get_lens (self->session)) & RAPPORT_SHOW_INFLUENCE, !=, 0);
  g_signal_emit_by_name (fixture_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  fixture_settle ();
  press (self, "One earlier");
  g_assert_nonnull (fixture_find (self->panel, ADW_TYPE_ACTION_ROW, "4. Influence"));
  press (self, "Delete the step");
  g_assert_null (fixture_find (self->panel, ADW_TYPE_ACTION_ROW, "4. Influence"));
  rapport_history_undo (rapport_session_get_history (self->session));
  g_assert_nonnull (fixture_find (self->panel, ADW_TYPE_ACTION_ROW, "4. Influence"));
}

/* A view that was kept while somebody in it went, as the window of what differs keeps one, brings nothing back: a step made
 * of it names only who is there. */
static void
test_what_is_gone (Workshop *self, gconstpointer data)
{
  static const char *const focus[] = { "uni", "somebody-who-went", NULL };
  const RapportLens *lens = rapport_session_get_lens (self->session);
  g_autoptr (RapportLens) at = rapport_lens_with_phase (lens, "a-time-that-went");
  g_autoptr (RapportLens) seen = rapport_lens_with_perspective (at, "a-view-that-went");
  g_autoptr (RapportLens) kept = rapport_lens_with_focus (seen, focus, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RapportMapReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  rapport_session_set_lens (self->session, kept);
  g_assert_nonnull (rapport_steps_add_view (self->session, NULL, 0));
  bytes = rapport_map_write (rapport_session_get_map (self->session));
  reading = rapport_map_read (bytes, "steps", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->notices->len, ==, 0);
  lens = rapport_session_get_lens (self->session);
  g_assert_cmpstr (rapport_lens_get_focus (lens)[0], ==, "uni");
  g_assert_null (rapport_lens_get_focus (lens)[1]);
  g_assert_null (rapport_lens_get_perspective (lens));
}

/* Whoever leads sees the note, what comes next, and whether the room sees it too. */
static void
test_status (Workshop *self, gconstpointer data)
{
  RapportPresentation *presentation;

  rapport_steps_add_ready (self->session);
  rapport_presenter_start (self->presenter, self->session, RAPPORT_PRESENT_WINDOW, NULL);
  presentation = rapport_presenter_get_presentation (self->presenter);
  g_assert_true (says (self, "Before the first step"));
  rapport_presentation_next (presentation);
  g_assert_true (says (self, "1 of 12: The question, then who is here"));
  g_assert_true (says (self, "Next: Academia"));
  g_assert_true (says (self, "10 minutes left of 10"));
  g_assert_true (says (self, "The room sees this map, and every change of it."));
  rapport_presentation_set_held (presentation, TRUE);
  g_assert_true (says (self, "Held: the room still sees what it saw, whatever you do here."));
  rapport_presentation_go_to (presentation, 11, 0);
  g_assert_true (says (self, "This is the last step."));
  rapport_presenter_stop (self->presenter);
  g_assert_false (says (self, "This is the last step."));
}

static void
test_time (void)
{
  static const struct
  {
    gint64 seconds;
    int minutes;
    const char *words;
  } cases[] = {
    { 0, 10, "10 minutes left of 10" },         { 59, 10, "10 minutes left of 10" },
    { 9 * 60, 10, "1 minute left of 10" },      { 600, 10, "The 10 minutes for this step are over" },
    { 4000, 1, "The 1 minute for this step is over" }, { 130, 0, "2 minutes on this step" },
    { 0, -1, "0 minutes on this step" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = rapport_presenter_status_describe_time (cases[i].seconds * G_USEC_PER_SEC, cases[i].minutes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A response lands on what is talked about: selected, else felt on what is selected, else on show. */
static void
test_capture (Workshop *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  g_autoptr (RapportLens) language
      = rapport_lens_with_show (rapport_session_get_lens (self->session), RAPPORT_SHOW_LANGUAGE);
  const char *id;

  g_assert_null (rapport_capture_find_mark (self->session));
  rapport_selection_set (selection, "uni");
  g_assert_cmpstr (rapport_element_get_id (rapport_capture_find_mark (self->session)), ==, "t1");
  rapport_selection_clear (selection);
  rapport_session_set_lens (self->session, language);
  g_assert_cmpstr (rapport_element_get_id (rapport_capture_find_mark (self->session)), ==, "t1");
  g_assert_null (rapport_capture_add (self->session, "   "));
  id = rapport_capture_add (self->session, " Plain summaries, by the trust, in May ");
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, id), "what"), ==,
                   "Plain summaries, by the trust, in May");
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, id), "marks"), ==, "t1");
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, id), "level"), ==, "facilitator");
  rapport_history_undo (rapport_session_get_history (self->session));
  g_assert_false (rapport_session_is_modified (self->session));
}

/* A question on a card is asked aloud, with its tension; the next step takes it away. */
static void
test_questions (Workshop *self, gconstpointer data)
{
  const char *prompt = rapport_tension_get (3)->prompts[1];
  RapportPresentation *presentation;
  GtkWidget *row;

  rapport_steps_add_ready (self->session);
  rapport_presenter_start (self->presenter, self->session, RAPPORT_PRESENT_WINDOW, NULL);
  presentation = rapport_presenter_get_presentation (self->presenter);
  row = fixture_find (self->panel, ADW_TYPE_ACTION_ROW, prompt);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (rapport_presentation_get_words (presentation), ==, prompt);
  g_assert_cmpuint (rapport_tension_first_shown (rapport_session_get_lens (self->session)), ==, 3);
  rapport_presentation_next (presentation);
  g_assert_null (rapport_presentation_get_words (presentation));
}

static GtkWidget *
find_audience (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "RapportAudienceWindow"))
        return window;
    }
  return NULL;
}

static gboolean
listens (gpointer monitor, gpointer window)
{
  return g_signal_handler_find (monitor, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, window) != 0;
}

/* Once it is over the screen may be unplugged, without a window being told of it that is gone. */
static void
test_screen (Workshop *self, gconstpointer data)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  gpointer window;

  rapport_presenter_start (self->presenter, self->session, RAPPORT_PRESENT_SCREEN, NULL);
  fixture_settle ();
  window = find_audience ();
  g_assert_true (window != NULL && listens (monitor, window));
  rapport_presenter_stop (self->presenter);
  fixture_settle ();
  g_assert_true (find_audience () == NULL && !listens (monitor, window));
}

static void
open_page (Workshop *self, const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (self->panel, GTK_TYPE_STACK, NULL)), name);
  fixture_settle ();
}

static gboolean
lists_response (Workshop *self, const char *what)
{
  return fixture_find (self->panel, ADW_TYPE_EXPANDER_ROW, what) != NULL;
}

/* What is changed while another page is in front is there when this one comes, and one sees each change then. */
static void
test_close (Workshop *self, gconstpointer data)
{
  RapportHistory *history = rapport_session_get_history (self->session);

  open_page (self, "close");
  g_assert_true (lists_response (self, "Meet"));
  rapport_capture_add (self->session, "Plain summaries");
  fixture_settle ();
  g_assert_true (lists_response (self, "Plain summaries"));
  open_page (self, "steps");
  rapport_history_undo (history);
  rapport_capture_add (self->session, "A joint post");
  open_page (self, "close");
  g_assert_true (lists_response (self, "Meet") && lists_response (self, "A joint post"));
  g_assert_false (lists_response (self, "Plain summaries"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/workshop/" path, Workshop, NULL, set_up, function, tear_down)
  ADD ("what-is-gone", test_what_is_gone);
  ADD ("steps", test_steps);
  ADD ("status", test_status);
  ADD ("capture", test_capture);
  ADD ("questions", test_questions);
  ADD ("close", test_close);
  ADD ("screen", test_screen);
  g_test_add_func ("/workshop/time", test_time);
  return g_test_run ();
}
