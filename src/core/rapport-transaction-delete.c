/* rapport-transaction-delete.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place of cascades: what goes when an element goes, and what lets go of it.
 */
#include "rapport-transaction-private.h"

#include <string.h>

#include "rapport-sector.h"
#include "rapport-text.h"

/* All that goes, each element before those that go because of it. */
typedef struct
{
  RapportMap *map;
  GPtrArray *list; /* owns a reference to each */
  GHashTable *set; /* of the same */
} Doomed;

static void
doomed_add (Doomed *self, RapportElement *element)
{
  if (g_hash_table_add (self->set, element))
    g_ptr_array_add (self->list, g_object_ref (element));
}

static gboolean
doomed_has (Doomed *self, RapportElement *element)
{
  return g_hash_table_contains (self->set, element);
}

static gboolean
all_doomed (Doomed *self, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  for (char **id = list; *id != NULL; id++)
    {
      RapportElement *element = rapport_map_lookup (self->map, *id);

      if (element == NULL || !doomed_has (self, element))
        return FALSE;
    }
  return TRUE;
}

static gboolean
names (const RapportProperty *property, gconstpointer record, const char *id)
{
  const char *value;

  if (!rapport_property_is_reference (property))
    return FALSE;
  value = rapport_field_get_string (property, record);
  if (property->kind == RAPPORT_KIND_REFERENCE)
    return g_strcmp0 (value, id) == 0;
  return rapport_words_contain (value, id);
}

/* Whether @owner goes because @id goes. It is asked again for every one of its ids that goes. */
static gboolean
goes_too (Doomed *self, RapportElement *owner, const char *id)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (owner, &n);

  for (guint i = 0; i < n; i++)
    {
      const RapportProperty *property = &properties[i];

      if (!names (property, owner, id))
        continue;
      if (property->on_delete == RAPPORT_ON_DELETE_GO)
        return TRUE;
      if (property->on_delete == RAPPORT_ON_DELETE_DROP_OR_GO
          && all_doomed (self, rapport_field_get_string (property, owner)))
        return TRUE;
    }
  return FALSE;
}

/* A built-in sector is there without being declared: when its changed caption goes, nothing lets go of it. */
static GPtrArray *
list_referrers (RapportMap *map, RapportElement *element)
{
  const char *id = rapport_element_get_id (element);

  if (RAPPORT_IS_SECTOR (element) && rapport_sector_is_built_in (id))
    return g_ptr_array_new ();
  return rapport_map_list_referrers (map, id);
}

/* A queue, not a recursion: links may hang on links, in rings and in chains of any length. */
static void
doomed_collect (Doomed *self, RapportElement *first)
{
  doomed_add (self, first);
  for (guint i = 0; i < self->list->len; i++)
    {
      RapportElement *element = g_ptr_array_index (self->list, i);
      g_autoptr (GPtrArray) referrers = list_referrers (self->map, element);

      for (guint j = 0; j < referrers->len; j++)
        if (goes_too (self, g_ptr_array_index (referrers, j), rapport_element_get_id (element)))
          doomed_add (self, g_ptr_array_index (referrers, j));
    }
}

static void
release_property (RapportTransaction *self, RapportElement *owner, const RapportProperty *property,
                  const char *id)
{
  g_autofree char *rest = NULL;

  if (property->on_delete == RAPPORT_ON_DELETE_NOTHING || !names (property, owner, id))
    return;
  if (property->kind == RAPPORT_KIND_REFERENCES)
    rest = rapport_words_drop (rapport_field_get_string (property, owner), id);
  rapport_transaction_set (self, owner, property,
                           rest != NULL && *rest != '\0' ? g_variant_new_string (rest) : NULL);
}

/* Returns: (transfer full): @reading, or where it names @id one that does not; a list may become empty */
static RapportReading *
reading_without (const RapportReading *reading, const char *id)
{
  RapportReading *changed = rapport_reading_ref (reading);

  for (guint i = 0; i < reading->kind->n_properties; i++)
    {
      const RapportProperty *field = &reading->kind->properties[i];
      g_autoptr (RapportReading) before = NULL;
      g_autoptr (GVariant) value = NULL;

      if (!names (field, changed, id))
        continue;
      if (field->kind == RAPPORT_KIND_REFERENCES)
        value = g_variant_ref_sink (g_variant_new_take_string (
          rapport_words_drop (rapport_field_get_string (field, changed), id)));
      before = changed;
      changed = rapport_reading_with (before, field, value);
    }
  return changed;
}

/* Replacing a reading keeps its place among those of its owner. */
static void
release_readings (RapportTransaction *self, RapportElement *owner, const char *id)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (owner, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RapportReading) changed = reading_without (held[i].reading, id);

      if (changed != held[i].reading)
        rapport_transaction_set_reading (self, owner, held[i].phase, held[i].perspective, changed);
    }
}

static void
release (RapportTransaction *self, RapportElement *owner, const char *id)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (owner, &n);

  for (guint i = 0; i < n; i++)
    release_property (self, owner, &properties[i], id);
  release_readings (self, owner, id);
}

/* From the last, since taking one away moves the last to its place. @phase or @perspective is %NULL. */
static void
drop_readings_of (RapportTransaction *self, RapportElement *owner, const char *phase,
                  const char *perspective)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (owner, &n);

  for (guint i = n; i-- > 0;)
    {
      g_autofree char *of_phase = g_strdup (held[i].phase);
      g_autofree char *of_perspective = g_strdup (held[i].perspective);

      if (phase != NULL ? strcmp (of_phase, phase) == 0
                        : g_strcmp0 (of_perspective, perspective) == 0)
        rapport_transaction_set_reading (self, owner, of_phase, of_perspective, NULL);
    }
}

/* With a phase or a perspective go all readings of it. */
static void
drop_readings (RapportTransaction *self, const char *phase, const char *perspective)
{
  static const RapportList holders[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS,
                                         RAPPORT_LIST_FUNCTIONS };

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      RapportElementList *list = rapport_map_get_list (self->map, holders[i]);

      for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
           iter = rapport_element_list_next (iter))
        drop_readings_of (self, g_sequence_get (iter), phase, perspective);
    }
}

/* Takes one element out, when all that goes because of it is gone already. */
static void
take_out (RapportTransaction *self, Doomed *doomed, RapportElement *element)
{
  const char *id = rapport_element_get_id (element);
  const RapportList list = rapport_list_info_find_type (G_OBJECT_TYPE (element))->list;
  g_autoptr (GPtrArray) referrers = list_referrers (self->map, element);

  if (list == RAPPORT_LIST_PHASES)
    drop_readings (self, id, NULL);
  else if (list == RAPPORT_LIST_PERSPECTIVES)
    drop_readings (self, NULL, id);
  for (guint i = referrers->len; i-- > 0;)
    if (!doomed_has (doomed, g_ptr_array_index (referrers, i)))
      release (self, g_ptr_array_index (referrers, i), id);
  _rapport_transaction_take_out (self, element);
}

/**
 * rapport_transaction_delete:
 * Takes the element out with all that follows from it: a stakeholder's links go, its children are freed, it
 * is dropped from marks, regions, responses and steps, and a mark or region with nothing left goes too. What
 * goes because of another goes before it, so that undo finds what it hangs on in place.
 */
void
rapport_transaction_delete (RapportTransaction *self, RapportElement *element)
{
  Doomed doomed;

  g_return_if_fail (self != NULL && self->open && RAPPORT_IS_ELEMENT (element));
  g_return_if_fail (rapport_element_get_map (element) == self->map);

  doomed.map = self->map;
  doomed.list = g_ptr_array_new_with_free_func (g_object_unref);
  doomed.set = g_hash_table_new (NULL, NULL);
  doomed_collect (&doomed, element);
  for (guint i = doomed.list->len; i-- > 0;)
    take_out (self, &doomed, g_ptr_array_index (doomed.list, i));
  g_hash_table_unref (doomed.set);
  g_ptr_array_unref (doomed.list);
}
