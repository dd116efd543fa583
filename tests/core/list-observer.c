/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-observer.h"

struct _ListObserver
{
  GListModel *model;
  GPtrArray *seen; /* borrowed pointers, compared and never looked into */
  gulong handler;
  guint count;
  const char *fault;
};

static void
complain (ListObserver *self, const char *fault)
{
  if (self->fault == NULL)
    self->fault = fault;
}

static gpointer
peek (ListObserver *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, position);

  return item;
}

/* A change is minimal where neither its first nor its last item was there at that place before. */
static void
check_minimal (ListObserver *self, guint position, guint removed, guint added)
{
  if (removed == 0 && added == 0)
    complain (self, "items-changed without a change");
  else if (removed > 0 && added > 0
           && (g_ptr_array_index (self->seen, position) == peek (self, position)
               || g_ptr_array_index (self->seen, position + removed - 1)
                  == peek (self, position + added - 1)))
    complain (self, "items-changed says more than what changed");
}

static void
check_all (ListObserver *self)
{
  if (g_list_model_get_n_items (self->model) != self->seen->len)
    complain (self, "the number of items is not what was said");
  for (guint i = 0; i < self->seen->len && self->fault == NULL; i++)
    if (peek (self, i) != g_ptr_array_index (self->seen, i))
      complain (self, "another item than the one that was said");
  if (g_list_model_get_item (self->model, self->seen->len) != NULL)
    complain (self, "an item behind the end");
}

static void
items_changed_cb (ListObserver *self, guint position, guint removed, guint added)
{
  self->count++;
  if (position + removed > self->seen->len
      || self->seen->len - removed + added != g_list_model_get_n_items (self->model))
    {
      complain (self, "items-changed with numbers that do not add up");
      return;
    }
  check_minimal (self, position, removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (self->seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->seen, (int) (position + i), peek (self, position + i));
}

ListObserver *
list_observer_new (GListModel *model)
{
  ListObserver *self = g_new0 (ListObserver, 1);

  self->model = g_object_ref (model);
  self->seen = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->seen, peek (self, i));
  self->handler = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb),
                                            self);
  return self;
}

void
list_observer_free (ListObserver *self)
{
  g_signal_handler_disconnect (self->model, self->handler);
  g_object_unref (self->model);
  g_ptr_array_unref (self->seen);
  g_free (self);
}

guint
list_observer_count (ListObserver *self)
{
  guint count = self->count;

  self->count = 0;
  return count;
}

const char *
list_observer_find_fault (ListObserver *self)
{
  check_all (self);
  return self->fault;
}
