/* rapport-canvas-menus.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-menus.h"

#include "rapport-canvas-menu.h"

struct _RapportCanvasMenus
{
  RapportCanvas *canvas; /* borrowed: it owns this */
  GHashTable *menus;     /* owned: use → a menu, a child of the canvas from the first time that it was opened */
  GMenu *sectors;        /* owned: a part of these menus */
  GtkWidget *last;       /* nullable: the one that was opened last */
  RapportPoint at;       /* where it was asked for, in map units */
};

RapportCanvasMenus *
rapport_canvas_menus_new (RapportCanvas *canvas)
{
  RapportCanvasMenus *self = g_new0 (RapportCanvasMenus, 1);

  self->canvas = canvas;
  self->menus = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gtk_widget_unparent);
  self->sectors = g_menu_new ();
  return self;
}

/* While the canvas can still let go of them. */
void
rapport_canvas_menus_free (RapportCanvasMenus *self)
{
  g_hash_table_unref (self->menus);
  g_object_unref (self->sectors);
  g_free (self);
}

/* GTK 4.8 leaves the keyboard nowhere where what was chosen is in a menu within the menu. */
static void
closed_cb (RapportCanvas *canvas, GtkWidget *menu)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, menu)))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

/* Each is kept for all times, and never gets another model: GTK 4.8 neither lets go of the items of a model that is
 * replaced (4 kB a time), nor of a menu that is taken away soon after it was opened, nor does it expect that a tooltip
 * cannot be shown there any more. Returns: (transfer none) */
static GtkWidget *
ensure_menu (RapportCanvasMenus *self)
{
  RapportSession *session = rapport_canvas_get_session (self->canvas);
  gpointer use = GUINT_TO_POINTER (rapport_canvas_menu_get_use (session));
  GtkWidget *menu = g_hash_table_lookup (self->menus, use);
  g_autoptr (GMenuModel) model = NULL;

  rapport_canvas_menu_fill_sectors (self->sectors, rapport_session_get_map (session));
  if (menu != NULL)
    return menu;
  model = rapport_canvas_menu_new (session, self->sectors);
  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect_object (menu, "closed", G_CALLBACK (closed_cb), self->canvas, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (menu, GTK_WIDGET (self->canvas));
  g_hash_table_insert (self->menus, use, menu);
  return menu;
}

/* @x, @y: in the canvas's pixels; what is out of sight has its menu at the edge. While the canvas is not on the screen
 * there is nothing that a menu could stand on. */
void
rapport_canvas_menus_open (RapportCanvasMenus *self, double x, double y)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  const GdkRectangle spot = { (int) CLAMP (x, 0, MAX (gtk_widget_get_width (canvas) - 1, 0)),
                              (int) CLAMP (y, 0, MAX (gtk_widget_get_height (canvas) - 1, 0)), 1, 1 };

  if (!gtk_widget_get_mapped (canvas))
    return;
  if (self->last != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->last));
  self->last = ensure_menu (self);
  self->at = rapport_canvas_to_map (self->canvas, x, y);
  gtk_widget_action_set_enabled (canvas, "map.add-here",
                                 !rapport_session_is_read_only (rapport_canvas_get_session (self->canvas)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->last), &spot);
  gtk_popover_popup (GTK_POPOVER (self->last));
}

/* After the canvas has another size. */
void
rapport_canvas_menus_follow (RapportCanvasMenus *self)
{
  if (self->last != NULL && gtk_widget_get_visible (self->last))
    gtk_popover_present (GTK_POPOVER (self->last));
}

/* Returns: where the last one was asked for, in map units */
RapportPoint
rapport_canvas_menus_get_place (const RapportCanvasMenus *self)
{
  return self->at;
}
