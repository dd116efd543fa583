/* rapport-button-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-button-names.h"

/**
 * rapport_button_names_mend:
 * @widget: a window or anything in one, with all that is in it
 *
 * A button with a mnemonic is named twice in GTK 4.8: “_Save” by its property and “Save” by the label that it shows,
 * and a screen reader says both. The label alone is its name.
 */
void
rapport_button_names_mend (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rapport_button_names_mend (child);
}

/**
 * rapport_button_names_set:
 * @button: a #GtkButton that shows less than it is called, such as a number
 * @name: what a screen reader calls it
 *
 * In later versions of GTK than 4.8 a button with a label is called by that alone, whatever other name it is given.
 */
void
rapport_button_names_set (GtkWidget *button, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button) && name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
