/* rapport-change.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-change.h"

#include <string.h>

#include "rapport-map-private.h"
#include "rapport-text.h"

/* kind, element's id ("" = the map), property or phase, perspective, position, values (none or one) */
#define VARIANT_TYPE "(yssuav)"
/* Stands between phase and perspective; no XML file can bring it into either. */
#define READING_MARK "\x1f"

static RapportChange *
new_change (RapportChangeKind kind, RapportElement *element)
{
  RapportChange *self = g_new0 (RapportChange, 1);

  self->kind = kind;
  self->element = g_object_ref (element);
  return self;
}

static GVariant *
ref_value (GVariant *value)
{
  return value != NULL ? g_variant_ref (value) : NULL;
}

static RapportReading *
ref_reading (const RapportReading *reading)
{
  return reading != NULL ? rapport_reading_ref (reading) : NULL;
}

/* @old_value, @new_value: (nullable) (transfer none) */
RapportChange *
rapport_change_new_set (RapportElement *element, const RapportProperty *property,
                        GVariant *old_value, GVariant *new_value)
{
  RapportChange *self = new_change (RAPPORT_CHANGE_SET, element);

  self->property = property;
  self->old_value = ref_value (old_value);
  self->new_value = ref_value (new_value);
  return self;
}

/* @perspective, @old_reading, @new_reading: (nullable) (transfer none) */
RapportChange *
rapport_change_new_set_reading (RapportElement *element, const char *phase, const char *perspective,
                                const RapportReading *old_reading, RapportReading *new_reading)
{
  RapportChange *self = new_change (RAPPORT_CHANGE_SET_READING, element);

  self->phase = g_strdup (phase);
  self->perspective = g_strdup (perspective);
  self->old_reading = ref_reading (old_reading);
  self->new_reading = ref_reading (new_reading);
  return self;
}

RapportChange *
rapport_change_new_insert (RapportElement *element, guint position)
{
  RapportChange *self = new_change (RAPPORT_CHANGE_INSERT, element);

  self->position = position;
  return self;
}

RapportChange *
rapport_change_new_remove (RapportElement *element, guint position)
{
  RapportChange *self = new_change (RAPPORT_CHANGE_REMOVE, element);

  self->position = position;
  return self;
}

/* Returns: (transfer full): the change that takes this one back */
RapportChange *
rapport_change_invert (const RapportChange *self)
{
  switch (self->kind)
    {
    case RAPPORT_CHANGE_SET:
      return rapport_change_new_set (self->element, self->property, self->new_value,
                                     self->old_value);
    case RAPPORT_CHANGE_SET_READING:
      return rapport_change_new_set_reading (self->element, self->phase, self->perspective,
                                             self->new_reading, self->old_reading);
    case RAPPORT_CHANGE_INSERT:
      return rapport_change_new_remove (self->element, self->position);
    case RAPPORT_CHANGE_REMOVE:
      return rapport_change_new_insert (self->element, self->position);
    default:
      g_return_val_if_reached (NULL);
    }
}

void
rapport_change_free (RapportChange *self)
{
  g_object_unref (self->element);
  g_clear_pointer (&self->old_value, g_variant_unref);
  g_clear_pointer (&self->new_value, g_variant_unref);
  g_clear_pointer (&self->old_reading, rapport_reading_unref);
  g_clear_pointer (&self->new_reading, rapport_reading_unref);
  g_free (self->phase);
  g_free (self->perspective);
  g_free (self);
}

/* Whether the change can be made in @map as it stands: a journal may say things that do not fit. */
gboolean
rapport_change_fits (const RapportChange *self, RapportMap *map)
{
  const RapportListInfo *info;

  if (self->kind != RAPPORT_CHANGE_INSERT)
    return self->element == RAPPORT_ELEMENT (map)
           || rapport_element_get_map (self->element) == map;
  info = rapport_list_info_find_type (G_OBJECT_TYPE (self->element));
  return info != NULL && rapport_element_get_map (self->element) == NULL
         && rapport_map_lookup (map, rapport_element_get_id (self->element)) == NULL
         && self->position <= rapport_element_list_get_length (rapport_map_get_list (map, info->list));
}

void
_rapport_change_apply (const RapportChange *self, RapportMap *map)
{
  g_assert (rapport_change_fits (self, map));

  switch (self->kind)
    {
    case RAPPORT_CHANGE_SET:
      _rapport_map_set (map, self->element, self->property, self->new_value);
      break;
    case RAPPORT_CHANGE_SET_READING:
      _rapport_map_set_reading (map, self->element, self->phase, self->perspective,
                                self->new_reading);
      break;
    case RAPPORT_CHANGE_INSERT:
      _rapport_map_insert (map, self->element, self->position);
      break;
    case RAPPORT_CHANGE_REMOVE:
      _rapport_map_remove (map, self->element);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * _rapport_change_absorb:
 * Where @later sets what @self set, @self takes its new value over, so that a drag stays one change.
 *
 * Returns: whether it did
 */
gboolean
_rapport_change_absorb (RapportChange *self, const RapportChange *later)
{
  if (self->kind != later->kind || self->element != later->element)
    return FALSE;
  if (self->kind == RAPPORT_CHANGE_SET && self->property == later->property)
    {
      g_clear_pointer (&self->new_value, g_variant_unref);
      self->new_value = ref_value (later->new_value);
      return TRUE;
    }
  if (self->kind == RAPPORT_CHANGE_SET_READING && strcmp (self->phase, later->phase) == 0
      && g_strcmp0 (self->perspective, later->perspective) == 0)
    {
      g_clear_pointer (&self->new_reading, rapport_reading_unref);
      self->new_reading = ref_reading (later->new_reading);
      return TRUE;
    }
  return FALSE;
}

static GVariant *
value_to_variant (const RapportChange *self)
{
  switch (self->kind)
    {
    case RAPPORT_CHANGE_SET:
      return ref_value (self->new_value);
    case RAPPORT_CHANGE_SET_READING:
      return self->new_reading != NULL ? rapport_reading_to_variant (self->new_reading) : NULL;
    case RAPPORT_CHANGE_INSERT:
      return rapport_element_to_variant (self->element);
    default:
      return NULL;
    }
}

/* The property, or phase and perspective, the latter empty for what is agreed. */
static char *
make_place (const RapportChange *self)
{
  if (self->kind == RAPPORT_CHANGE_SET)
    return g_strdup (self->property->name);
  if (self->kind == RAPPORT_CHANGE_SET_READING)
    return g_strconcat (self->phase, READING_MARK,
                        self->perspective != NULL ? self->perspective : "", NULL);
  return g_strdup ("");
}

/* Returns: (transfer full): the change as it is applied forward, for the journal */
GVariant *
rapport_change_to_variant (const RapportChange *self)
{
  const char *id = rapport_element_get_id (self->element);
  g_autofree char *place = make_place (self);
  g_autoptr (GVariant) value = value_to_variant (self);
  GVariantBuilder values;

  g_variant_builder_init (&values, G_VARIANT_TYPE ("av"));
  if (value != NULL)
    g_variant_builder_add (&values, "v", value);
  return g_variant_ref_sink (g_variant_new ("(yssuav)", (guchar) self->kind, id != NULL ? id : "",
                                            place, self->position, &values));
}

static RapportChange *
set_from_variant (RapportElement *element, const char *name, GVariant *value)
{
  const RapportProperty *property = rapport_element_find_property (element, name);
  g_autoptr (GVariant) old_value = NULL;

  if (property == NULL || property->fixed || !rapport_property_accepts (property, value))
    return NULL;
  old_value = rapport_element_get (element, property);
  return rapport_change_new_set (element, property, old_value, value);
}

static RapportChange *
set_reading_from_variant (RapportElement *element, const char *place, GVariant *value)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  g_autoptr (RapportReading) reading = NULL;
  g_auto (GStrv) parts = g_strsplit (place, READING_MARK, 2);
  const char *perspective;

  if (kind == NULL || g_strv_length (parts) != 2 || *parts[0] == '\0'
      || !rapport_text_is_clean (parts[0], -1) || !rapport_text_is_clean (parts[1], -1))
    return NULL;
  if (value != NULL && (reading = rapport_reading_from_variant (kind, value)) == NULL)
    return NULL;
  perspective = *parts[1] != '\0' ? parts[1] : NULL;
  return rapport_change_new_set_reading (element, parts[0], perspective,
                                         rapport_element_get_reading (element, parts[0], perspective),
                                         reading);
}

/**
 * rapport_change_from_variant:
 * @map: the map as it stands just before the change
 *
 * Returns: (transfer full) (nullable): %NULL where @variant is no change that fits @map
 */
RapportChange *
rapport_change_from_variant (GVariant *variant, RapportMap *map)
{
  g_autoptr (GVariant) values = NULL;
  g_autoptr (GVariant) boxed = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (RapportElement) inserted = NULL;
  g_autoptr (RapportChange) change = NULL;
  RapportElement *element;
  const char *id;
  const char *place;
  guint position;
  guchar kind;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)))
    return NULL;
  g_variant_get (variant, "(y&s&su@av)", &kind, &id, &place, &position, &values);
  if (g_variant_n_children (values) > 0)
    {
      boxed = g_variant_get_child_value (values, 0);
      value = g_variant_get_variant (boxed);
    }
  element = rapport_map_lookup (map, id);
  if (kind == RAPPORT_CHANGE_INSERT && value != NULL)
    {
      inserted = rapport_element_new_from_variant (value);
      change = inserted != NULL ? rapport_change_new_insert (inserted, position) : NULL;
    }
  else if (element == NULL)
    return NULL;
  else if (kind == RAPPORT_CHANGE_SET)
    change = set_from_variant (element, place, value);
  else if (kind == RAPPORT_CHANGE_SET_READING)
    change = set_reading_from_variant (element, place, value);
  else if (kind == RAPPORT_CHANGE_REMOVE && element != RAPPORT_ELEMENT (map))
    change = rapport_change_new_remove (element, rapport_element_get_position (element));
  if (change == NULL || !rapport_change_fits (change, map))
    return NULL;
  return g_steal_pointer (&change);
}
