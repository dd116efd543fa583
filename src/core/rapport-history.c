/* rapport-history.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-history.h"

#include "rapport-map-private.h"
#include "rapport-transaction-private.h"

#define DEFAULT_LIMIT 1000

struct _RapportHistory
{
  GObject parent_instance;

  /* Owned */
  RapportMap *map;
  GPtrArray *done;  /* of RapportTransaction, oldest first */
  GPtrArray *undone; /* of RapportTransaction, the next to redo last */
  RapportTransaction *current; /* nullable */

  /* Every position has a number of its own, never used again; that of the saved one is remembered. */
  GArray *states; /* of guint64: one more than done */
  GArray *redo_states;
  guint64 last_state;
  guint64 saved_state;
  gboolean never_saved;

  guint limit;
  gboolean merging; /* the last transaction may still take one with its key */
  gboolean busy;    /* it is changing the map by itself, or telling of a change */
};

G_DEFINE_FINAL_TYPE (RapportHistory, rapport_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS,
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS,
};

static GParamSpec *pspecs[N_PROPS];
static guint signals[N_SIGNALS];

static void
rapport_history_finalize (GObject *object)
{
  RapportHistory *self = RAPPORT_HISTORY (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_array_unref (self->states);
  g_array_unref (self->redo_states);
  g_clear_pointer (&self->current, _rapport_transaction_free);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (rapport_history_parent_class)->finalize (object);
}

static void
rapport_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RapportHistory *self = RAPPORT_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, rapport_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, rapport_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, rapport_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, rapport_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, rapport_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rapport_history_class_init (RapportHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = rapport_history_finalize;
  object_class->get_property = rapport_history_get_property;

  pspecs[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  pspecs[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  pspecs[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  pspecs[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  pspecs[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", RAPPORT_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
rapport_history_init (RapportHistory *self)
{
  guint64 first = 0;

  self->limit = DEFAULT_LIMIT;
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) _rapport_transaction_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) _rapport_transaction_free);
  self->states = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->redo_states = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (self->states, first);
}

/**
 * rapport_history_new:
 * @map: (transfer none): a map without a history; from now on only transactions change it
 */
RapportHistory *
rapport_history_new (RapportMap *map)
{
  RapportHistory *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && !_rapport_map_is_sealed (map), NULL);

  self = g_object_new (RAPPORT_TYPE_HISTORY, NULL);
  self->map = g_object_ref (map);
  _rapport_map_seal (map);
  return self;
}

/* Returns: (transfer none) */
RapportMap *
rapport_history_get_map (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), NULL);
  return self->map;
}

static RapportTransaction *
peek_last (GPtrArray *list)
{
  return list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;
}

/* What the properties said before, so that only what changed is told. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  char *undo_label;
  char *redo_label;
} Face;

static Face
face_take (RapportHistory *self)
{
  return (Face){
    .can_undo = rapport_history_can_undo (self),
    .can_redo = rapport_history_can_redo (self),
    .modified = rapport_history_is_modified (self),
    .undo_label = g_strdup (rapport_history_get_undo_label (self)),
    .redo_label = g_strdup (rapport_history_get_redo_label (self)),
  };
}

static void
face_tell (RapportHistory *self, Face *before)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (before->can_undo != rapport_history_can_undo (self))
    g_object_notify_by_pspec (object, pspecs[PROP_CAN_UNDO]);
  if (before->can_redo != rapport_history_can_redo (self))
    g_object_notify_by_pspec (object, pspecs[PROP_CAN_REDO]);
  if (before->modified != rapport_history_is_modified (self))
    g_object_notify_by_pspec (object, pspecs[PROP_MODIFIED]);
  if (g_strcmp0 (before->undo_label, rapport_history_get_undo_label (self)) != 0)
    g_object_notify_by_pspec (object, pspecs[PROP_UNDO_LABEL]);
  if (g_strcmp0 (before->redo_label, rapport_history_get_redo_label (self)) != 0)
    g_object_notify_by_pspec (object, pspecs[PROP_REDO_LABEL]);
  g_object_thaw_notify (object);
  g_free (before->undo_label);
  g_free (before->redo_label);
}

/**
 * rapport_history_begin:
 * @label: what is being done, in the user's words: "Move 3 stakeholders"
 * @merge_key: (nullable): transactions that follow one another with the same key become one step of undo,
 *   such as the moves of one drag; nothing merges across the saved mark
 *
 * Returns: (transfer none): open until it is committed or cancelled; only one is open at a time
 */
RapportTransaction *
rapport_history_begin (RapportHistory *self, const char *label, const char *merge_key)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self) && label != NULL, NULL);
  g_return_val_if_fail (self->current == NULL && !self->busy, NULL);

  self->current = _rapport_transaction_new (self, self->map, label, merge_key);
  return self->current;
}

/* The next transaction is a step of its own, whatever its key: the pointer was released, typing paused. */
void
rapport_history_stop_merging (RapportHistory *self)
{
  g_return_if_fail (RAPPORT_IS_HISTORY (self));
  self->merging = FALSE;
}

static gboolean
can_merge (RapportHistory *self, RapportTransaction *transaction)
{
  RapportTransaction *last = peek_last (self->done);

  return self->merging && last != NULL && self->undone->len == 0
         && transaction->merge_key != NULL
         && g_strcmp0 (last->merge_key, transaction->merge_key) == 0
         && (self->never_saved || self->saved_state != rapport_history_get_state (self));
}

static gboolean
is_structural (const RapportChange *change)
{
  return change->kind == RAPPORT_CHANGE_INSERT || change->kind == RAPPORT_CHANGE_REMOVE;
}

static gboolean
only_sets (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (is_structural (g_ptr_array_index (changes, i)))
      return FALSE;
  return TRUE;
}

/* A change may be absorbed only where nothing after it put its element in or took it out. */
static gboolean
absorb (GPtrArray *changes, const RapportChange *change)
{
  for (guint i = changes->len; i-- > 0;)
    {
      RapportChange *earlier = g_ptr_array_index (changes, i);

      if (_rapport_change_absorb (earlier, change))
        return TRUE;
      if (earlier->element == change->element && is_structural (earlier))
        return FALSE;
    }
  return FALSE;
}

/* The moves of one drag set the same in the same order, so the place is tried first that is most likely. */
static void
merge (RapportTransaction *into, RapportTransaction *from)
{
  const guint n_likely = only_sets (into->changes) ? into->changes->len : 0;

  for (guint i = 0; i < from->changes->len; i++)
    {
      RapportChange *change = g_ptr_array_index (from->changes, i);

      if ((i < n_likely && _rapport_change_absorb (g_ptr_array_index (into->changes, i), change))
          || absorb (into->changes, change))
        rapport_change_free (change);
      else
        g_ptr_array_add (into->changes, change);
    }
  g_ptr_array_set_free_func (from->changes, NULL);
}

static void
forget_oldest (RapportHistory *self)
{
  while (self->done->len > self->limit)
    {
      g_ptr_array_remove_index (self->done, 0);
      g_array_remove_index (self->states, 0);
    }
}

static void
push_state (RapportHistory *self)
{
  self->last_state++;
  g_array_append_val (self->states, self->last_state);
}

static void
record (RapportHistory *self, RapportTransaction *transaction)
{
  if (can_merge (self, transaction))
    {
      merge (peek_last (self->done), transaction);
      _rapport_transaction_free (transaction);
      /* The position is another one now: what was written down before the merge is not this. */
      g_array_set_size (self->states, self->states->len - 1);
    }
  else
    {
      g_ptr_array_set_size (self->undone, 0);
      g_array_set_size (self->redo_states, 0);
      g_ptr_array_add (self->done, transaction);
    }
  push_state (self);
  self->merging = TRUE;
  forget_oldest (self);
}

static GPtrArray *
new_change_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_change_free);
}

static RapportChange *
copy_change (const RapportChange *change)
{
  g_autoptr (RapportChange) inverse = rapport_change_invert (change);

  return rapport_change_invert (inverse);
}

/* Whoever is told must not change the map: others would hear of that change before they hear of this one. */
static void
tell (RapportHistory *self, GPtrArray *changes)
{
  self->busy = TRUE;
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, changes);
  self->busy = FALSE;
}

/* Ends the open transaction. Returns: whether it changed anything */
gboolean
_rapport_history_take (RapportHistory *self, RapportTransaction *transaction)
{
  g_autoptr (GPtrArray) changes = new_change_list ();
  Face before;

  g_assert (transaction == self->current);
  self->current = NULL;
  if (transaction->changes->len == 0)
    {
      _rapport_transaction_free (transaction);
      return FALSE;
    }
  for (guint i = 0; i < transaction->changes->len; i++)
    g_ptr_array_add (changes, copy_change (g_ptr_array_index (transaction->changes, i)));
  before = face_take (self);
  record (self, transaction);
  tell (self, changes);
  face_tell (self, &before);
  return TRUE;
}

static void
apply_and_tell (RapportHistory *self, GPtrArray *changes)
{
  self->busy = TRUE;
  for (guint i = 0; i < changes->len; i++)
    _rapport_change_apply (g_ptr_array_index (changes, i), self->map);
  self->busy = FALSE;
  self->merging = FALSE;
  tell (self, changes);
}

static void
move_state (GArray *from, GArray *to)
{
  guint64 state = g_array_index (from, guint64, from->len - 1);

  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, state);
}

/* Takes the last step back. Returns: %FALSE where there is none */
gboolean
rapport_history_undo (RapportHistory *self)
{
  g_autoptr (GPtrArray) changes = new_change_list ();
  RapportTransaction *last;
  Face before;

  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->current == NULL && !self->busy, FALSE);

  if (self->done->len == 0)
    return FALSE;
  before = face_take (self);
  last = g_ptr_array_steal_index (self->done, self->done->len - 1);
  g_ptr_array_add (self->undone, last);
  move_state (self->states, self->redo_states);
  for (guint i = last->changes->len; i-- > 0;)
    g_ptr_array_add (changes, rapport_change_invert (g_ptr_array_index (last->changes, i)));
  apply_and_tell (self, changes);
  face_tell (self, &before);
  return TRUE;
}

/* Makes the last undone step again, with the same objects. Returns: %FALSE where there is none */
gboolean
rapport_history_redo (RapportHistory *self)
{
  g_autoptr (GPtrArray) changes = new_change_list ();
  RapportTransaction *next;
  Face before;

  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->current == NULL && !self->busy, FALSE);

  if (self->undone->len == 0)
    return FALSE;
  before = face_take (self);
  next = g_ptr_array_steal_index (self->undone, self->undone->len - 1);
  g_ptr_array_add (self->done, next);
  move_state (self->redo_states, self->states);
  for (guint i = 0; i < next->changes->len; i++)
    g_ptr_array_add (changes, copy_change (g_ptr_array_index (next->changes, i)));
  apply_and_tell (self, changes);
  face_tell (self, &before);
  return TRUE;
}

gboolean
rapport_history_can_undo (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), FALSE);
  return self->done->len > 0;
}

gboolean
rapport_history_can_redo (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), FALSE);
  return self->undone->len > 0;
}

/* Returns: (nullable) (transfer none): what undo would take back, in the user's words */
const char *
rapport_history_get_undo_label (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), NULL);
  return self->done->len > 0 ? peek_last (self->done)->label : NULL;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_history_get_redo_label (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), NULL);
  return self->undone->len > 0 ? peek_last (self->undone)->label : NULL;
}

/**
 * rapport_history_get_state:
 * The number of the present position; the same number means the same map. A save in a thread takes it with the
 * bytes and hands it back to rapport_history_mark_saved() when they are on disk.
 */
guint64
rapport_history_get_state (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), 0);
  return g_array_index (self->states, guint64, self->states->len - 1);
}

void
rapport_history_mark_saved (RapportHistory *self, guint64 state)
{
  Face before;

  g_return_if_fail (RAPPORT_IS_HISTORY (self));

  before = face_take (self);
  self->saved_state = state;
  self->never_saved = FALSE;
  face_tell (self, &before);
}

/* For a map that is on no disk, such as one from the journal: it is modified wherever undo leads. */
void
rapport_history_mark_unsaved (RapportHistory *self)
{
  Face before;

  g_return_if_fail (RAPPORT_IS_HISTORY (self));

  before = face_take (self);
  self->never_saved = TRUE;
  face_tell (self, &before);
}

gboolean
rapport_history_is_modified (RapportHistory *self)
{
  g_return_val_if_fail (RAPPORT_IS_HISTORY (self), FALSE);
  return self->never_saved || rapport_history_get_state (self) != self->saved_state;
}

/* @limit: how many steps are kept for undo, at least 1; the oldest are forgotten */
void
rapport_history_set_limit (RapportHistory *self, guint limit)
{
  g_return_if_fail (RAPPORT_IS_HISTORY (self) && limit > 0);
  self->limit = limit;
  forget_oldest (self);
}

/**
 * rapport_history_replay:
 * @changes: "av" of what rapport_change_to_variant() made, in order
 *
 * Makes the changes of one journal record as one step; all of them or none.
 *
 * Returns: %FALSE where they do not fit the map, which is then as it was
 */
gboolean
rapport_history_replay (RapportHistory *self, GVariant *changes, const char *label)
{
  RapportTransaction *transaction;

  g_return_val_if_fail (RAPPORT_IS_HISTORY (self) && changes != NULL, FALSE);

  if (!g_variant_is_of_type (changes, G_VARIANT_TYPE ("av")))
    return FALSE;
  transaction = rapport_history_begin (self, label, NULL);
  g_return_val_if_fail (transaction != NULL, FALSE);
  for (gsize i = 0; i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (changes, i);
      g_autoptr (GVariant) variant = g_variant_get_variant (boxed);
      RapportChange *change = rapport_change_from_variant (variant, self->map);

      if (change == NULL)
        {
          rapport_transaction_cancel (transaction);
          return FALSE;
        }
      _rapport_transaction_make (transaction, change);
    }
  rapport_transaction_commit (transaction);
  return TRUE;
}
