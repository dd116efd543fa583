/* rapport-form-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-form-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-chips-row.h"
#include "rapport-choice-names.h"
#include "rapport-choice-row.h"
#include "rapport-flag-row.h"
#include "rapport-level-row.h"
#include "rapport-note.h"
#include "rapport-people-row.h"
#include "rapport-records-row.h"
#include "rapport-references-row.h"
#include "rapport-text-layout.h"
#include "rapport-text-row.h"

/* In characters. */
#define NARROWEST 10

typedef struct
{
  /* Owned by the widget tree */
  GtkWidget *box;
  GtkWidget *head;
  GtkLabel *title;
  GtkLabel *help;
  GtkLabel *remark;
  GtkLabel *state;

  /* Owned */
  RapportFormField *field;
  char *help_text;

  gboolean refreshing;
} RapportFormRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapportFormRow, rapport_form_row, ADW_TYPE_PREFERENCES_ROW)

static RapportFormRowPrivate *
get_private (RapportFormRow *self)
{
  return rapport_form_row_get_instance_private (self);
}

static void
rapport_form_row_finalize (GObject *object)
{
  RapportFormRowPrivate *self = get_private (RAPPORT_FORM_ROW (object));

  g_clear_pointer (&self->field, rapport_form_field_free);
  g_clear_pointer (&self->help_text, g_free);

  G_OBJECT_CLASS (rapport_form_row_parent_class)->finalize (object);
}

static void
rapport_form_row_class_init (RapportFormRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_form_row_finalize;
}

static GtkLabel *
new_label (const char *first_style, const char *second_style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Or else GTK asks how narrow it can be by breaking it after each letter, which is a third of what a form costs. */
  gtk_label_set_width_chars (GTK_LABEL (label), NARROWEST);
  gtk_widget_add_css_class (label, first_style);
  if (second_style != NULL)
    gtk_widget_add_css_class (label, second_style);
  return GTK_LABEL (label);
}

static void
rapport_form_row_init (RapportFormRow *row)
{
  RapportFormRowPrivate *self = get_private (row);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 10);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = new_label ("caption-heading", NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->help = new_label ("caption", "dim-label");
  self->remark = new_label ("caption", "error");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), FALSE);
  self->state = new_label ("caption", "accent");
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->remark));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->help));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* Tab goes to what can be filled in, not to the row round it. */
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
}

/* @field: (transfer full); @help: (nullable) */
static void
set_up (RapportFormRow *row, RapportFormField *field, const char *title, const char *help)
{
  RapportFormRowPrivate *self = get_private (row);

  self->field = field;
  self->help_text = g_strdup (help);
  rapport_form_row_set_title (row, title);
  gtk_label_set_text (self->help, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), help != NULL);
}

static void
name_widget (RapportFormRow *row, GtkWidget *widget)
{
  RapportFormRowPrivate *self = get_private (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
  if (self->help_text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->help_text, -1);
  if (GTK_IS_DROP_DOWN (widget))
    rapport_choice_names_mend (widget, gtk_label_get_text (self->title));
}

/* @named: (nullable): what takes the focus, where that is not @control itself; it is called what the row is */
void
_rapport_form_row_take_control (RapportFormRow *row, GtkWidget *control, GtkWidget *named)
{
  RapportFormRowPrivate *self = get_private (row);

  gtk_box_insert_child_after (GTK_BOX (self->box), control, self->head);
  name_widget (row, named != NULL ? named : control);
}

/* Beside the title: for what is as small as a switch. */
void
_rapport_form_row_take_suffix (RapportFormRow *row, GtkWidget *control)
{
  RapportFormRowPrivate *self = get_private (row);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->head), control);
  name_widget (row, control);
}

/* @remark: (nullable): what is wrong with what was typed */
void
_rapport_form_row_set_remark (RapportFormRow *row, const char *remark)
{
  RapportFormRowPrivate *self = get_private (row);

  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
}

/* @state: (nullable): such as that several hold different things */
void
_rapport_form_row_set_state (RapportFormRow *row, const char *state)
{
  RapportFormRowPrivate *self = get_private (row);

  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
}

typedef struct
{
  RapportFormRow *row; /* owned */
  void (*set) (RapportFormRow *row);
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->row);
  g_free (later);
}

static gboolean
later_cb (gpointer data)
{
  Later *later = data;

  later->set (later->row);
  return G_SOURCE_REMOVE;
}

/* Sets the value when the control has told everybody of what was chosen: setting it may give a drop-down other
 * choices, and it must not lose its list while it tells of it. */
void
_rapport_form_row_later (RapportFormRow *row, void (*set) (RapportFormRow *self))
{
  Later *later = g_new0 (Later, 1);

  later->row = g_object_ref (row);
  later->set = set;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, later_cb, later, later_free);
}

/* Returns: (transfer floating): for sentences; Tab goes on to the next field */
GtkWidget *
_rapport_form_row_new_text_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  rapport_text_layout_keep_up (GTK_TEXT_VIEW (view));
  return view;
}

static GtkWidget *
new_for_kind (const RapportFormField *field)
{
  if (field->property->words == rapport_note_levels)
    return rapport_level_row_new ();
  switch (field->property->kind)
    {
    case RAPPORT_KIND_WORD:
      return field->property->words != NULL ? rapport_choice_row_new () : rapport_text_row_new ();
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_REFERENCE:
      return rapport_choice_row_new ();
    case RAPPORT_KIND_WORDS:
      return field->property->words != NULL ? rapport_chips_row_new () : rapport_people_row_new ();
    case RAPPORT_KIND_REFERENCES:
      return rapport_references_row_new ();
    case RAPPORT_KIND_FLAG:
      return rapport_flag_row_new ();
    case RAPPORT_KIND_RECORDS:
      return rapport_records_row_new ();
    case RAPPORT_KIND_TEXT:
    case RAPPORT_KIND_DATE:
    case RAPPORT_KIND_NUMBER:
    case RAPPORT_KIND_COUNT:
    default:
      return rapport_text_row_new ();
    }
}

/**
 * rapport_form_row_new:
 * @field: (transfer full)
 * @title: (nullable): instead of the property's own
 * @help: (nullable): instead of the property's own
 *
 * Returns: (transfer floating): the row for that kind of property
 */
GtkWidget *
rapport_form_row_new (RapportFormField *field, const char *title, const char *help)
{
  GtkWidget *row = new_for_kind (field);
  RapportFormRowClass *klass = RAPPORT_FORM_ROW_GET_CLASS (row);

  if (title == NULL)
    title = rapport_form_field_get_title (field);
  if (help == NULL && field->property->help != NULL)
    help = g_dgettext (GETTEXT_PACKAGE, field->property->help);
  set_up (RAPPORT_FORM_ROW (row), field, title, help);
  klass->fill (RAPPORT_FORM_ROW (row));
  gtk_widget_set_sensitive (row, !rapport_session_is_read_only (field->session));
  rapport_form_row_refresh (RAPPORT_FORM_ROW (row));
  return row;
}

void
rapport_form_row_set_title (RapportFormRow *row, const char *title)
{
  gtk_label_set_text (get_private (row)->title, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* Returns: (transfer none) */
RapportFormField *
rapport_form_row_get_field (RapportFormRow *row)
{
  g_return_val_if_fail (RAPPORT_IS_FORM_ROW (row), NULL);
  return get_private (row)->field;
}

/* Nothing is set while this goes on. */
void
rapport_form_row_refresh (RapportFormRow *row)
{
  RapportFormRowPrivate *self = get_private (row);

  g_return_if_fail (RAPPORT_IS_FORM_ROW (row));
  if (!rapport_form_field_is_there (self->field) || self->refreshing)
    return;
  self->refreshing = TRUE;
  RAPPORT_FORM_ROW_GET_CLASS (row)->refresh (row);
  self->refreshing = FALSE;
}

gboolean
rapport_form_row_is_refreshing (RapportFormRow *row)
{
  return get_private (row)->refreshing;
}
