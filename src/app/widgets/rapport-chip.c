/* rapport-chip.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-chip.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer floating) */
GtkWidget *
rapport_chip_new_box (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 4);
  gtk_widget_add_css_class (box, "chips");
  return box;
}

/* Returns: (transfer floating): stays down where the word is said */
GtkWidget *
rapport_chip_new_toggle (const char *title)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (title);

  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

/* Returns: (transfer floating): takes away what it names when it is pressed */
GtkWidget *
rapport_chip_new_removable (const char *title)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: %s is what is taken off a list. */
  g_autofree char *words = g_strdup_printf (_("Take off: %s"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return chip;
}
