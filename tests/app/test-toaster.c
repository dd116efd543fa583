/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-toaster.h"

#include "session-fixture.h"

typedef struct
{
  GtkWidget *overlay;
  RapportToaster *toaster;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), gtk_label_new ("Map"));
  fixture_show (self->overlay);
  self->toaster = rapport_toaster_new (ADW_TOAST_OVERLAY (self->overlay));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->toaster);
  fixture_hide (self->overlay);
}

static void
wait_for (int milliseconds)
{
  for (gint64 end = g_get_monotonic_time () + milliseconds * 1000; g_get_monotonic_time () < end;)
    {
      fixture_settle ();
      g_usleep (5000);
    }
}

static gboolean
is_said (Fixture *self, const char *sentence)
{
  return fixture_find (self->overlay, GTK_TYPE_LABEL, sentence) != NULL;
}

static void
expect (Fixture *self, const char *sentence)
{
  for (gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
       !is_said (self, sentence) && g_get_monotonic_time () < end;)
    wait_for (10);
  g_assert_true (is_said (self, sentence));
}

static void
let_go (gpointer n_left, GObject *toast)
{
  *(guint *) n_left -= 1;
}

/* What is told while another sentence is up comes soon, and of many only the newest. */
static void
test_many (Fixture *self, gconstpointer data)
{
  rapport_toaster_tell (self->toaster, "First");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Number %u", i);

      rapport_toaster_tell (self->toaster, sentence);
      rapport_toaster_tell (self->toaster, sentence);
    }
  g_assert_true (is_said (self, "First"));
  expect (self, "Number 48");
  g_assert_false (is_said (self, "Number 49"));
  expect (self, "Number 49");
}

/* It is the last of all that can be undone, and is not pushed out by what is told after it. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  rapport_toaster_tell (self->toaster, "First");
  rapport_toaster_offer_undo (self->toaster, "Somebody deleted");
  rapport_toaster_offer_undo (self->toaster, "Somebody else deleted");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Number %u", i);

      rapport_toaster_tell (self->toaster, sentence);
    }
  expect (self, "Somebody else deleted");
  g_assert_nonnull (fixture_find (self->overlay, GTK_TYPE_BUTTON, "Undo"));
  expect (self, "Number 4");
  rapport_toaster_offer_undo (self->toaster, "All deleted");
  rapport_toaster_forget_undo (self->toaster);
  wait_for (3000);
  g_assert_false (is_said (self, "All deleted"));
}

/* How far something is stays until it is done, and what waits comes then. */
static void
test_progress (Fixture *self, gconstpointer data)
{
  rapport_toaster_show_progress (self->toaster, "Half", "win.stop");
  rapport_toaster_tell (self->toaster, "Told");
  wait_for (3000);
  rapport_toaster_show_progress (self->toaster, "Nearly", "win.stop");
  g_assert_true (is_said (self, "Nearly") && !is_said (self, "Told"));
  rapport_toaster_end_progress (self->toaster);
  expect (self, "Told");
  rapport_toaster_show_progress (self->toaster, "Again", "win.stop");
  rapport_toaster_end_progress (self->toaster);
  wait_for (3000);
  g_assert_false (is_said (self, "Again"));
}

/* However long nothing is painted, none goes before it has come. */
static void
test_busy (Fixture *self, gconstpointer data)
{
  rapport_toaster_tell (self->toaster, "First");
  rapport_toaster_tell (self->toaster, "Second");
  g_usleep (2500000);
  expect (self, "Second");
  rapport_toaster_offer_undo (self->toaster, "Somebody deleted");
  rapport_toaster_forget_undo (self->toaster);
  g_usleep (1000000);
  wait_for (3000);
  g_assert_false (is_said (self, "Somebody deleted"));
}

/* What was done while something else can be undone can be undone for as long; in the end it goes by itself. */
static void
test_undo_anew (Fixture *self, gconstpointer data)
{
  gint64 began;

  rapport_toaster_offer_undo (self->toaster, "Somebody deleted");
  expect (self, "Somebody deleted");
  wait_for (3500);
  began = g_get_monotonic_time ();
  rapport_toaster_offer_undo (self->toaster, "Somebody else deleted");
  wait_for (2500);
  if (g_get_monotonic_time () - began < 4500 * 1000)
    g_assert_true (is_said (self, "Somebody else deleted"));
  for (guint i = 0; i < 300 && is_said (self, "Somebody else deleted"); i++)
    wait_for (100);
  g_assert_false (is_said (self, "Somebody else deleted"));
}

/* Nobody keeps what is gone. */
static void
test_lets_go (Fixture *self, gconstpointer data)
{
  AdwToast *toast = adw_toast_new ("Mine");
  guint n_left = 1;

  g_object_weak_ref (G_OBJECT (toast), let_go, &n_left);
  rapport_toaster_add (self->toaster, toast);
  rapport_toaster_tell (self->toaster, "Another");
  expect (self, "Another");
  wait_for (1000);
  g_assert_cmpuint (n_left, ==, 0);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/toaster/many", test_many);
  add ("/toaster/undo", test_undo);
  add ("/toaster/undo-anew", test_undo_anew);
  add ("/toaster/progress", test_progress);
  add ("/toaster/busy", test_busy);
  add ("/toaster/lets-go", test_lets_go);
  return g_test_run ();
}
