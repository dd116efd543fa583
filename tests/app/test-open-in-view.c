/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-open-in-view.h"

#include "session-fixture.h"

/* Higher than the screen. */
#define FAR 3000
#define HEIGHT 200

/* @before, @after: in pixels, what stands above and below the list that is opened; @start: where the page is scrolled to */
static void
check (int before, int after, double start)
{
  static const char *const words[] = { "One", "Two", NULL };
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new (NULL), *below = gtk_label_new (NULL);
  GtkWidget *list = gtk_drop_down_new_from_strings (words);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  gtk_widget_set_size_request (above, -1, before);
  gtk_widget_set_size_request (below, -1, after);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), below);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 200, HEIGHT);
  fixture_show (scrolled);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, start);
  fixture_settle ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (list)), TRUE);
  fixture_settle ();
  g_assert_true (gtk_widget_compute_bounds (list, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
  g_assert_true (gtk_widget_get_mapped (gtk_widget_get_last_child (list)));
  g_assert_true (before > HEIGHT / 2 || start > 0 || gtk_adjustment_get_value (adjustment) <= 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (list)), FALSE);
  fixture_settle ();
  fixture_hide (scrolled);
}

/* Far below or far above what is seen, it comes into sight and is opened there: GTK would warn, which ends the test. */
static void
test_out_of_sight (void)
{
  check (FAR, 10, 0);
  check (10, FAR, FAR);
}

/* What is in sight stays where it is. */
static void
test_in_sight (void)
{
  check (20, FAR, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  rapport_open_in_view_init ();
  g_test_add_func ("/open-in-view/out-of-sight", test_out_of_sight);
  g_test_add_func ("/open-in-view/in-sight", test_in_sight);
  return g_test_run ();
}
