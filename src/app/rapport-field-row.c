/* rapport-field-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a form for any property of any table: an entry for text, a choice for words and levels, a switch for
 * yes and no. What is typed is one step of undo a burst.
 */
#include "rapport-field-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-text.h"

#define DATA_KEY "rapport-field"

typedef struct
{
  RapportSession *session; /* owned */
  RapportElement *element; /* owned */
  const RapportProperty *property;
  char *phase;
  char *perspective;
  gboolean refreshing;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_object_unref (field->session);
  g_object_unref (field->element);
  g_free (field->phase);
  g_free (field->perspective);
  g_free (field);
}

static gboolean
is_there (Field *field)
{
  return rapport_element_get_map (field->element) == rapport_session_get_map (field->session)
         || field->element == RAPPORT_ELEMENT (rapport_session_get_map (field->session));
}

/* Returns: (transfer full) (nullable) */
static GVariant *
get_value (Field *field)
{
  const RapportReading *reading;

  if (field->phase == NULL)
    return rapport_element_get (field->element, field->property);
  reading = rapport_element_get_reading (field->element, field->phase, field->perspective);
  return reading != NULL ? rapport_reading_get (reading, field->property) : NULL;
}

static char *
make_label (Field *field)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, field->property->title);

  /* Translators: %s is what is changed, such as “Name”. */
  return g_strdup_printf (_("Change of “%s”"), title);
}

static void
set_reading (Field *field, RapportTransaction *transaction, GVariant *value)
{
  const RapportReading *old
      = rapport_element_get_reading (field->element, field->phase, field->perspective);
  g_autoptr (RapportReading) empty
      = rapport_reading_new (rapport_element_get_reading_kind (field->element));
  g_autoptr (RapportReading) changed
      = rapport_reading_with (old != NULL ? old : empty, field->property, value);

  rapport_transaction_set_reading (transaction, field->element, field->phase, field->perspective,
                                   changed);
}

/* @value: (nullable): a floating one is taken */
static void
set_value (Field *field, GVariant *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *label = make_label (field);
  g_autofree char *key = g_strdup_printf ("field %s %s %s", rapport_element_get_id (field->element),
                                          field->property->name,
                                          field->phase != NULL ? field->phase : "");
  RapportTransaction *transaction;

  if (field->refreshing || !is_there (field) || rapport_session_is_read_only (field->session))
    return;
  transaction = rapport_history_begin (rapport_session_get_history (field->session), label, key);
  if (field->phase != NULL)
    set_reading (field, transaction, sunk);
  else
    rapport_transaction_set (transaction, field->element, field->property, sunk);
  rapport_transaction_commit (transaction);
}

static void
text_changed_cb (GtkEditable *editable, Field *field)
{
  const char *text = gtk_editable_get_text (editable);
  g_autofree char *clean = rapport_text_from_user (text, -1);

  set_value (field, *clean != '\0' ? g_variant_new_string (clean) : NULL);
}

static GtkWidget *
new_entry (Field *field)
{
  GtkWidget *row = adw_entry_row_new ();

  g_signal_connect (row, "changed", G_CALLBACK (text_changed_cb), field);
  return row;
}

static guint
count_words (const RapportProperty *property)
{
  guint n = 0;

  while (property->words[n].word != NULL)
    n++;
  return n;
}

/* Levels: not discussed, the numbers, views differ. Words: not said, and each. */
static void
choice_cb (AdwComboRow *row, GParamSpec *pspec, Field *field)
{
  guint selected = adw_combo_row_get_selected (row);
  const RapportProperty *property = field->property;

  if (selected == 0)
    set_value (field, NULL);
  else if (property->kind == RAPPORT_KIND_WORD)
    set_value (field, g_variant_new_string (property->words[selected - 1].word));
  else if ((int) selected - 1 + property->min <= property->max)
    set_value (field, g_variant_new_int16 ((gint16) ((int) selected - 1 + property->min)));
  else
    set_value (field, g_variant_new_int16 (RAPPORT_LEVEL_DIFFER));
}

static GListModel *
make_choices (const RapportProperty *property)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (property->kind == RAPPORT_KIND_WORD)
    {
      gtk_string_list_append (list, _("Not said"));
      for (guint i = 0; i < count_words (property); i++)
        gtk_string_list_append (list, g_dgettext (GETTEXT_PACKAGE, property->words[i].title));
      return G_LIST_MODEL (list);
    }
  gtk_string_list_append (list, _("Not discussed"));
  for (int level = property->min; level <= property->max; level++)
    gtk_string_list_take (list, g_strdup_printf ("%d", level));
  if (property->judged)
    gtk_string_list_append (list, _("Views differ"));
  return G_LIST_MODEL (list);
}

static GtkWidget *
new_choice (Field *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GListModel) choices = make_choices (field->property);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  g_signal_connect (row, "notify::selected", G_CALLBACK (choice_cb), field);
  return row;
}

static void
switched_cb (GtkSwitch *toggle, GParamSpec *pspec, Field *field)
{
  set_value (field, gtk_switch_get_active (toggle) ? g_variant_new_boolean (TRUE) : NULL);
}

static GtkWidget *
new_switch (Field *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), field);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_set_data (G_OBJECT (row), "switch", toggle);
  return row;
}

static guint
find_choice (Field *field, GVariant *value)
{
  const RapportProperty *property = field->property;

  if (value == NULL)
    return 0;
  if (property->kind == RAPPORT_KIND_WORD)
    {
      for (guint i = 0; i < count_words (property); i++)
        if (g_strcmp0 (property->words[i].word, g_variant_get_string (value, NULL)) == 0)
          return i + 1;
      return 0;
    }
  if (g_variant_get_int16 (value) == RAPPORT_LEVEL_DIFFER)
    return (guint) (property->max - property->min + 2);
  if (g_variant_get_int16 (value) == RAPPORT_LEVEL_NOT_DISCUSSED)
    return 0;
  return (guint) (g_variant_get_int16 (value) - property->min + 1);
}

/**
 * rapport_field_row_new:
 * @title: (nullable): instead of the property's own
 *
 * Returns: (transfer floating) (nullable): a row that shows and sets the value; %NULL for a kind that has none yet
 */
GtkWidget *
rapport_field_row_new (RapportSession *session, const RapportFieldPlace *place, const char *title)
{
  Field *field = g_new0 (Field, 1);
  GtkWidget *row = NULL;

  field->session = g_object_ref (session);
  field->element = g_object_ref (place->element);
  field->property = place->property;
  field->phase = g_strdup (place->phase);
  field->perspective = g_strdup (place->perspective);
  if (place->property->kind == RAPPORT_KIND_TEXT || place->property->kind == RAPPORT_KIND_DATE)
    row = new_entry (field);
  else if (place->property->kind == RAPPORT_KIND_LEVEL
           || (place->property->kind == RAPPORT_KIND_WORD && place->property->words != NULL))
    row = new_choice (field);
  else if (place->property->kind == RAPPORT_KIND_FLAG)
    row = new_switch (field);
  if (row == NULL)
    {
      field_free (field);
      return NULL;
    }
  g_object_set_data_full (G_OBJECT (row), DATA_KEY, field, field_free);
  if (title == NULL)
    title = g_dgettext (GETTEXT_PACKAGE, place->property->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (place->property->help != NULL)
    gtk_widget_set_tooltip_text (row, g_dgettext (GETTEXT_PACKAGE, place->property->help));
  gtk_widget_set_sensitive (row, !rapport_session_is_read_only (session));
  rapport_field_row_refresh (row);
  return row;
}

/* Shows the value as it is now; what is being typed is left alone when it says the same. */
void
rapport_field_row_refresh (GtkWidget *row)
{
  Field *field = g_object_get_data (G_OBJECT (row), DATA_KEY);
  g_autoptr (GVariant) value = NULL;

  g_return_if_fail (field != NULL);
  if (!is_there (field))
    return;
  value = get_value (field);
  field->refreshing = TRUE;
  if (ADW_IS_ENTRY_ROW (row))
    {
      const char *text = value != NULL ? g_variant_get_string (value, NULL) : "";

      if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (row))) != 0)
        gtk_editable_set_text (GTK_EDITABLE (row), text);
    }
  else if (ADW_IS_COMBO_ROW (row))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (field, value));
  else
    gtk_switch_set_active (g_object_get_data (G_OBJECT (row), "switch"), value != NULL);
  field->refreshing = FALSE;
}
