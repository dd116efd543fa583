/* rapport-selection.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-selection.h"

struct _RapportSelection
{
  GObject parent_instance;

  /* Owned */
  RapportMap *map;
  GPtrArray *ids; /* of strings */
};

G_DEFINE_FINAL_TYPE (RapportSelection, rapport_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
rapport_selection_finalize (GObject *object)
{
  RapportSelection *self = RAPPORT_SELECTION (object);

  g_ptr_array_unref (self->ids);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (rapport_selection_parent_class)->finalize (object);
}

static void
rapport_selection_class_init (RapportSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_selection_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RAPPORT_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rapport_selection_init (RapportSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/* Returns: (transfer full): one in which nothing is selected */
RapportSelection *
rapport_selection_new (RapportMap *map)
{
  RapportSelection *self = g_object_new (RAPPORT_TYPE_SELECTION, NULL);

  self->map = g_object_ref (map);
  return self;
}

static gboolean
find (RapportSelection *self, const char *id, guint *place)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, place);
}

static void
tell (RapportSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
rapport_selection_contains (RapportSelection *self, const char *id)
{
  g_return_val_if_fail (RAPPORT_IS_SELECTION (self) && id != NULL, FALSE);
  return find (self, id, NULL);
}

guint
rapport_selection_get_size (RapportSelection *self)
{
  g_return_val_if_fail (RAPPORT_IS_SELECTION (self), 0);
  return self->ids->len;
}

/* Returns: (transfer none): may be the id of something that has been deleted since */
const char *
rapport_selection_get_id (RapportSelection *self, guint i)
{
  g_return_val_if_fail (RAPPORT_IS_SELECTION (self) && i < self->ids->len, NULL);
  return g_ptr_array_index (self->ids, i);
}

/* Returns: (nullable) (transfer none): the element, where exactly one that is in the map is selected */
RapportElement *
rapport_selection_get_only (RapportSelection *self)
{
  g_autoptr (GPtrArray) all = rapport_selection_list (self, RAPPORT_TYPE_ELEMENT);

  return all->len == 1 ? g_ptr_array_index (all, 0) : NULL;
}

/* Returns: (transfer container) (element-type RapportElement): what is selected, in the map and of @type */
GPtrArray *
rapport_selection_list (RapportSelection *self, GType type)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (RAPPORT_IS_SELECTION (self), list);
  for (guint i = 0; i < self->ids->len; i++)
    {
      RapportElement *element = rapport_map_lookup (self->map, g_ptr_array_index (self->ids, i));

      if (element != NULL && g_type_is_a (G_OBJECT_TYPE (element), type))
        g_ptr_array_add (list, element);
    }
  return list;
}

void
rapport_selection_clear (RapportSelection *self)
{
  g_return_if_fail (RAPPORT_IS_SELECTION (self));
  if (self->ids->len == 0)
    return;
  g_ptr_array_set_size (self->ids, 0);
  tell (self);
}

/* Selects this alone. */
void
rapport_selection_set (RapportSelection *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_SELECTION (self) && id != NULL);
  if (self->ids->len == 1 && find (self, id, NULL))
    return;
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, g_strdup (id));
  tell (self);
}

/* @ids: ended by %NULL */
void
rapport_selection_set_all (RapportSelection *self, const char *const *ids)
{
  g_return_if_fail (RAPPORT_IS_SELECTION (self) && ids != NULL);
  g_ptr_array_set_size (self->ids, 0);
  for (; *ids != NULL; ids++)
    if (!find (self, *ids, NULL))
      g_ptr_array_add (self->ids, g_strdup (*ids));
  tell (self);
}

void
rapport_selection_toggle (RapportSelection *self, const char *id)
{
  guint place;

  g_return_if_fail (RAPPORT_IS_SELECTION (self) && id != NULL);
  if (find (self, id, &place))
    g_ptr_array_remove_index (self->ids, place);
  else
    g_ptr_array_add (self->ids, g_strdup (id));
  tell (self);
}
