/* rapport-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-map-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-element-private.h"
#include "rapport-note.h"

struct _RapportMap
{
  RapportElement parent_instance;

  char *version;
  int min_reader;
  char *language;
  char *other_language;
  char *sensitivity;
  gint8 illustrative;
  char *layout;
  char *created;
  char *title;
  char *question;
  char *other_question;
  char *boundary;
  char *ground_rules;
  GVariant *notes;

  /* Owned */
  RapportElementList *lists[RAPPORT_N_LISTS];
  RapportForeign *containers[RAPPORT_N_LISTS]; /* nullable */
  GRand *random;

  /* Owned, of borrowed */
  GHashTable *by_id;     /* id → element */
  GHashTable *referrers; /* id → set of elements; made when first asked for */

  gboolean sealed;
};

G_DEFINE_FINAL_TYPE (RapportMap, rapport_map, RAPPORT_TYPE_ELEMENT)

static const RapportWord sensitivities[] = {
  { "open", N_("Open to anyone") },
  { "within-partnership", N_("Within the partnership") },
  { "confidential", N_("Confidential") },
  { NULL },
};

static const RapportWord layouts[] = {
  { "wheel", N_("Wheel") },
  { "free", N_("Free") },
  { NULL },
};

static const char *const note_columns[] = { "level", NULL };

static const RapportProperty properties[] = {
  {
    .name = "version",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMap, version),
    .fixed = TRUE,
    .title = N_("Format version"),
  },
  {
    .name = "min-reader",
    .kind = RAPPORT_KIND_COUNT,
    RAPPORT_FIELD (RapportMap, min_reader),
    .min = 0,
    .max = G_MAXINT,
    .fixed = TRUE,
    .title = N_("Oldest reader"),
  },
  {
    .name = "language",
    .xml_name = "xml:lang",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMap, language),
    .title = N_("Language"),
    .help = N_("Of what is written on the map, such as en or cy."),
  },
  {
    .name = "other-language",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMap, other_language),
    .title = N_("Other language"),
    .help = N_("Where the map has names in two languages: the second one, such as cy."),
  },
  {
    .name = "sensitivity",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMap, sensitivity),
    .words = sensitivities,
    .title = N_("Sensitivity"),
    .help = N_("How far the map may go; a confidential one gets no small picture in folders."),
  },
  {
    .name = "illustrative",
    .kind = RAPPORT_KIND_FLAG,
    RAPPORT_FIELD (RapportMap, illustrative),
    .words = rapport_true_false,
    .title = N_("Made-up example"),
    .help = N_("The picture then says that it is made up."),
  },
  {
    .name = "layout",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMap, layout),
    .words = layouts,
    .title = N_("Backdrop"),
    .help = N_("The wheel of sectors and rings, or places that mean nothing."),
  },
  {
    .name = "created",
    .kind = RAPPORT_KIND_DATE,
    RAPPORT_FIELD (RapportMap, created),
    .title = N_("Made on"),
    .help = N_("The day on which the map was begun."),
  },
  {
    .name = "title",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, title),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Title"),
    .help = N_("What the map is called."),
  },
  {
    .name = "question",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, question),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Question"),
    .help = N_("What everything on the map answers."),
  },
  {
    .name = "other-question",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, other_question),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Question in the other language"),
    .help = N_("What everything on the map answers, in the second language."),
  },
  {
    .name = "boundary",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, boundary),
    .title = N_("Boundary"),
    .help = N_("Who and what is meant, and what is left out."),
  },
  {
    .name = "ground-rules",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, ground_rules),
    .title = N_("Ground rules"),
    .help = N_("What the room agreed on how to talk about it."),
  },
  {
    .name = "note",
    .kind = RAPPORT_KIND_RECORDS,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMap, notes),
    .columns = note_columns,
    .title = N_("Notes"),
    .help = N_("What to remember. Each note says who may see it."),
  },
};

static void
rapport_map_finalize (GObject *object)
{
  RapportMap *self = RAPPORT_MAP (object);

  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      /* Whoever still holds an element must not find a map that is gone. */
      for (GSequenceIter *iter = rapport_element_list_first (self->lists[i]); iter != NULL;
           iter = rapport_element_list_next (iter))
        _rapport_element_detach (g_sequence_get (iter));
      g_clear_object (&self->lists[i]);
      g_clear_pointer (&self->containers[i], rapport_foreign_unref);
    }
  g_clear_pointer (&self->random, g_rand_free);

  G_OBJECT_CLASS (rapport_map_parent_class)->finalize (object);
}

static void
rapport_map_class_init (RapportMapClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "map", 'm', properties,
                                   G_N_ELEMENTS (properties), NULL);
  G_OBJECT_CLASS (klass)->finalize = rapport_map_finalize;
}

static void
rapport_map_init (RapportMap *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
  self->version = g_strdup (RAPPORT_FORMAT_VERSION);
  self->min_reader = RAPPORT_FORMAT_READER;
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    self->lists[i] = _rapport_element_list_new (rapport_list_info_get (i)->get_type ());
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Returns: (transfer full): an empty map of the current format, with no phase yet */
RapportMap *
rapport_map_new (void)
{
  return g_object_new (RAPPORT_TYPE_MAP, NULL);
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_map_get_title (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  return self->title;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_map_get_question (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  return self->question;
}

/* Returns: (transfer none): "wheel" or "free"; a map that names none is a wheel */
const char *
rapport_map_get_layout (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  return g_strcmp0 (self->layout, "free") == 0 ? "free" : "wheel";
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_map_get_sensitivity (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  return self->sensitivity;
}

gboolean
rapport_map_is_illustrative (RapportMap *self)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), FALSE);
  return self->illustrative;
}

/* Returns: (transfer none): one of the map's lists, a #GListModel that lives as long as the map */
RapportElementList *
rapport_map_get_list (RapportMap *self, RapportList list)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self) && list < RAPPORT_N_LISTS, NULL);
  return self->lists[list];
}

/* @id: (nullable). Returns: (nullable) (transfer none): the element called so; "" is the map itself */
RapportElement *
rapport_map_lookup (RapportMap *self, const char *id)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);
  if (id == NULL)
    return NULL;
  if (*id == '\0')
    return RAPPORT_ELEMENT (self);
  return g_hash_table_lookup (self->by_id, id);
}

static void
index_reference (RapportElement *element, const char *id, gpointer user_data)
{
  RapportMap *self = user_data;
  GHashTable *set = g_hash_table_lookup (self->referrers, id);

  if (set == NULL)
    {
      set = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->referrers, g_strdup (id), set);
    }
  g_hash_table_add (set, element);
}

static void
unindex_reference (RapportElement *element, const char *id, gpointer user_data)
{
  RapportMap *self = user_data;
  GHashTable *set = g_hash_table_lookup (self->referrers, id);

  if (set == NULL)
    return;
  g_hash_table_remove (set, element);
  if (g_hash_table_size (set) == 0)
    g_hash_table_remove (self->referrers, id);
}

static void
index_element (RapportMap *self, RapportElement *element)
{
  if (self->referrers != NULL)
    _rapport_element_foreach_reference (element, index_reference, self);
}

static void
unindex_element (RapportMap *self, RapportElement *element)
{
  if (self->referrers != NULL)
    _rapport_element_foreach_reference (element, unindex_reference, self);
}

/* Reading and drawing a map never ask who refers to whom, so the index is made when editing begins. */
static void
ensure_index (RapportMap *self)
{
  if (self->referrers != NULL)
    return;
  self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    for (GSequenceIter *iter = rapport_element_list_first (self->lists[i]); iter != NULL;
         iter = rapport_element_list_next (iter))
      index_element (self, g_sequence_get (iter));
}

/* An element that stands in the map already is being built further. */
void
_rapport_map_forget_index (RapportMap *self)
{
  g_clear_pointer (&self->referrers, g_hash_table_unref);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  RapportElement *left = *(RapportElement *const *) a;
  RapportElement *right = *(RapportElement *const *) b;
  RapportList left_list = rapport_list_info_find_type (G_OBJECT_TYPE (left))->list;
  RapportList right_list = rapport_list_info_find_type (G_OBJECT_TYPE (right))->list;

  if (left_list != right_list)
    return left_list < right_list ? -1 : 1;
  return g_sequence_iter_compare (_rapport_element_get_place (left),
                                  _rapport_element_get_place (right));
}

/**
 * rapport_map_list_referrers:
 * Returns: (transfer container) (element-type RapportElement): all that name @id, in the map's order
 */
GPtrArray *
rapport_map_list_referrers (RapportMap *self, const char *id)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTable *set;
  GHashTableIter iter;
  gpointer element;

  g_return_val_if_fail (RAPPORT_IS_MAP (self) && id != NULL, list);

  ensure_index (self);
  set = g_hash_table_lookup (self->referrers, id);
  if (set == NULL)
    return list;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &element, NULL))
    g_ptr_array_add (list, element);
  g_ptr_array_sort (list, compare_places);
  return list;
}

/* Ids made after this are the same in every run: for tests. */
void
rapport_map_seed_ids (RapportMap *self, guint32 seed)
{
  g_return_if_fail (RAPPORT_IS_MAP (self));
  g_clear_pointer (&self->random, g_rand_free);
  self->random = g_rand_new_with_seed (seed);
}

/**
 * rapport_map_make_id:
 * A letter and eight random base-32 characters. There is no counter, so that undoing everything gives the
 * first bytes again and two copies of a map can be merged without a clash.
 *
 * Returns: (transfer full): an id that is not in the map
 */
char *
rapport_map_make_id (RapportMap *self, char letter)
{
  static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
  char id[10];

  g_return_val_if_fail (RAPPORT_IS_MAP (self) && g_ascii_isalpha (letter), NULL);

  if (self->random == NULL)
    self->random = g_rand_new ();
  do
    {
      id[0] = letter;
      for (guint i = 1; i < sizeof id - 1; i++)
        id[i] = digits[g_rand_int (self->random) & 31];
      id[sizeof id - 1] = '\0';
    }
  while (g_hash_table_contains (self->by_id, id));
  return g_strdup (id);
}

/**
 * rapport_map_add:
 * @element: (transfer none): a detached one whose id is free in the map
 *
 * Appends while the map is being built; a map with a history is changed by transactions alone.
 */
void
rapport_map_add (RapportMap *self, RapportElement *element)
{
  g_return_if_fail (RAPPORT_IS_MAP (self) && !self->sealed);
  _rapport_map_insert (self, element, G_MAXUINT);
}

/* Returns: (transfer none): the foreign parts of a list's container, to be filled while the map is built */
RapportForeign *
rapport_map_init_container (RapportMap *self, RapportList list)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self) && !self->sealed && list < RAPPORT_N_LISTS, NULL);
  if (self->containers[list] == NULL)
    self->containers[list] = rapport_foreign_new ();
  return self->containers[list];
}

/* Returns: (nullable) (transfer none) */
const RapportForeign *
rapport_map_get_container_foreign (RapportMap *self, RapportList list)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (self) && list < RAPPORT_N_LISTS, NULL);
  return self->containers[list];
}

/**
 * rapport_map_copy:
 *
 * What cannot change is shared, so that a map may be copied where somebody waits, and the copy be worked with in
 * another thread while the map goes on.
 *
 * Returns: (transfer full): a map of its own, without a history, equal to this one, ids included
 */
RapportMap *
rapport_map_copy (RapportMap *self)
{
  RapportMap *copy;

  g_return_val_if_fail (RAPPORT_IS_MAP (self), NULL);

  copy = rapport_map_new ();
  /* A field is copied into one that is empty, and a new map has its version already. */
  g_clear_pointer (&copy->version, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    rapport_field_copy (&properties[i], copy, self);
  if (rapport_element_get_foreign (RAPPORT_ELEMENT (self)) != NULL)
    _rapport_element_take_foreign (RAPPORT_ELEMENT (copy), rapport_foreign_ref ((RapportForeign *)
                                   rapport_element_get_foreign (RAPPORT_ELEMENT (self))));
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      for (GSequenceIter *iter = rapport_element_list_first (self->lists[i]); iter != NULL;
           iter = rapport_element_list_next (iter))
        {
          RapportElement *element = g_sequence_get (iter);
          g_autoptr (RapportElement) twin = rapport_element_copy (element, rapport_element_get_id (element));

          rapport_map_add (copy, twin);
        }
      if (self->containers[i] != NULL)
        copy->containers[i] = rapport_foreign_ref (self->containers[i]);
    }
  return copy;
}

typedef gboolean (*CompareElements) (RapportElement *a, RapportElement *b);

static gboolean
lists_equal (RapportElementList *a, RapportElementList *b, CompareElements compare)
{
  GSequenceIter *left = rapport_element_list_first (a);
  GSequenceIter *right = rapport_element_list_first (b);

  for (; left != NULL && right != NULL;
       left = rapport_element_list_next (left), right = rapport_element_list_next (right))
    if (!compare (g_sequence_get (left), g_sequence_get (right)))
      return FALSE;
  return left == NULL && right == NULL;
}

/* The same elements in the same order with the same values; foreign parts may hang elsewhere, or not be there. */
gboolean
rapport_map_same_values (RapportMap *a, RapportMap *b)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (a) && RAPPORT_IS_MAP (b), FALSE);

  if (!rapport_element_same_values (RAPPORT_ELEMENT (a), RAPPORT_ELEMENT (b)))
    return FALSE;
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    if (!lists_equal (a->lists[i], b->lists[i], rapport_element_same_values))
      return FALSE;
  return TRUE;
}

/* The same elements in the same order with the same values, foreign parts included. */
gboolean
rapport_map_equal (RapportMap *a, RapportMap *b)
{
  g_return_val_if_fail (RAPPORT_IS_MAP (a) && RAPPORT_IS_MAP (b), FALSE);

  if (!rapport_element_equal (RAPPORT_ELEMENT (a), RAPPORT_ELEMENT (b)))
    return FALSE;
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    if (!lists_equal (a->lists[i], b->lists[i], rapport_element_equal)
        || !rapport_foreign_equal (a->containers[i], b->containers[i]))
      return FALSE;
  return TRUE;
}

void
_rapport_map_seal (RapportMap *self)
{
  self->sealed = TRUE;
  _rapport_element_seal (RAPPORT_ELEMENT (self));
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    for (GSequenceIter *iter = rapport_element_list_first (self->lists[i]); iter != NULL;
         iter = rapport_element_list_next (iter))
      _rapport_element_seal (g_sequence_get (iter));
}

gboolean
_rapport_map_is_sealed (RapportMap *self)
{
  return self->sealed;
}

void
_rapport_map_insert (RapportMap *self, RapportElement *element, guint position)
{
  const char *id = rapport_element_get_id (element);
  const RapportListInfo *info = rapport_list_info_find_type (G_OBJECT_TYPE (element));
  GSequenceIter *place;

  g_return_if_fail (info != NULL && id != NULL && rapport_element_get_map (element) == NULL);
  g_return_if_fail (!g_hash_table_contains (self->by_id, id));

  g_hash_table_insert (self->by_id, (gpointer) id, element);
  if (self->sealed)
    _rapport_element_seal (element);
  place = _rapport_element_list_insert (self->lists[info->list], element, &position);
  _rapport_element_attach (element, self, place);
  index_element (self, element);
  _rapport_element_list_tell_inserted (self->lists[info->list], position);
}

void
_rapport_map_remove (RapportMap *self, RapportElement *element)
{
  const RapportListInfo *info = rapport_list_info_find_type (G_OBJECT_TYPE (element));
  GSequenceIter *place = _rapport_element_get_place (element);

  g_return_if_fail (rapport_element_get_map (element) == self && place != NULL);

  g_object_ref (element);
  g_hash_table_remove (self->by_id, rapport_element_get_id (element));
  unindex_element (self, element);
  _rapport_element_detach (element);
  _rapport_element_list_remove (self->lists[info->list], place);
  g_object_unref (element);
}

void
_rapport_map_set (RapportMap *self, RapportElement *element, const RapportProperty *property,
                  GVariant *value)
{
  if (!rapport_property_is_reference (property))
    {
      _rapport_element_set (element, property, value);
      return;
    }
  unindex_element (self, element);
  g_object_freeze_notify (G_OBJECT (element));
  _rapport_element_set (element, property, value);
  index_element (self, element);
  g_object_thaw_notify (G_OBJECT (element));
}

static gboolean
readings_refer (RapportElement *element)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);

  for (guint i = 0; i < kind->n_properties; i++)
    if (rapport_property_is_reference (&kind->properties[i]))
      return TRUE;
  return FALSE;
}

void
_rapport_map_set_reading (RapportMap *self, RapportElement *element, const char *phase,
                          const char *perspective, RapportReading *reading)
{
  const gboolean refer = readings_refer (element);

  if (refer)
    unindex_element (self, element);
  _rapport_element_set_reading (element, phase, perspective, reading);
  if (refer)
    index_element (self, element);
}
