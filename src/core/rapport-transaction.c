/* rapport-transaction.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-transaction-private.h"

#include <math.h>
#include <string.h>

#include "rapport-text.h"

RapportTransaction *
_rapport_transaction_new (RapportHistory *history, RapportMap *map, const char *label,
                          const char *merge_key)
{
  RapportTransaction *self = g_new0 (RapportTransaction, 1);

  self->history = history;
  self->map = map;
  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_change_free);
  self->open = TRUE;
  return self;
}

void
_rapport_transaction_free (RapportTransaction *self)
{
  g_free (self->label);
  g_free (self->merge_key);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* @change: (transfer full): is made at once */
void
_rapport_transaction_make (RapportTransaction *self, RapportChange *change)
{
  g_assert (self->open);
  _rapport_change_apply (change, self->map);
  g_ptr_array_add (self->changes, change);
}

static gboolean
is_in_map (RapportTransaction *self, RapportElement *element)
{
  return element == RAPPORT_ELEMENT (self->map) || rapport_element_get_map (element) == self->map;
}

/* An element of the map, not the map itself: those come and go. */
static gboolean
is_member (RapportTransaction *self, RapportElement *element)
{
  return RAPPORT_IS_ELEMENT (element) && rapport_element_get_map (element) == self->map;
}

/* A table row belongs to one type alone. */
static gboolean
is_own (RapportElement *element, const RapportProperty *property)
{
  return property != NULL && rapport_element_find_property (element, property->name) == property;
}

static gboolean
values_equal (GVariant *a, GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}

/**
 * rapport_transaction_set:
 * @value: (nullable) (transfer none): %NULL makes the property "not given"; a floating one is taken
 *
 * Setting what is already so changes nothing.
 */
void
rapport_transaction_set (RapportTransaction *self, RapportElement *element,
                         const RapportProperty *property, GVariant *value)
{
  g_autoptr (GVariant) wanted = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (GVariant) old_value = NULL;
  g_autoptr (GVariant) new_value = NULL;

  g_return_if_fail (self != NULL && self->open);
  g_return_if_fail (is_in_map (self, element) && is_own (element, property) && !property->fixed);
  g_return_if_fail (rapport_property_accepts (property, wanted));

  old_value = rapport_element_get (element, property);
  /* Redo and the journal must say what becomes of it, and what comes to the same is no change. */
  new_value = rapport_property_clean (property, wanted);
  if (!values_equal (old_value, new_value))
    _rapport_transaction_make (self, rapport_change_new_set (element, property, old_value, new_value));
}

static const RapportProperty *
find_property (RapportElement *element, const char *name)
{
  const RapportProperty *property = rapport_element_find_property (element, name);

  if (property == NULL)
    g_critical ("%s has no property %s", rapport_element_get_xml_name (element), name);
  return property;
}

/* What a person typed or pasted; it is cleaned and composed. @text: (nullable) */
void
rapport_transaction_set_text (RapportTransaction *self, RapportElement *element,
                              const char *property, const char *text)
{
  GVariant *value = NULL;

  if (text != NULL)
    value = g_variant_new_take_string (rapport_text_from_user (text, -1));
  rapport_transaction_set (self, element, find_property (element, property), value);
}

/* For levels and counts; RAPPORT_LEVEL_UNSET makes either "not given". */
void
rapport_transaction_set_level (RapportTransaction *self, RapportElement *element,
                               const char *property, int level)
{
  const RapportProperty *row = find_property (element, property);
  GVariant *value = NULL;

  g_return_if_fail (row != NULL);
  if (level != RAPPORT_LEVEL_UNSET)
    value = row->kind == RAPPORT_KIND_COUNT ? g_variant_new_int32 (level)
                                            : g_variant_new_int16 ((gint16) level);
  rapport_transaction_set (self, element, row, value);
}

/* NaN makes it "not given"; what is beyond a million, and be it infinite, is brought back to it. */
void
rapport_transaction_set_number (RapportTransaction *self, RapportElement *element,
                                const char *property, double number)
{
  GVariant *value = NULL;

  if (!isnan (number))
    value = g_variant_new_double (CLAMP (number, -1e6, 1e6));
  rapport_transaction_set (self, element, find_property (element, property), value);
}

void
rapport_transaction_set_flag (RapportTransaction *self, RapportElement *element,
                              const char *property, gboolean flag)
{
  rapport_transaction_set (self, element, find_property (element, property),
                           flag ? g_variant_new_boolean (TRUE) : NULL);
}

/* @records: (nullable): "aas"; an empty list is none */
void
rapport_transaction_set_records (RapportTransaction *self, RapportElement *element,
                                 const char *property, GVariant *records)
{
  rapport_transaction_set (self, element, find_property (element, property), records);
}

/**
 * rapport_transaction_set_reading:
 * @perspective: (nullable): %NULL for what is agreed
 * @reading: (nullable) (transfer none): %NULL takes it away
 */
void
rapport_transaction_set_reading (RapportTransaction *self, RapportElement *element,
                                 const char *phase, const char *perspective,
                                 RapportReading *reading)
{
  const RapportReading *old_reading;

  g_return_if_fail (self != NULL && self->open && is_in_map (self, element) && phase != NULL);
  g_return_if_fail (rapport_element_get_reading_kind (element) != NULL);
  g_return_if_fail (reading == NULL
                    || reading->kind == rapport_element_get_reading_kind (element));

  old_reading = rapport_element_get_reading (element, phase, perspective);
  if (rapport_reading_equal (old_reading, reading))
    return;
  _rapport_transaction_make (self, rapport_change_new_set_reading (element, phase, perspective,
                                                                   old_reading, reading));
}

/**
 * rapport_transaction_insert:
 * @element: (transfer none): a detached one with an id that is free in the map
 * @position: its place in the list of its type; G_MAXUINT for the end
 */
void
rapport_transaction_insert (RapportTransaction *self, RapportElement *element, guint position)
{
  const RapportListInfo *info;
  guint length;

  g_return_if_fail (self != NULL && self->open && RAPPORT_IS_ELEMENT (element));
  g_return_if_fail (rapport_element_get_map (element) == NULL);
  g_return_if_fail (rapport_element_get_id (element) != NULL);
  g_return_if_fail (rapport_map_lookup (self->map, rapport_element_get_id (element)) == NULL);

  info = rapport_list_info_find_type (G_OBJECT_TYPE (element));
  g_return_if_fail (info != NULL);
  length = rapport_element_list_get_length (rapport_map_get_list (self->map, info->list));
  _rapport_transaction_make (self, rapport_change_new_insert (element, MIN (position, length)));
}

void
_rapport_transaction_take_out (RapportTransaction *self, RapportElement *element)
{
  guint position = rapport_element_get_position (element);

  _rapport_transaction_make (self, rapport_change_new_remove (element, position));
}

/**
 * rapport_transaction_move:
 * @position: where it stands afterwards; G_MAXUINT for the end
 *
 * Takes the element to another place of its list; nothing that refers to it changes.
 */
void
rapport_transaction_move (RapportTransaction *self, RapportElement *element, guint position)
{
  const RapportListInfo *info;
  guint last;

  g_return_if_fail (self != NULL && self->open && is_member (self, element));

  info = rapport_list_info_find_type (G_OBJECT_TYPE (element));
  last = rapport_element_list_get_length (rapport_map_get_list (self->map, info->list)) - 1;
  if (rapport_element_get_position (element) == MIN (position, last))
    return;
  _rapport_transaction_take_out (self, element);
  rapport_transaction_insert (self, element, position);
}

/* Gives everything that is judged in the phase @from the same readings in @to: a pointer a holder. */
void
rapport_transaction_copy_phase (RapportTransaction *self, const char *from, const char *to)
{
  static const RapportList holders[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS,
                                         RAPPORT_LIST_FUNCTIONS };

  g_return_if_fail (self != NULL && self->open && from != NULL && to != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    for (GSequenceIter *iter
         = rapport_element_list_first (rapport_map_get_list (self->map, holders[i]));
         iter != NULL; iter = rapport_element_list_next (iter))
      {
        RapportElement *owner = g_sequence_get (iter);
        guint n;
        const RapportHeldReading *held = rapport_element_list_readings (owner, &n);

        for (guint j = 0; j < n; j++)
          if (strcmp (held[j].phase, from) == 0)
            {
              rapport_transaction_set_reading (self, owner, to, held[j].perspective,
                                               held[j].reading);
              /* The array may have grown behind the places still to be seen. */
              held = rapport_element_list_readings (owner, &(guint){ 0 });
            }
      }
}

/**
 * rapport_transaction_commit:
 * Ends the transaction; @self is gone afterwards.
 *
 * Returns: whether anything changed; where nothing did, nothing is recorded
 */
gboolean
rapport_transaction_commit (RapportTransaction *self)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);
  self->open = FALSE;
  return _rapport_history_take (self->history, self);
}

/* Takes all its changes back and ends it; @self is gone afterwards. */
void
rapport_transaction_cancel (RapportTransaction *self)
{
  g_return_if_fail (self != NULL && self->open);

  for (guint i = self->changes->len; i-- > 0;)
    {
      g_autoptr (RapportChange) inverse
        = rapport_change_invert (g_ptr_array_index (self->changes, i));

      _rapport_change_apply (inverse, self->map);
    }
  g_ptr_array_set_size (self->changes, 0);
  self->open = FALSE;
  _rapport_history_take (self->history, self);
}
