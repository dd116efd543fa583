/* test-question-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-question-bar.h"

#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *bar;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->bar = g_object_new (RAPPORT_TYPE_QUESTION_BAR, NULL);
  rapport_question_bar_set_session (RAPPORT_QUESTION_BAR (self->bar), self->session);
  fixture_show (self->bar);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_hide (self->bar);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

/* What is chosen in one list does not take the other, nor itself, away meanwhile. */
static void
test_choose (Fixture *self, gconstpointer data)
{
  GtkWidget *times = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Which time is shown");
  GtkWidget *views = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Whose view is shown");
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (times));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (times), 1);
  g_assert_cmpstr (rapport_lens_get_phase (rapport_session_get_lens (self->session)), ==, "aim");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (views), 1);
  g_assert_cmpstr (rapport_lens_get_perspective (rapport_session_get_lens (self->session)), ==, "v1");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (views), 0);
  g_assert_null (rapport_lens_get_perspective (rapport_session_get_lens (self->session)));
  g_assert_true (gtk_drop_down_get_model (GTK_DROP_DOWN (times)) == names);
}

/* Another name is another list, and the choice stays. */
static void
test_rename (Fixture *self, gconstpointer data)
{
  GtkWidget *times = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Which time is shown");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (times), 1);
  fixture_set (self->session, "now", "name", "November");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (times))), 0),
                   ==, "November");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (times)), ==, 1);
}

/* Nothing is agreed by itself. */
static void
test_standing (Fixture *self, gconstpointer data)
{
  GtkWidget *views = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Whose view is shown");
  const char *name
      = gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (views))), 0);

  g_assert_cmpstr (name, ==, "The draft");
  fixture_set (self->session, "now", "standing", "agreed");
  name = gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (views))), 0);
  g_assert_cmpstr (name, ==, "As agreed");
}

/* The rows are empty until it drops down, and told to a screen reader then. */
static void
test_rows (Fixture *self, gconstpointer data)
{
  GtkWidget *times = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Which time is shown");
  GtkWidget *button = gtk_widget_get_first_child (times);
  GtkWidget *label;

  g_assert_null (fixture_find (times, GTK_TYPE_LABEL, "Aim"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  fixture_settle ();
  label = fixture_find (times, GTK_TYPE_LABEL, "Aim");
  g_assert_true (label != NULL && gtk_widget_get_mapped (label));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (gtk_widget_get_parent (label)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Aim");
  fixture_set (self->session, "aim", "name", "In five years");
  g_assert_nonnull (fixture_find (times, GTK_TYPE_LABEL, "In five years"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
}

/* What is looked at may be taken away, also by an undo; the answers that follow belong to what is there. */
static void
test_taken_away (Fixture *self, gconstpointer data)
{
  static const char *const focus[] = { "aim", "uni", NULL };
  GtkWidget *times = fixture_find (self->bar, GTK_TYPE_DROP_DOWN, "Which time is shown");
  RapportHistory *history = rapport_session_get_history (self->session);
  g_autoptr (RapportLens) lens = NULL;
  RapportTransaction *transaction;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (times), 1);
  lens = rapport_lens_with_focus (rapport_session_get_lens (self->session), focus, 1);
  rapport_session_set_lens (self->session, lens);
  transaction = rapport_history_begin (history, "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "aim"));
  rapport_transaction_commit (transaction);
  g_assert_cmpstr (rapport_lens_get_phase (rapport_session_get_lens (self->session)), ==, "now");
  g_assert_cmpstr (rapport_lens_get_focus (rapport_session_get_lens (self->session))[0], ==, "uni");
  g_assert_null (rapport_lens_get_focus (rapport_session_get_lens (self->session))[1]);
  g_assert_false (gtk_widget_get_visible (times));
  rapport_history_undo (history);
  g_assert_true (gtk_widget_get_visible (times));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (times)), ==, 0);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/question-bar/choose", test_choose);
  add ("/question-bar/rename", test_rename);
  add ("/question-bar/standing", test_standing);
  add ("/question-bar/taken-away", test_taken_away);
  add ("/question-bar/rows", test_rows);
  return g_test_run ();
}
