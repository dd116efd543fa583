/* test-view-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-view-bar.h"

#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *box; /* the bar is hidden at first, and a window waits for what is seen */
  GtkWidget *bar;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->bar = g_object_new (RAPPORT_TYPE_VIEW_BAR, NULL);
  rapport_view_bar_set_session (RAPPORT_VIEW_BAR (self->bar), self->session);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  fixture_show (self->box);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_hide (self->box);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
look_as (Fixture *self, const char *view)
{
  g_autoptr (RapportLens) lens = rapport_lens_with_perspective (rapport_session_get_lens (self->session), view);

  rapport_session_set_lens (self->session, lens);
}

/* Whose answers are typed is said while a view is on show, and only then. */
static void
test_says_whose (Fixture *self, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (self->bar));
  look_as (self, "v1");
  g_assert_true (gtk_widget_get_visible (self->bar));
  g_assert_nonnull (fixture_find (self->bar, GTK_TYPE_LABEL,
                                  "Answers typed now are those of NHS partners. The draft stays as it is."));
  g_assert_nonnull (fixture_find (self->bar, GTK_TYPE_BUTTON, "_Back to the draft"));
  fixture_set (self->session, "v1", "name", "Clinics");
  fixture_set (self->session, "now", "standing", "agreed");
  g_assert_nonnull (fixture_find (self->bar, GTK_TYPE_LABEL,
                                  "Answers typed now are those of Clinics. What is agreed stays as it is."));
}

/* One click leads back, and the document is not changed by having looked. */
static void
test_leads_back (Fixture *self, gconstpointer data)
{
  GtkWidget *back;

  look_as (self, "v1");
  back = fixture_find (self->bar, GTK_TYPE_BUTTON, "_Back to the draft");
  g_assert_nonnull (back);
  g_signal_emit_by_name (back, "clicked");
  g_assert_null (rapport_lens_get_perspective (rapport_session_get_lens (self->session)));
  g_assert_false (gtk_widget_get_visible (self->bar));
  g_assert_false (rapport_session_is_modified (self->session));
}

/* A view that is taken away takes the bar with it. */
static void
test_taken_away (Fixture *self, gconstpointer data)
{
  RapportTransaction *transaction;

  look_as (self, "v1");
  transaction = rapport_history_begin (rapport_session_get_history (self->session), "Delete", NULL);
  rapport_transaction_delete (transaction, fixture_look (self->session, "v1"));
  rapport_transaction_commit (transaction);
  g_assert_false (gtk_widget_get_visible (self->bar));
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/view-bar/says-whose", test_says_whose);
  add ("/view-bar/leads-back", test_leads_back);
  add ("/view-bar/taken-away", test_taken_away);
  return g_test_run ();
}
