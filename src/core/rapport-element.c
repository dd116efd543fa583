/* rapport-element.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-element-private.h"

#include <string.h>

#include "rapport-list-info.h"
#include "rapport-text.h"

#define VARIANT_TYPE "(ssa{sv}a(ssv)(a(ss)a(ss)))"

typedef struct
{
  /* Owned */
  char *id;
  RapportHeldReading *readings;
  RapportForeign *foreign;
  guint n_readings;
  gboolean sealed; /* a map with a history: only transactions change it */

  /* Borrowed */
  RapportMap *map;
  GSequenceIter *place; /* in the map's list */
} RapportElementPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapportElement, rapport_element, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_FIRST_OF_TABLE,
};

static inline RapportElementPrivate *
priv (RapportElement *self)
{
  return rapport_element_get_instance_private (self);
}

static void
clear_held (RapportHeldReading *held)
{
  g_ref_string_release ((char *) held->phase);
  g_clear_pointer ((char **) &held->perspective, g_ref_string_release);
  g_clear_pointer (&held->reading, rapport_reading_unref);
}

static void
rapport_element_finalize (GObject *object)
{
  RapportElement *self = RAPPORT_ELEMENT (object);
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);
  RapportElementPrivate *p = priv (self);

  for (guint i = 0; i < klass->n_properties; i++)
    rapport_field_clear (&klass->properties[i], self);
  for (guint i = 0; i < p->n_readings; i++)
    clear_held (&p->readings[i]);
  g_free (p->readings);
  g_clear_pointer (&p->foreign, rapport_foreign_unref);
  g_free (p->id);

  G_OBJECT_CLASS (rapport_element_parent_class)->finalize (object);
}

static void
get_id_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ID)
    g_value_set_string (value, rapport_element_get_id (RAPPORT_ELEMENT (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
get_table_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (object);
  const RapportProperty *property;

  g_return_if_fail (id >= PROP_FIRST_OF_TABLE && id - PROP_FIRST_OF_TABLE < klass->n_properties);
  property = &klass->properties[id - PROP_FIRST_OF_TABLE];
  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      g_value_set_double (value, rapport_field_get_number (property, object));
      break;
    case RAPPORT_KIND_FLAG:
      g_value_set_boolean (value, rapport_field_get_level (property, object));
      break;
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_COUNT:
      g_value_set_int (value, rapport_field_get_level (property, object));
      break;
    case RAPPORT_KIND_RECORDS:
      g_value_set_variant (value, rapport_field_get_records (property, object));
      break;
    default:
      g_value_set_string (value, rapport_field_get_string (property, object));
      break;
    }
}

static void
rapport_element_class_init (RapportElementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rapport_element_finalize;
  object_class->get_property = get_id_property;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
rapport_element_init (RapportElement *self)
{
}

static GParamSpec *
make_pspec (const RapportProperty *property)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  switch (property->kind)
    {
    case RAPPORT_KIND_NUMBER:
      return g_param_spec_double (property->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case RAPPORT_KIND_FLAG:
      return g_param_spec_boolean (property->name, NULL, NULL, FALSE, flags);
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_COUNT:
      return g_param_spec_int (property->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case RAPPORT_KIND_RECORDS:
      return g_param_spec_variant (property->name, NULL, NULL, G_VARIANT_TYPE ("aas"), NULL, flags);
    default:
      return g_param_spec_string (property->name, NULL, NULL, NULL, flags);
    }
}

/**
 * rapport_element_class_set_table:
 * To be called once, from a type's class_init: makes the table's rows readable, notifying GObject properties.
 */
void
rapport_element_class_set_table (RapportElementClass *klass, const char *xml_name, char id_letter,
                                 const RapportProperty *properties, guint n_properties,
                                 const RapportReadingKind *reading_kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->xml_name = xml_name;
  klass->id_letter = id_letter;
  klass->properties = properties;
  klass->n_properties = n_properties;
  klass->reading_kind = reading_kind;
  klass->pspecs = g_new0 (GParamSpec *, n_properties);
  object_class->get_property = get_table_property;
  for (guint i = 0; i < n_properties; i++)
    {
      klass->pspecs[i] = make_pspec (&properties[i]);
      g_object_class_install_property (object_class, PROP_FIRST_OF_TABLE + i, klass->pspecs[i]);
    }
}

/* To be called from a type's init: gives every field its "not given". */
void
rapport_element_init_table (RapportElement *self, const RapportProperty *properties,
                            guint n_properties)
{
  for (guint i = 0; i < n_properties; i++)
    rapport_field_init (&properties[i], self);
}

/* Returns: (nullable) (transfer none): %NULL for the map itself, and before an element got one */
const char *
rapport_element_get_id (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);
  return priv (self)->id;
}

/* Returns: (nullable) (transfer none): the map that it stands in */
RapportMap *
rapport_element_get_map (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);
  return priv (self)->map;
}

const char *
rapport_element_get_xml_name (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);
  return RAPPORT_ELEMENT_GET_CLASS (self)->xml_name;
}

/* Its place in its list, from 0; G_MAXUINT where it is in none. */
guint
rapport_element_get_position (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), G_MAXUINT);
  if (priv (self)->place == NULL)
    return G_MAXUINT;
  return (guint) g_sequence_iter_get_position (priv (self)->place);
}

const RapportProperty *
rapport_element_list_properties (RapportElement *self, guint *n)
{
  RapportElementClass *klass;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && n != NULL, NULL);
  klass = RAPPORT_ELEMENT_GET_CLASS (self);
  *n = klass->n_properties;
  return klass->properties;
}

/* Returns: (nullable) (transfer none) */
const RapportProperty *
rapport_element_find_property (RapportElement *self, const char *name)
{
  RapportElementClass *klass;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && name != NULL, NULL);
  klass = RAPPORT_ELEMENT_GET_CLASS (self);
  return rapport_properties_find (klass->properties, klass->n_properties, name);
}

static gboolean
is_own (RapportElement *self, const RapportProperty *property)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);

  return property >= klass->properties && property < klass->properties + klass->n_properties;
}

/* Returns: (transfer full) (nullable): %NULL where it is not given */
GVariant *
rapport_element_get (RapportElement *self, const RapportProperty *property)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && is_own (self, property), NULL);
  return rapport_field_get (property, self);
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_element_get_text (RapportElement *self, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (self, name);

  g_return_val_if_fail (property != NULL, NULL);
  return rapport_field_get_string (property, self);
}

int
rapport_element_get_level (RapportElement *self, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (self, name);

  g_return_val_if_fail (property != NULL, RAPPORT_LEVEL_UNSET);
  return rapport_field_get_level (property, self);
}

/* NaN where it is not given. */
double
rapport_element_get_number (RapportElement *self, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (self, name);

  g_return_val_if_fail (property != NULL, 0);
  return rapport_field_get_number (property, self);
}

gboolean
rapport_element_get_flag (RapportElement *self, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (self, name);

  g_return_val_if_fail (property != NULL && property->kind == RAPPORT_KIND_FLAG, FALSE);
  return rapport_field_get_level (property, self);
}

/* Returns: (nullable) (transfer none): "aas" */
GVariant *
rapport_element_get_records (RapportElement *self, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (self, name);

  g_return_val_if_fail (property != NULL, NULL);
  return rapport_field_get_records (property, self);
}

/* Returns: (nullable) (transfer none): %NULL where nothing is judged of such an element */
const RapportReadingKind *
rapport_element_get_reading_kind (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);
  return RAPPORT_ELEMENT_GET_CLASS (self)->reading_kind;
}

static RapportHeldReading *
find_held (RapportElement *self, const char *phase, const char *perspective)
{
  RapportElementPrivate *p = priv (self);

  for (guint i = 0; i < p->n_readings; i++)
    if (strcmp (p->readings[i].phase, phase) == 0
        && g_strcmp0 (p->readings[i].perspective, perspective) == 0)
      return &p->readings[i];
  return NULL;
}

/**
 * rapport_element_get_reading:
 * @phase: a phase's id
 * @perspective: (nullable): a perspective's id; %NULL for what is agreed
 *
 * The reading as it is stored. rapport_element_see() tells what a perspective sees.
 *
 * Returns: (nullable) (transfer none): %NULL where there is none
 */
const RapportReading *
rapport_element_get_reading (RapportElement *self, const char *phase, const char *perspective)
{
  RapportHeldReading *held;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && phase != NULL, NULL);
  held = find_held (self, phase, perspective);
  return held != NULL ? held->reading : NULL;
}

/**
 * rapport_element_see:
 * The effective reading: the perspective's values over the agreed ones.
 *
 * Returns: (transfer full) (nullable): %NULL where the element is not there in that phase
 */
RapportReading *
rapport_element_see (RapportElement *self, const char *phase, const char *perspective)
{
  const RapportReading *agreed = rapport_element_get_reading (self, phase, NULL);
  const RapportReading *override = NULL;

  if (agreed == NULL)
    return NULL;
  if (perspective != NULL)
    override = rapport_element_get_reading (self, phase, perspective);
  return rapport_reading_over (override, agreed);
}

/* A thing is there in a phase exactly when it has an agreed reading in it. */
gboolean
rapport_element_is_in_phase (RapportElement *self, const char *phase)
{
  return rapport_element_get_reading (self, phase, NULL) != NULL;
}

/* In no particular order. Returns: (array length=n) (transfer none) */
const RapportHeldReading *
rapport_element_list_readings (RapportElement *self, guint *n)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && n != NULL, NULL);
  *n = priv (self)->n_readings;
  return priv (self)->readings;
}

/* Returns: (nullable) (transfer none) */
const RapportForeign *
rapport_element_get_foreign (RapportElement *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);
  return priv (self)->foreign;
}

static gboolean
readings_equal (RapportElement *a, RapportElement *b)
{
  RapportElementPrivate *p = priv (a);

  if (p->n_readings != priv (b)->n_readings)
    return FALSE;
  for (guint i = 0; i < p->n_readings; i++)
    {
      RapportHeldReading *other = find_held (b, p->readings[i].phase, p->readings[i].perspective);

      if (other == NULL || !rapport_reading_equal (p->readings[i].reading, other->reading))
        return FALSE;
    }
  return TRUE;
}

/* Same type, id, values, readings and foreign parts. The place in a list does not count. */
gboolean
rapport_element_equal (RapportElement *a, RapportElement *b)
{
  RapportElementClass *klass;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (a) && RAPPORT_IS_ELEMENT (b), FALSE);

  klass = RAPPORT_ELEMENT_GET_CLASS (a);
  if (klass != RAPPORT_ELEMENT_GET_CLASS (b) || g_strcmp0 (priv (a)->id, priv (b)->id) != 0)
    return FALSE;
  for (guint i = 0; i < klass->n_properties; i++)
    if (!rapport_field_equal (&klass->properties[i], a, b))
      return FALSE;
  return readings_equal (a, b) && rapport_foreign_equal (priv (a)->foreign, priv (b)->foreign);
}

static gboolean
is_being_built (RapportElement *self)
{
  return !priv (self)->sealed;
}

void
rapport_element_init_id (RapportElement *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_ELEMENT (self) && priv (self)->map == NULL);
  g_return_if_fail (rapport_id_is_valid (id, -1));
  g_free (priv (self)->id);
  priv (self)->id = g_strdup (id);
}

void
rapport_element_init_property (RapportElement *self, const RapportProperty *property,
                               GVariant *value)
{
  g_return_if_fail (RAPPORT_IS_ELEMENT (self) && is_own (self, property));
  g_return_if_fail (is_being_built (self));
  rapport_field_set (property, self, value);
}

/* For string-like properties. @text: (nullable) */
void
rapport_element_init_text (RapportElement *self, const char *name, const char *text)
{
  const RapportProperty *property = rapport_element_find_property (self, name);
  g_autoptr (GVariant) value = NULL;

  g_return_if_fail (property != NULL);
  if (text != NULL)
    value = g_variant_ref_sink (g_variant_new_take_string (rapport_text_clean (text, -1)));
  rapport_element_init_property (self, property, value);
}

void
rapport_element_init_level (RapportElement *self, const char *name, int level)
{
  const RapportProperty *property = rapport_element_find_property (self, name);
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_int16 ((gint16) level));

  g_return_if_fail (property != NULL);
  rapport_element_init_property (self, property, value);
}

/* Returns: %FALSE where @text is no value of this property; it is then as it was */
gboolean
rapport_element_init_parsed (RapportElement *self, const RapportProperty *property,
                             const char *text, gsize length)
{
  g_return_val_if_fail (is_being_built (self), FALSE);
  return rapport_field_parse (property, self, text, length);
}

/**
 * rapport_element_init_reading:
 * @reading: (transfer full)
 */
void
rapport_element_init_reading (RapportElement *self, const char *phase, const char *perspective,
                              RapportReading *reading)
{
  g_return_if_fail (RAPPORT_IS_ELEMENT (self) && phase != NULL && reading != NULL);
  g_return_if_fail (is_being_built (self));
  _rapport_element_set_reading (self, phase, perspective, reading);
  rapport_reading_unref (reading);
}

/* Returns: (transfer none): the foreign parts, to be filled */
RapportForeign *
rapport_element_init_foreign (RapportElement *self)
{
  g_return_val_if_fail (is_being_built (self), NULL);
  if (priv (self)->foreign == NULL)
    priv (self)->foreign = rapport_foreign_new ();
  return priv (self)->foreign;
}

void
_rapport_element_attach (RapportElement *self, RapportMap *map, GSequenceIter *place)
{
  priv (self)->map = map;
  priv (self)->place = place;
}

void
_rapport_element_detach (RapportElement *self)
{
  priv (self)->map = NULL;
  priv (self)->place = NULL;
}

GSequenceIter *
_rapport_element_get_place (RapportElement *self)
{
  return priv (self)->place;
}

/* From now on only transactions change it, in a map or kept by the history. */
void
_rapport_element_seal (RapportElement *self)
{
  priv (self)->sealed = TRUE;
}

void
_rapport_element_set (RapportElement *self, const RapportProperty *property, GVariant *value)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);

  g_assert (is_own (self, property));
  rapport_field_set (property, self, value);
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[property - klass->properties]);
}

/* @reading: (nullable): takes a reference of its own; %NULL takes the reading away */
void
_rapport_element_set_reading (RapportElement *self, const char *phase, const char *perspective,
                              RapportReading *reading)
{
  RapportElementPrivate *p = priv (self);
  RapportHeldReading *held = find_held (self, phase, perspective);

  if (reading != NULL)
    rapport_reading_ref (reading);
  if (held != NULL && reading != NULL)
    {
      rapport_reading_unref (held->reading);
      held->reading = reading;
    }
  else if (held != NULL)
    {
      clear_held (held);
      *held = p->readings[--p->n_readings];
    }
  else if (reading != NULL)
    {
      p->readings = g_renew (RapportHeldReading, p->readings, p->n_readings + 1);
      held = &p->readings[p->n_readings++];
      held->phase = g_ref_string_new_intern (phase);
      held->perspective = perspective != NULL ? g_ref_string_new_intern (perspective) : NULL;
      held->reading = reading;
    }
}

static void
foreach_id (RapportElement *self, const char *ids, RapportReferenceFunc func, gpointer user_data)
{
  g_auto (GStrv) list = NULL;

  if (ids == NULL || *ids == '\0')
    return;
  if (strchr (ids, ' ') == NULL)
    {
      func (self, ids, user_data);
      return;
    }
  list = g_strsplit (ids, " ", -1);
  for (char **id = list; *id != NULL; id++)
    func (self, *id, user_data);
}

/* Calls @func for every id that the element or one of its readings names, as often as it is named. */
void
_rapport_element_foreach_reference (RapportElement *self, RapportReferenceFunc func,
                                    gpointer user_data)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);
  RapportElementPrivate *p = priv (self);

  for (guint i = 0; i < klass->n_properties; i++)
    if (rapport_property_is_reference (&klass->properties[i]))
      foreach_id (self, rapport_field_get_string (&klass->properties[i], self), func, user_data);
  for (guint i = 0; i < p->n_readings; i++)
    {
      const RapportReading *reading = p->readings[i].reading;

      for (guint j = 0; j < reading->kind->n_properties; j++)
        if (rapport_property_is_reference (&reading->kind->properties[j]))
          foreach_id (self, rapport_field_get_string (&reading->kind->properties[j], reading),
                      func, user_data);
    }
}

static GVariant *
properties_to_variant (RapportElement *self)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autoptr (GVariant) value = rapport_field_get (&klass->properties[i], self);

      if (value != NULL)
        g_variant_builder_add (&builder, "{sv}", klass->properties[i].name, value);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
readings_to_variant (RapportElement *self)
{
  RapportElementPrivate *p = priv (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssv)"));
  for (guint i = 0; i < p->n_readings; i++)
    {
      const RapportHeldReading *held = &p->readings[i];
      g_autoptr (GVariant) value = rapport_reading_to_variant (held->reading);

      g_variant_builder_add (&builder, "(ssv)", held->phase,
                             held->perspective != NULL ? held->perspective : "", value);
    }
  return g_variant_builder_end (&builder);
}

/* Returns: (transfer full): the whole element, for the journal */
GVariant *
rapport_element_to_variant (RapportElement *self)
{
  g_autoptr (GVariant) foreign = NULL;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self) && priv (self)->id != NULL, NULL);

  foreign = rapport_foreign_to_variant (priv (self)->foreign);
  return g_variant_ref_sink (g_variant_new ("(ss@a{sv}@a(ssv)@(a(ss)a(ss)))",
                                            rapport_element_get_xml_name (self), priv (self)->id,
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
      RapportReading *reading = kind != NULL ? rapport_reading_from_variant (kind, value) : NULL;

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
  priv (self)->foreign = rapport_foreign_from_variant (foreign);
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): a detached copy with an id of its own */
RapportElement *
rapport_element_copy (RapportElement *self, const char *new_id)
{
  RapportElementClass *klass;
  RapportElement *copy;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (self), NULL);

  klass = RAPPORT_ELEMENT_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  rapport_element_init_id (copy, new_id);
  for (guint i = 0; i < klass->n_properties; i++)
    rapport_field_copy (&klass->properties[i], copy, self);
  for (guint i = 0; i < priv (self)->n_readings; i++)
    _rapport_element_set_reading (copy, priv (self)->readings[i].phase,
                                  priv (self)->readings[i].perspective,
                                  priv (self)->readings[i].reading);
  if (priv (self)->foreign != NULL)
    priv (copy)->foreign = rapport_foreign_ref (priv (self)->foreign);
  return copy;
}
