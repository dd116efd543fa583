/* rapport-reading.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-reading.h"

#include <string.h>

#define VARIANT_TYPE "(a{sv}(a(ss)a(ss)))"

/* Returns: (transfer full): a reading in which nothing is given */
RapportReading *
rapport_reading_new (const RapportReadingKind *kind)
{
  RapportReading *self = g_malloc0 (kind->size);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  for (guint i = 0; i < kind->n_properties; i++)
    rapport_field_init (&kind->properties[i], self);
  return self;
}

RapportReading *
rapport_reading_ref (const RapportReading *self)
{
  RapportReading *counted = (RapportReading *) self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

void
rapport_reading_unref (RapportReading *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->kind->n_properties; i++)
    rapport_field_clear (&self->kind->properties[i], self);
  g_clear_pointer (&self->foreign, rapport_foreign_unref);
  g_free (self);
}

static gboolean
is_being_built (RapportReading *self)
{
  return g_atomic_ref_count_compare (&self->refs, 1);
}

/* Returns: %FALSE where @text is no value of this field */
gboolean
rapport_reading_init_field (RapportReading *self, const RapportProperty *field,
                            const char *text, gsize length)
{
  g_return_val_if_fail (is_being_built (self), FALSE);
  return rapport_field_parse (field, self, text, length);
}

void
rapport_reading_init_value (RapportReading *self, const RapportProperty *field, GVariant *value)
{
  g_return_if_fail (is_being_built (self));
  rapport_field_set (field, self, value);
}

/* Returns: (transfer none): the foreign parts, to be filled */
RapportForeign *
rapport_reading_init_foreign (RapportReading *self)
{
  g_return_val_if_fail (is_being_built (self), NULL);
  if (self->foreign == NULL)
    self->foreign = rapport_foreign_new ();
  return self->foreign;
}

static RapportReading *
copy (const RapportReading *base)
{
  RapportReading *self = rapport_reading_new (base->kind);

  for (guint i = 0; i < base->kind->n_properties; i++)
    rapport_field_copy (&base->kind->properties[i], self, base);
  if (base->foreign != NULL)
    self->foreign = rapport_foreign_ref (base->foreign);
  return self;
}

/**
 * rapport_reading_with:
 * @value: (nullable): %NULL makes the field "not given"
 *
 * Returns: (transfer full): @base with one field changed
 */
RapportReading *
rapport_reading_with (const RapportReading *base, const RapportProperty *field, GVariant *value)
{
  RapportReading *self;

  g_return_val_if_fail (base != NULL && field != NULL, NULL);

  self = copy (base);
  rapport_field_set (field, self, value);
  return self;
}

/* @level: a number in range or one of the RAPPORT_LEVEL_ values. Returns: (transfer full) */
RapportReading *
rapport_reading_with_level (const RapportReading *base, const char *field, int level)
{
  g_autoptr (GVariant) value = NULL;

  if (level != RAPPORT_LEVEL_UNSET)
    value = g_variant_ref_sink (g_variant_new_int16 ((gint16) level));
  return rapport_reading_with (base, rapport_reading_find_field (base, field), value);
}

/* @text: (nullable). Returns: (transfer full) */
RapportReading *
rapport_reading_with_text (const RapportReading *base, const char *field, const char *text)
{
  g_autoptr (GVariant) value = NULL;

  if (text != NULL)
    value = g_variant_ref_sink (g_variant_new_string (text));
  return rapport_reading_with (base, rapport_reading_find_field (base, field), value);
}

static gboolean
is_not_discussed (const RapportReading *self, const RapportProperty *field)
{
  if (field->kind == RAPPORT_KIND_LEVEL)
    return rapport_field_get_level (field, self) == RAPPORT_LEVEL_NOT_DISCUSSED;
  if (rapport_property_is_string (field))
    return g_strcmp0 (rapport_field_get_string (field, self), "-") == 0;
  return FALSE;
}

static gboolean
says_not_discussed (const RapportReading *self)
{
  for (guint i = 0; i < self->kind->n_properties; i++)
    if (is_not_discussed (self, &self->kind->properties[i]))
      return TRUE;
  return FALSE;
}

/**
 * rapport_reading_over:
 * @override: (nullable): a perspective's reading
 * @agreed: the agreed reading of the same phase
 *
 * What one perspective sees: its own value where it gives one, else the agreed one. In the result "not
 * discussed" is always "not given", wherever it came from.
 *
 * Returns: (transfer full)
 */
RapportReading *
rapport_reading_over (const RapportReading *override, const RapportReading *agreed)
{
  RapportReading *self;

  g_return_val_if_fail (agreed != NULL, NULL);

  g_return_val_if_fail (override == NULL || override->kind == agreed->kind, NULL);
  if (override == NULL && !says_not_discussed (agreed))
    return rapport_reading_ref (agreed);
  self = copy (agreed);
  for (guint i = 0; i < self->kind->n_properties; i++)
    {
      const RapportProperty *field = &self->kind->properties[i];

      if (override != NULL && rapport_field_is_set (field, override))
        {
          rapport_field_clear (field, self);
          rapport_field_copy (field, self, override);
        }
      if (is_not_discussed (self, field))
        rapport_field_clear (field, self);
    }
  return self;
}

/* Returns: (nullable) (transfer none) */
const RapportProperty *
rapport_reading_find_field (const RapportReading *self, const char *name)
{
  return rapport_properties_find (self->kind->properties, self->kind->n_properties, name);
}

/* Returns: (transfer full) (nullable): %NULL where the field is not given */
GVariant *
rapport_reading_get (const RapportReading *self, const RapportProperty *field)
{
  return rapport_field_get (field, self);
}

/**
 * rapport_reading_get_level:
 * @self: (nullable): %NULL is a reading in which nothing is given
 */
int
rapport_reading_get_level (const RapportReading *self, const char *field)
{
  const RapportProperty *property;

  if (self == NULL)
    return RAPPORT_LEVEL_UNSET;
  property = rapport_reading_find_field (self, field);
  g_return_val_if_fail (property != NULL, RAPPORT_LEVEL_UNSET);
  return rapport_field_get_level (property, self);
}

/* @self: (nullable). Returns: (nullable) (transfer none) */
const char *
rapport_reading_get_text (const RapportReading *self, const char *field)
{
  const RapportProperty *property;

  if (self == NULL)
    return NULL;
  property = rapport_reading_find_field (self, field);
  g_return_val_if_fail (property != NULL, NULL);
  return rapport_field_get_string (property, self);
}

/* Returns: (nullable) (transfer none) */
const RapportForeign *
rapport_reading_get_foreign (const RapportReading *self)
{
  return self->foreign;
}

/* Whatever foreign parts they have. Either may be %NULL: no reading at all. */
gboolean
rapport_reading_same_values (const RapportReading *a, const RapportReading *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind)
    return FALSE;
  for (guint i = 0; i < a->kind->n_properties; i++)
    if (!rapport_field_equal (&a->kind->properties[i], a, b))
      return FALSE;
  return TRUE;
}

/* Either may be %NULL: no reading at all. */
gboolean
rapport_reading_equal (const RapportReading *a, const RapportReading *b)
{
  return a == b
         || (rapport_reading_same_values (a, b) && rapport_foreign_equal (a->foreign, b->foreign));
}

/* Returns: (transfer full): for the journal */
GVariant *
rapport_reading_to_variant (const RapportReading *self)
{
  GVariantBuilder fields;
  g_autoptr (GVariant) foreign = rapport_foreign_to_variant (self->foreign);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < self->kind->n_properties; i++)
    {
      const RapportProperty *field = &self->kind->properties[i];
      g_autoptr (GVariant) value = rapport_field_get (field, self);

      if (value != NULL)
        g_variant_builder_add (&fields, "{sv}", field->name, value);
    }
  return g_variant_ref_sink (g_variant_new ("(a{sv}@(a(ss)a(ss)))", &fields, foreign));
}

/* Returns: (transfer full) (nullable): %NULL where @variant does not fit @kind */
RapportReading *
rapport_reading_from_variant (const RapportReadingKind *kind, GVariant *variant)
{
  g_autoptr (RapportReading) self = NULL;
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (GVariant) foreign = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)))
    return NULL;
  self = rapport_reading_new (kind);
  g_variant_get (variant, "(@a{sv}@(a(ss)a(ss)))", &fields, &foreign);
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const RapportProperty *field = rapport_reading_find_field (self, name);

      if (field == NULL || !rapport_property_accepts (field, value))
        {
          g_variant_unref (value);
          return NULL;
        }
      rapport_field_set (field, self, value);
    }
  self->foreign = rapport_foreign_from_variant (foreign);
  return g_steal_pointer (&self);
}
