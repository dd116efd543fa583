/* rapport-pane.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pane.h"

#include "rapport-keyboard.h"

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

/* A pane that is away is not even measured, which would take a third of the time until a map is seen. Where nothing is to
 * move it is away before the flap says that it is about to go. */
static void
progress_cb (AdwFlap *flap)
{
  GtkWidget *frame = adw_flap_get_flap (flap);
  const gboolean seen = adw_flap_get_reveal_flap (flap) || adw_flap_get_reveal_progress (flap) > 0;

  if (!seen)
    rapport_keyboard_leave (frame, g_object_get_data (G_OBJECT (flap), "rapport-map"));
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (frame)), seen);
}

static void
revealed_cb (AdwFlap *flap)
{
  GtkWidget *frame = adw_flap_get_flap (flap);
  const gboolean stays = adw_flap_get_reveal_flap (flap);

  gtk_widget_set_can_target (frame, stays);
  if (!stays)
    {
      close_popovers (frame);
      rapport_keyboard_leave (frame, g_object_get_data (G_OBJECT (flap), "rapport-map"));
    }
  gtk_widget_set_can_focus (frame, stays);
  progress_cb (flap);
}

/**
 * rapport_pane_watch:
 * @flap: whose flap is an #AdwBin with the pane in it; the bin stays, for how fast a flap moves is reckoned by its width
 * @map: (transfer none): what is beside it as long as @flap is
 *
 * The pane is hidden while it is away. As soon as it is about to go nothing in it can be pressed, nothing hangs down from
 * it, and the keyboard is with the map and does not come back.
 */
void
rapport_pane_watch (AdwFlap *flap, GtkWidget *map)
{
  g_return_if_fail (ADW_IS_FLAP (flap) && ADW_IS_BIN (adw_flap_get_flap (flap)) && GTK_IS_WIDGET (map));

  g_object_set_data (G_OBJECT (flap), "rapport-map", map);
  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), NULL);
  g_signal_connect (flap, "notify::reveal-progress", G_CALLBACK (progress_cb), NULL);
  revealed_cb (flap);
}
