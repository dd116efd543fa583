/* test-panes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes beside the map come and go, over it where the window is narrow, and the map stays where it is meanwhile.
 */
#include "rapport-window.h"

#include <adwaita.h>

#include "rapport-canvas.h"
#include "rapport-inspector.h"
#include "rapport-outline-view.h"
#include "rapport-question-bar.h"
#include "rapport-workshop-panel.h"
#include "session-fixture.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget *window;
  GtkWidget *flap;
  int width; /* of the window, which no pane changes */
  guint n_between; /* how often it was seen on its way */
} Fixture;

static void
progress_cb (Fixture *self)
{
  GtkWidget *canvas = fixture_find (self->window, RAPPORT_TYPE_CANVAS, NULL);
  double progress = adw_flap_get_reveal_progress (ADW_FLAP (self->flap));
  graphene_rect_t place;

  g_assert_cmpfloat (progress, >=, -0.001);
  g_assert_cmpfloat (progress, <=, 1.001);
  if (progress > 0.001 && progress < 0.999)
    self->n_between++;
  g_assert_true (gtk_widget_compute_bounds (canvas, self->window, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x, <=, 400);
  if (gtk_widget_get_mapped (self->window))
    g_assert_cmpint (gtk_widget_get_width (self->window), ==, self->width);
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
  self->width = gtk_widget_get_width (self->window);
  g_assert_cmpint (self->width, <=, width);
}

/* Returns: (transfer none): a pane, which may not be there now */
static GtkWidget *
find_hidden (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_OBJECT_TYPE (widget) == type)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_hidden (child, type);
  return found;
}

static void
watch (Fixture *self, GType pane)
{
  self->flap = gtk_widget_get_ancestor (find_hidden (self->window, pane), ADW_TYPE_FLAP);
  g_signal_connect_swapped (self->flap, "notify::reveal-progress", G_CALLBACK (progress_cb), self);
}

static void
test_pane (gconstpointer width, GType pane, const char *action)
{
  Fixture self = { NULL };
  guint n_between = 0;

  show (&self, GPOINTER_TO_INT (width));
  watch (&self, pane);
  for (guint i = 0; i < 2; i++)
    {
      toggle (&self, action, TRUE);
      fixture_settle ();
      toggle (&self, action, FALSE);
      fixture_settle ();
    }
  /* Called back in the very moment in which it is gone, it slides as well. */
  toggle (&self, action, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      toggle (&self, action, FALSE);
      self.n_between = 0;
      toggle (&self, action, TRUE);
      n_between += self.n_between;
    }
  fixture_settle ();
  g_assert_cmpuint (n_between, >, 0);
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (self.window)));
  gtk_window_destroy (GTK_WINDOW (self.window));
  fixture_settle ();
}

static void
test_outline (gconstpointer width)
{
  test_pane (width, RAPPORT_TYPE_OUTLINE_VIEW, "win.outline");
}

static void
test_inspector (gconstpointer width)
{
  test_pane (width, RAPPORT_TYPE_INSPECTOR, "win.details");
}

static void
test_workshop (gconstpointer width)
{
  test_pane (width, RAPPORT_TYPE_WORKSHOP_PANEL, "win.workshop");
}

/* Whatever is asked before is answered by closing it: the next time it is not asked. */
static void
present_in_window (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (window, "win.present-in-window", NULL);
      fixture_settle ();
      for (guint j = g_list_model_get_n_items (windows); i == 0 && j > 0; j--)
        {
          g_autoptr (GtkWindow) other = g_list_model_get_item (windows, j - 1);

          if (GTK_WIDGET (other) != window)
            gtk_window_destroy (other);
        }
    }
}

/* Where a window is too low for all that is open, what is at its foot is cut off, and never what is at its head. */
static void
test_low (void)
{
  Fixture self = { NULL };
  const gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;
  GtkWidget *bar;
  graphene_rect_t before, after;

  show (&self, 700);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 700, 400);
  fixture_settle ();
  bar = fixture_find (self.window, RAPPORT_TYPE_QUESTION_BAR, NULL);
  g_assert_true (gtk_widget_compute_bounds (bar, self.window, &before));
  present_in_window (self.window);
  self.flap = gtk_widget_get_ancestor (find_hidden (self.window, RAPPORT_TYPE_WORKSHOP_PANEL), ADW_TYPE_FLAP);
  adw_flap_set_reveal_flap (ADW_FLAP (self.flap), TRUE);
  while (g_get_monotonic_time () < end)
    {
      fixture_settle ();
      g_usleep (10000);
      g_assert_true (gtk_widget_compute_bounds (bar, self.window, &after));
      g_assert_cmpfloat (after.origin.y, ==, before.origin.y);
    }
  g_assert_cmpint (gtk_widget_get_height (self.window), <=, 400);
  gtk_widget_activate_action (self.window, "win.stop-presenting", NULL);
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (self.window)));
  gtk_window_destroy (GTK_WINDOW (self.window));
  fixture_settle ();
}

/* Nothing in a pane that goes can be pressed, or hangs down from where it was. */
static void
test_leaving (void)
{
  Fixture self = { NULL };
  GtkWidget *pane, *button, *popover;

  show (&self, 1200);
  watch (&self, RAPPORT_TYPE_OUTLINE_VIEW);
  toggle (&self, "win.outline", TRUE);
  fixture_settle ();
  pane = adw_flap_get_flap (ADW_FLAP (self.flap));
  button = fixture_find (pane, GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (gtk_widget_get_mapped (popover) && gtk_widget_get_can_target (pane));
  gtk_widget_activate_action (self.window, "win.outline", NULL);
  g_assert_false (gtk_widget_get_mapped (popover) || gtk_widget_get_can_target (pane));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self.window)), pane));
  g_assert_false (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD));
  gtk_widget_activate_action (self.window, "win.outline", NULL);
  g_assert_true (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD));
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (self.window)));
  gtk_window_destroy (GTK_WINDOW (self.window));
  fixture_settle ();
}

static GType
get_pane_of (const char *action)
{
  if (strcmp (action, "win.details") == 0)
    return RAPPORT_TYPE_INSPECTOR;
  return strcmp (action, "win.outline") == 0 ? RAPPORT_TYPE_OUTLINE_VIEW : RAPPORT_TYPE_WORKSHOP_PANEL;
}

/* With the keyboard in the pane, and in its list where it has one. @pane: (out): NULL from when it is let go of */
static void
show_with_keyboard (Fixture *self, gconstpointer action, gpointer *pane)
{
  GtkWidget *list;

  show (self, 1200);
  watch (self, get_pane_of (action));
  toggle (self, action, TRUE);
  fixture_settle ();
  *pane = find_hidden (self->window, get_pane_of (action));
  g_object_add_weak_pointer (*pane, pane);
  g_assert_true (gtk_widget_child_focus (*pane, GTK_DIR_TAB_FORWARD));
  list = fixture_find (*pane, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_true (list == NULL || gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), *pane));
}

/* GTK 4.8 remembers what was hidden round the keyboard, and forgets to let go of it where that is two things at a time. */
static void
check_end (Fixture *self, gpointer *pane)
{
  rapport_session_close (rapport_window_get_session (RAPPORT_WINDOW (self->window)));
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_null (*pane);
}

static void
test_keyboard (gconstpointer action)
{
  Fixture self = { NULL };
  GtkWidget *frame;
  gpointer pane;

  show_with_keyboard (&self, action, &pane);
  frame = adw_flap_get_flap (ADW_FLAP (self.flap));
  adw_flap_set_reveal_flap (ADW_FLAP (self.flap), FALSE);
  g_assert_true (RAPPORT_IS_CANVAS (gtk_root_get_focus (GTK_ROOT (self.window))));
  g_assert_false (gtk_widget_child_focus (frame, GTK_DIR_TAB_FORWARD));
  toggle (&self, action, TRUE);
  g_assert_true (gtk_widget_child_focus (frame, GTK_DIR_TAB_FORWARD));
  toggle (&self, action, FALSE);
  check_end (&self, &pane);
}

/* Where somebody wants nothing to move, a pane is gone at once. */
static void
test_without_motion (gconstpointer action)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Fixture self = { NULL };
  gpointer pane;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  show_with_keyboard (&self, action, &pane);
  adw_flap_set_reveal_flap (ADW_FLAP (self.flap), FALSE);
  g_assert_cmpfloat (adw_flap_get_reveal_progress (ADW_FLAP (self.flap)), ==, 0);
  g_assert_true (RAPPORT_IS_CANVAS (gtk_root_get_focus (GTK_ROOT (self.window))));
  check_end (&self, &pane);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
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
  g_test_add_data_func ("/panes/workshop/wide", GINT_TO_POINTER (1200), test_workshop);
  g_test_add_data_func ("/panes/workshop/narrow", GINT_TO_POINTER (560), test_workshop);
  g_test_add_func ("/panes/low", test_low);
  g_test_add_func ("/panes/leaving", test_leaving);
  g_test_add_data_func ("/panes/keyboard/outline", "win.outline", test_keyboard);
  g_test_add_data_func ("/panes/keyboard/details", "win.details", test_keyboard);
  g_test_add_data_func ("/panes/keyboard/workshop", "win.workshop", test_keyboard);
  g_test_add_data_func ("/panes/without-motion/outline", "win.outline", test_without_motion);
  g_test_add_data_func ("/panes/without-motion/details", "win.details", test_without_motion);
  g_test_add_data_func ("/panes/without-motion/workshop", "win.workshop", test_without_motion);
  return g_test_run ();
}
