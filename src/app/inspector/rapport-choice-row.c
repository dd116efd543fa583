/* rapport-choice-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-choice-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-candidates.h"
#include "rapport-choice-list.h"
#include "rapport-element-words.h"
#include "rapport-level-words.h"
#include "rapport-phase.h"

/* From so many on, one types a few letters to find one. */
#define MANY 9

struct _RapportChoiceRow
{
  RapportFormRow parent_instance;

  /* Owned by the widget tree */
  GtkDropDown *choices;

  /* Owned */
  GPtrArray *titles; /* of strings */
  GPtrArray *values; /* of GVariant or %NULL; the first may stand for "mixed" */
  gboolean mixed;
};

G_DEFINE_FINAL_TYPE (RapportChoiceRow, rapport_choice_row, RAPPORT_TYPE_FORM_ROW)

static RapportFormField *
get_field (RapportChoiceRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

static void
set_chosen (RapportFormRow *row)
{
  RapportChoiceRow *self = RAPPORT_CHOICE_ROW (row);
  guint selected = gtk_drop_down_get_selected (self->choices);

  if (selected < self->values->len && !(self->mixed && selected == 0))
    rapport_form_field_set (get_field (self), g_ptr_array_index (self->values, selected), FALSE);
}

static void
chosen_cb (RapportChoiceRow *self)
{
  if (!rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)))
    _rapport_form_row_later (RAPPORT_FORM_ROW (self), set_chosen);
}

static void
unref_value (gpointer value)
{
  if (value != NULL)
    g_variant_unref (value);
}

/* @title: (transfer full); @value: (nullable): a floating one is taken */
static void
add (RapportChoiceRow *self, char *title, GVariant *value)
{
  g_ptr_array_add (self->titles, title);
  g_ptr_array_add (self->values, value != NULL ? g_variant_ref_sink (value) : NULL);
}

static char *
describe (RapportChoiceRow *self, GVariant *value)
{
  const RapportFormField *field = get_field (self);
  const RapportWord *words = field->property->words;
  const char *text;

  if (value == NULL)
    return g_strdup (field->property->judged || field->phase != NULL ? _("Not discussed") : _("Not said"));
  if (field->property->kind == RAPPORT_KIND_LEVEL)
    return rapport_level_words (field->property, rapport_form_field_get_first (field),
                                g_variant_get_int16 (value));
  text = g_variant_get_string (value, NULL);
  for (guint i = 0; words != NULL && words[i].word != NULL; i++)
    if (strcmp (words[i].word, text) == 0)
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, words[i].title));
  if (field->phase != NULL && strcmp (text, "differ") == 0)
    return g_strdup (_("Views differ"));
  if (field->phase != NULL && strcmp (text, "-") == 0)
    return g_strdup (_("Not discussed"));
  return g_strdup (text);
}

static void
add_described (RapportChoiceRow *self, GVariant *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;

  add (self, describe (self, sunk), sunk);
}

static gboolean
is_agreed (const RapportFormField *field)
{
  RapportElement *phase = NULL;

  if (field->phase != NULL)
    phase = rapport_map_lookup (rapport_form_field_get_map (field), field->phase);
  return phase != NULL && RAPPORT_IS_PHASE (phase) && rapport_phase_is_agreed (RAPPORT_PHASE (phase));
}

/* In a view, nothing said means as agreed or as in the draft, and not discussed is something that was said. */
static void
add_nothing (RapportChoiceRow *self)
{
  const RapportFormField *field = get_field (self);
  g_autoptr (GVariant) agreed = NULL;
  g_autofree char *words = NULL;

  if (field->property->kind == RAPPORT_KIND_REFERENCE)
    {
      add (self, g_strdup (rapport_candidates_none (field->property)), NULL);
      return;
    }
  if (field->perspective == NULL)
    {
      add_described (self, NULL);
      return;
    }
  agreed = rapport_form_field_get_agreed (field);
  words = describe (self, agreed);
  add (self, g_strdup_printf (is_agreed (field) ? _("As agreed: %s") : _("As in the draft: %s"), words), NULL);
  add_described (self, field->property->kind == RAPPORT_KIND_LEVEL
                           ? g_variant_new_int16 (RAPPORT_LEVEL_NOT_DISCUSSED)
                           : g_variant_new_string ("-"));
}

static void
add_levels (RapportChoiceRow *self)
{
  const RapportProperty *property = get_field (self)->property;

  for (int level = property->min; level <= property->max; level++)
    add_described (self, g_variant_new_int16 ((gint16) level));
  if (property->judged)
    add_described (self, g_variant_new_int16 (RAPPORT_LEVEL_DIFFER));
}

static void
add_words (RapportChoiceRow *self)
{
  const RapportFormField *field = get_field (self);

  for (guint i = 0; field->property->words[i].word != NULL; i++)
    add_described (self, g_variant_new_string (field->property->words[i].word));
  if (field->phase != NULL)
    add_described (self, g_variant_new_string ("differ"));
}

static void
add_candidates (RapportChoiceRow *self)
{
  const RapportFormField *field = get_field (self);
  g_autoptr (GPtrArray) ids = rapport_candidates_list (rapport_form_field_get_map (field), field->property,
                                                       rapport_form_field_get_first (field));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      add (self, rapport_candidates_name (rapport_form_field_get_map (field), id), g_variant_new_string (id));
    }
}

static guint
find (RapportChoiceRow *self, GVariant *value)
{
  for (guint i = self->mixed ? 1 : 0; i < self->values->len; i++)
    {
      GVariant *other = g_ptr_array_index (self->values, i);

      if (value == other || (value != NULL && other != NULL && g_variant_equal (value, other)))
        return i;
    }
  return G_MAXUINT;
}

static void
list_choices (RapportChoiceRow *self, GVariant *value)
{
  RapportKind kind = get_field (self)->property->kind;

  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->values, 0);
  if (self->mixed)
    add (self, g_strdup (_("Mixed")), NULL);
  add_nothing (self);
  if (kind == RAPPORT_KIND_LEVEL)
    add_levels (self);
  else if (kind == RAPPORT_KIND_WORD)
    add_words (self);
  else
    add_candidates (self);
  /* A word that no list knows is kept and told as it stands. */
  if (!self->mixed && find (self, value) == G_MAXUINT)
    add_described (self, value);
}

static void
rapport_choice_row_refresh (RapportFormRow *row)
{
  RapportChoiceRow *self = RAPPORT_CHOICE_ROW (row);
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), &self->mixed);

  list_choices (self, value);
  rapport_choice_list_show (self->choices, self->titles);
  gtk_drop_down_set_enable_search (self->choices, self->titles->len >= MANY);
  gtk_drop_down_set_selected (self->choices, self->mixed ? 0 : find (self, value));
}

static void
rapport_choice_row_fill (RapportFormRow *row)
{
  RapportChoiceRow *self = RAPPORT_CHOICE_ROW (row);

  self->choices = GTK_DROP_DOWN (gtk_drop_down_new (NULL, gtk_property_expression_new (
                                                              GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->choices), TRUE);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  _rapport_form_row_take_control (row, GTK_WIDGET (self->choices), NULL);
}

static void
rapport_choice_row_finalize (GObject *object)
{
  RapportChoiceRow *self = RAPPORT_CHOICE_ROW (object);

  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->values);

  G_OBJECT_CLASS (rapport_choice_row_parent_class)->finalize (object);
}

static void
rapport_choice_row_class_init (RapportChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_choice_row_finalize;
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_choice_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_choice_row_refresh;
}

static void
rapport_choice_row_init (RapportChoiceRow *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (unref_value);
}

GtkWidget *
rapport_choice_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_CHOICE_ROW, NULL);
}
