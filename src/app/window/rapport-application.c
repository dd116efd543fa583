/* rapport-application.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-application.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-appearance.h"
#include "rapport-menu-names.h"
#include "rapport-open-in-view.h"
#include "rapport-scrolled-windows.h"
#include "rapport-preferences-window.h"
#include "rapport-window.h"

struct _RapportApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RapportApplication, rapport_application, ADW_TYPE_APPLICATION)

static RapportWindow *
new_window (RapportApplication *self)
{
  return rapport_window_new (GTK_APPLICATION (self));
}

static void
rapport_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (new_window (RAPPORT_APPLICATION (application)));
  gtk_window_present (window);
}

/* The window that shows @path already, or one that may show it. */
static RapportWindow *
window_for (RapportApplication *self, const char *path)
{
  RapportWindow *window = rapport_window_find (GTK_APPLICATION (self), path);
  RapportWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RAPPORT_IS_WINDOW (l->data) && rapport_window_is_empty (l->data))
      empty = l->data;
  if (window == NULL)
    window = empty;
  return window != NULL ? window : new_window (self);
}

static void
rapport_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);
      RapportWindow *window;

      if (path == NULL)
        continue;
      window = window_for (RAPPORT_APPLICATION (application), path);
      /* Most maps are read while the window comes up, and are in its first picture. */
      if (g_strcmp0 (rapport_window_get_path (window), path) != 0)
        rapport_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
    }
  if (gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL)
    g_application_activate (application);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _("Rapport"),
                         "application-icon", RAPPORT_APPLICATION_ID,
                         "version", RAPPORT_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Draw who is in a partnership, who can decide, what is given and "
                                       "what comes back."),
                         NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static GtkWidget *shown;

  /* A second call shows the window that there is. */
  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (shown));
  else
    g_set_weak_pointer (&shown, rapport_preferences_window_present (
                                    gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)),
                                     (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  /* Each window asks for itself; one may take others along. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

/* A window of its own, with the start page. */
static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (new_window (data)));
}

static const GActionEntry entries[] = {
  { "new-window", new_window_cb, NULL, NULL, NULL, { 0 } },
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static void
rapport_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const preferences_keys[] = { "<Control>comma", NULL };

  G_APPLICATION_CLASS (rapport_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.preferences", preferences_keys);
  rapport_appearance_init ();
  rapport_menu_names_init ();
  rapport_open_in_view_init ();
  rapport_scrolled_windows_init ();
}

/* Where the program runs already, that one opens the window. Returns: the exit status, or -1 to go on as usual */
static int
rapport_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", _("Rapport"), RAPPORT_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "new-window"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
rapport_application_class_init (RapportApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rapport_application_startup;
  application_class->activate = rapport_application_activate;
  application_class->open = rapport_application_open;
  application_class->handle_local_options = rapport_application_handle_local_options;
}

static void
rapport_application_init (RapportApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[MAP…]"));
}

RapportApplication *
rapport_application_new (void)
{
  return g_object_new (RAPPORT_TYPE_APPLICATION,
                       "application-id", RAPPORT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
