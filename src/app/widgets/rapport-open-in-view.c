/* rapport-open-in-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-open-in-view.h"

/* What lies in @viewport has its new place at once, and not with the next frame: whatever hangs from it needs one. */
static void
move_now (GtkWidget *viewport)
{
  GtkAllocation place;

  gtk_widget_get_allocation (viewport, &place);
  gtk_widget_queue_allocate (viewport);
  gtk_widget_size_allocate (viewport, &place, gtk_widget_get_allocated_baseline (viewport));
}

static void
scroll_to (GtkWidget *viewport, GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  const double before = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;
  double top, bottom;

  if (!gtk_widget_compute_bounds (widget, viewport, &bounds))
    return;
  top = before + (double) bounds.origin.y;
  bottom = top + (double) bounds.size.height;
  if (top >= before && bottom <= before + page)
    return;
  /* This ends a scroll that is under way, which would go on to where it was going otherwise. */
  gtk_adjustment_set_value (adjustment, top < before ? top : MIN (bottom - page, top));
  move_now (viewport);
}

static gboolean
toggled_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkToggleButton *button = g_value_get_object (values);
  GtkWidget *opener = gtk_widget_get_parent (GTK_WIDGET (button));

  if (!gtk_toggle_button_get_active (button) || !(GTK_IS_DROP_DOWN (opener) || GTK_IS_MENU_BUTTON (opener))
      || !gtk_widget_get_mapped (opener))
    return TRUE;
  for (GtkWidget *above = gtk_widget_get_parent (opener); above != NULL && !GTK_IS_NATIVE (above);
       above = gtk_widget_get_parent (above))
    if (GTK_IS_VIEWPORT (above))
      scroll_to (above, opener);
  return TRUE;
}

/**
 * rapport_open_in_view_init:
 *
 * From now on a #GtkDropDown or a #GtkMenuButton that is opened where it is scrolled out of sight, as a screen reader
 * can, comes into sight first. GTK 4.8 would show it where its button is, and warn where that is off the screen. To be
 * called once, when GTK is there.
 */
void
rapport_open_in_view_init (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_TOGGLE_BUTTON));
  g_signal_add_emission_hook (g_signal_lookup ("toggled", GTK_TYPE_TOGGLE_BUTTON), 0, toggled_cb, NULL, NULL);
}
