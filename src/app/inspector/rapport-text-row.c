/* rapport-text-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text-row.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rapport-text.h"

struct _RapportTextRow
{
  RapportFormRow parent_instance;

  /* Owned by the widget tree; one of them */
  GtkEntry *entry;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (RapportTextRow, rapport_text_row, RAPPORT_TYPE_FORM_ROW)

static RapportFormField *
get_field (RapportTextRow *self)
{
  return rapport_form_row_get_field (RAPPORT_FORM_ROW (self));
}

static RapportKind
get_kind (RapportTextRow *self)
{
  return get_field (self)->property->kind;
}

static char *
dup_typed (RapportTextRow *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  if (self->entry != NULL)
    return rapport_text_from_user (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->view), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->view), &start, &end, FALSE);
  return rapport_text_from_user (text, -1);
}

static gboolean
parse_date (const char *text)
{
  unsigned year;
  unsigned month = 1;
  unsigned day = 1;
  gsize length = strlen (text);

  if (strspn (text, "0123456789-") != length || (length != 4 && length != 7 && length != 10))
    return FALSE;
  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &day) < (int) (length - 1) / 3)
    return FALSE;
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
parse_number (RapportTextRow *self, const char *text, GVariant **value)
{
  const RapportProperty *property = get_field (self)->property;
  char *end = NULL;
  double number = g_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  if (property->kind == RAPPORT_KIND_NUMBER)
    *value = g_variant_new_double (number);
  else if (number == floor (number) && number >= property->min && number <= property->max)
    *value = g_variant_new_int32 ((gint32) number);
  return *value != NULL && rapport_property_accepts (property, *value);
}

/* Returns: %FALSE where @text is no such value; @value stays %NULL for none */
static gboolean
parse (RapportTextRow *self, const char *text, GVariant **value)
{
  RapportKind kind = get_kind (self);

  if (*text == '\0')
    return TRUE;
  if (kind == RAPPORT_KIND_NUMBER || kind == RAPPORT_KIND_COUNT)
    return parse_number (self, text, value);
  if (kind == RAPPORT_KIND_DATE && !parse_date (text))
    return FALSE;
  *value = g_variant_new_string (text);
  return TRUE;
}

static const char *
get_remark (RapportTextRow *self)
{
  if (get_kind (self) == RAPPORT_KIND_DATE)
    return _("A date looks like 2026, 2026-11 or 2026-11-23.");
  return _("A number is wanted here.");
}

static void
typed_cb (RapportTextRow *self)
{
  g_autofree char *text = NULL;
  GVariant *value = NULL;

  if (rapport_form_row_is_refreshing (RAPPORT_FORM_ROW (self)))
    return;
  text = dup_typed (self);
  if (parse (self, text, &value))
    {
      _rapport_form_row_set_remark (RAPPORT_FORM_ROW (self), NULL);
      rapport_form_field_set (get_field (self), value, TRUE);
      return;
    }
  if (value != NULL)
    g_variant_unref (g_variant_ref_sink (value));
  _rapport_form_row_set_remark (RAPPORT_FORM_ROW (self), get_remark (self));
}

static char *
print_value (GVariant *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL)
    return g_strdup ("");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return g_strdup_printf ("%d", g_variant_get_int32 (value));
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", g_variant_get_double (value)));
}

/* What is typed already says the value, or is on the way to say one: it is left alone. */
static gboolean
says (RapportTextRow *self, GVariant *value)
{
  g_autofree char *text = dup_typed (self);
  g_autoptr (GVariant) typed = NULL;
  GVariant *parsed = NULL;
  gboolean well = parse (self, text, &parsed);

  if (parsed != NULL)
    typed = g_variant_ref_sink (parsed);
  if (!well)
    return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  return value == typed || (value != NULL && typed != NULL && g_variant_equal (value, typed));
}

static void
rapport_text_row_refresh (RapportFormRow *row)
{
  RapportTextRow *self = RAPPORT_TEXT_ROW (row);
  gboolean mixed;
  g_autoptr (GVariant) value = rapport_form_field_get (get_field (self), &mixed);
  g_autofree char *text = print_value (value);

  if (self->entry != NULL)
    gtk_entry_set_placeholder_text (self->entry, mixed ? _("Mixed") : NULL);
  else
    _rapport_form_row_set_state (row, mixed ? _("Mixed") : NULL);
  if (says (self, value))
    return;
  _rapport_form_row_set_remark (row, NULL);
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static void
left_cb (RapportTextRow *self)
{
  rapport_form_field_stop_merging (get_field (self));
}

static void
watch_focus (RapportTextRow *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
fill_entry (RapportTextRow *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, GTK_WIDGET (self->entry));
  /* The entry stands for the text in it before those who listen. */
  _rapport_form_row_take_control (RAPPORT_FORM_ROW (self), GTK_WIDGET (self->entry), NULL);
}

static void
fill_view (RapportTextRow *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (_rapport_form_row_new_text_view ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (frame, "form-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 54);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 180);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_focus (self, GTK_WIDGET (self->view));
  _rapport_form_row_take_control (RAPPORT_FORM_ROW (self), frame, GTK_WIDGET (self->view));
}

/* What has no limit of its own is told in sentences. */
static void
rapport_text_row_fill (RapportFormRow *row)
{
  RapportTextRow *self = RAPPORT_TEXT_ROW (row);

  if (get_kind (self) == RAPPORT_KIND_TEXT && get_field (self)->property->max_length == 0)
    fill_view (self);
  else
    fill_entry (self);
}

static void
rapport_text_row_class_init (RapportTextRowClass *klass)
{
  RAPPORT_FORM_ROW_CLASS (klass)->fill = rapport_text_row_fill;
  RAPPORT_FORM_ROW_CLASS (klass)->refresh = rapport_text_row_refresh;
}

static void
rapport_text_row_init (RapportTextRow *self)
{
}

GtkWidget *
rapport_text_row_new (void)
{
  return g_object_new (RAPPORT_TYPE_TEXT_ROW, NULL);
}
