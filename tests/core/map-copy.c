/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-copy.h"

GVariant *
variant_through_bytes (GVariant *variant)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);

  return g_variant_ref_sink (g_variant_new_from_bytes (g_variant_get_type (variant), bytes, FALSE));
}

static void
clone_foreign (RapportForeign *to, const RapportForeign *from)
{
  for (guint i = 0; i < rapport_foreign_count_attributes (from); i++)
    rapport_foreign_add_attribute (to, rapport_foreign_get_attribute (from, i)->name,
                                   rapport_foreign_get_attribute (from, i)->value, -1);
  for (guint i = 0; i < rapport_foreign_count_children (from); i++)
    rapport_foreign_add_child (to, rapport_foreign_get_child (from, i)->anchor,
                               rapport_foreign_get_child (from, i)->xml);
}

static RapportElement *
clone_element (RapportElement *element)
{
  g_autoptr (GVariant) variant = rapport_element_to_variant (element);
  g_autoptr (GVariant) read = variant_through_bytes (variant);

  return rapport_element_new_from_variant (read);
}

static void
copy_list (RapportMap *copy, RapportMap *map, RapportList list)
{
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      g_autoptr (RapportElement) element = clone_element (g_sequence_get (iter));

      g_assert_nonnull (element);
      rapport_map_add (copy, element);
    }
}

RapportMap *
map_clone (RapportMap *map)
{
  RapportMap *copy = rapport_map_new ();
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (RAPPORT_ELEMENT (map), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = rapport_element_get (RAPPORT_ELEMENT (map), &properties[i]);

      rapport_element_init_property (RAPPORT_ELEMENT (copy), &properties[i], value);
    }
  clone_foreign (rapport_element_init_foreign (RAPPORT_ELEMENT (copy)),
                 rapport_element_get_foreign (RAPPORT_ELEMENT (map)));
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    {
      copy_list (copy, map, i);
      clone_foreign (rapport_map_init_container (copy, i), rapport_map_get_container_foreign (map, i));
    }
  return copy;
}

RapportMap *
map_copy (RapportMap *map)
{
  return rapport_map_copy (map);
}
