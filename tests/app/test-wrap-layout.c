/* test-wrap-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-wrap-layout.h"

#define WIDE 100
#define HIGH 20
#define SPACING 6

/* A box of the children's widths, laid out in so much room; what came of each is told from left and top. */
static void
check (const int *widths, guint n, int room, const char *wanted)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  g_autoptr (GString) got = g_string_new (NULL);
  int height;

  gtk_widget_set_layout_manager (box, rapport_wrap_layout_new (SPACING));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, widths[i], HIGH);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, room, &height, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, room, height }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
      g_string_append_printf (got, "%g,%g ", bounds.origin.x, bounds.origin.y);
    }
  g_string_append_printf (got, "in %d", height);
  g_assert_cmpstr (got->str, ==, wanted);
  g_object_unref (box);
}

static void
test_lines (void)
{
  static const int widths[] = { WIDE, 3 * WIDE, WIDE };

  check (widths, 3, 6 * WIDE, "0,0 106,0 412,0 in 20");
  /* What has room in an earlier line goes there. */
  check (widths, 3, 3 * WIDE, "0,0 0,26 106,0 in 46");
  check (widths, 3, 3 * WIDE + SPACING, "0,0 0,26 106,0 in 46");
  check (widths, 1, WIDE, "0,0 in 20");
  check (widths, 0, WIDE, "in 0");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap-layout/lines", test_lines);
  return g_test_run ();
}
