/* rapport-preferences-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few things that somebody may want otherwise. Each counts at once.
 */
#include "rapport-preferences-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-choice-names.h"
#include "rapport-settings.h"

static const struct
{
  const char *value;
  const char *title;
} appearances[] = {
  { "system", N_("As the desktop") },
  { "light", N_("Light") },
  { "dark", N_("Dark") },
  { "high-contrast", N_("High contrast") },
};

/* @value: a string. The choice follows the setting. */
static gboolean
find_appearance (GBinding *binding, const GValue *value, GValue *position, gpointer data)
{
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    if (g_strcmp0 (appearances[i].value, g_value_get_string (value)) == 0)
      found = i;
  g_value_set_uint (position, found);
  return TRUE;
}

static gboolean
get_appearance (GBinding *binding, const GValue *position, GValue *value, gpointer data)
{
  guint i = g_value_get_uint (position);

  if (i >= G_N_ELEMENTS (appearances))
    return FALSE;
  g_value_set_static_string (value, appearances[i].value);
  return TRUE;
}

static GtkWidget *
new_appearance_row (void)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    gtk_string_list_append (titles, g_dgettext (GETTEXT_PACKAGE, appearances[i].title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Appearance"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The room has colours of its own."));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  rapport_choice_names_mend (row, _("Appearance"));
  g_object_bind_property_full (rapport_settings_get_default (), "appearance", row, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, find_appearance, get_appearance, NULL,
                               NULL);
  return row;
}

static GtkWidget *
new_switch_row (const char *setting, const char *title, const char *help)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), help);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  /* The row gives it its name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_bind_property (rapport_settings_get_default (), setting, toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return row;
}

/* Returns: (transfer none) */
GtkWidget *
rapport_preferences_window_present (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "search-enabled", FALSE, "default-width", 580,
                                    "default-height", 380, NULL);
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();

  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_switch_row ("single-letter-keys", _("Single-letter keys"),
                      _("Letters, digits and signs act on the map while it has the keyboard. Without them nothing "
                        "happens by mistake where a voice is turned into letters; menus and buttons do the same.")));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_switch_row ("reduced-motion", _("Less motion"),
                      _("Nothing travels or fades: what changes is there at once, also before the room.")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_appearance_row ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_set_title (GTK_WINDOW (window), _("Preferences"));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
