/* rapport-message-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-message-dialog.h"

/* The class that libadwaita gives to the large one of the two labels of a heading. */
#define LARGE_HEADING "title-2"
/* Pixels: more than the dots of a cut-off label take, and less than any dialog is wide. */
#define LEAST_WIDTH 120

/* libadwaita 1.7 asks how high the large heading is in dialogs that are too narrow for it, where the small one is shown,
 * and GTK 4.18 warns of that. A label that could be cut off fits any of these widths; it never is cut off, since it is
 * shown only where there is room for all of it. */
static void
let_heading_shrink (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, LARGE_HEADING))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_widget_set_size_request (gtk_widget_get_parent (widget), LEAST_WIDTH, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_heading_shrink (child);
}

/**
 * rapport_message_dialog_new:
 * @parent: the window that it is about
 * @heading: what has happened, or what is asked, in a few words
 * @sentence: (nullable): what there is to say of it
 *
 * Returns: (transfer none): an #AdwMessageDialog above @parent, not shown yet and without answers
 */
GtkWidget *
rapport_message_dialog_new (GtkWindow *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && heading != NULL, NULL);

  dialog = adw_message_dialog_new (parent, heading, sentence);
  let_heading_shrink (dialog);
  return dialog;
}
