/* rapport-chips-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-chips-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-answer-entry.h"
#include "rapport-chip.h"
#include "rapport-link-reading.h"
#include "rapport-own-items.h"
#include "rapport-text.h"

#define WORD_KEY "rapport-word"

struct _RapportChipsRow
{
  RapportFormRow parent_instance;

  /* Owned by the widget tree */
  GtkWidget *box;
  GtkFlowBox *chips; /* of the list's words */
  GtkFlowBox *own;   /* nullable: of what was told in own words */
  GtkEntry *entry;   /* nullable */
};

G_DEFINE_FINAL_TYPE (RapportChipsRow, rapport_chips_row, RAPPORT_TYPE_FORM_ROW)

static RapportFormField *
get_field (RapportChipsRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

/* What is shown: in a view that says nothing of its own, what is agreed. Returns: (transfer full) */
static char *
dup_words (RapportChipsRow *self, gboolean *mixed)
{
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), mixed);

  if (value == NULL && !*mixed && get_field (self)->perspective != NULL)
    value = rapport_form_field_get_agreed (get_field (self));
  return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

static void
toggled_cb (RapportChipsRow *self, GtkToggleButton *chip)
{
  const char *word = g_object_get_data (G_OBJECT (chip), WORD_KEY);
  gboolean mixed = FALSE;
  g_autofree char *words = NULL;
  g_autofree char *changed = NULL;

  if (rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)))
    return;
  words = dup_words (self, &mixed);
  /* “Views differ” and “not discussed” are said instead of a list. */
  if (strcmp (words, "differ") == 0 || strcmp (words, "-") == 0)
    words[0] = '\0';
  if (strcmp (word, "differ") == 0)
    changed = g_strdup (gtk_toggle_button_get_active (chip) ? word : "");
  else if (gtk_toggle_button_get_active (chip))
    changed = rapport_words_add (words, word);
  else
    changed = rapport_words_drop (words, word);
  if (changed == NULL || *changed == '\0')
    rapport_form_field_set (get_field (self),
                            get_field (self)->perspective != NULL ? g_variant_new_string ("-") : NULL, FALSE);
  else
    rapport_form_field_set (get_field (self), g_variant_new_string (changed), FALSE);
}

static void
add_chip (RapportChipsRow *self, const char *word, const char *title)
{
  GtkWidget *chip = rapport_chip_new_toggle (title);

  g_object_set_data_full (G_OBJECT (chip), WORD_KEY, g_strdup (word), g_free);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->chips, chip);
}

static gboolean
has_chip (RapportChipsRow *self, const char *word)
{
  const RapportWord *words = get_field (self)->property->words;

  for (guint i = 0; words[i].word != NULL; i++)
    if (strcmp (words[i].word, word) == 0)
      return TRUE;
  return strcmp (word, "differ") == 0 || strcmp (word, "-") == 0 || *word == '\0';
}

/* A file may hold words that no list knows: they are shown, and can be taken off. */
static void
add_strange_chips (RapportChipsRow *self)
{
  gboolean mixed = FALSE;
  g_autofree char *words = dup_words (self, &mixed);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    if (!has_chip (self, *word))
      add_chip (self, *word, *word);
}

/* --- In own words --- */

static const char *
get_side (RapportChipsRow *self)
{
  const char *name = get_field (self)->property->name;

  return g_str_has_prefix (name, "items-") ? name + strlen ("items-") : NULL;
}

static void
drop_own_cb (RapportChipsRow *self, GtkWidget *chip)
{
  rapport_own_items_drop (get_field (self), get_side (self), g_object_get_data (G_OBJECT (chip), WORD_KEY));
}

static void
add_own_cb (RapportChipsRow *self)
{
  g_autofree char *typed = rapport_text_from_user (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  g_autofree char *text = rapport_text_collapse (typed);

  if (*text == '\0')
    return;
  rapport_own_items_add (get_field (self), get_side (self), text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
refresh_own (RapportChipsRow *self)
{
  g_auto (GStrv) items = NULL;
  GtkWidget *child;

  if (self->own == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->own))) != NULL)
    gtk_flow_box_remove (self->own, child);
  items = rapport_own_items_list (get_field (self), get_side (self));
  for (char **item = items; *item != NULL; item++)
    {
      GtkWidget *chip = rapport_chip_new_removable (*item);

      g_object_set_data_full (G_OBJECT (chip), WORD_KEY, g_strdup (*item), g_free);
      g_signal_connect_object (chip, "clicked", G_CALLBACK (drop_own_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->own, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own), *items != NULL);
}

static void
fill_own (RapportChipsRow *self)
{
  self->own = GTK_FLOW_BOX (rapport_chip_new_box ());
  self->entry = GTK_ENTRY (rapport_answer_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _("Something else, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Something else that is given"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_own_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->own));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
}

/* --- The row --- */

static void
rapport_chips_row_fill (RapportFormRow *row)
{
  RapportChipsRow *self = RAPPORT_CHIPS_ROW (row);
  const RapportFormField *field = get_field (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->chips = GTK_FLOW_BOX (rapport_chip_new_box ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chips));
  for (guint i = 0; field->property->words[i].word != NULL; i++)
    add_chip (self, field->property->words[i].word,
              g_dgettext (GETTEXT_PACKAGE, field->property->words[i].title));
  add_strange_chips (self);
  if (field->phase != NULL)
    add_chip (self, "differ", _("Views differ"));
  if (get_side (self) != NULL && field->elements->len == 1)
    fill_own (self);
  _rapport_form_row_take_control (row, self->box, GTK_WIDGET (self->chips));
}

static void
rapport_chips_row_refresh (RapportFormRow *row)
{
  RapportChipsRow *self = RAPPORT_CHIPS_ROW (row);
  gboolean mixed = FALSE;
  g_autofree char *words = dup_words (self, &mixed);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *chip = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    rapport_words_contain (words, g_object_get_data (G_OBJECT (chip), WORD_KEY)));
    }
  refresh_own (self);
  _rapport_form_row_set_state (row, mixed ? _("Mixed") : NULL);
}

static void
rapport_chips_row_class_init (RapportChipsRowClass *klass)
{
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_chips_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_chips_row_refresh;
}

static void
rapport_chips_row_init (RapportChipsRow *self)
{
}

GtkWidget *
rapport_chips_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_CHIPS_ROW, NULL);
}
