/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations.h"

#include <string.h>

#include "list-observer.h"
#include "map-copy.h"
#include "rapport-sector.h"
#include "values.h"

/* A check looks at everything; it is made at each so many steps. */
#define STEPS_PER_CHECK 10
#define STATES_PER_CHECK 4

struct _Player
{
  RapportMap *map;
  RapportHistory *history;
  RapportTransaction *open; /* nullable */
  char *fault;              /* nullable: the first */

  /* Lives by the journal alone. */
  RapportMap *twin;
  RapportHistory *twin_history;

  RapportMap *saved;
  guint64 saved_state;
  ListObserver *observers[RAPPORT_N_LISTS];
};

const char *
operation_get_name (const Operation *operation)
{
  static const char *const names[N_OPERATIONS] = {
    "INSERT", "SET", "SET_READING", "DELETE", "MOVE", "COPY_PHASE", "BEGIN",
    "COMMIT", "CANCEL", "UNDO", "REDO", "SAVED", "STOP_MERGING",
  };

  return names[operation->kind % N_OPERATIONS];
}

/* Changes are drawn more often than what groups them or takes them back. */
void
operations_draw (GRand *random, Operation *operations, guint n)
{
  static const guint8 kinds[] = {
    OPERATION_INSERT, OPERATION_INSERT, OPERATION_INSERT, OPERATION_SET, OPERATION_SET,
    OPERATION_SET, OPERATION_SET, OPERATION_SET, OPERATION_SET, OPERATION_SET_READING,
    OPERATION_SET_READING, OPERATION_SET_READING, OPERATION_DELETE, OPERATION_DELETE,
    OPERATION_MOVE, OPERATION_COPY_PHASE, OPERATION_BEGIN, OPERATION_COMMIT, OPERATION_CANCEL,
    OPERATION_UNDO, OPERATION_UNDO, OPERATION_UNDO, OPERATION_REDO, OPERATION_REDO,
    OPERATION_SAVED, OPERATION_STOP_MERGING,
  };

  for (guint i = 0; i < n; i++)
    operations[i] = (Operation){
      .kind = kinds[g_rand_int (random) % G_N_ELEMENTS (kinds)],
      .a = (guint8) g_rand_int (random),
      .b = (guint16) g_rand_int (random),
      .c = (guint16) g_rand_int (random),
      .d = (guint16) g_rand_int (random),
    };
}

static void G_GNUC_PRINTF (2, 3)
complain (Player *self, const char *format, ...)
{
  va_list args;

  if (self->fault != NULL)
    return;
  va_start (args, format);
  self->fault = g_strdup_vprintf (format, args);
  va_end (args);
}

/* --- The start --------------------------------------------------------------------------------------------------- */

static void
set_some (RapportMap *map, RapportElement *element, guint number)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = NULL;

      if (properties[i].fixed)
        continue;
      value = value_make (map, &properties[i], number * 7 + i * 5, number * 131 + i * 17);
      rapport_element_init_property (element, &properties[i], value);
    }
}

static RapportReading *
make_reading (RapportMap *map, const RapportReadingKind *kind, guint number)
{
  g_autoptr (RapportReading) reading = rapport_reading_new (kind);

  for (guint i = 0; i < kind->n_properties; i++)
    {
      g_autoptr (GVariant) value = value_make (map, &kind->properties[i], number + i, number + 7 * i);
      RapportReading *next = rapport_reading_with (reading, &kind->properties[i], value);

      rapport_reading_unref (reading);
      reading = next;
    }
  return g_steal_pointer (&reading);
}

static void
add_foreign (RapportForeign *foreign)
{
  rapport_foreign_add_child (foreign, "", "<!-- kept -->");
}

static void
add_element (RapportMap *map, RapportList list, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", rapport_list_info_get (list)->element, number);
  g_autoptr (RapportElement) element = g_object_new (rapport_list_info_get (list)->get_type (), NULL);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);

  rapport_element_init_id (element, id);
  rapport_map_add (map, element);
  set_some (map, element, number + list);
  for (guint i = 0; kind != NULL && i < 3; i++)
    rapport_element_init_reading (element, i < 2 ? "phase0" : "phase1", i == 1 ? "perspective0" : NULL,
                                  make_reading (map, kind, number + 5 * i));
  if (number == 1)
    add_foreign (rapport_element_init_foreign (element));
}

static RapportMap *
make_start (void)
{
  RapportMap *map = rapport_map_new ();

  rapport_map_seed_ids (map, 1);
  set_some (map, RAPPORT_ELEMENT (map), 1);
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < RAPPORT_N_LISTS; j++)
      add_element (map, j, i);
  add_foreign (rapport_map_init_container (map, RAPPORT_LIST_LINKS));
  return map;
}

/* --- The journal's reader --------------------------------------------------------------------------------------- */

static void
committed_cb (Player *self, GPtrArray *changes)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) written = NULL;
  g_autoptr (GVariant) read = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GVariant) change = rapport_change_to_variant (g_ptr_array_index (changes, i));

      g_variant_builder_add (&builder, "v", change);
    }
  written = g_variant_ref_sink (g_variant_builder_end (&builder));
  read = variant_through_bytes (written);
  if (!rapport_history_replay (self->twin_history, read, "Replayed"))
    complain (self, "the journal's changes do not fit the copy");
}

Player *
player_new (void)
{
  Player *self = g_new0 (Player, 1);

  self->map = make_start ();
  self->twin = map_clone (self->map);
  self->saved = map_copy (self->map);
  self->history = rapport_history_new (self->map);
  self->twin_history = rapport_history_new (self->twin);
  rapport_history_set_limit (self->history, G_MAXUINT);
  g_signal_connect_swapped (self->history, "committed", G_CALLBACK (committed_cb), self);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    self->observers[i] = list_observer_new (G_LIST_MODEL (rapport_map_get_list (self->map, i)));
  return self;
}

void
player_free (Player *self)
{
  player_close (self);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    list_observer_free (self->observers[i]);
  g_object_unref (self->history);
  g_object_unref (self->twin_history);
  g_object_unref (self->map);
  g_object_unref (self->twin);
  g_object_unref (self->saved);
  g_free (self->fault);
  g_free (self);
}

RapportMap *
player_get_map (Player *self)
{
  return self->map;
}

RapportHistory *
player_get_history (Player *self)
{
  return self->history;
}

/* --- Operations ----------------------------------------------------------------------------------------------------- */

/* Returns: (nullable): an element, mostly */
static RapportElement *
pick (Player *self, guint number)
{
  RapportElementList *list = rapport_map_get_list (self->map, number % RAPPORT_N_LISTS);
  guint length = rapport_element_list_get_length (list);

  return length > 0 ? rapport_element_list_peek (list, number / RAPPORT_N_LISTS % length) : NULL;
}

static const char *
pick_of (Player *self, RapportList list, guint number)
{
  guint length = rapport_element_list_get_length (rapport_map_get_list (self->map, list));

  if (length == 0 || number % 16 == 0)
    return "gone";
  return rapport_element_get_id (
    rapport_element_list_peek (rapport_map_get_list (self->map, list), number / 16 % length));
}

static void
play_insert (Player *self, RapportTransaction *transaction, const Operation *operation)
{
  const RapportListInfo *info = rapport_list_info_get (operation->a % RAPPORT_N_LISTS);
  g_autoptr (RapportElement) element = g_object_new (info->get_type (), NULL);
  g_autofree char *id = rapport_map_make_id (self->map, RAPPORT_ELEMENT_GET_CLASS (element)->id_letter);

  rapport_element_init_id (element, id);
  if (operation->c % 2 == 0)
    set_some (self->map, element, operation->c);
  if (operation->d % 2 == 0 && rapport_element_get_reading_kind (element) != NULL)
    rapport_element_init_reading (
      element, pick_of (self, RAPPORT_LIST_PHASES, operation->d), NULL,
      make_reading (self->map, rapport_element_get_reading_kind (element), operation->d));
  rapport_transaction_insert (transaction, element, operation->b % 16 == 0 ? G_MAXUINT : operation->b % 8);
}

static void
play_set (Player *self, RapportTransaction *transaction, const Operation *operation)
{
  RapportElement *element = operation->a % 16 == 0 ? RAPPORT_ELEMENT (self->map)
                                                   : pick (self, operation->b);
  const RapportProperty *property;
  g_autoptr (GVariant) value = NULL;
  guint n;

  if (element == NULL)
    return;
  property = rapport_element_list_properties (element, &n);
  property += operation->a / 16 % n;
  if (property->fixed)
    return;
  value = value_make (self->map, property, operation->c, operation->d);
  rapport_transaction_set (transaction, element, property, value);
}

static void
play_set_reading (Player *self, RapportTransaction *transaction, const Operation *operation)
{
  static const RapportList holders[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS,
                                         RAPPORT_LIST_FUNCTIONS };
  RapportElementList *list = rapport_map_get_list (self->map, holders[operation->a % 3]);
  guint length = rapport_element_list_get_length (list);
  const char *phase = pick_of (self, RAPPORT_LIST_PHASES, operation->b % 256);
  const char *perspective = operation->b % 2 == 0
                              ? pick_of (self, RAPPORT_LIST_PERSPECTIVES, operation->b / 256)
                              : NULL;
  RapportElement *element;
  const RapportReadingKind *kind;
  g_autoptr (RapportReading) base = NULL;
  g_autoptr (RapportReading) reading = NULL;
  g_autoptr (GVariant) value = NULL;

  if (length == 0)
    return;
  element = rapport_element_list_peek (list, operation->a / 3 % length);
  kind = rapport_element_get_reading_kind (element);
  if (rapport_element_get_reading (element, phase, perspective) != NULL)
    base = rapport_reading_ref (rapport_element_get_reading (element, phase, perspective));
  else
    base = rapport_reading_new (kind);
  value = value_make (self->map, &kind->properties[operation->c % kind->n_properties],
                      operation->c / kind->n_properties, operation->d);
  if (operation->d % 8 != 0)
    reading = rapport_reading_with (base, &kind->properties[operation->c % kind->n_properties], value);
  rapport_transaction_set_reading (transaction, element, phase, perspective, reading);
}

/* Nobody names what was deleted, and no reading is of a phase or perspective that is no more. */
static void
play_delete (Player *self, RapportTransaction *transaction, RapportElement *element)
{
  g_autofree char *id = g_strdup (rapport_element_get_id (element));
  g_autoptr (GPtrArray) referrers = NULL;

  rapport_transaction_delete (transaction, element);
  referrers = rapport_map_list_referrers (self->map, id);
  if (referrers->len > 0 && !rapport_sector_is_built_in (id))
    complain (self, "%s is deleted and still referred to", id);
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self->map, i));
         iter != NULL; iter = rapport_element_list_next (iter))
      {
        guint n;
        const RapportHeldReading *held
          = rapport_element_list_readings (g_sequence_get (iter), &n);

        for (guint j = 0; j < n; j++)
          if (strcmp (held[j].phase, id) == 0 || g_strcmp0 (held[j].perspective, id) == 0)
            complain (self, "%s is deleted and there is a reading of it", id);
      }
}

static void
play_change (Player *self, RapportTransaction *transaction, const Operation *operation)
{
  RapportElement *element = pick (self, operation->b);

  switch (operation->kind % N_OPERATIONS)
    {
    case OPERATION_INSERT:
      play_insert (self, transaction, operation);
      break;
    case OPERATION_SET:
      play_set (self, transaction, operation);
      break;
    case OPERATION_SET_READING:
      play_set_reading (self, transaction, operation);
      break;
    case OPERATION_DELETE:
      if (element != NULL)
        play_delete (self, transaction, element);
      break;
    case OPERATION_MOVE:
      if (element != NULL)
        rapport_transaction_move (transaction, element,
                                  operation->c % 16 == 0 ? G_MAXUINT : operation->c % 16);
      break;
    case OPERATION_COPY_PHASE:
    default:
      rapport_transaction_copy_phase (transaction, pick_of (self, RAPPORT_LIST_PHASES, operation->b),
                                      pick_of (self, RAPPORT_LIST_PHASES, operation->c));
      break;
    }
}

static RapportTransaction *
begin (Player *self, const Operation *operation)
{
  static const char *const keys[] = { NULL, NULL, "one", "two" };

  return rapport_history_begin (self->history, operation_get_name (operation),
                                keys[operation->d / 16 % G_N_ELEMENTS (keys)]);
}

void
player_close (Player *self)
{
  if (self->open != NULL)
    rapport_transaction_commit (g_steal_pointer (&self->open));
}

static void
mark_saved (Player *self)
{
  self->saved_state = rapport_history_get_state (self->history);
  rapport_history_mark_saved (self->history, self->saved_state);
  g_object_unref (self->saved);
  self->saved = map_copy (self->map);
}

static void
play_history (Player *self, const Operation *operation)
{
  const guint kind = operation->kind % N_OPERATIONS;

  if (kind == OPERATION_CANCEL && self->open != NULL)
    rapport_transaction_cancel (g_steal_pointer (&self->open));
  player_close (self);
  if (kind == OPERATION_BEGIN)
    self->open = begin (self, operation);
  else if (kind == OPERATION_UNDO)
    rapport_history_undo (self->history);
  else if (kind == OPERATION_REDO)
    rapport_history_redo (self->history);
  else if (kind == OPERATION_SAVED)
    mark_saved (self);
  else if (kind == OPERATION_STOP_MERGING)
    rapport_history_stop_merging (self->history);
}

void
player_play (Player *self, const Operation *operation)
{
  if (operation->kind % N_OPERATIONS >= OPERATION_BEGIN)
    play_history (self, operation);
  else if (self->open != NULL)
    play_change (self, self->open, operation);
  else
    {
      RapportTransaction *transaction = begin (self, operation);

      play_change (self, transaction, operation);
      rapport_transaction_commit (transaction);
    }
}

/* --- What must always be so --------------------------------------------------------------------------------------- */

static void
note_reference (GHashTable *referrers, const char *id, RapportElement *element)
{
  GPtrArray *list = g_hash_table_lookup (referrers, id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (referrers, g_strdup (id), list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != element)
    g_ptr_array_add (list, element);
}

static void
note_references_of (GHashTable *referrers, RapportElement *element, const RapportProperty *properties,
                    guint n, gconstpointer record)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) ids = NULL;
      const char *value;

      if (!rapport_property_is_reference (&properties[i]))
        continue;
      value = rapport_field_get_string (&properties[i], record);
      ids = g_strsplit (value != NULL ? value : "", " ", -1);
      for (char **id = ids; *id != NULL; id++)
        note_reference (referrers, *id, element);
    }
}

static void
check_element (Player *self, RapportElement *element, guint position, GHashTable *referrers)
{
  const char *id = rapport_element_get_id (element);
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);
  const RapportHeldReading *held;

  if (rapport_map_lookup (self->map, id) != element || rapport_element_get_map (element) != self->map
      || rapport_element_get_position (element) != position)
    complain (self, "%s is not where the map looks for it", id);
  note_references_of (referrers, element, properties, n, element);
  held = rapport_element_list_readings (element, &n);
  for (guint i = 0; i < n; i++)
    note_references_of (referrers, element, held[i].reading->kind->properties,
                        held[i].reading->kind->n_properties, held[i].reading);
}

/* Who refers to whom, found by looking at everything: in the map's order, as the index must say it. */
static void
check_elements (Player *self)
{
  g_autoptr (GHashTable) referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter each;
  gpointer id, expected;

  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      RapportElementList *list = rapport_map_get_list (self->map, i);
      const char *fault = list_observer_find_fault (self->observers[i]);
      guint position = 0;

      if (fault != NULL)
        complain (self, "%s: %s", rapport_list_info_get (i)->container, fault);
      for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
           iter = rapport_element_list_next (iter))
        check_element (self, g_sequence_get (iter), position++, referrers);
    }
  g_hash_table_iter_init (&each, referrers);
  while (g_hash_table_iter_next (&each, &id, &expected))
    {
      g_autoptr (GPtrArray) found = rapport_map_list_referrers (self->map, id);
      GPtrArray *list = expected;

      if (found->len != list->len
          || memcmp (found->pdata, list->pdata, list->len * sizeof (gpointer)) != 0)
        complain (self, "the index does not know who refers to %s", (const char *) id);
    }
}

/* Nothing refers to what nobody names any more. */
static void
check_nobody_is_left_over (Player *self)
{
  static const char *const ids[] = { "gone", "gone-too", "nhs", "stakeholder0", "link1", "sector2" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) found = rapport_map_list_referrers (self->map, ids[i]);

      for (guint j = 0; j < found->len; j++)
        if (rapport_element_get_map (g_ptr_array_index (found, j)) != self->map)
          complain (self, "the index holds what is no longer in the map");
    }
}

char *
player_check (Player *self)
{
  check_elements (self);
  check_nobody_is_left_over (self);
  if (self->open == NULL && !rapport_map_equal (self->map, self->twin))
    complain (self, "the map made from the journal is another one");
  if (self->open == NULL
      && rapport_history_is_modified (self->history)
           != (rapport_history_get_state (self->history) != self->saved_state))
    complain (self, "modified is not the position in the history");
  if (self->open == NULL && !rapport_history_is_modified (self->history)
      && !rapport_map_equal (self->map, self->saved))
    complain (self, "the map differs from what was saved and says it does not");
  return g_strdup (self->fault);
}

/* The number of a position and the map go together: one map a number, whichever way it is reached. */
static void
check_state (Player *self, GHashTable *states)
{
  gpointer state = GSIZE_TO_POINTER (rapport_history_get_state (self->history));
  RapportMap *before = g_hash_table_lookup (states, state);

  if (before != NULL && !rapport_map_equal (before, self->map))
    complain (self, "position %u was another map on the way back", GPOINTER_TO_UINT (state));
  else if (before == NULL && GPOINTER_TO_UINT (state) % STATES_PER_CHECK == 0)
    g_hash_table_insert (states, state, map_copy (self->map));
}

/* Back to the start and forth to the end, with a look at places between. */
static void
check_there_and_back (Player *self)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr (RapportMap) start = make_start ();
  g_autoptr (RapportMap) end = map_copy (self->map);

  do
    check_state (self, states);
  while (rapport_history_undo (self->history));
  if (rapport_history_get_state (self->history) != 0 || !rapport_map_equal (self->map, start))
    complain (self, "undoing everything does not give the start");
  if (!rapport_map_equal (self->twin, start))
    complain (self, "the journal of undoing everything does not give the start");
  do
    check_state (self, states);
  while (rapport_history_redo (self->history));
  if (!rapport_map_equal (self->map, end))
    complain (self, "redoing everything does not give the end");
}

char *
operations_run (const Operation *operations, guint n)
{
  g_autoptr (Player) player = player_new ();

  for (guint i = 0; i < n && player->fault == NULL; i++)
    {
      player_play (player, &operations[i]);
      if (i % STEPS_PER_CHECK == 0)
        g_free (player_check (player));
    }
  player_close (player);
  while (player->fault == NULL && rapport_history_redo (player->history))
    continue;
  g_free (player_check (player));
  if (player->fault == NULL)
    check_there_and_back (player);
  return player_check (player);
}
