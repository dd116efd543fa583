/* rapport-piece.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-piece.h"

#include <string.h>

#include "rapport-sector.h"
#include "rapport-stakeholder.h"

/* In degrees: who is pasted beside themselves is not hidden by themselves. */
#define ASIDE 7.0

/* --- Cutting ---------------------------------------------------------------------------------------------------- */

static void
copy_into (RapportMap *piece, RapportElement *element)
{
  g_autoptr (RapportElement) copy = NULL;

  if (rapport_map_lookup (piece, rapport_element_get_id (element)) != NULL)
    return;
  copy = rapport_element_copy (element, rapport_element_get_id (element));
  rapport_map_add (piece, copy);
}

static void
copy_list (RapportMap *piece, RapportMap *map, RapportList list)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
       iter = rapport_element_list_next (iter))
    copy_into (piece, g_sequence_get (iter));
}

static gboolean
has (RapportMap *piece, const char *id)
{
  return id != NULL && rapport_map_lookup (piece, id) != NULL;
}

/**
 * rapport_piece_cut:
 * @stakeholders: (element-type RapportElement): of @map
 *
 * Returns: (transfer full): a map of these and the links between them, with the times, views and sectors of @map and
 *   the same ids
 */
RapportMap *
rapport_piece_cut (RapportMap *map, GPtrArray *stakeholders)
{
  RapportMap *piece = rapport_map_new ();

  rapport_element_init_text (RAPPORT_ELEMENT (piece), "layout", rapport_map_get_layout (map));
  copy_list (piece, map, RAPPORT_LIST_SECTORS);
  copy_list (piece, map, RAPPORT_LIST_PHASES);
  copy_list (piece, map, RAPPORT_LIST_PERSPECTIVES);
  for (guint i = 0; i < stakeholders->len; i++)
    copy_into (piece, g_ptr_array_index (stakeholders, i));
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, RAPPORT_LIST_LINKS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *link = g_sequence_get (iter);

      if (has (piece, rapport_element_get_text (link, "a")) && has (piece, rapport_element_get_text (link, "b")))
        copy_into (piece, link);
    }
  return piece;
}

/* --- Grafting --------------------------------------------------------------------------------------------------- */

typedef struct
{
  RapportMap *piece;
  RapportMap *map;
  const char *from; /* the time of the piece that becomes @to where the map has none of its name */
  const char *to;
  RapportTransaction *transaction;
  GHashTable *ids; /* old → new */
} Graft;

/* Whether a time or view of the piece is one of the map's too. An id alone may be that of another: "now", say. */
static gboolean
is_shared (const Graft *self, const char *id)
{
  RapportElement *one = id != NULL ? rapport_map_lookup (self->piece, id) : NULL;
  RapportElement *other = id != NULL ? rapport_map_lookup (self->map, id) : NULL;

  return one != NULL && other != NULL && G_OBJECT_TYPE (one) == G_OBJECT_TYPE (other)
         && g_strcmp0 (rapport_element_get_text (one, "name"), rapport_element_get_text (other, "name")) == 0;
}

/* Returns: (transfer full): @element without its readings, under a new id */
static RapportElement *
make (const Graft *self, RapportElement *element)
{
  char letter = RAPPORT_ELEMENT_GET_CLASS (element)->id_letter;
  g_autofree char *id = rapport_map_make_id (self->map, letter);
  RapportElement *copy = g_object_new (G_OBJECT_TYPE (element), NULL);
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  rapport_element_init_id (copy, id);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = rapport_element_get (element, &properties[i]);

      if (value != NULL)
        rapport_element_init_property (copy, &properties[i], value);
    }
  g_hash_table_insert (self->ids, g_strdup (rapport_element_get_id (element)), g_strdup (id));
  return copy;
}

/* What was judged: of the same times and views where the map has them, else of the one time on show. */
static void
copy_readings (const Graft *self, RapportElement *element, RapportElement *copy)
{
  guint n;
  const RapportHeldReading *held = rapport_element_list_readings (element, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *phase = NULL;

      if (held[i].perspective != NULL && !is_shared (self, held[i].perspective))
        continue;
      if (is_shared (self, self->from) && is_shared (self, held[i].phase))
        phase = held[i].phase;
      else if (!is_shared (self, self->from) && g_strcmp0 (held[i].phase, self->from) == 0)
        phase = self->to;
      if (phase != NULL)
        rapport_element_init_reading (copy, phase, held[i].perspective, rapport_reading_ref (held[i].reading));
    }
}

static void
declare_sector (const Graft *self, const char *sector)
{
  const char *name = rapport_map_get_sector_name (self->piece, sector);
  g_autoptr (RapportElement) element = NULL;

  if (sector == NULL || name == NULL || rapport_sector_is_built_in (sector)
      || rapport_map_lookup (self->map, sector) != NULL)
    return;
  element = rapport_sector_new (sector);
  rapport_element_init_text (element, "name", name);
  rapport_transaction_insert (self->transaction, element, G_MAXUINT);
}

/* Ids of the piece's that @property holds become those of the copies; who stayed behind is dropped. */
static void
turn_reference (const Graft *self, RapportElement *copy, const char *property)
{
  const char *old = rapport_element_get_text (copy, property);

  if (old != NULL)
    rapport_element_init_text (copy, property, g_hash_table_lookup (self->ids, old));
}

static void
step_aside (RapportElement *copy)
{
  const RapportProperty *angle = rapport_element_find_property (copy, "angle");
  g_autoptr (GVariant) at = rapport_element_get (copy, angle);
  g_autoptr (GVariant) beside = NULL;

  if (at == NULL)
    return;
  beside = g_variant_ref_sink (g_variant_new_double (g_variant_get_double (at) + ASIDE));
  rapport_element_init_property (copy, angle, beside);
}

static void
graft_stakeholder (const Graft *self, RapportElement *element)
{
  g_autoptr (RapportElement) copy = make (self, element);

  turn_reference (self, copy, "parent");
  declare_sector (self, rapport_element_get_text (copy, "sector"));
  copy_readings (self, element, copy);
  step_aside (copy);
  rapport_transaction_insert (self->transaction, copy, G_MAXUINT);
}

static void
graft_link (const Graft *self, RapportElement *element)
{
  g_autoptr (RapportElement) copy = make (self, element);

  turn_reference (self, copy, "a");
  turn_reference (self, copy, "b");
  copy_readings (self, element, copy);
  rapport_transaction_insert (self->transaction, copy, G_MAXUINT);
}

/**
 * rapport_piece_graft:
 * @piece_phase: (nullable): the time of @piece that was on show; %NULL is its first
 * @phase: (nullable): the time of @map on show
 * @transaction: an open one on @map
 *
 * Puts copies of all in @piece into @map, under new ids.
 *
 * Returns: (transfer full) (element-type utf8): ids of the new stakeholders
 */
GPtrArray *
rapport_piece_graft (RapportMap *piece, const char *piece_phase, RapportMap *map, const char *phase,
                     RapportTransaction *transaction)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *new_ids = g_ptr_array_new_with_free_func (g_free);
  Graft self = { .piece = piece, .map = map, .transaction = transaction, .ids = ids };

  self.from = piece_phase != NULL ? piece_phase : rapport_map_get_first_phase (piece);
  self.to = phase != NULL ? phase : rapport_map_get_first_phase (map);
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (piece, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      graft_stakeholder (&self, g_sequence_get (iter));
      g_ptr_array_add (new_ids, g_strdup (g_hash_table_lookup (ids, rapport_element_get_id (g_sequence_get (iter)))));
    }
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (piece, RAPPORT_LIST_LINKS));
       iter != NULL; iter = rapport_element_list_next (iter))
    graft_link (&self, g_sequence_get (iter));
  return new_ids;
}
