/* rapport-form-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-form-field.h"

G_BEGIN_DECLS

#define RAPPORT_TYPE_FORM_ROW (rapport_form_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapportFormRow, rapport_form_row, RAPPORT, FORM_ROW, AdwPreferencesRow)

/**
 * RapportFormRow:
 * A row of a form: what it is called, the control, and what it means in plain words. There is a kind of row for
 * each kind of property.
 *
 * @fill: makes the control, once the row knows its field
 * @refresh: shows the value as it is now; what a person is typing is left alone
 */
struct _RapportFormRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*fill)    (RapportFormRow *self);
  void (*refresh) (RapportFormRow *self);
};

GtkWidget        *rapport_form_row_new           (RapportFormField *field, const char *title,
                                                  const char *help);
void              rapport_form_row_set_title     (RapportFormRow *self, const char *title);
RapportFormField *rapport_form_row_get_field     (RapportFormRow *self);
void              rapport_form_row_refresh       (RapportFormRow *self);
gboolean          rapport_form_row_is_refreshing (RapportFormRow *self);

/* For the kinds of rows. */
void              _rapport_form_row_take_control (RapportFormRow *self, GtkWidget *control,
                                                  GtkWidget *named);
void              _rapport_form_row_take_suffix  (RapportFormRow *self, GtkWidget *control);
void              _rapport_form_row_set_remark   (RapportFormRow *self, const char *remark);
void              _rapport_form_row_set_state    (RapportFormRow *self, const char *state);
void              _rapport_form_row_later         (RapportFormRow *self, void (*set) (RapportFormRow *self));
GtkWidget        *_rapport_form_row_new_text_view (void);

G_END_DECLS
