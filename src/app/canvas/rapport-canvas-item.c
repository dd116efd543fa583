/* rapport-canvas-item.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-item.h"

struct _RapportCanvasItem
{
  GtkWidget parent_instance;

  /* Owned */
  char *id;
  char *name;
  char *description;

  RapportRect bounds; /* in map units */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (RapportCanvasItem, rapport_canvas_item, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_OPENED,
  SIGNAL_MENU_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SELECTED], 0);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPENED], 0);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MENU_WANTED], 0);
}

static void
entered_cb (RapportCanvasItem *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* Tab goes through the map in the map's own order, and out of it: the keys of the map see to that. */
static gboolean
rapport_canvas_item_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
rapport_canvas_item_finalize (GObject *object)
{
  RapportCanvasItem *self = RAPPORT_CANVAS_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);

  G_OBJECT_CLASS (rapport_canvas_item_parent_class)->finalize (object);
}

static void
rapport_canvas_item_class_init (RapportCanvasItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rapport_canvas_item_finalize;
  widget_class->focus = rapport_canvas_item_focus;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", RAPPORT_TYPE_CANVAS_ITEM, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", RAPPORT_TYPE_CANVAS_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENU_WANTED] = g_signal_new ("menu-wanted", RAPPORT_TYPE_CANVAS_ITEM, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rapport-canvas-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "item.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "item.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "item.menu", NULL, menu_cb);
}

static void
rapport_canvas_item_init (RapportCanvasItem *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* @id: of the element that it stands for */
GtkWidget *
rapport_canvas_item_new (const char *id)
{
  RapportCanvasItem *self = g_object_new (RAPPORT_TYPE_CANVAS_ITEM, NULL);

  self->id = g_strdup (id);
  /* Said, so that it can be told from what is never selected. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
const char *
rapport_canvas_item_get_id (RapportCanvasItem *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS_ITEM (self), NULL);
  return self->id;
}

/* What has not changed is not told again. */
void
rapport_canvas_item_tell (RapportCanvasItem *self, const char *name, const char *description)
{
  g_return_if_fail (RAPPORT_IS_CANVAS_ITEM (self));
  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
}

/* @bounds: in map units */
void
rapport_canvas_item_set_bounds (RapportCanvasItem *self, const RapportRect *bounds)
{
  g_return_if_fail (RAPPORT_IS_CANVAS_ITEM (self));
  self->bounds = *bounds;
}

RapportRect
rapport_canvas_item_get_bounds (RapportCanvasItem *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS_ITEM (self), ((RapportRect){ 0, 0, 0, 0 }));
  return self->bounds;
}

/* Whether it is selected on the map. */
void
rapport_canvas_item_set_chosen (RapportCanvasItem *self, gboolean chosen)
{
  g_return_if_fail (RAPPORT_IS_CANVAS_ITEM (self));
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
