/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-window.h"

#include "rapport-list-dialog.h"
#include "session-fixture.h"

/* Another program at the clipboard is another connection to the screen. It answers only while the loop runs. */
typedef struct
{
  RapportWindow *window;
  GdkDisplay *other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = rapport_window_new (NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  self->other = gdk_display_open (NULL);
  g_assert_nonnull (self->other);
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (self->window));
  gdk_display_close (self->other);
  fixture_settle ();
}

/* Returns: how many lists are looked through; those of before are closed */
static guint
count_lists (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    if (RAPPORT_IS_LIST_DIALOG (l->data))
      n++;
  return n;
}

static void
close_lists (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (RAPPORT_IS_LIST_DIALOG (l->data))
      gtk_window_close (l->data);
  fixture_settle ();
}

static gboolean
is_told (Fixture *self, const char *sentence)
{
  return fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, sentence) != NULL;
}

static void
wait_a_moment (gint64 milliseconds)
{
  for (gint64 end = g_get_monotonic_time () + milliseconds * 1000; g_get_monotonic_time () < end;)
    {
      fixture_settle ();
      g_usleep (2000);
    }
}

static void
paste (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste", NULL);
}

static void
changed_cb (GdkClipboard *clipboard, Fixture *self)
{
  const char *const *types = gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), NULL);

  if (types == NULL || *types == NULL)
    {
      paste (self);
      paste (self);
    }
}

/* Whoever has copied something is heard of before what it is: a key that is pressed in between is not in vain, and one
   that is pressed twice is one paste. */
static void
test_soon (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));

  g_signal_connect (clipboard, "changed", G_CALLBACK (changed_cb), self);
  gdk_clipboard_set_text (gdk_display_get_clipboard (self->other), "Mill -> Council");
  for (guint i = 0; i < 500 && count_lists () == 0; i++)
    wait_a_moment (20);
  g_signal_handlers_disconnect_by_data (clipboard, self);
  g_assert_cmpuint (count_lists (), ==, 1);
  g_assert_false (is_told (self, "There is no text to paste."));
  wait_a_moment (100);
  g_assert_cmpuint (count_lists (), ==, 1);
  close_lists ();
}

/* Where nobody has copied anything that is said, a moment later. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  paste (self);
  for (guint i = 0; i < 500 && !is_told (self, "There is no text to paste."); i++)
    wait_a_moment (20);
  g_assert_true (is_told (self, "There is no text to paste."));
  g_assert_cmpuint (count_lists (), ==, 0);
}

static void
shown_cb (GListModel *windows, guint place, guint removed, guint added, guint *n_shown)
{
  *n_shown += added;
}

/* A window that is closed while others are asked is let go of, and nothing comes up for it. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  RapportWindow *asking = rapport_window_new (NULL);
  gpointer left = asking;
  guint n_shown = 0;

  g_object_add_weak_pointer (G_OBJECT (asking), &left);
  gtk_window_present (GTK_WINDOW (asking));
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (asking), "win.paste", NULL);
  gtk_window_close (GTK_WINDOW (asking));
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (shown_cb), &n_shown);
  gdk_clipboard_set_text (gdk_display_get_clipboard (self->other), "Mill -> Council");
  for (guint i = 0; i < 500 && left != NULL; i++)
    wait_a_moment (20);
  g_assert_null (left);
  g_signal_handlers_disconnect_by_data (gtk_window_get_toplevels (), &n_shown);
  g_assert_cmpuint (n_shown, ==, 0);
}

/* What is copied here while others are asked was not meant to be pasted. */
static void
test_meanwhile (Fixture *self, gconstpointer data)
{
  paste (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), "Mine");
  wait_a_moment (300);
  g_assert_cmpuint (count_lists (), ==, 0);
  paste (self);
  for (guint i = 0; i < 500 && count_lists () == 0; i++)
    wait_a_moment (20);
  g_assert_cmpuint (count_lists (), ==, 1);
  close_lists ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/pasting/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/pasting/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/pasting/soon", Fixture, NULL, set_up, test_soon, tear_down);
  g_test_add ("/pasting/meanwhile", Fixture, NULL, set_up, test_meanwhile, tear_down);
  return g_test_run ();
}
