/* rapport-keyboard.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-keyboard.h"

/* Returns: whether @widget has the keyboard, or something within it */
gboolean
rapport_keyboard_is_in (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * rapport_keyboard_leave:
 * @from: what is about to be hidden or taken away
 * @to: (nullable): in the same window
 *
 * If the keyboard is anywhere in @from, @to has it afterwards; nothing has it where @to is %NULL or takes none.
 *
 * GTK 4.8 would look for another place in the next frame, and remembers until then what was hidden round the keyboard.
 * Where that is two things in one frame, or the same twice, it never lets go of the first.
 */
void
rapport_keyboard_leave (GtkWidget *from, GtkWidget *to)
{
  if (rapport_keyboard_is_in (from) && (to == NULL || !gtk_widget_grab_focus (to)))
    gtk_root_set_focus (gtk_widget_get_root (from), NULL);
}
