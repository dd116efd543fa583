/* rapport-element-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-element-list.h"

struct _RapportElementList
{
  GObject parent_instance;

  GType item_type;
  GSequence *items; /* owns a reference to each */
  guint items_changed; /* the signal's number */
};

static GType
get_item_type (GListModel *model)
{
  return RAPPORT_ELEMENT_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (RAPPORT_ELEMENT_LIST (model)->items);
}

static gpointer
get_item (GListModel *model, guint position)
{
  RapportElement *element = rapport_element_list_peek (RAPPORT_ELEMENT_LIST (model), position);

  return element != NULL ? g_object_ref (element) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RapportElementList, rapport_element_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rapport_element_list_finalize (GObject *object)
{
  RapportElementList *self = RAPPORT_ELEMENT_LIST (object);

  g_sequence_free (self->items);
  G_OBJECT_CLASS (rapport_element_list_parent_class)->finalize (object);
}

static void
rapport_element_list_class_init (RapportElementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_element_list_finalize;
}

static void
rapport_element_list_init (RapportElementList *self)
{
  self->items = g_sequence_new (g_object_unref);
  self->items_changed = g_signal_lookup ("items-changed", G_TYPE_LIST_MODEL);
}

guint
rapport_element_list_get_length (RapportElementList *self)
{
  g_return_val_if_fail (RAPPORT_IS_ELEMENT_LIST (self), 0);
  return (guint) g_sequence_get_length (self->items);
}

/* Returns: (nullable) (transfer none): %NULL behind the end */
RapportElement *
rapport_element_list_peek (RapportElementList *self, guint position)
{
  GSequenceIter *iter;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT_LIST (self), NULL);
  if (position >= (guint) g_sequence_get_length (self->items))
    return NULL;
  iter = g_sequence_get_iter_at_pos (self->items, (int) position);
  return g_sequence_get (iter);
}

/* Returns: (nullable): %NULL where the list is empty; g_sequence_get() gives the element */
GSequenceIter *
rapport_element_list_first (RapportElementList *self)
{
  GSequenceIter *iter;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT_LIST (self), NULL);
  iter = g_sequence_get_begin_iter (self->items);
  return g_sequence_iter_is_end (iter) ? NULL : iter;
}

/* Returns: (nullable): %NULL at the end */
GSequenceIter *
rapport_element_list_next (GSequenceIter *iter)
{
  iter = g_sequence_iter_next (iter);
  return g_sequence_iter_is_end (iter) ? NULL : iter;
}

RapportElementList *
_rapport_element_list_new (GType item_type)
{
  RapportElementList *self = g_object_new (RAPPORT_TYPE_ELEMENT_LIST, NULL);

  self->item_type = item_type;
  return self;
}

/**
 * _rapport_element_list_insert:
 * @position: (inout): G_MAXUINT for the end; afterwards where it stands
 *
 * Tells nobody: the map first lets the element know its place, then has it told.
 */
GSequenceIter *
_rapport_element_list_insert (RapportElementList *self, RapportElement *element, guint *position)
{
  guint length = (guint) g_sequence_get_length (self->items);

  if (*position < length)
    return g_sequence_insert_before (g_sequence_get_iter_at_pos (self->items, (int) *position),
                                     g_object_ref (element));
  *position = length;
  return g_sequence_append (self->items, g_object_ref (element));
}

/* While a map is read nobody listens yet, and saying it fifty thousand times would take its time. */
static void
tell (RapportElementList *self, guint position, guint removed, guint added)
{
  if (g_signal_has_handler_pending (self, self->items_changed, 0, TRUE))
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

void
_rapport_element_list_tell_inserted (RapportElementList *self, guint position)
{
  tell (self, position, 0, 1);
}

void
_rapport_element_list_remove (RapportElementList *self, GSequenceIter *place)
{
  guint position = (guint) g_sequence_iter_get_position (place);

  g_sequence_remove (place);
  tell (self, position, 1, 0);
}
