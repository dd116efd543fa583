/* rapport-form-field.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-form-field.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

/**
 * rapport_form_field_new:
 * @elements: (element-type RapportElement): at least one; the list is copied
 * @property: of the first of them; the others have one of its name
 * @phase: (nullable): %NULL for a property, else the time whose readings are meant
 * @perspective: (nullable)
 */
RapportFormField *
rapport_form_field_new (RapportSession *session, GPtrArray *elements, const RapportProperty *property,
                        const char *phase, const char *perspective)
{
  RapportFormField *self;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && elements->len > 0 && property != NULL, NULL);

  self = g_new0 (RapportFormField, 1);
  self->session = g_object_ref (session);
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (self->elements, g_object_ref (g_ptr_array_index (elements, i)));
  self->property = property;
  self->phase = g_strdup (phase);
  self->perspective = g_strdup (perspective);
  return self;
}

void
rapport_form_field_free (RapportFormField *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->session);
  g_ptr_array_unref (self->elements);
  g_free (self->phase);
  g_free (self->perspective);
  g_free (self);
}

/* Returns: (transfer none) */
RapportElement *
rapport_form_field_get_first (const RapportFormField *self)
{
  return g_ptr_array_index (self->elements, 0);
}

/* Returns: (transfer none) */
RapportMap *
rapport_form_field_get_map (const RapportFormField *self)
{
  return rapport_session_get_map (self->session);
}

/* Returns: (transfer none): what the property is called */
const char *
rapport_form_field_get_title (const RapportFormField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->property->title);
}

static gboolean
is_in_map (const RapportFormField *self, RapportElement *element)
{
  RapportMap *map = rapport_form_field_get_map (self);

  return element == RAPPORT_ELEMENT (map) || rapport_element_get_map (element) == map;
}

/* Whether all that it is about is still in the map, and at that time. */
gboolean
rapport_form_field_is_there (const RapportFormField *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      RapportElement *element = g_ptr_array_index (self->elements, i);

      if (!is_in_map (self, element))
        return FALSE;
      if (self->phase != NULL && rapport_map_lookup (rapport_form_field_get_map (self), self->phase) == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
rapport_form_field_can_set (const RapportFormField *self)
{
  return !rapport_session_is_read_only (self->session) && rapport_form_field_is_there (self);
}

static const RapportProperty *
property_of (const RapportFormField *self, RapportElement *element)
{
  if (self->phase != NULL || element == rapport_form_field_get_first (self))
    return self->property;
  return rapport_element_find_property (element, self->property->name);
}

static GVariant *
get_from (const RapportFormField *self, RapportElement *element, const char *perspective)
{
  const RapportReading *reading;

  if (self->phase == NULL)
    return rapport_element_get (element, property_of (self, element));
  reading = rapport_element_get_reading (element, self->phase, perspective);
  return reading != NULL ? rapport_reading_get (reading, self->property) : NULL;
}

static gboolean
same (GVariant *a, GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}

/**
 * rapport_form_field_get:
 * @mixed: (out) (optional): whether the elements do not all hold the same
 *
 * Returns: (transfer full) (nullable): what they all hold; %NULL where it is not given, and where it is mixed
 */
GVariant *
rapport_form_field_get (const RapportFormField *self, gboolean *mixed)
{
  g_autoptr (GVariant) value = get_from (self, rapport_form_field_get_first (self), self->perspective);
  gboolean differ = FALSE;

  for (guint i = 1; i < self->elements->len && !differ; i++)
    {
      g_autoptr (GVariant) other
          = get_from (self, g_ptr_array_index (self->elements, i), self->perspective);

      differ = !same (value, other);
    }
  if (mixed != NULL)
    *mixed = differ;
  return differ ? NULL : g_steal_pointer (&value);
}

/* Returns: (transfer full) (nullable): what is agreed of the first, under the view that is shown */
GVariant *
rapport_form_field_get_agreed (const RapportFormField *self)
{
  return get_from (self, rapport_form_field_get_first (self), NULL);
}

static void
set_reading (RapportFormField *self, RapportTransaction *transaction, RapportElement *element,
             GVariant *value)
{
  const RapportReading *old = rapport_element_get_reading (element, self->phase, self->perspective);
  g_autoptr (RapportReading) empty
      = rapport_reading_new (rapport_element_get_reading_kind (element));
  g_autoptr (RapportReading) changed
      = rapport_reading_with (old != NULL ? old : empty, self->property, value);

  /* A view that says nothing of its own is none. */
  if (self->perspective != NULL && rapport_reading_equal (changed, empty))
    rapport_transaction_set_reading (transaction, element, self->phase, self->perspective, NULL);
  else
    rapport_transaction_set_reading (transaction, element, self->phase, self->perspective, changed);
}

/**
 * rapport_form_field_set:
 * @value: (nullable): a floating one is taken; %NULL for "not given"
 * @merge: whether it is one step of undo together with the one before, as a burst of typing is
 *
 * Returns: whether anything changed
 */
gboolean
rapport_form_field_set (RapportFormField *self, GVariant *value, gboolean merge)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  /* Translators: %s is what is changed, such as “Name”. */
  g_autofree char *label = g_strdup_printf (_("Change of “%s”"), rapport_form_field_get_title (self));
  g_autofree char *key = NULL;
  RapportTransaction *transaction;

  if (!rapport_form_field_can_set (self) || !rapport_property_accepts (self->property, sunk))
    return FALSE;
  if (merge)
    key = g_strdup_printf ("field %s %s %s %s %u", rapport_element_get_id (rapport_form_field_get_first (self)),
                           self->property->name, self->phase != NULL ? self->phase : "",
                           self->perspective != NULL ? self->perspective : "", self->elements->len);
  transaction = rapport_history_begin (rapport_session_get_history (self->session), label, key);
  for (guint i = 0; i < self->elements->len; i++)
    {
      RapportElement *element = g_ptr_array_index (self->elements, i);

      if (self->phase != NULL)
        set_reading (self, transaction, element, sunk);
      else
        rapport_transaction_set (transaction, element, property_of (self, element), sunk);
    }
  return rapport_transaction_commit (transaction);
}

/* What is typed from now on is another step of undo. */
void
rapport_form_field_stop_merging (RapportFormField *self)
{
  rapport_history_stop_merging (rapport_session_get_history (self->session));
}
