/* rapport-late-menu.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-late-menu.h"

static void
make_cb (GtkMenuButton *button, gpointer model)
{
  if (gtk_menu_button_get_menu_model (button) != model)
    gtk_menu_button_set_menu_model (button, model);
}

/**
 * rapport_late_menu_set:
 *
 * Gives @button the menu @model, for one that it may have had. The many widgets that a menu is made of are made when it is
 * first opened: those of a window's menus together would take a thirtieth of the time until its first picture.
 */
void
rapport_late_menu_set (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, make_cb, g_object_ref (model), g_object_unref);
}

/* The same for the arrow beside @button. */
void
rapport_late_menu_set_split (AdwSplitButton *button, GMenuModel *model)
{
  GtkWidget *arrow;

  g_return_if_fail (ADW_IS_SPLIT_BUTTON (button));
  arrow = gtk_widget_get_last_child (GTK_WIDGET (button));
  while (arrow != NULL && !GTK_IS_MENU_BUTTON (arrow))
    arrow = gtk_widget_get_prev_sibling (arrow);
  rapport_late_menu_set (GTK_MENU_BUTTON (arrow), model);
}
