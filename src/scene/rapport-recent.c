/* rapport-recent.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-recent-private.h"

struct _RapportRecent
{
  GHashTable *young; /* owned */
  GHashTable *old;   /* owned */
  GDestroyNotify free_value;
  guint most; /* in a generation */
};

static GHashTable *
new_generation (const RapportRecent *self)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, self->free_value);
}

/**
 * _rapport_recent_new:
 * @most: that a generation holds; there are up to two of them
 *
 * Returns: (transfer full): without anything
 */
RapportRecent *
_rapport_recent_new (guint most, GDestroyNotify free_value)
{
  RapportRecent *self = g_new0 (RapportRecent, 1);

  self->most = most;
  self->free_value = free_value;
  self->young = new_generation (self);
  self->old = new_generation (self);
  return self;
}

void
_rapport_recent_free (RapportRecent *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

/* @most: that a generation holds from now on; what there is of more goes when others come */
void
_rapport_recent_set_most (RapportRecent *self, guint most)
{
  self->most = most;
}

/* @key, @value: (transfer full): in the place of what that key has */
void
_rapport_recent_keep (RapportRecent *self, char *key, gpointer value)
{
  if (g_hash_table_size (self->young) >= self->most)
    {
      g_hash_table_unref (self->old);
      self->old = self->young;
      self->young = new_generation (self);
    }
  g_hash_table_replace (self->young, key, value);
}

/* Returns: (nullable) (transfer none): until something is kept or looked up again */
gpointer
_rapport_recent_look_up (RapportRecent *self, const char *key)
{
  gpointer value = g_hash_table_lookup (self->young, key);
  gpointer kept;

  if (value != NULL || !g_hash_table_steal_extended (self->old, key, &kept, &value))
    return value;
  _rapport_recent_keep (self, kept, value);
  return value;
}

void
_rapport_recent_clear (RapportRecent *self)
{
  g_hash_table_remove_all (self->young);
  g_hash_table_remove_all (self->old);
}

guint
_rapport_recent_get_size (const RapportRecent *self)
{
  return g_hash_table_size (self->young) + g_hash_table_size (self->old);
}
