/* rapport-element-value.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An element as a value: compared, copied, written down for the journal and made again from that.
 */
#include "rapport-element-private.h"

#include "rapport-list-info.h"
#include "rapport-text.h"

#define VARIANT_TYPE "(ssa{sv}a(ssv)(a(ss)a(ss)))"

static gboolean
properties_equal (RapportElement *a, RapportElement *b)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (a, &n);

  for (guint i = 0; i < n; i++)
    if (!rapport_field_equal (&properties[i], a, b))
      return FALSE;
  return TRUE;
}

typedef gboolean (*CompareReadings) (const RapportReading *a, const RapportReading *b);

static gboolean
readings_equal (RapportElement *a, RapportElement *b, CompareReadings compare)
{
  guint n, n_others;
  const RapportHeldReading *held = rapport_element_list_readings (a, &n);

  rapport_element_list_readings (b, &n_others);
  for (guint i = 0; i < n; i++)
    if (!compare (held[i].reading,
                  rapport_element_get_reading (b, held[i].phase, held[i].perspective)))
      return FALSE;
  return n == n_others;
}

static gboolean
is_same (RapportElement *a, RapportElement *b, CompareReadings compare)
{
  return G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b)
         && g_strcmp0 (rapport_element_get_id (a), rapport_element_get_id (b)) == 0
         && properties_equal (a, b) && readings_equal (a, b, compare);
}

/* Same type, id, values and readings, whatever foreign parts they have. */
gboolean
rapport_element_same_values (RapportElement *a, RapportElement *b)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (a) && RAPPORT_IS_ELEMENT (b), FALSE);

  return is_same (a, b, rapport_reading_same_values);
}

/* Same type, id, values, readings and foreign parts. The place in a list does not count. */
gboolean
rapport_element_equal (RapportElement *a, RapportElement *b)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (a) && RAPPORT_IS_ELEMENT (b), FALSE);

  return is_same (a, b, rapport_reading_equal)
         && rapport_foreign_equal (rapport_element_get_foreign (a), rapport_element_get_foreign (b));
}

/* Returns: (transfer full): a detached copy with an id of its own */
RapportElement *
rapport_element_copy (RapportElement *self, const char *new_id)
{
  const RapportHeldReading *held;
  const RapportProperty *properties;
  RapportElement *copy;
  guint n;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  rapport_element_init_id (copy, new_id);
  properties = rapport_element_list_properties (self, &n);
  for (guint i = 0; i < n; i++)
    rapport_field_copy (&properties[i], copy, self);
  held = rapport_element_list_readings (self, &n);
  for (guint i = 0; i < n; i++)
    _rapport_element_set_reading (copy, held[i].phase, held[i].perspective, held[i].reading);
  if (rapport_element_get_foreign (self) != NULL)
    _rapport_element_take_foreign (copy,
                                   rapport_foreign_ref ((RapportForeign *) rapport_element_get_foreign (self)));
  return copy;
}

static GVariant *
properties_to_variant (RapportElement *self)
{
  GVariantBuilder builder;
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (self, &n);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = rapport_field_get (&properties[i], self);

      if (value != NULL)
        g_variant_builder_add (&builder, "{sv}", properties[i].name, value);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
readings_to_variant (RapportElement *self)
{
  GVariantBuilder builder;
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (self, &n);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssv)"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = rapport_reading_to_variant (held[i].reading);

      g_variant_builder_add (&builder, "(ssv)", held[i].phase,
                             held[i].perspective != NULL ? held[i].perspective : "", value);
    }
  return g_variant_builder_end (&builder);
}

/* Returns: (transfer full): the whole element, for the journal */
GVariant *
rapport_element_to_variant (RapportElement *self)
{
  g_autoptr (GVariant) foreign = NULL;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && rapport_element_get_id (self) != NULL, NULL);

  foreign = rapport_foreign_to_variant (rapport_element_get_foreign (self));
  return g_variant_ref_sink (g_variant_new ("(ss@a{sv}@a(ssv)@(a(ss)a(ss)))",
                                            rapport_element_get_xml_name (self), rapport_element_get_id (self),
                                            properties_to_variant (self),
                                            readings_to_variant (self), foreign));
}

static gboolean
init_properties_from_variant (RapportElement *self, GVariant *properties)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, properties);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const RapportProperty *property = rapport_element_find_property (self, name);

      if (property == NULL || !rapport_property_accepts (property, value))
        {
          g_variant_unref (value);
          return FALSE;
        }
      rapport_field_set (property, self, value);
    }
  return TRUE;
}

static gboolean
init_readings_from_variant (RapportElement *self, GVariant *readings)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (self);
  GVariantIter iter;
  const char *phase;
  const char *perspective;
  GVariant *value;

  g_variant_iter_init (&iter, readings);
  while (g_variant_iter_loop (&iter, "(&s&sv)", &phase, &perspective, &value))
    {
      RapportReading *reading = NULL;

      if (kind != NULL && *phase != '\0' && rapport_text_is_clean (phase, -1)
          && rapport_text_is_clean (perspective, -1))
        reading = rapport_reading_from_variant (kind, value);
      if (reading == NULL)
        {
          g_variant_unref (value);
          return FALSE;
        }
      rapport_element_init_reading (self, phase, *perspective != '\0' ? perspective : NULL,
                                    reading);
    }
  return TRUE;
}

/**
 * rapport_element_new_from_variant:
 * Returns: (transfer full) (nullable): %NULL where @variant describes no element of this version
 */
RapportElement *
rapport_element_new_from_variant (GVariant *variant)
{
  g_autoptr (RapportElement) self = NULL;
  g_autoptr (GVariant) properties = NULL;
  g_autoptr (GVariant) readings = NULL;
  g_autoptr (GVariant) foreign = NULL;
  const RapportListInfo *list;
  const char *xml_name;
  const char *id;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)))
    return NULL;
  g_variant_get (variant, "(&s&s@a{sv}@a(ssv)@(a(ss)a(ss)))", &xml_name, &id, &properties,
                 &readings, &foreign);
  list = rapport_list_info_find_element (xml_name);
  if (list == NULL || !rapport_id_is_valid (id, -1))
    return NULL;
  self = g_object_new (list->get_type (), NULL);
  rapport_element_init_id (self, id);
  if (!init_properties_from_variant (self, properties)
      || !init_readings_from_variant (self, readings))
    return NULL;
  _rapport_element_take_foreign (self, rapport_foreign_from_variant (foreign));
  return g_steal_pointer (&self);
}
