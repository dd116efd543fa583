/* rapport-references-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-references-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-candidates.h"
#include "rapport-chip.h"
#include "rapport-choice-list.h"
#include "rapport-text.h"

#define ID_KEY "rapport-id"

struct _RapportReferencesRow
{
  RapportFormRow parent_instance;

  /* Owned by the widget tree */
  GtkFlowBox *chips;
  GtkDropDown *add;

  GPtrArray *ids; /* owned, of strings: what the choice offers, after its first line */
};

G_DEFINE_FINAL_TYPE (RapportReferencesRow, rapport_references_row, RAPPORT_TYPE_FORM_ROW)

static RapportFormField *
get_field (RapportReferencesRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

static char *
dup_ids (RapportReferencesRow *self, gboolean *mixed)
{
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), mixed);

  return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

static void
set_ids (RapportReferencesRow *self, const char *ids)
{
  rapport_form_field_set (get_field (self),
                          ids != NULL && *ids != '\0' ? g_variant_new_string (ids) : NULL, FALSE);
}

static void
drop_cb (RapportReferencesRow *self, GtkWidget *chip)
{
  g_autofree char *ids = dup_ids (self, NULL);
  g_autofree char *changed = rapport_words_drop (ids, g_object_get_data (G_OBJECT (chip), ID_KEY));

  set_ids (self, changed);
}

static void
add_chosen (RapportFormRow *row)
{
  RapportReferencesRow *self = RAPPORT_REFERENCES_ROW (row);
  guint selected = gtk_drop_down_get_selected (self->add);
  g_autofree char *ids = NULL;
  g_autofree char *changed = NULL;

  if (selected == 0 || selected > self->ids->len)
    return;
  ids = dup_ids (self, NULL);
  changed = rapport_words_add (ids, g_ptr_array_index (self->ids, selected - 1));
  set_ids (self, changed);
}

static void
chosen_cb (RapportReferencesRow *self)
{
  if (!rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)))
    _rapport_form_row_later (RAPPORT_FORM_ROW (self), add_chosen);
}

static void
refresh_chips (RapportReferencesRow *self, const char *ids)
{
  RapportMap *map = rapport_form_field_get_map (get_field (self));
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (char **id = list; *id != NULL; id++)
    {
      g_autofree char *name = rapport_candidates_name (map, *id);
      GtkWidget *chip;

      if (**id == '\0')
        continue;
      chip = rapport_chip_new_removable (name);
      g_object_set_data_full (G_OBJECT (chip), ID_KEY, g_strdup (*id), g_free);
      g_signal_connect_object (chip, "clicked", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), *ids != '\0');
}

static void
refresh_choice (RapportReferencesRow *self, const char *ids)
{
  RapportMap *map = rapport_form_field_get_map (get_field (self));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = rapport_candidates_list (map, get_field (self)->property,
                                                       rapport_form_field_get_first (get_field (self)));

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (titles, g_strdup (_("Add…")));
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = g_ptr_array_index (all, i);

      if (rapport_words_contain (ids, id))
        continue;
      g_ptr_array_add (self->ids, g_strdup (id));
      g_ptr_array_add (titles, rapport_candidates_name (map, id));
    }
  rapport_choice_list_show (self->add, titles);
  gtk_drop_down_set_selected (self->add, 0);
  gtk_drop_down_set_enable_search (self->add, self->ids->len > 8);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), self->ids->len > 0);
}

static void
rapport_references_row_refresh (RapportFormRow *row)
{
  RapportReferencesRow *self = RAPPORT_REFERENCES_ROW (row);
  gboolean mixed;
  g_autofree char *ids = dup_ids (self, &mixed);

  refresh_chips (self, ids);
  refresh_choice (self, ids);
  _rapport_form_row_set_state (row, mixed ? _("Mixed") : NULL);
}

static void
rapport_references_row_fill (RapportFormRow *row)
{
  RapportReferencesRow *self = RAPPORT_REFERENCES_ROW (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chips = GTK_FLOW_BOX (rapport_chip_new_box ());
  self->add = GTK_DROP_DOWN (gtk_drop_down_new (NULL, gtk_property_expression_new (
                                                          GTK_TYPE_STRING_OBJECT, NULL, "string")));
  g_signal_connect_object (self->add, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add));
  _rapport_form_row_take_control (row, box, GTK_WIDGET (self->add));
}

static void
rapport_references_row_finalize (GObject *object)
{
  g_ptr_array_unref (RAPPORT_REFERENCES_ROW (object)->ids);

  G_OBJECT_CLASS (rapport_references_row_parent_class)->finalize (object);
}

static void
rapport_references_row_class_init (RapportReferencesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_references_row_finalize;
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_references_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_references_row_refresh;
}

static void
rapport_references_row_init (RapportReferencesRow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
rapport_references_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_REFERENCES_ROW, NULL);
}
