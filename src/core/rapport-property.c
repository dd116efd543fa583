/* rapport-property.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each kind of property lies in memory, what it accepts and how it compares.
 */
#include "rapport-property-private.h"

#include <math.h>
#include <string.h>

#include "rapport-text.h"

const char *
rapport_property_get_xml_name (const RapportProperty *property)
{
  return property->xml_name != NULL ? property->xml_name : property->name;
}

gboolean
rapport_property_is_string (const RapportProperty *property)
{
  return property->kind <= RAPPORT_KIND_REFERENCES;
}

gboolean
rapport_property_is_reference (const RapportProperty *property)
{
  return property->kind == RAPPORT_KIND_REFERENCE || property->kind == RAPPORT_KIND_REFERENCES;
}

/* Gives the field its "not given", in memory that holds nothing yet. */
void
rapport_field_init (const RapportProperty *property, gpointer record)
{
  gpointer at = _rapport_field_at (property, record);

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      *(double *) at = NAN;
      break;
    case RAPPORT_KIND_LEVEL:
      *(gint8 *) at = RAPPORT_LEVEL_UNSET;
      break;
    case RAPPORT_KIND_COUNT:
      *(int *) at = G_MININT;
      break;
    case RAPPORT_KIND_FLAG:
      *(gint8 *) at = FALSE;
      break;
    case RAPPORT_KIND_RECORDS:
    default:
      *(gpointer *) at = NULL;
      break;
    }
}

void
rapport_field_clear (const RapportProperty *property, gpointer record)
{
  gpointer at = _rapport_field_at (property, record);

  if (property->kind == RAPPORT_KIND_RECORDS)
    g_clear_pointer ((GVariant **) at, g_variant_unref);
  else if (rapport_property_is_string (property))
    g_clear_pointer ((char **) at, g_free);
  rapport_field_init (property, record);
}

/* Copies into a field that holds nothing. */
void
rapport_field_copy (const RapportProperty *property, gpointer record, gconstpointer from)
{
  gpointer to = _rapport_field_at (property, record);
  gconstpointer at = _rapport_field_at (property, from);

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      *(double *) to = *(const double *) at;
      break;
    case RAPPORT_KIND_COUNT:
      *(int *) to = *(const int *) at;
      break;
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_FLAG:
      *(gint8 *) to = *(const gint8 *) at;
      break;
    case RAPPORT_KIND_RECORDS:
      *(GVariant **) to = *(GVariant *const *) at;
      if (*(GVariant **) to != NULL)
        g_variant_ref (*(GVariant **) to);
      break;
    default:
      *(char **) to = g_strdup (*(char *const *) at);
      break;
    }
}

gboolean
rapport_field_is_set (const RapportProperty *property, gconstpointer record)
{
  gconstpointer at = _rapport_field_at (property, record);

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return !isnan (*(const double *) at);
    case RAPPORT_KIND_LEVEL:
      return *(const gint8 *) at != RAPPORT_LEVEL_UNSET;
    case RAPPORT_KIND_COUNT:
      return *(const int *) at != G_MININT;
    case RAPPORT_KIND_FLAG:
      return *(const gint8 *) at;
    default:
      return *(const gpointer *) at != NULL;
    }
}

static gboolean
records_equal (GVariant *a, GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a == b || g_variant_equal (a, b);
}

gboolean
rapport_field_equal (const RapportProperty *property, gconstpointer a, gconstpointer b)
{
  gconstpointer left = _rapport_field_at (property, a);
  gconstpointer right = _rapport_field_at (property, b);

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return (isnan (*(const double *) left) && isnan (*(const double *) right))
             || *(const double *) left == *(const double *) right;
    case RAPPORT_KIND_COUNT:
      return *(const int *) left == *(const int *) right;
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_FLAG:
      return *(const gint8 *) left == *(const gint8 *) right;
    case RAPPORT_KIND_RECORDS:
      return records_equal (*(GVariant *const *) left, *(GVariant *const *) right);
    default:
      return g_strcmp0 (*(char *const *) left, *(char *const *) right) == 0;
    }
}

/**
 * rapport_field_get:
 * Returns: (transfer full) (nullable): the value, not floating; %NULL where it is not given
 */
GVariant *
rapport_field_get (const RapportProperty *property, gconstpointer record)
{
  gconstpointer at = _rapport_field_at (property, record);

  if (!rapport_field_is_set (property, record))
    return NULL;
  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return g_variant_ref_sink (g_variant_new_double (*(const double *) at));
    case RAPPORT_KIND_LEVEL:
      return g_variant_ref_sink (g_variant_new_int16 (*(const gint8 *) at));
    case RAPPORT_KIND_COUNT:
      return g_variant_ref_sink (g_variant_new_int32 (*(const int *) at));
    case RAPPORT_KIND_FLAG:
      return g_variant_ref_sink (g_variant_new_boolean (TRUE));
    case RAPPORT_KIND_RECORDS:
      return g_variant_ref (*(GVariant *const *) at);
    default:
      return g_variant_ref_sink (g_variant_new_string (*(char *const *) at));
    }
}

static const GVariantType *
variant_type (const RapportProperty *property)
{
  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return G_VARIANT_TYPE_DOUBLE;
    case RAPPORT_KIND_LEVEL:
      return G_VARIANT_TYPE_INT16;
    case RAPPORT_KIND_COUNT:
      return G_VARIANT_TYPE_INT32;
    case RAPPORT_KIND_FLAG:
      return G_VARIANT_TYPE_BOOLEAN;
    case RAPPORT_KIND_RECORDS:
      return G_VARIANT_TYPE ("aas");
    default:
      return G_VARIANT_TYPE_STRING;
    }
}

static gboolean
level_in_range (const RapportProperty *property, int level)
{
  if (property->judged && (level == RAPPORT_LEVEL_NOT_DISCUSSED || level == RAPPORT_LEVEL_DIFFER))
    return TRUE;
  return level >= property->min && level <= property->max;
}

static guint
count_columns (const RapportProperty *property)
{
  return g_strv_length ((char **) property->columns);
}

/* A record is its columns, its text, and the unknown attributes that a file put there. */
static gboolean
records_have_shape (const RapportProperty *property, GVariant *value)
{
  guint expected = count_columns (property) + 2;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (value, i);

      if (g_variant_n_children (record) != expected)
        return FALSE;
    }
  return TRUE;
}

/**
 * rapport_property_accepts:
 * Whether @value (or %NULL, for "not given") has the type and range of @property.
 */
gboolean
rapport_property_accepts (const RapportProperty *property, GVariant *value)
{
  if (value == NULL)
    return TRUE;
  if (!g_variant_is_of_type (value, variant_type (property)))
    return FALSE;
  if (property->kind == RAPPORT_KIND_NUMBER)
    return isfinite (g_variant_get_double (value)) && fabs (g_variant_get_double (value)) <= 1e6;
  if (property->kind == RAPPORT_KIND_LEVEL)
    return level_in_range (property, g_variant_get_int16 (value));
  if (property->kind == RAPPORT_KIND_COUNT)
    return g_variant_get_int32 (value) >= property->min
           && g_variant_get_int32 (value) <= property->max;
  if (property->kind == RAPPORT_KIND_RECORDS)
    return records_have_shape (property, value);
  return TRUE;
}

static GVariant *
clean_records (GVariant *value)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) normal = g_variant_get_normal_form (value);

  if (g_variant_n_children (normal) == 0)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (gsize i = 0; i < g_variant_n_children (normal); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (normal, i);

      g_variant_builder_open (&builder, G_VARIANT_TYPE_STRING_ARRAY);
      for (gsize j = 0; j < g_variant_n_children (record); j++)
        {
          g_autoptr (GVariant) cell = g_variant_get_child_value (record, j);
          g_autofree char *clean = rapport_text_clean (g_variant_get_string (cell, NULL), -1);

          g_variant_builder_add (&builder, "s", clean);
        }
      g_variant_builder_close (&builder);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Words of plain ASCII with single spaces between: nearly all that is no text, told in one pass. */
static gboolean
is_plain_words (const char *text, gsize length)
{
  gboolean may_be_space = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == ' ' ? !may_be_space : text[i] < 0x21 || text[i] > 0x7E)
        return FALSE;
      may_be_space = text[i] != ' ';
    }
  return length == 0 || may_be_space;
}

/* Whether collapsing would change nothing. */
static gboolean
is_collapsed (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isspace (text[i])
        && (text[i] != ' ' || i == 0 || i + 1 == length || text[i + 1] == ' '))
      return FALSE;
  return TRUE;
}

/* Lists of words are kept with single spaces, so that a list has one form. */
static gboolean
string_is_clean (const RapportProperty *property, const char *text, gsize length)
{
  if (property->kind == RAPPORT_KIND_TEXT)
    return rapport_text_is_clean (text, (gssize) length);
  return is_plain_words (text, length)
         || (rapport_text_is_clean (text, (gssize) length) && is_collapsed (text, length));
}

/* Not g_strndup(), which looks for a NUL in what it copies. */
static char *
copy_string (const char *text, gsize length)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/* Returns: (transfer full): @text in the one form that the property holds */
char *
_rapport_property_clean_text (const RapportProperty *property, const char *text, gsize length)
{
  g_autofree char *clean = NULL;

  if (string_is_clean (property, text, length))
    return copy_string (text, length);
  clean = rapport_text_clean (text, (gssize) length);
  if (property->kind == RAPPORT_KIND_TEXT)
    return g_steal_pointer (&clean);
  return rapport_text_collapse (clean);
}

/**
 * rapport_property_clean:
 * @value: (nullable): a value that rapport_property_accepts(); not consumed
 *
 * A value has one form: text is clean, a list of words has single spaces, there is no minus zero, and neither a
 * flag that is down nor an empty list of records is a value.
 *
 * Returns: (transfer full) (nullable): @value as a field holds it; %NULL for "not given"
 */
GVariant *
rapport_property_clean (const RapportProperty *property, GVariant *value)
{
  const char *text;
  gsize length;

  if (value == NULL || (property->kind == RAPPORT_KIND_FLAG && !g_variant_get_boolean (value)))
    return NULL;
  if (property->kind == RAPPORT_KIND_RECORDS)
    return clean_records (value);
  if (property->kind == RAPPORT_KIND_NUMBER && g_variant_get_double (value) == 0)
    return g_variant_ref_sink (g_variant_new_double (0));
  if (!rapport_property_is_string (property))
    return g_variant_ref (value);
  text = g_variant_get_string (value, &length);
  if (string_is_clean (property, text, length))
    return g_variant_ref (value);
  return g_variant_ref_sink (g_variant_new_take_string (_rapport_property_clean_text (property, text, length)));
}

/**
 * rapport_field_set:
 * @value: (nullable): a value that rapport_property_accepts(); not consumed
 */
void
rapport_field_set (const RapportProperty *property, gpointer record, GVariant *value)
{
  gpointer at = _rapport_field_at (property, record);
  g_autoptr (GVariant) clean = NULL;

  g_return_if_fail (rapport_property_accepts (property, value));

  clean = rapport_property_clean (property, value);
  rapport_field_clear (property, record);
  if (clean == NULL)
    return;
  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      *(double *) at = g_variant_get_double (clean);
      break;
    case RAPPORT_KIND_LEVEL:
      *(gint8 *) at = (gint8) g_variant_get_int16 (clean);
      break;
    case RAPPORT_KIND_COUNT:
      *(int *) at = g_variant_get_int32 (clean);
      break;
    case RAPPORT_KIND_FLAG:
      *(gint8 *) at = TRUE;
      break;
    case RAPPORT_KIND_RECORDS:
      *(GVariant **) at = g_steal_pointer (&clean);
      break;
    default:
      *(char **) at = g_variant_dup_string (clean, NULL);
      break;
    }
}

/**
 * rapport_field_take_records:
 * @records: (transfer full): "aas" of clean texts, in the shape of the property
 *
 * For the reader, whose parser has already refused what is not clean.
 */
void
rapport_field_take_records (const RapportProperty *property, gpointer record, GVariant *records)
{
  g_return_if_fail (property->kind == RAPPORT_KIND_RECORDS);

  rapport_field_clear (property, record);
  *(GVariant **) _rapport_field_at (property, record) = records;
}

/* Returns: (nullable) (transfer none): the text of a string-like property */
const char *
rapport_field_get_string (const RapportProperty *property, gconstpointer record)
{
  g_return_val_if_fail (rapport_property_is_string (property), NULL);
  return *(char *const *) _rapport_field_at (property, record);
}

/* Levels, counts and flags as a number; RAPPORT_LEVEL_UNSET and G_MININT stay what they are. */
int
rapport_field_get_level (const RapportProperty *property, gconstpointer record)
{
  if (property->kind == RAPPORT_KIND_COUNT)
    return *(const int *) _rapport_field_at (property, record);
  g_return_val_if_fail (property->kind == RAPPORT_KIND_LEVEL || property->kind == RAPPORT_KIND_FLAG,
                        RAPPORT_LEVEL_UNSET);
  return *(const gint8 *) _rapport_field_at (property, record);
}

double
rapport_field_get_number (const RapportProperty *property, gconstpointer record)
{
  g_return_val_if_fail (property->kind == RAPPORT_KIND_NUMBER, NAN);
  return *(const double *) _rapport_field_at (property, record);
}

/* Returns: (nullable) (transfer none): the records, "aas" */
GVariant *
rapport_field_get_records (const RapportProperty *property, gconstpointer record)
{
  g_return_val_if_fail (property->kind == RAPPORT_KIND_RECORDS, NULL);
  return *(GVariant *const *) _rapport_field_at (property, record);
}

const RapportProperty *
rapport_properties_find (const RapportProperty *table, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

const RapportProperty *
rapport_properties_find_xml (const RapportProperty *table, guint n, const char *xml_name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (rapport_property_get_xml_name (&table[i]), xml_name) == 0)
      return &table[i];
  return NULL;
}
