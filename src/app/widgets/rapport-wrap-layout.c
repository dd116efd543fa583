/* rapport-wrap-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-wrap-layout.h"

struct _RapportWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* pixels */
};

G_DEFINE_FINAL_TYPE (RapportWrapLayout, rapport_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Of more lines than anybody wants to see, the last takes all that is left. */
#define MAX_LINES 8

typedef struct
{
  int x; /* where the next child goes */
  int y;
  int height;
} Line;

static int
get_width (GtkWidget *child, int room)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, room));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first line with room for @width. */
static guint
choose_line (const Line *lines, int room, int width)
{
  guint i = 0;

  while (i + 1 < MAX_LINES && lines[i].x > 0 && lines[i].x + width > room)
    i++;
  return i;
}

/* Puts each child into a line, in the lines' order. @allocate: where the lines' heights are known already */
static void
fill (RapportWrapLayout *self, GtkWidget *widget, int room, Line *lines, gboolean allocate)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation box;
      Line *line;

      if (!gtk_widget_should_layout (child))
        continue;
      box.width = get_width (child, room);
      box.height = get_height (child, box.width);
      line = &lines[choose_line (lines, room, box.width)];
      box.x = line->x;
      box.y = line->y;
      if (allocate)
        gtk_widget_size_allocate (child, &box, -1);
      line->x += box.width + self->spacing;
      line->height = MAX (line->height, box.height);
    }
}

/* Returns: the height of all lines, which are then empty and in their places */
static int
place_lines (RapportWrapLayout *self, Line *lines)
{
  int y = 0;

  for (guint i = 0; i < MAX_LINES && lines[i].height > 0; i++)
    {
      lines[i].x = 0;
      lines[i].y = y;
      y += lines[i].height + self->spacing;
    }
  return MAX (y - self->spacing, 0);
}

static void
measure_width (RapportWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
rapport_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rapport_wrap_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RapportWrapLayout *self = RAPPORT_WRAP_LAYOUT (layout);
  Line lines[MAX_LINES] = { 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  fill (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2, lines, FALSE);
  *minimum = *natural = place_lines (self, lines);
}

static void
rapport_wrap_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  RapportWrapLayout *self = RAPPORT_WRAP_LAYOUT (layout);
  Line lines[MAX_LINES] = { 0 };

  fill (self, widget, width, lines, FALSE);
  place_lines (self, lines);
  fill (self, widget, width, lines, TRUE);
}

static void
rapport_wrap_layout_class_init (RapportWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = rapport_wrap_layout_get_request_mode;
  layout_class->measure = rapport_wrap_layout_measure;
  layout_class->allocate = rapport_wrap_layout_allocate;
}

static void
rapport_wrap_layout_init (RapportWrapLayout *self)
{
}

/* @spacing: between children, in pixels. Returns: (transfer full) */
GtkLayoutManager *
rapport_wrap_layout_new (int spacing)
{
  RapportWrapLayout *self = g_object_new (RAPPORT_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
