/* rapport-own-items.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-own-items.h"

#include <string.h>

#include "rapport-link-reading.h"

/* A record is its side, its text, and what a file put there that is not known. */
enum
{
  CELL_SIDE,
  CELL_TEXT,
};

static RapportFormField *
field_of_items (const RapportFormField *field)
{
  const RapportReadingKind *kind = rapport_link_reading_kind ();

  return rapport_form_field_new (field->session, field->elements,
                                 rapport_properties_find (kind->properties, kind->n_properties, "item"),
                                 field->phase, field->perspective);
}

static GVariant *
get_records (const RapportFormField *items)
{
  GVariant *records = rapport_form_field_get (items, NULL);

  if (records == NULL && items->perspective != NULL)
    records = rapport_form_field_get_agreed (items);
  return records;
}

static const char *
get_cell (GVariant *record, gsize i)
{
  const char *text;

  g_variant_get_child (record, i, "&s", &text);
  return text;
}

/* Returns: (transfer full): what @side, "a" or "b", gives in own words */
char **
rapport_own_items_list (const RapportFormField *field, const char *side)
{
  g_autoptr (RapportFormField) items = field_of_items (field);
  g_autoptr (GVariant) records = get_records (items);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

      if (strcmp (get_cell (record, CELL_SIDE), side) == 0)
        g_strv_builder_add (builder, get_cell (record, CELL_TEXT));
    }
  return g_strv_builder_end (builder);
}

gboolean
rapport_own_items_add (const RapportFormField *field, const char *side, const char *text)
{
  g_autoptr (RapportFormField) items = field_of_items (field);
  g_autoptr (GVariant) records = get_records (items);
  const char *const cells[] = { side, text, "" };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

      g_variant_builder_add_value (&builder, record);
    }
  g_variant_builder_add_value (&builder, g_variant_new_strv (cells, G_N_ELEMENTS (cells)));
  return rapport_form_field_set (items, g_variant_builder_end (&builder), FALSE);
}

/* Takes the first that says @text. */
gboolean
rapport_own_items_drop (const RapportFormField *field, const char *side, const char *text)
{
  g_autoptr (RapportFormField) items = field_of_items (field);
  g_autoptr (GVariant) records = get_records (items);
  gboolean dropped = FALSE;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

      if (!dropped && strcmp (get_cell (record, CELL_SIDE), side) == 0
          && strcmp (get_cell (record, CELL_TEXT), text) == 0)
        dropped = TRUE;
      else
        g_variant_builder_add_value (&builder, record);
    }
  return rapport_form_field_set (items, g_variant_builder_end (&builder), FALSE) && dropped;
}
