/* rapport-records-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-records-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-choice-names.h"
#include "rapport-level-chooser.h"
#include "rapport-note.h"
#include "rapport-text.h"

#define INDEX_KEY "rapport-index"

struct _RapportRecordsRow
{
  RapportFormRow parent_instance;

  /* Owned by the widget tree */
  GtkWidget *box;
  GtkWidget *records;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (RapportRecordsRow, rapport_records_row, RAPPORT_TYPE_FORM_ROW)

static const char *const evidence_kinds[] = { "", "example", "document", "experience", "data", NULL };

static const char *
evidence_title (const char *kind)
{
  static const char *const titles[] = { N_("Kind not said"), N_("Example"), N_("Document"), N_("Experience"),
                                        N_("Data") };

  for (guint i = 0; evidence_kinds[i] != NULL; i++)
    if (strcmp (evidence_kinds[i], kind) == 0)
      return g_dgettext (GETTEXT_PACKAGE, titles[i]);
  return kind;
}

static RapportFormField *
get_field (RapportRecordsRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

static guint
count_columns (RapportRecordsRow *self)
{
  return g_strv_length ((char **) get_field (self)->property->columns);
}

static gboolean
is_notes (RapportRecordsRow *self)
{
  return strcmp (get_field (self)->property->columns[0], "level") == 0;
}

/* Returns: (transfer full): the records as lists of cells, which may be changed */
static GPtrArray *
read_records (RapportRecordsRow *self)
{
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (value, i);

      g_ptr_array_add (records, g_variant_dup_strv (record, NULL));
    }
  return records;
}

static void
write_records (RapportRecordsRow *self, GPtrArray *records, gboolean merge)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (guint i = 0; i < records->len; i++)
    g_variant_builder_add_value (&builder, g_variant_new_strv (g_ptr_array_index (records, i), -1));
  rapport_form_field_set (get_field (self), g_variant_builder_end (&builder), merge);
}

/* Sets one cell of one record. */
static void
set_cell (RapportRecordsRow *self, guint i, guint cell, const char *text, gboolean merge)
{
  g_autoptr (GPtrArray) records = read_records (self);
  char **record;

  if (rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)) || i >= records->len)
    return;
  record = g_ptr_array_index (records, i);
  if (strcmp (record[cell], text) == 0)
    return;
  g_free (record[cell]);
  record[cell] = g_strdup (text);
  write_records (self, records, merge);
}

static guint
index_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, INDEX_KEY));
}

static void
typed_cb (RapportRecordsRow *self, GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  clean = rapport_text_from_user (text, -1);
  set_cell (self, index_of (buffer), count_columns (self), clean, TRUE);
}

static void
level_cb (RapportRecordsRow *self, GParamSpec *pspec, GtkWidget *chooser)
{
  set_cell (self, index_of (chooser), 0, rapport_level_chooser_get (RAPPORT_LEVEL_CHOOSER (chooser)), FALSE);
}

static void
kind_cb (RapportRecordsRow *self, GParamSpec *pspec, GtkDropDown *kinds)
{
  guint selected = gtk_drop_down_get_selected (kinds);

  if (selected < G_N_ELEMENTS (evidence_kinds) - 1)
    set_cell (self, index_of (kinds), 0, evidence_kinds[selected], FALSE);
}

static void
date_cb (RapportRecordsRow *self, GtkEditable *entry)
{
  set_cell (self, index_of (entry), 1, gtk_editable_get_text (entry), TRUE);
}

static void
delete_cb (RapportRecordsRow *self, GtkWidget *button)
{
  g_autoptr (GPtrArray) records = read_records (self);

  if (index_of (button) >= records->len)
    return;
  g_ptr_array_remove_index (records, index_of (button));
  write_records (self, records, FALSE);
}

/* What is new is for facilitators until somebody says otherwise. */
static void
add_cb (RapportRecordsRow *self)
{
  g_autoptr (GPtrArray) records = read_records (self);
  guint n = count_columns (self);
  char **record = g_new0 (char *, n + 3);
  GtkWidget *last;

  for (guint i = 0; i < n + 2; i++)
    record[i] = g_strdup (i == 0 && is_notes (self) ? "facilitator" : "");
  g_ptr_array_add (records, record);
  write_records (self, records, FALSE);
  last = gtk_widget_get_last_child (self->records);
  if (last != NULL)
    gtk_widget_child_focus (last, GTK_DIR_TAB_FORWARD);
}

/* --- One record --- */

static GtkWidget *
new_text (RapportRecordsRow *self, guint i)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *view = _rapport_form_row_new_text_view ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_widget_add_css_class (frame, "form-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 54);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_notes (self) ? _("Note") : _("Evidence"), -1);
  g_object_set_data (G_OBJECT (buffer), INDEX_KEY, GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (frame), "buffer", buffer);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  return frame;
}

static GtkWidget *
new_level (RapportRecordsRow *self, guint i)
{
  GtkWidget *chooser = rapport_level_chooser_new ();

  g_object_set_data (G_OBJECT (chooser), INDEX_KEY, GUINT_TO_POINTER (i));
  gtk_widget_set_hexpand (chooser, TRUE);
  g_signal_connect_object (chooser, "notify::level", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  return chooser;
}

static GtkWidget *
new_kind (RapportRecordsRow *self, guint i)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *kinds;

  for (guint j = 0; evidence_kinds[j] != NULL; j++)
    gtk_string_list_append (titles, evidence_title (evidence_kinds[j]));
  kinds = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  rapport_choice_names_mend (kinds, _("Kind of evidence"));
  g_object_set_data (G_OBJECT (kinds), INDEX_KEY, GUINT_TO_POINTER (i));
  g_signal_connect_object (kinds, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  return kinds;
}

static GtkWidget *
new_date (RapportRecordsRow *self, guint i)
{
  GtkWidget *date = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (date), _("Date"));
  gtk_editable_set_width_chars (GTK_EDITABLE (date), 10);
  gtk_widget_set_hexpand (date, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (date), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date of the evidence"), -1);
  g_object_set_data (G_OBJECT (date), INDEX_KEY, GUINT_TO_POINTER (i));
  g_signal_connect_object (date, "changed", G_CALLBACK (date_cb), self, G_CONNECT_SWAPPED);
  return date;
}

static GtkWidget *
new_delete (RapportRecordsRow *self, guint i)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *words = is_notes (self) ? _("Delete this note") : _("Delete this evidence");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), INDEX_KEY, GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_record (RapportRecordsRow *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = new_text (self, i);
  GtkWidget *first = is_notes (self) ? new_level (self, i) : new_kind (self, i);
  GtkWidget *date = is_notes (self) ? NULL : new_date (self, i);

  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (line), first);
  if (date != NULL)
    gtk_box_append (GTK_BOX (line), date);
  gtk_box_append (GTK_BOX (line), new_delete (self, i));
  gtk_box_append (GTK_BOX (box), line);
  g_object_set_data (G_OBJECT (box), "text", g_object_get_data (G_OBJECT (text), "buffer"));
  g_object_set_data (G_OBJECT (box), "first", first);
  g_object_set_data (G_OBJECT (box), "date", date);
  return box;
}

static void
show_text (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *old = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (strcmp (old, text) != 0)
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
show_record (RapportRecordsRow *self, GtkWidget *box, char **record)
{
  GtkWidget *first = g_object_get_data (G_OBJECT (box), "first");
  GtkWidget *date = g_object_get_data (G_OBJECT (box), "date");

  show_text (g_object_get_data (G_OBJECT (box), "text"), record[count_columns (self)]);
  if (is_notes (self))
    {
      rapport_level_chooser_set (RAPPORT_LEVEL_CHOOSER (first), record[0]);
      return;
    }
  for (guint i = 0; evidence_kinds[i] != NULL; i++)
    if (strcmp (evidence_kinds[i], record[0]) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (first), i);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (date)), record[1]) != 0)
    gtk_editable_set_text (GTK_EDITABLE (date), record[1]);
}

/* --- The row --- */

static void
rapport_records_row_refresh (RapportFormRow *row)
{
  RapportRecordsRow *self = RAPPORT_RECORDS_ROW (row);
  g_autoptr (GPtrArray) records = read_records (self);
  GtkWidget *box = gtk_widget_get_first_child (self->records);

  for (guint i = 0; i < records->len; i++)
    {
      if (box == NULL)
        {
          box = new_record (self, i);
          gtk_box_append (GTK_BOX (self->records), box);
        }
      show_record (self, box, g_ptr_array_index (records, i));
      box = gtk_widget_get_next_sibling (box);
    }
  while (box != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (box);

      gtk_box_remove (GTK_BOX (self->records), box);
      box = next;
    }
  gtk_widget_set_visible (self->records, records->len > 0);
}

static void
rapport_records_row_fill (RapportFormRow *row)
{
  RapportRecordsRow *self = RAPPORT_RECORDS_ROW (row);
  const char *words = is_notes (self) ? _("Add a _note") : _("Add _evidence");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->records = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->add = gtk_button_new_with_mnemonic (words);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->records);
  gtk_box_append (GTK_BOX (self->box), self->add);
  _rapport_form_row_take_control (row, self->box, self->records);
}

static void
rapport_records_row_class_init (RapportRecordsRowClass *klass)
{
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_records_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_records_row_refresh;
}

static void
rapport_records_row_init (RapportRecordsRow *self)
{
}

GtkWidget *
rapport_records_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_RECORDS_ROW, NULL);
}
