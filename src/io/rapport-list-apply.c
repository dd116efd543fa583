/* rapport-list-apply.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan becomes part of a map. What is there already is never overwritten.
 */
#include "rapport-list-plan-private.h"

#include <string.h>

#include "rapport-link-reading.h"
#include "rapport-link.h"
#include "rapport-list-words.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-text.h"

static const char *const level_fields[] = { "power-a", "power-b", "gives-a", "gives-b" };
static const char *const kinds_fields[] = { "kinds-a", "kinds-b" };
static const char *const items_fields[] = { "items-a", "items-b" };
static const char *const fair_fields[] = { "fair-a", "fair-b" };

/* --- Readings: only what is open is filled in ------------------------------------------------------------------- */

/* @reading: (inout) (transfer full) */
static void
fill_text (RapportReading **reading, const char *field, const char *text)
{
  RapportReading *filled;

  if (text == NULL || rapport_reading_get_text (*reading, field) != NULL)
    return;
  filled = rapport_reading_with_text (*reading, field, text);
  rapport_reading_unref (*reading);
  *reading = filled;
}

static void
fill_level (RapportReading **reading, const char *field, int level)
{
  RapportReading *filled;

  if (level == RAPPORT_LEVEL_UNSET || rapport_reading_get_level (*reading, field) != RAPPORT_LEVEL_UNSET)
    return;
  filled = rapport_reading_with_level (*reading, field, level);
  rapport_reading_unref (*reading);
  *reading = filled;
}

static GVariant *
make_record (const char *cell, const char *text)
{
  const char *const cells[] = { cell, text, "" };

  return g_variant_new_strv (cells, G_N_ELEMENTS (cells));
}

/* Returns: (transfer full): @before with one more */
static GVariant *
add_record (GVariant *before, const char *cell, const char *text)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (gsize i = 0; before != NULL && i < g_variant_n_children (before); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (before, i);

      g_variant_builder_add_value (&builder, record);
    }
  g_variant_builder_add_value (&builder, make_record (cell, text));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Whether there is one already that says @text, of @cell where that is not %NULL. */
static gboolean
has_record (GVariant *records, const char *cell, const char *text)
{
  for (gsize i = 0; records != NULL && i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      const char *of, *said;

      g_variant_get_child (record, 0, "&s", &of);
      g_variant_get_child (record, 1, "&s", &said);
      if (strcmp (said, text) == 0 && (cell == NULL || strcmp (of, cell) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
add_own_item (RapportReading **reading, const char *side, const char *text)
{
  const RapportProperty *field = rapport_reading_find_field (*reading, "item");
  g_autoptr (GVariant) before = rapport_reading_get (*reading, field);
  g_autoptr (GVariant) items = NULL;
  RapportReading *filled;

  if (text == NULL || has_record (before, side, text))
    return;
  items = add_record (before, side, text);
  filled = rapport_reading_with (*reading, field, items);
  rapport_reading_unref (*reading);
  *reading = filled;
}

/* Returns: (transfer full): what is known of @element at the plan's time, to be filled */
static RapportReading *
start_reading (RapportListPlan *self, RapportElement *element)
{
  const RapportReading *held = rapport_element_get_reading (element, self->phase, NULL);

  return held != NULL ? rapport_reading_ref (held)
                      : rapport_reading_new (rapport_element_get_reading_kind (element));
}

static void
set_reading (RapportListPlan *self, RapportTransaction *transaction, RapportElement *element, RapportReading *reading)
{
  if (rapport_element_get_map (element) != NULL)
    rapport_transaction_set_reading (transaction, element, self->phase, NULL, reading);
  else
    rapport_element_init_reading (element, self->phase, NULL, rapport_reading_ref (reading));
}

/* --- Properties ------------------------------------------------------------------------------------------------- */

static void
set_text (RapportTransaction *transaction, RapportElement *element, const char *property, const char *text)
{
  const char *before = rapport_element_get_text (element, property);

  if (text == NULL || (before != NULL && *before != '\0'))
    return;
  if (rapport_element_get_map (element) != NULL)
    rapport_transaction_set_text (transaction, element, property, text);
  else
    rapport_element_init_text (element, property, text);
}

/* What a list says beside the map's own words is for facilitators until somebody says otherwise. */
static void
add_note (RapportTransaction *transaction, RapportElement *element, const char *text)
{
  const RapportProperty *property = rapport_element_find_property (element, "note");
  GVariant *before = rapport_element_get_records (element, "note");
  g_autoptr (GVariant) notes = NULL;

  if (text == NULL || has_record (before, NULL, text))
    return;
  notes = add_record (before, "facilitator", text);
  if (rapport_element_get_map (element) != NULL)
    rapport_transaction_set_records (transaction, element, "note", notes);
  else
    rapport_element_init_property (element, property, notes);
}

/* --- Sectors ---------------------------------------------------------------------------------------------------- */

static void
declare (RapportTransaction *transaction, const char *id, const char *name)
{
  g_autoptr (RapportElement) sector = rapport_sector_new (id);

  rapport_element_init_text (sector, "name", name);
  rapport_transaction_insert (transaction, sector, G_MAXUINT);
}

/* The public's sector is one of the map's own: it is there from the moment when somebody is first put into it. */
static void
declare_when_first_used (RapportListPlan *self, RapportTransaction *transaction, const char *sector)
{
  const char *name = rapport_map_get_sector_name (self->map, sector);

  if (name != NULL && !rapport_sector_is_built_in (sector) && rapport_map_lookup (self->map, sector) == NULL)
    declare (transaction, sector, name);
}

/* From now on everybody whose sector has that name is in it. */
static void
make_sector (RapportListPlan *self, RapportTransaction *transaction, const char *name)
{
  g_autofree char *id = rapport_map_make_id (self->map, 'u');
  g_autofree char *wanted = g_strdup (name);
  g_autofree char *folded = rapport_list_fold (name);

  declare (transaction, id, wanted);
  for (guint i = 0; i < self->people->len; i++)
    {
      RapportListPerson *person = PERSON (self, i);
      g_autofree char *other = rapport_list_fold (person->new_sector != NULL ? person->new_sector : "");

      if (person->new_sector == NULL || strcmp (other, folded) != 0)
        continue;
      g_clear_pointer (&person->new_sector, g_free);
      person->sector = g_strdup (id);
    }
}

static void
make_sectors (RapportListPlan *self, RapportTransaction *transaction)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      RapportListPerson *person = PERSON (self, i);

      if (person->fate != RAPPORT_LIST_NEW)
        continue;
      if (person->new_sector != NULL)
        make_sector (self, transaction, person->new_sector);
      else if (person->sector != NULL)
        declare_when_first_used (self, transaction, person->sector);
    }
}

/* --- People ----------------------------------------------------------------------------------------------------- */

/* What a list calls somebody is kept where it can be an id, so that a later list can call them so. */
static char *
choose_id (RapportListPlan *self, const RapportListPerson *person)
{
  if (person->key != NULL && rapport_id_is_valid (person->key, -1) && !rapport_sector_is_built_in (person->key)
      && strcmp (person->key, "other") != 0 && rapport_map_lookup (self->map, person->key) == NULL)
    return g_strdup (person->key);
  return rapport_map_make_id (self->map, 's');
}

static void
fill_person (RapportListPlan *self, RapportTransaction *transaction, RapportListPerson *person,
             RapportElement *element)
{
  const gboolean there = rapport_element_get_reading (element, self->phase, NULL) != NULL;
  RapportReading *reading = start_reading (self, element);

  set_text (transaction, element, "label", person->name);
  set_text (transaction, element, "short", person->short_name);
  set_text (transaction, element, "other-label", person->other_name);
  if (person->fate == RAPPORT_LIST_NEW || rapport_map_lookup (self->map, person->sector) != NULL
      || (person->sector != NULL && rapport_sector_is_built_in (person->sector)))
    set_text (transaction, element, "sector", person->sector);
  set_text (transaction, element, "kind",
            person->kind == NULL && person->fate == RAPPORT_LIST_NEW ? "organisation" : person->kind);
  set_text (transaction, element, "spans", person->spans);
  add_note (transaction, element, person->note);
  fill_text (&reading, "ring", person->ring);
  if (!there)
    fill_text (&reading, "ring", g_strcmp0 (person->sector, "across") == 0 ? "core" : "involved");
  fill_level (&reading, "influence", person->influence);
  fill_level (&reading, "stake", person->stake);
  set_reading (self, transaction, element, reading);
  rapport_reading_unref (reading);
}

static void
make_person (RapportListPlan *self, RapportTransaction *transaction, RapportListPerson *person)
{
  g_autofree char *id = choose_id (self, person);
  g_autoptr (RapportElement) element = rapport_stakeholder_new (id);

  fill_person (self, transaction, person, element);
  rapport_transaction_insert (transaction, element, G_MAXUINT);
  person->id = g_steal_pointer (&id);
}

/* --- Links ------------------------------------------------------------------------------------------------------ */

static void
fill_link (RapportListPlan *self, RapportTransaction *transaction, const RapportListLink *link,
           RapportElement *element)
{
  const guint turn = link->turned ? 1 : 0;
  RapportReading *reading = start_reading (self, element);

  set_text (transaction, element, "relation", link->relation);
  add_note (transaction, element, link->note);
  for (guint i = 0; i < 4; i++)
    fill_level (&reading, level_fields[i], link->levels[i ^ turn]);
  for (guint side = 0; side < 2; side++)
    {
      fill_text (&reading, kinds_fields[side], link->kinds[side ^ turn]);
      fill_text (&reading, items_fields[side], link->items[side ^ turn]);
      fill_text (&reading, fair_fields[side], link->fair[side ^ turn]);
      add_own_item (&reading, side == 0 ? "a" : "b", link->own_items[side ^ turn]);
    }
  set_reading (self, transaction, element, reading);
  rapport_reading_unref (reading);
}

static void
make_link (RapportListPlan *self, RapportTransaction *transaction, RapportListLink *link)
{
  g_autofree char *id = rapport_map_make_id (self->map, 'l');
  g_autoptr (RapportElement) element = rapport_link_new (id);

  rapport_element_init_text (element, "a", PERSON (self, link->end[0])->id);
  rapport_element_init_text (element, "b", PERSON (self, link->end[1])->id);
  fill_link (self, transaction, link, element);
  rapport_transaction_insert (transaction, element, G_MAXUINT);
  link->id = g_steal_pointer (&id);
}

/**
 * rapport_list_plan_apply:
 * @transaction: an open one on the plan's map, which has not changed since the plan was made
 *
 * Makes and fills in what was not left out; nobody has a place yet. A plan is applied once.
 *
 * Returns: (transfer full) (element-type utf8): ids of those who are new
 */
GPtrArray *
rapport_list_plan_apply (RapportListPlan *self, RapportTransaction *transaction)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  make_sectors (self, transaction);
  for (guint i = 0; i < self->people->len; i++)
    {
      RapportListPerson *person = PERSON (self, i);

      if (person->fate == RAPPORT_LIST_NEW)
        {
          make_person (self, transaction, person);
          g_ptr_array_add (ids, g_strdup (person->id));
        }
      else if (person->fate == RAPPORT_LIST_FOUND)
        fill_person (self, transaction, person, rapport_map_lookup (self->map, person->id));
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      RapportListLink *link = LINK (self, i);

      if (link->fate == RAPPORT_LIST_NEW)
        make_link (self, transaction, link);
      else if (link->fate == RAPPORT_LIST_FOUND)
        fill_link (self, transaction, link, rapport_map_lookup (self->map, link->id));
    }
  return ids;
}
