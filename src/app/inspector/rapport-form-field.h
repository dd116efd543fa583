/* rapport-form-field.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportFormField:
 * What a row of a form shows and sets: one property of one element or of several at once, or one field of their
 * readings in a time and a view. Knows no widget. Setting it is one step of undo for all of them.
 */
typedef struct
{
  RapportSession *session; /* owned */
  GPtrArray *elements;     /* owned, of owned; of one type, or of types that all have the property */
  const RapportProperty *property;
  char *phase;             /* owned, nullable: a property, not a reading */
  char *perspective;       /* owned, nullable: as agreed */
} RapportFormField;

RapportFormField *rapport_form_field_new  (RapportSession *session, GPtrArray *elements,
                                           const RapportProperty *property, const char *phase,
                                           const char *perspective);
void              rapport_form_field_free (RapportFormField *self);

RapportElement *rapport_form_field_get_first    (const RapportFormField *self);
RapportMap     *rapport_form_field_get_map      (const RapportFormField *self);
const char     *rapport_form_field_get_title    (const RapportFormField *self);
gboolean        rapport_form_field_is_there     (const RapportFormField *self);
gboolean        rapport_form_field_can_set      (const RapportFormField *self);
GVariant       *rapport_form_field_get          (const RapportFormField *self, gboolean *mixed);
GVariant       *rapport_form_field_get_agreed   (const RapportFormField *self);
gboolean        rapport_form_field_set          (RapportFormField *self, GVariant *value, gboolean merge);
void            rapport_form_field_stop_merging (RapportFormField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportFormField, rapport_form_field_free)

G_END_DECLS
