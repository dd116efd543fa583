/* rapport-window-maps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The maps that one opens without looking for a file: those opened last, and the examples; on the start page, and from
 * there on in the menu.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-recent-maps.h"

/* On the start page, where the examples are to be seen as well, and in the menu. */
#define RECENT_ROWS 4
#define RECENT_ITEMS 8
#define EXAMPLES "/io/github/rapport/Rapport/examples"

static const struct
{
  const char *resource;
  const char *title;
  const char *subtitle;
} examples[] = {
  { EXAMPLES "/a-regional-collaboration.rapport", N_("A regional collaboration"),
    N_("22 stakeholders, 44 links, three views") },
  { EXAMPLES "/b-public-health.rapport", N_("A public-health partnership"),
    N_("20 stakeholders, 40 links") },
  { EXAMPLES "/c-neighbourhood-programme.rapport", N_("A neighbourhood programme"),
    N_("Before, now and an aim") },
};

/* A map that one has begun or opened keeps its window. */
RapportWindow *
_rapport_window_for_another (RapportWindow *self)
{
  RapportWindow *window = self;

  if (!rapport_window_is_empty (self))
    window = rapport_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * rapport_window_find:
 * @application: (nullable): whose windows there are
 * @path: (type filename): of a map
 *
 * Returns: (nullable) (transfer none): the window that has that map, or is reading it
 */
RapportWindow *
rapport_window_find (GtkApplication *application, const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    if (RAPPORT_IS_WINDOW (l->data) && g_strcmp0 (rapport_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

/* A map that is open already is not opened twice: one of the two would be older than the other. */
void
_rapport_window_open_beside (RapportWindow *self, const char *path)
{
  RapportWindow *window = rapport_window_find (gtk_window_get_application (GTK_WINDOW (self)), path);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    rapport_window_open (_rapport_window_for_another (self), path);
}

/* --- On the start page --- */

static void
open_example (RapportWindow *self, guint i)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (examples[i].resource, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportSession) session = NULL;

  g_return_if_fail (bytes != NULL);
  session = rapport_session_open_copy (bytes, g_dgettext (GETTEXT_PACKAGE, examples[i].title), &error);
  if (session == NULL)
    _rapport_window_show_error (self, _("The example was not opened"), error->message);
  else
    rapport_window_set_session (self, session);
}

static void
example_cb (RapportWindow *self, GtkListBoxRow *row)
{
  open_example (self, (guint) gtk_list_box_row_get_index (row));
}

static void
fill_examples (RapportWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     g_dgettext (GETTEXT_PACKAGE, examples[i].title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   g_dgettext (GETTEXT_PACKAGE, examples[i].subtitle));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->examples, row);
    }
}

static void
recent_cb (RapportWindow *self, GtkListBoxRow *row)
{
  rapport_window_open (self, g_object_get_data (G_OBJECT (row), "path"));
}

static void
append_recent (RapportWindow *self, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_name = g_filename_display_name (name);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *subtitle = g_markup_escape_text (shown_folder, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (self->recents, row);
}

static void
fill_recents (RapportWindow *self)
{
  g_autoptr (GPtrArray) paths = rapport_recent_maps_list (RECENT_ROWS);

  for (guint i = 0; i < paths->len; i++)
    append_recent (self, g_ptr_array_index (paths, i));
  gtk_widget_set_visible (GTK_WIDGET (self->recents), paths->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recents_title), paths->len > 0);
}

/* --- In the menu --- */

/* @label: as it is to be read: nothing in it is a letter to press */
static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Maps of the same name are in different folders. */
static char *
make_label (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autofree char *shown_name = g_filename_display_name (name);
  g_autofree char *shown_folder = g_filename_display_name (folder_name);

  /* Translators: a file, and the folder that it is in. */
  return g_strdup_printf (_("%s (in %s)"), shown_name, shown_folder);
}

/* Returns: (transfer full) */
static GMenu *
make_recents (void)
{
  g_autoptr (GPtrArray) paths = rapport_recent_maps_list (RECENT_ITEMS);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *label = make_label (g_ptr_array_index (paths, i));

      append_item (menu, label, "win.open-recent", g_variant_new_bytestring (g_ptr_array_index (paths, i)));
    }
  return menu;
}

/* Returns: (transfer full) */
static GMenu *
make_examples (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    append_item (menu, g_dgettext (GETTEXT_PACKAGE, examples[i].title), "win.open-example", g_variant_new_uint32 (i));
  return menu;
}

/* Each time it is opened: what was opened last is known only then. */
static void
menu_cb (GtkMenuButton *button, gpointer data)
{
  RapportWindow *self = data;
  g_autoptr (GMenu) recents = make_recents (), samples = make_examples ();

  g_menu_remove_all (self->opening_section);
  if (g_menu_model_get_n_items (G_MENU_MODEL (recents)) > 0)
    g_menu_append_submenu (self->opening_section, _("Opened _last"), G_MENU_MODEL (recents));
  g_menu_append_submenu (self->opening_section, _("Exa_mples"), G_MENU_MODEL (samples));
  if (gtk_menu_button_get_menu_model (button) != self->maps_menu)
    gtk_menu_button_set_menu_model (button, self->maps_menu);
}

static void
open_recent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rapport_window_open_beside (RAPPORT_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
open_example_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const guint i = g_variant_get_uint32 (parameter);

  if (i < G_N_ELEMENTS (examples))
    open_example (_rapport_window_for_another (RAPPORT_WINDOW (widget)), i);
}

void
_rapport_window_class_maps_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.open-recent", "ay", open_recent_cb);
  gtk_widget_class_install_action (widget_class, "win.open-example", "u", open_example_cb);
}

void
_rapport_window_maps_init (RapportWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->open_button, menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->small_open_button, menu_cb, self, NULL);
  fill_examples (self);
  fill_recents (self);
  g_signal_connect_object (self->examples, "row-activated", G_CALLBACK (example_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recents, "row-activated", G_CALLBACK (recent_cb), self, G_CONNECT_SWAPPED);
}
