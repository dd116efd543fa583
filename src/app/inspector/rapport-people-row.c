/* rapport-people-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-people-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-candidates.h"

#define ID_KEY "rapport-sector"

struct _RapportPeopleRow
{
  RapportFormRow parent_instance;

  GtkWidget *box;  /* owned by the widget tree */
  GPtrArray *spins; /* owned, of borrowed spin buttons */
};

G_DEFINE_FINAL_TYPE (RapportPeopleRow, rapport_people_row, RAPPORT_TYPE_FORM_ROW)

static RapportFormField *
get_field (RapportPeopleRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

/* Of "academia:4 nhs:5". */
static int
count_of (const char *people, const char *sector)
{
  g_auto (GStrv) words = g_strsplit (people, " ", -1);
  gsize length = strlen (sector);

  for (char **word = words; *word != NULL; word++)
    if (strncmp (*word, sector, length) == 0 && (*word)[length] == ':')
      return (int) g_ascii_strtoll (*word + length + 1, NULL, 10);
  return 0;
}

static gboolean
has_spin (RapportPeopleRow *self, const char *word)
{
  for (guint i = 0; i < self->spins->len; i++)
    {
      const char *sector = g_object_get_data (g_ptr_array_index (self->spins, i), ID_KEY);

      if (g_str_has_prefix (word, sector) && word[strlen (sector)] == ':')
        return TRUE;
    }
  return FALSE;
}

/* Nobody of a sector is not written; what is not understood stays as it is. */
static void
counted_cb (RapportPeopleRow *self)
{
  g_autoptr (GVariant) old = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)))
    return;
  old = rapport_form_field_get (get_field (self), NULL);
  words = g_strsplit (old != NULL ? g_variant_get_string (old, NULL) : "", " ", -1);
  for (guint i = 0; i < self->spins->len; i++)
    {
      GtkSpinButton *spin = g_ptr_array_index (self->spins, i);
      int n = gtk_spin_button_get_value_as_int (spin);

      if (n > 0)
        g_string_append_printf (text, "%s%s:%d", text->len > 0 ? " " : "",
                                (const char *) g_object_get_data (G_OBJECT (spin), ID_KEY), n);
    }
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !has_spin (self, *word))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", *word);
  rapport_form_field_set (get_field (self), text->len > 0 ? g_variant_new_string (text->str) : NULL, TRUE);
}

static void
add_sector (RapportPeopleRow *self, const char *id)
{
  g_autofree char *name = rapport_candidates_name (rapport_form_field_get_map (get_field (self)), id);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 9999, 1);
  /* Translators: %s is a sector. */
  g_autofree char *words = g_strdup_printf (_("People from: %s"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data_full (G_OBJECT (spin), ID_KEY, g_strdup (id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), spin);
  gtk_box_append (GTK_BOX (self->box), line);
  g_ptr_array_add (self->spins, spin);
}

static void
rapport_people_row_fill (RapportFormRow *row)
{
  RapportPeopleRow *self = RAPPORT_PEOPLE_ROW (row);
  RapportMap *map = rapport_form_field_get_map (get_field (self));
  RapportElement *any = rapport_form_field_get_first (get_field (self));
  const RapportProperty sectors = { .name = "spans", .kind = RAPPORT_KIND_REFERENCES };
  g_autoptr (GPtrArray) ids = rapport_candidates_list (map, &sectors, any);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < ids->len; i++)
    add_sector (self, g_ptr_array_index (ids, i));
  _rapport_form_row_take_control (row, self->box, NULL);
}

static void
rapport_people_row_refresh (RapportFormRow *row)
{
  RapportPeopleRow *self = RAPPORT_PEOPLE_ROW (row);
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), NULL);
  const char *people = value != NULL ? g_variant_get_string (value, NULL) : "";

  for (guint i = 0; i < self->spins->len; i++)
    {
      GtkSpinButton *spin = g_ptr_array_index (self->spins, i);

      gtk_spin_button_set_value (spin, count_of (people, g_object_get_data (G_OBJECT (spin), ID_KEY)));
    }
}

static void
rapport_people_row_finalize (GObject *object)
{
  g_ptr_array_unref (RAPPORT_PEOPLE_ROW (object)->spins);

  G_OBJECT_CLASS (rapport_people_row_parent_class)->finalize (object);
}

static void
rapport_people_row_class_init (RapportPeopleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_people_row_finalize;
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_people_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_people_row_refresh;
}

static void
rapport_people_row_init (RapportPeopleRow *self)
{
  self->spins = g_ptr_array_new ();
}

GtkWidget *
rapport_people_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_PEOPLE_ROW, NULL);
}
