/* rapport-window-header.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much of the header the title may take. GTK gives the title all that it would like and each end half of what is
 * left, so that a long title would push Save and Present off the window while there is room beside it.
 */
#include "rapport-window-private.h"

/* Pixels: a title is cut to so much for Present to be there too, and to so much for Save. */
#define SHORT_TITLE 150
#define SHORTEST_TITLE 90
/* Of the header: what lies between its parts and at its edges. */
#define BETWEEN 32

static int
get_natural_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What is left for the title in the middle where the end of the header has this form of Save and Present. */
static int
get_room (RapportWindow *self, GtkCenterBox *header, GtkWidget *form, int width)
{
  GtkWidget *end = gtk_center_box_get_end_widget (header);
  int others = get_natural_width (end) - get_natural_width (self->save_and_present);

  return width - BETWEEN - 2 * (others + get_natural_width (form));
}

/* @width: of the window. The word Present gives way to a title; a long title gives way to the sign for it, and to Save. */
void
_rapport_window_fit_title (RapportWindow *self, int width)
{
  GtkWidget *header = gtk_widget_get_parent (GTK_WIDGET (self->title_room));
  GtkWidget *form;
  int room = width;

  if (!GTK_IS_CENTER_BOX (header) || !gtk_widget_get_visible (self->save_and_present))
    return;
  for (form = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->save_and_present)); form != NULL; form = gtk_widget_get_next_sibling (form))
    {
      room = get_room (self, GTK_CENTER_BOX (header), form, width);
      if (room >= SHORT_TITLE)
        break;
    }
  /* The clamp would like to be as wide as it may. */
  room = MIN (MAX (room, SHORTEST_TITLE), get_natural_width (GTK_WIDGET (self->title)));
  if (room == adw_clamp_get_maximum_size (self->title_room))
    return;
  adw_clamp_set_maximum_size (self->title_room, room);
  adw_clamp_set_tightening_threshold (self->title_room, room);
}
