/* rapport-upright.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-upright.h"

static GtkSizeRequestMode
get_mode (GtkWidget *bin)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

static void
measure (GtkWidget *bin, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (bin);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  if (for_size >= 0)
    for_size = MAX (for_size, get_least (child, GTK_ORIENTATION_HORIZONTAL, -1));
  gtk_widget_measure (child, orientation, for_size, NULL, natural, NULL, NULL);
  *minimum = 0;
}

static void
allocate (GtkWidget *bin, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (bin);
  const int wide = MAX (width, get_least (child, GTK_ORIENTATION_HORIZONTAL, -1));
  const int high = MAX (height, get_least (child, GTK_ORIENTATION_VERTICAL, wide));
  const GtkAllocation place = {
    .x = gtk_widget_get_direction (bin) == GTK_TEXT_DIR_RTL ? width - wide : 0, .width = wide, .height = high,
  };

  gtk_widget_size_allocate (child, &place, baseline);
}

/**
 * rapport_upright_lay_out:
 * @bin: with one child, for as long as it is there
 *
 * Its child is never less high or wide than it has to be, and where there is not so much room what is at its foot or its
 * end is cut off. A GtkStack lets both ends stand out of what is too large for it, if only until the window has grown;
 * and it asks how wide a page must be for its height, which is much where words would need fewer lines. So it is in such
 * a bin, and what has lines of words in another one within it.
 */
void
rapport_upright_lay_out (GtkWidget *bin)
{
  g_return_if_fail (GTK_IS_WIDGET (bin));

  gtk_widget_set_overflow (bin, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_layout_manager (bin, gtk_custom_layout_new (get_mode, measure, allocate));
}
