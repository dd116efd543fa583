/* monkey-widgets.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey-widgets.h"

#include <adwaita.h>

/* These ask for files, or open windows of their own. */
static const char *const elsewhere[] = { "win.new", "win.open", "win.open-recent", "win.open-example", "win.save",
                                         "win.save-as", NULL };

/* @action: of a window */
gboolean
monkey_leads_elsewhere (const char *action)
{
  return g_strv_contains (elsewhere, action);
}

static gboolean
leads_elsewhere (GtkWidget *widget)
{
  const char *name = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return name != NULL && (monkey_leads_elsewhere (name) || g_str_has_prefix (name, "window."));
}

/* A pane that is folding away is still there, but beside the window. */
gboolean
monkey_is_beside (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return !gtk_widget_compute_bounds (widget, root, &bounds) || bounds.origin.x < 0
         || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root);
}

/* These open windows of the toolkit, of which GTK 4.8 keeps some 70 kB each time. */
static gboolean
asks_for_file (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Save as PDF…") == 0;
}

/* What opens a file chooser, as the button of the export dialog does, is left alone. */
static gboolean
is_usable (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget) || leads_elsewhere (widget) || asks_for_file (widget)
      || (GTK_IS_BUTTON (widget) && gtk_widget_get_root (widget) != NULL
          && gtk_widget_has_css_class (widget, "suggested-action")))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_LIST_BOX_ROW (widget)
         || GTK_IS_EXPANDER (widget) || GTK_IS_RANGE (widget) || GTK_IS_SPIN_BUTTON (widget)
         || GTK_IS_MENU_BUTTON (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_FLOW_BOX_CHILD (widget);
}

/* The items of menus are actions, which are done by themselves. A scrollbar is moved between two frames only, or else
 * GTK's lists warn. A toast that is pressed while it comes ends the program, by a fault of libadwaita 1.2. */
void
monkey_list_usable (GtkWidget *widget, GPtrArray *list)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_can_target (widget) || GTK_IS_WINDOW_CONTROLS (widget)
      || GTK_IS_POPOVER_MENU (widget) || GTK_IS_SCROLLBAR (widget)
      || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return;
  if (is_usable (widget))
    g_ptr_array_add (list, g_object_ref (widget));
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget) || GTK_IS_MENU_BUTTON (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    monkey_list_usable (child, list);
}

/* Returns: (nullable) (transfer none): a window beside this one */
GtkWidget *
monkey_find_other_window (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_visible (other))
        return other;
    }
  return NULL;
}

/* Returns: (nullable) (transfer none): what would be closed by a click beside it, and has the keyboard until then */
GtkWidget *
monkey_find_grabbing (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER (widget) && gtk_popover_get_autohide (GTK_POPOVER (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = monkey_find_grabbing (child);
  return found;
}

/* The toolkit's own windows for files and printers are not ours to try: GTK 4.8 ends where a row beside its list of files
 * is activated before it leads anywhere. */
gboolean
monkey_is_toolkits (GtkWidget *window)
{
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (window), "GtkFileChooser")
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (window), "GtkPrint")
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (window), "GtkPageSetup");
}

void
monkey_close_popovers (GtkWidget *widget)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      monkey_close_popovers (child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        gtk_popover_popdown (GTK_POPOVER (child));
    }
}
