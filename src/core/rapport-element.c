/* rapport-element.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-element-private.h"

#include <string.h>

#include "rapport-map-private.h"
#include "rapport-text.h"

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
is_being_built (RapportElement *self)
{
  return !priv (self)->sealed;
}

/* The map may know already whom an element names. */
static void
references_changed (RapportElement *self)
{
  if (priv (self)->map != NULL)
    _rapport_map_forget_index (priv (self)->map);
}

void
rapport_element_init_id (RapportElement *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_ELEMENT (self) && priv (self)->map == NULL);
  g_return_if_fail (is_being_built (self) && rapport_id_is_valid (id, -1));
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
  references_changed (self);
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

/* For levels and counts; RAPPORT_LEVEL_UNSET makes either "not given". */
void
rapport_element_init_level (RapportElement *self, const char *name, int level)
{
  const RapportProperty *property = rapport_element_find_property (self, name);
  g_autoptr (GVariant) value = NULL;

  g_return_if_fail (property != NULL);
  if (level != RAPPORT_LEVEL_UNSET)
    value = g_variant_ref_sink (property->kind == RAPPORT_KIND_COUNT
                                  ? g_variant_new_int32 (level)
                                  : g_variant_new_int16 ((gint16) level));
  rapport_element_init_property (self, property, value);
}

/* Returns: %FALSE where @text is no value of this property; it is then as it was */
gboolean
rapport_element_init_parsed (RapportElement *self, const RapportProperty *property,
                             const char *text, gsize length)
{
  g_return_val_if_fail (is_being_built (self), FALSE);
  references_changed (self);
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
  references_changed (self);
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
foreach_id (RapportElement *self, const RapportProperty *property, const char *ids,
            RapportReferenceFunc func, gpointer user_data)
{
  g_auto (GStrv) list = NULL;

  if (ids == NULL || *ids == '\0')
    return;
  if (property->kind == RAPPORT_KIND_REFERENCE || strchr (ids, ' ') == NULL)
    {
      func (self, ids, user_data);
      return;
    }
  list = g_strsplit (ids, " ", -1);
  for (char **id = list; *id != NULL; id++)
    func (self, *id, user_data);
}

static void
foreach_reference_of (RapportElement *self, const RapportProperty *property, gconstpointer record,
                      RapportReferenceFunc func, gpointer user_data)
{
  if (rapport_property_is_reference (property))
    foreach_id (self, property, rapport_field_get_string (property, record), func, user_data);
}

/* Calls @func for every id that the element or one of its readings names, as often as it is named. */
void
_rapport_element_foreach_reference (RapportElement *self, RapportReferenceFunc func,
                                    gpointer user_data)
{
  RapportElementClass *klass = RAPPORT_ELEMENT_GET_CLASS (self);
  RapportElementPrivate *p = priv (self);

  for (guint i = 0; i < klass->n_properties; i++)
    foreach_reference_of (self, &klass->properties[i], self, func, user_data);
  for (guint i = 0; i < p->n_readings; i++)
    {
      const RapportReading *reading = p->readings[i].reading;

      for (guint j = 0; j < reading->kind->n_properties; j++)
        foreach_reference_of (self, &reading->kind->properties[j], reading, func, user_data);
    }
}

void
_rapport_element_take_foreign (RapportElement *self, RapportForeign *foreign)
{
  g_assert (priv (self)->foreign == NULL);
  priv (self)->foreign = foreign;
}
