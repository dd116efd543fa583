/* rapport-canvas-children.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-children.h"

/* Between a child and what it stands beside, in pixels. */
#define GAP 10

typedef enum
{
  SIDE_UNKNOWN, /* not chosen yet */
  SIDE_BELOW,
  SIDE_ABOVE,
  SIDE_RIGHT,
  SIDE_LEFT,
  SIDE_NONE,    /* about the middle */
} Side;

typedef struct
{
  GtkWidget *widget; /* its parent is the canvas */
  RapportRect about; /* in map units; of no size where the child has it for its middle */
  Side side;
} Child;

struct _RapportCanvasChildren
{
  RapportCanvas *canvas; /* borrowed: it owns this */
  GArray *list;          /* of Child */
};

RapportCanvasChildren *
rapport_canvas_children_new (RapportCanvas *canvas)
{
  RapportCanvasChildren *self = g_new0 (RapportCanvasChildren, 1);

  self->canvas = canvas;
  self->list = g_array_new (FALSE, FALSE, sizeof (Child));
  return self;
}

void
rapport_canvas_children_free (RapportCanvasChildren *self)
{
  g_array_unref (self->list);
  g_free (self);
}

guint
rapport_canvas_children_get_length (const RapportCanvasChildren *self)
{
  return self->list->len;
}

static Child *
find_child (RapportCanvasChildren *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_array_index (self->list, Child, i).widget == widget)
      return &g_array_index (self->list, Child, i);
  return NULL;
}

/* @child: (transfer full): a widget without a parent; @about: in map units; @beside: not to cover @about, where there is
 * room elsewhere, or else to have its middle there */
void
rapport_canvas_children_put (RapportCanvasChildren *self, GtkWidget *child, const RapportRect *about, gboolean beside)
{
  const Child new = { child, *about, beside ? SIDE_UNKNOWN : SIDE_NONE };

  g_array_append_val (self->list, new);
  gtk_widget_set_parent (child, GTK_WIDGET (self->canvas));
}

/* @at: of its middle, in map units */
void
rapport_canvas_children_move (RapportCanvasChildren *self, GtkWidget *child, RapportPoint at)
{
  Child *found = find_child (self, child);

  g_return_if_fail (found != NULL);
  found->about = (RapportRect){ .x = at.x, .y = at.y };
  found->side = SIDE_NONE;
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
}

void
rapport_canvas_children_take_away (RapportCanvasChildren *self, GtkWidget *child)
{
  Child *found = find_child (self, child);

  g_return_if_fail (found != NULL);
  g_array_remove_index (self->list, (guint) (found - (Child *) self->list->data));
  gtk_widget_unparent (child);
}

void
rapport_canvas_children_clear (RapportCanvasChildren *self)
{
  while (self->list->len > 0)
    rapport_canvas_children_take_away (self, g_array_index (self->list, Child, 0).widget);
}

/* --- Where they stand --- */

/* In the canvas's pixels. */
static graphene_rect_t
get_about (RapportCanvasChildren *self, const Child *child)
{
  RapportPoint from = rapport_canvas_from_map (self->canvas, child->about.x, child->about.y);
  RapportPoint to = rapport_canvas_from_map (self->canvas, child->about.x + child->about.width,
                                             child->about.y + child->about.height);

  return GRAPHENE_RECT_INIT ((float) from.x, (float) from.y, (float) (to.x - from.x), (float) (to.y - from.y));
}

static GtkAllocation
place_at (Side side, const graphene_rect_t *about, int width, int height)
{
  GtkAllocation box = { .width = width, .height = height };

  box.x = (int) (about->origin.x + about->size.width / 2) - width / 2;
  box.y = (int) (about->origin.y + about->size.height / 2) - height / 2;
  if (side == SIDE_BELOW)
    box.y = (int) (about->origin.y + about->size.height) + GAP;
  else if (side == SIDE_ABOVE)
    box.y = (int) about->origin.y - GAP - height;
  else if (side == SIDE_RIGHT)
    box.x = (int) (about->origin.x + about->size.width) + GAP;
  else if (side == SIDE_LEFT)
    box.x = (int) about->origin.x - GAP - width;
  return box;
}

static gboolean
has_room (Side side, const GtkAllocation *box, int width, int height)
{
  if (side == SIDE_BELOW || side == SIDE_ABOVE)
    return box->y >= 0 && box->y + box->height <= height;
  return box->x >= 0 && box->x + box->width <= width;
}

/* It stays at the side that was chosen first, while there is room: a list that becomes shorter with each letter is not to
 * leap about. */
static Side
choose_side (const Child *child, const graphene_rect_t *about, const GtkRequisition *size, int width, int height)
{
  const Side sides[] = { child->side, SIDE_BELOW, SIDE_ABOVE, SIDE_RIGHT, SIDE_LEFT };

  for (guint i = child->side == SIDE_UNKNOWN; i < G_N_ELEMENTS (sides); i++)
    {
      GtkAllocation box = place_at (sides[i], about, size->width, size->height);

      if (has_room (sides[i], &box, width, height))
        return sides[i];
    }
  return SIDE_BELOW;
}

static void
allocate_child (RapportCanvasChildren *self, Child *child, int width, int height)
{
  graphene_rect_t about = get_about (self, child);
  GtkRequisition size;
  GtkAllocation box;

  gtk_widget_get_preferred_size (child->widget, NULL, &size);
  size.width = MIN (size.width, width);
  if (child->side != SIDE_NONE)
    child->side = choose_side (child, &about, &size, width, height);
  box = place_at (child->side, &about, size.width, size.height);
  box.x = CLAMP (box.x, 0, MAX (0, width - box.width));
  box.y = CLAMP (box.y, 0, MAX (0, height - box.height));
  gtk_widget_size_allocate (child->widget, &box, -1);
}

/* @width, @height: of the canvas, in pixels */
void
rapport_canvas_children_allocate (RapportCanvasChildren *self, int width, int height)
{
  for (guint i = 0; i < self->list->len; i++)
    allocate_child (self, &g_array_index (self->list, Child, i), width, height);
}

void
rapport_canvas_children_snapshot (RapportCanvasChildren *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->list->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self->canvas), g_array_index (self->list, Child, i).widget, snapshot);
}
