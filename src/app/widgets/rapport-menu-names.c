/* rapport-menu-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-menu-names.h"

#define MENU_ITEM "GtkModelButton"
/* In later versions of GTK 4 than this an item of a menu is called as the label within it, and in some of them, such as
 * 4.18, that label has a role which may have no name. */
#define LAST_NAMED 8

static void
name_items (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), MENU_ITEM))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      if (text != NULL && *text != '\0')
        {
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
          gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  gpointer widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER_MENU (widget))
    name_items (widget);
  return TRUE;
}

/**
 * rapport_menu_names_init:
 *
 * From now on a screen reader says the items of every menu that comes up, those of the toolkit's own menus too.
 */
void
rapport_menu_names_init (void)
{
  static gboolean done;

  if (done || gtk_get_minor_version () <= LAST_NAMED)
    return;
  done = TRUE;
  /* Before the first widget the signal is not there yet. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
