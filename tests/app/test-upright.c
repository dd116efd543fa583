/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-upright.h"

#include <adwaita.h>

#include "session-fixture.h"

/* A sentence over something high: the lower it all is made, the wider GTK would like the sentence. */
static GtkWidget *
new_bin (void)
{
  GtkWidget *bin = adw_bin_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("One two three four five six seven eight nine ten"), *high = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_size_request (high, 80, 200);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), high);
  adw_bin_set_child (ADW_BIN (bin), box);
  rapport_upright_lay_out (bin);
  return bin;
}

static int
get_least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* As narrow and as low as one wants; the page stays at the head of a stack and at its start. */
static void
check (GtkTextDirection direction)
{
  GtkWidget *stack = gtk_stack_new (), *bin = new_bin (), *box = gtk_widget_get_first_child (bin);
  const int least = get_least (box, GTK_ORIENTATION_HORIZONTAL, -1);
  graphene_rect_t bounds;

  gtk_widget_set_direction (bin, direction);
  gtk_stack_add_child (GTK_STACK (stack), bin);
  fixture_show (stack);
  g_assert_cmpint (get_least (box, GTK_ORIENTATION_HORIZONTAL, 220), >, least);
  g_assert_cmpint (get_least (bin, GTK_ORIENTATION_HORIZONTAL, 220), ==, least);
  g_assert_cmpint (get_least (bin, GTK_ORIENTATION_VERTICAL, -1), ==, 0);
  gtk_widget_size_allocate (bin, &(GtkAllocation){ .width = least / 2, .height = 50 }, -1);
  g_assert_true (gtk_widget_compute_bounds (box, bin, &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, least);
  g_assert_cmpfloat (bounds.size.height, ==, get_least (box, GTK_ORIENTATION_VERTICAL, least));
  g_assert_cmpfloat (bounds.origin.x, ==, direction == GTK_TEXT_DIR_RTL ? least / 2 - least : 0);
  gtk_widget_size_allocate (bin, &(GtkAllocation){ .width = 300, .height = 500 }, -1);
  g_assert_true (gtk_widget_compute_bounds (box, bin, &bounds));
  g_assert_true (bounds.size.width == 300 && bounds.size.height == 500);
  fixture_hide (stack);
}

/* A stack in one, of a page that is one, as in the window. */
static void
test_stack (void)
{
  GtkWidget *outer = adw_bin_new (), *stack = gtk_stack_new (), *page = new_bin ();
  const int least = get_least (page, GTK_ORIENTATION_HORIZONTAL, -1);
  graphene_rect_t bounds;

  gtk_stack_add_child (GTK_STACK (stack), page);
  adw_bin_set_child (ADW_BIN (outer), stack);
  rapport_upright_lay_out (outer);
  fixture_show (outer);
  g_assert_cmpint (get_least (outer, GTK_ORIENTATION_HORIZONTAL, -1), ==, least);
  gtk_widget_size_allocate (outer, &(GtkAllocation){ .width = least / 2, .height = 50 }, -1);
  g_assert_true (gtk_widget_compute_bounds (page, outer, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, least);
  fixture_hide (outer);
}

static void
test_both_ways (void)
{
  check (GTK_TEXT_DIR_LTR);
  check (GTK_TEXT_DIR_RTL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/upright/both-ways", test_both_ways);
  g_test_add_func ("/upright/stack", test_stack);
  return g_test_run ();
}
