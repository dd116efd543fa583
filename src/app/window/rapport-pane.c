/* rapport-pane.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pane.h"

/* What belongs to the pane and has dropped down from it would go off the window with it. */
static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/* The keyboard does not stay where nothing is seen any more: it goes to the map. GTK 4.8 would look for another place in
 * the next frame, and never let go of a pane that went in the same frame as another. */
static void
give_keyboard (GtkWidget *pane, GtkWidget *map)
{
  GtkRoot *root = gtk_widget_get_root (pane);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, pane))
    gtk_widget_grab_focus (map);
}

static void
revealed_cb (GtkWidget *pane, GParamSpec *pspec, AdwFlap *flap)
{
  const gboolean stays = adw_flap_get_reveal_flap (flap);

  gtk_widget_set_can_target (pane, stays);
  if (!stays)
    {
      close_popovers (pane);
      give_keyboard (pane, g_object_get_data (G_OBJECT (flap), "rapport-map"));
    }
  gtk_widget_set_can_focus (pane, stays);
}

/**
 * rapport_pane_watch:
 * @flap: in which @pane comes and goes
 * @map: (transfer none): what is beside it as long as @flap is
 *
 * As soon as the pane is about to go nothing in it can be pressed, nothing hangs down from it, and the keyboard is with
 * the map and does not come back.
 */
void
rapport_pane_watch (AdwFlap *flap, GtkWidget *pane, GtkWidget *map)
{
  g_return_if_fail (ADW_IS_FLAP (flap) && GTK_IS_WIDGET (pane) && GTK_IS_WIDGET (map));

  g_object_set_data (G_OBJECT (flap), "rapport-map", map);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), pane, G_CONNECT_SWAPPED);
}
