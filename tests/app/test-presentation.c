/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-audience-window.h"

#include <string.h>

#include "rapport-edits.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"
#include "rapport-steps.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  RapportPresentation *presentation;
  RapportAudienceWindow *window;
  RapportAudienceView *view;
} Room;

static void
set_up (Room *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->presentation = rapport_presentation_new (self->session);
  self->view = RAPPORT_AUDIENCE_VIEW (rapport_audience_view_new (self->presentation));
  self->window = rapport_audience_window_new (self->presentation, GTK_WIDGET (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
}

static void
tear_down (Room *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->presentation);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static gboolean
key (Room *self, guint keyval)
{
  return rapport_audience_key (self->presentation, self->view, keyval);
}

static gboolean
is_drawn (Room *self, RapportItemKind kind, const char *id)
{
  return rapport_scene_find (rapport_audience_view_get_scene (self->view), kind, id) != NULL;
}

static RapportElementList *
steps (Room *self)
{
  return rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_STEPS);
}

/* What the room sees unfolds with a clicker, and nothing that is there moves. */
static void
test_steps (Room *self, gconstpointer data)
{
  RapportPoint before, after;

  g_assert_false (key (self, GDK_KEY_q));
  g_assert_true (key (self, GDK_KEY_Page_Down));
  g_assert_null (rapport_presentation_get_step (self->presentation));
  g_assert_cmpuint (rapport_steps_add_ready (self->session), ==, 12);
  g_assert_cmpuint (rapport_presentation_get_n_steps (self->presentation), ==, 12);

  key (self, GDK_KEY_Page_Down);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 0);
  g_assert_false (is_drawn (self, RAPPORT_ITEM_STAKEHOLDER, "uni"));
  key (self, GDK_KEY_space);
  g_assert_true (is_drawn (self, RAPPORT_ITEM_STAKEHOLDER, "uni"));
  g_assert_false (is_drawn (self, RAPPORT_ITEM_STAKEHOLDER, "trust"));
  before = rapport_scene_item_get_middle (
      rapport_scene_find (rapport_audience_view_get_scene (self->view), RAPPORT_ITEM_STAKEHOLDER, "uni"));
  for (guint i = 0; i < 3; i++)
    key (self, GDK_KEY_Right);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 0);
  g_assert_true (is_drawn (self, RAPPORT_ITEM_STAKEHOLDER, "board"));
  g_assert_false (is_drawn (self, RAPPORT_ITEM_LINK, "l1"));
  after = rapport_scene_item_get_middle (
      rapport_scene_find (rapport_audience_view_get_scene (self->view), RAPPORT_ITEM_STAKEHOLDER, "uni"));
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.y, ==, after.y);

  key (self, GDK_KEY_Down);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 1);
  key (self, GDK_KEY_Page_Down);
  g_assert_true (is_drawn (self, RAPPORT_ITEM_LINK, "l1"));
  g_assert_false (is_drawn (self, RAPPORT_ITEM_LINK, "l2"));
  key (self, GDK_KEY_Page_Up);
  g_assert_false (is_drawn (self, RAPPORT_ITEM_LINK, "l1"));
  key (self, GDK_KEY_Left);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 0);
  g_assert_cmpuint (rapport_presentation_get_stage (self->presentation), ==, 4);
  key (self, GDK_KEY_End);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 11);
  g_assert_false (rapport_presentation_next (self->presentation));
  rapport_presentation_leave_steps (self->presentation);
  g_assert_true (is_drawn (self, RAPPORT_ITEM_LINK, "l2"));
}

/* Adding, moving and deleting steps can be undone, also the one on show. */
static void
test_edit_steps (Room *self, gconstpointer data)
{
  RapportHistory *history = rapport_session_get_history (self->session);
  const RapportCamera camera = { 10, 20, 900 };
  g_autofree char *first = g_strdup (rapport_steps_add_view (self->session, &camera, 99));
  g_autofree char *second = g_strdup (rapport_steps_add_view (self->session, NULL, 99));

  g_assert_cmpstr (rapport_history_get_undo_label (history), ==, "Add a step");
  rapport_presentation_go_to (self->presentation, 1, 0);
  rapport_steps_move (self->session, second, 1);
  g_assert_cmpstr (rapport_element_get_id (rapport_element_list_peek (steps (self), 1)), ==, second);
  rapport_steps_move (self->session, second, -1);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 0);
  rapport_steps_show_view (self->session, second, &camera);
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, second), "camera"), ==, "10.0 20.0 900.0");
  rapport_steps_remove (self->session, second);
  g_assert_null (rapport_presentation_get_step (self->presentation));
  g_assert_cmpuint (rapport_presentation_get_n_steps (self->presentation), ==, 1);
  rapport_history_undo (history);
  g_assert_cmpuint (rapport_presentation_get_position (self->presentation), ==, 0);
  for (guint i = 0; i < 4; i++)
    rapport_history_undo (history);
  g_assert_cmpuint (rapport_presentation_get_n_steps (self->presentation), ==, 0);
  g_assert_false (rapport_session_is_modified (self->session));
}

static void
test_hold (Room *self, gconstpointer data)
{
  key (self, GDK_KEY_h);
  fixture_settle ();
  fixture_set (self->session, "uni", "label", "Changed");
  g_assert_nonnull (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), "University"));
  g_assert_null (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), "Changed"));
  key (self, GDK_KEY_h);
  g_assert_nonnull (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), "Changed"));
}

static void
wait_for_words (Room *self, const char *label)
{
  char *wrong;

  while ((wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label))
         != NULL)
    {
      g_free (wrong);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Neither a picture nor words. */
static void
test_black (Room *self, gconstpointer data)
{
  wait_for_words (self, "Who shapes it?");
  key (self, GDK_KEY_period);
  wait_for_words (self, "Nothing is shown");
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  key (self, GDK_KEY_B);
  wait_for_words (self, "Who shapes it?");
}

/* Back row: 8 heights away, on 4:3 too; larger letters are one key away. */
static void
test_legibility (Room *self, gconstpointer data)
{
  double usual = rapport_audience_view_get_legibility (self->view);

  g_assert_cmpfloat (usual, >=, 8);
  key (self, GDK_KEY_plus);
  g_assert_cmpfloat (rapport_audience_view_get_legibility (self->view), >, usual * 1.05);
  key (self, GDK_KEY_0);
  g_assert_cmpfloat (rapport_audience_view_get_legibility (self->view), ==, usual);
}

static void
test_keys (Room *self, gconstpointer data)
{
  const RapportLens *lens;
  RapportCamera camera;

  key (self, GDK_KEY_c);
  g_assert_cmpint (rapport_presentation_get_scheme (self->presentation), ==, RAPPORT_SCHEME_DARK);
  key (self, GDK_KEY_c);
  key (self, GDK_KEY_c);
  g_assert_cmpint (rapport_presentation_get_scheme (self->presentation), ==, RAPPORT_SCHEME_LIGHT);
  rapport_selection_set (rapport_session_get_selection (self->session), "trust");
  key (self, GDK_KEY_z);
  g_assert_true (rapport_presentation_get_camera (self->presentation, &camera));
  key (self, GDK_KEY_z);
  g_assert_false (rapport_presentation_get_camera (self->presentation, &camera));
  key (self, GDK_KEY_s);
  lens = rapport_session_get_lens (self->session);
  g_assert_cmpstr (rapport_lens_get_focus (lens)[0], ==, "trust");
  key (self, GDK_KEY_s);
  g_assert_null (rapport_lens_get_focus (rapport_session_get_lens (self->session)));
  g_assert_false (rapport_presentation_compare_with_before (self->presentation));
  g_assert_false (is_drawn (self, RAPPORT_ITEM_LEGEND, NULL));
  key (self, GDK_KEY_k);
  g_assert_true (is_drawn (self, RAPPORT_ITEM_LEGEND, NULL));
  key (self, GDK_KEY_k);
  g_assert_false (is_drawn (self, RAPPORT_ITEM_LEGEND, NULL));
}

/* Whatever lens comes later, such as that of a step, the names stay hidden. */
static void
test_hidden_names (Room *self, gconstpointer data)
{
  RapportElement *trust = rapport_map_lookup (rapport_session_get_map (self->session), "trust");
  const char *name = rapport_element_get_text (trust, "label");
  g_autoptr (RapportLens) plain = NULL;

  g_assert_nonnull (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), name));
  key (self, GDK_KEY_n);
  g_assert_null (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), name));
  rapport_steps_add_ready (self->session);
  key (self, GDK_KEY_End);
  plain = rapport_lens_new (rapport_session_get_map (self->session));
  rapport_session_set_lens (self->session, plain);
  g_assert_null (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), name));
  g_assert_nonnull (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), "NHS 1"));
  key (self, GDK_KEY_n);
  g_assert_nonnull (strstr (rapport_scene_get_description (rapport_audience_view_get_scene (self->view)), name));

  /* Held, the picture cannot be another; so it is none. */
  key (self, GDK_KEY_h);
  fixture_settle ();
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Who shapes it?");
  key (self, GDK_KEY_n);
  fixture_settle ();
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nothing is shown");
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static double
get_opacity (Room *self, RapportItemKind kind, const char *id)
{
  return rapport_scene_find (rapport_audience_view_get_scene (self->view), kind, id)->opacity;
}

/* Without a selection the light goes with the pointer, until the key is pressed again. */
static void
test_pointing (Room *self, gconstpointer data)
{
  rapport_selection_clear (rapport_session_get_selection (self->session));
  rapport_presentation_point_at (self->presentation, "trust");
  g_assert_null (rapport_lens_get_focus (rapport_session_get_lens (self->session)));
  key (self, GDK_KEY_s);
  g_assert_true (rapport_presentation_is_pointing (self->presentation));
  rapport_presentation_point_at (self->presentation, "trust");
  g_assert_cmpstr (rapport_lens_get_focus (rapport_session_get_lens (self->session))[0], ==, "trust");
  g_assert_cmpfloat (get_opacity (self, RAPPORT_ITEM_STAKEHOLDER, "trust"), ==, 1);
  rapport_presentation_point_at (self->presentation, NULL);
  g_assert_null (rapport_lens_get_focus (rapport_session_get_lens (self->session)));
  rapport_presentation_point_at (self->presentation, "uni");
  key (self, GDK_KEY_s);
  g_assert_false (rapport_presentation_is_pointing (self->presentation));
  g_assert_null (rapport_lens_get_focus (rapport_session_get_lens (self->session)));
}

/* What came while people watched stays bright in a step that dims the others. */
static void
test_late_arrival (Room *self, gconstpointer data)
{
  const char *const focus[] = { "uni", NULL };
  RapportHistory *history = rapport_session_get_history (self->session);
  RapportTransaction *transaction = rapport_history_begin (history, "Add", NULL);
  g_autoptr (RapportElement) late = rapport_stakeholder_new ("late");
  g_autoptr (RapportReading) there = rapport_reading_new (rapport_stakeholder_reading_kind ());
  const char *phase = rapport_map_get_first_phase (rapport_session_get_map (self->session));
  g_autoptr (RapportLens) dimmed = NULL;

  rapport_element_init_text (late, "label", "Late");
  rapport_element_init_text (late, "sector", "policy");
  rapport_transaction_insert (transaction, late, G_MAXUINT);
  rapport_transaction_set_reading (transaction, late, phase, NULL, there);
  rapport_transaction_commit (transaction);
  dimmed = rapport_lens_with_focus (rapport_session_get_lens (self->session), focus, 0);
  rapport_session_set_lens (self->session, dimmed);
  g_assert_cmpfloat (get_opacity (self, RAPPORT_ITEM_STAKEHOLDER, "trust"), <, 1);
  g_assert_cmpfloat (get_opacity (self, RAPPORT_ITEM_STAKEHOLDER, "late"), ==, 1);
  rapport_presentation_leave_steps (self->presentation);
  g_assert_cmpfloat (get_opacity (self, RAPPORT_ITEM_STAKEHOLDER, "late"), <, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/presentation/" path, Room, NULL, set_up, function, tear_down)
  ADD ("steps", test_steps);
  ADD ("edit-steps", test_edit_steps);
  ADD ("hold", test_hold);
  ADD ("black", test_black);
  ADD ("legibility", test_legibility);
  ADD ("keys", test_keys);
  ADD ("pointing", test_pointing);
  ADD ("late-arrival", test_late_arrival);
  ADD ("hidden-names", test_hidden_names);
  return g_test_run ();
}
