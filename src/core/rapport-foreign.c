/* rapport-foreign.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-foreign.h"

#include "rapport-text.h"

#define VARIANT_TYPE "(a(ss)a(ss))"

struct _RapportForeign
{
  gatomicrefcount refs;
  GArray *attributes; /* of RapportForeignAttribute */
  GArray *children;   /* of RapportForeignChild */
};

static void
clear_attribute (gpointer data)
{
  RapportForeignAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
}

static void
clear_child (gpointer data)
{
  RapportForeignChild *child = data;

  g_free (child->anchor);
  g_free (child->xml);
}

RapportForeign *
rapport_foreign_new (void)
{
  RapportForeign *self = g_new0 (RapportForeign, 1);

  g_atomic_ref_count_init (&self->refs);
  self->attributes = g_array_new (FALSE, FALSE, sizeof (RapportForeignAttribute));
  self->children = g_array_new (FALSE, FALSE, sizeof (RapportForeignChild));
  g_array_set_clear_func (self->attributes, clear_attribute);
  g_array_set_clear_func (self->children, clear_child);
  return self;
}

RapportForeign *
rapport_foreign_ref (RapportForeign *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_foreign_unref (RapportForeign *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->attributes);
  g_array_unref (self->children);
  g_free (self);
}

/**
 * rapport_foreign_add_attribute:
 * @length: of @value in bytes, or -1
 */
void
rapport_foreign_add_attribute (RapportForeign *self, const char *name,
                               const char *value, gssize length)
{
  RapportForeignAttribute attribute = { g_strdup (name), rapport_text_clean (value, length) };

  g_array_append_val (self->attributes, attribute);
}

void
rapport_foreign_add_child (RapportForeign *self, const char *anchor, const char *xml)
{
  RapportForeignChild child = { g_strdup (anchor), g_strdup (xml) };

  g_array_append_val (self->children, child);
}

guint
rapport_foreign_count_attributes (const RapportForeign *self)
{
  return self != NULL ? self->attributes->len : 0;
}

guint
rapport_foreign_count_children (const RapportForeign *self)
{
  return self != NULL ? self->children->len : 0;
}

const RapportForeignAttribute *
rapport_foreign_get_attribute (const RapportForeign *self, guint i)
{
  g_return_val_if_fail (i < rapport_foreign_count_attributes (self), NULL);
  return &g_array_index (self->attributes, RapportForeignAttribute, i);
}

const RapportForeignChild *
rapport_foreign_get_child (const RapportForeign *self, guint i)
{
  g_return_val_if_fail (i < rapport_foreign_count_children (self), NULL);
  return &g_array_index (self->children, RapportForeignChild, i);
}

/* Either may be %NULL, which equals one that holds nothing. */
gboolean
rapport_foreign_equal (const RapportForeign *a, const RapportForeign *b)
{
  g_autoptr (GVariant) left = NULL;
  g_autoptr (GVariant) right = NULL;

  if (a == b)
    return TRUE;
  left = rapport_foreign_to_variant (a);
  right = rapport_foreign_to_variant (b);
  return g_variant_equal (left, right);
}

/* Returns: (transfer full): for the journal; @self may be %NULL */
GVariant *
rapport_foreign_to_variant (const RapportForeign *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (VARIANT_TYPE));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < rapport_foreign_count_attributes (self); i++)
    g_variant_builder_add (&builder, "(ss)", rapport_foreign_get_attribute (self, i)->name,
                           rapport_foreign_get_attribute (self, i)->value);
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < rapport_foreign_count_children (self); i++)
    g_variant_builder_add (&builder, "(ss)", rapport_foreign_get_child (self, i)->anchor,
                           rapport_foreign_get_child (self, i)->xml);
  g_variant_builder_close (&builder);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Returns: (transfer full) (nullable): %NULL where nothing is held */
RapportForeign *
rapport_foreign_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) attributes = NULL;
  g_autoptr (GVariant) children = NULL;
  RapportForeign *self;
  const char *first;
  const char *second;
  GVariantIter iter;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)), NULL);

  g_variant_get (variant, "(@a(ss)@a(ss))", &attributes, &children);
  if (g_variant_n_children (attributes) + g_variant_n_children (children) == 0)
    return NULL;
  self = rapport_foreign_new ();
  g_variant_iter_init (&iter, attributes);
  while (g_variant_iter_next (&iter, "(&s&s)", &first, &second))
    rapport_foreign_add_attribute (self, first, second, -1);
  g_variant_iter_init (&iter, children);
  while (g_variant_iter_next (&iter, "(&s&s)", &first, &second))
    rapport_foreign_add_child (self, first, second);
  return self;
}
