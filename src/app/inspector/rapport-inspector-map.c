/* rapport-inspector-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map itself, where nothing is selected: what it is about, its times, whose views it holds, its sectors.
 */
#include "rapport-inspector-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-additions.h"
#include "rapport-button-names.h"
#include "rapport-element-words.h"
#include "rapport-sector.h"

static const char *const map_fields[] = { "title", "question", "other-question", "boundary", "ground-rules", NULL };
static const char *const sharing_fields[] = { "sensitivity", "illustrative", "note", NULL };
static const char *const form_fields[] = { "layout", "language", "other-language", "created", NULL };
static const char *const phase_fields[] = { "name", "date", "standing", "agreed", "people", NULL };
static const char *const perspective_fields[] = { "name", "sector", "people", NULL };
static const char *const sector_fields[] = { "name", "letter", "other-name", NULL };

static void
add_fields (RapportInspector *self, gpointer parent, RapportElement *element, const char *const *fields)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  for (; *fields != NULL; fields++)
    _rapport_inspector_add_field (self, parent, elements, *fields);
}

static void
delete_cb (GtkWidget *button, RapportInspector *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (self->session), id);
  RapportTransaction *transaction;
  g_autofree char *label = NULL;

  if (element == NULL || rapport_session_is_read_only (self->session))
    return;
  /* Translators: %s is such as “Whose view”. */
  label = g_strdup_printf (_("Delete: %s"), rapport_element_words_type (element));
  transaction = rapport_history_begin (rapport_session_get_history (self->session), label, NULL);
  rapport_transaction_delete (transaction, element);
  rapport_transaction_commit (transaction);
}

static GtkWidget *
new_delete (RapportInspector *self, RapportElement *element)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = rapport_element_words_name (element);
  g_autofree char *words = g_strdup_printf (_("Delete: %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_sensitive (button, !rapport_session_is_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (rapport_element_get_id (element)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  return button;
}

/* @may_delete: the last time of a map stays: everything is judged in one */
static void
add_element (RapportInspector *self, AdwPreferencesGroup *group, RapportElement *element,
             const char *const *fields, gboolean may_delete)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *name = rapport_element_words_name (element);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (rapport_element_find_property (element, "standing") != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), rapport_element_words_title (element, "standing"));
  if (may_delete)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), new_delete (self, element));
  adw_preferences_group_add (group, row);
  add_fields (self, row, element, fields);
}

static GtkWidget *
new_button (RapportInspector *self, const char *title, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_sensitive (button, !rapport_session_is_read_only (self->session));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
new_phase_cb (RapportInspector *self)
{
  rapport_additions_add_phase (self->session);
}

static void
new_perspective_cb (RapportInspector *self)
{
  rapport_additions_add_perspective (self->session);
}

static void
new_sector_cb (RapportInspector *self)
{
  rapport_additions_add_sector (self->session, NULL);
}

static void
rename_sector_cb (GtkWidget *button, RapportInspector *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  rapport_additions_add_sector (self->session, id);
}

static void
add_list (RapportInspector *self, AdwPreferencesGroup *group, RapportList which, const char *const *fields)
{
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (self->session), which);
  guint n = rapport_element_list_get_length (list);

  for (guint i = 0; i < n; i++)
    add_element (self, group, rapport_element_list_peek (list, i), fields,
                 which != RAPPORT_LIST_PHASES || n > 1);
}

/* A sector that is built in gets an element of its own only when it is renamed. */
static void
add_built_in (RapportInspector *self, AdwPreferencesGroup *group, const char *id)
{
  RapportMap *map = rapport_session_get_map (self->session);
  GtkWidget *row;
  GtkWidget *button;
  g_autofree char *words = NULL;

  if (rapport_map_lookup (map, id) != NULL)
    return;
  row = adw_action_row_new ();
  button = gtk_button_new_with_label (_("Rename"));
  words = g_strdup_printf (_("Rename: %s"), rapport_map_get_sector_name (map, id));
  rapport_button_names_set (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !rapport_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (rename_sector_cb), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rapport_map_get_sector_name (map, id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
show_sectors (RapportInspector *self)
{
  static const char *const built_in[] = { "academia", "nhs", "policy", "third" };
  AdwPreferencesGroup *group = _rapport_inspector_add_group (
      self, _("Sectors"), _("A name can be changed without changing what belongs to it."));

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    add_built_in (self, group, built_in[i]);
  add_list (self, group, RAPPORT_LIST_SECTORS, sector_fields);
  gtk_box_append (GTK_BOX (self->box), new_button (self, _("Add a _sector"), G_CALLBACK (new_sector_cb)));
}

static void
show_times (RapportInspector *self)
{
  AdwPreferencesGroup *times = _rapport_inspector_add_group (
      self, _("Times"), _("Each time keeps what was said in it; changing one changes no other."));
  AdwPreferencesGroup *views;

  add_list (self, times, RAPPORT_LIST_PHASES, phase_fields);
  gtk_box_append (GTK_BOX (self->box),
                  new_button (self, _("_Keep this and start a new time"), G_CALLBACK (new_phase_cb)));
  views = _rapport_inspector_add_group (
      self, _("Whose view"), _("Where some see it otherwise, their view stands beside everybody’s."));
  add_list (self, views, RAPPORT_LIST_PERSPECTIVES, perspective_fields);
  gtk_box_append (GTK_BOX (self->box),
                  new_button (self, _("Add a _view"), G_CALLBACK (new_perspective_cb)));
}

void
_rapport_inspector_show_map (RapportInspector *self)
{
  RapportElement *map = RAPPORT_ELEMENT (rapport_session_get_map (self->session));

  add_fields (self, _rapport_inspector_add_group (self, _("This map"), NULL), map, map_fields);
  add_fields (self, _rapport_inspector_add_group (self, _("Who may see it"), NULL), map, sharing_fields);
  show_times (self);
  show_sectors (self);
  add_fields (self, _rapport_inspector_add_group (self, _("Form"), NULL), map, form_fields);
}
