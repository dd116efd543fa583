/* rapport-list-plan.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-list-words.h"

static void
person_free (gpointer data)
{
  RapportListPerson *person = data;

  g_free (person->name);
  g_free (person->short_name);
  g_free (person->other_name);
  g_free (person->key);
  g_free (person->sector);
  g_free (person->new_sector);
  g_free (person->kind);
  g_free (person->ring);
  g_free (person->spans);
  g_free (person->note);
  g_free (person->id);
  g_free (person);
}

static void
link_free (gpointer data)
{
  RapportListLink *link = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (link->kinds[i]);
      g_free (link->items[i]);
      g_free (link->own_items[i]);
      g_free (link->fair[i]);
    }
  g_free (link->relation);
  g_free (link->note);
  g_free (link->id);
  g_free (link);
}

static void
remark_free (gpointer data)
{
  RapportListRemark *remark = data;

  g_free (remark->text);
  g_free (remark->reason);
  g_free (remark);
}

/* --- For the reader --------------------------------------------------------------------------------------------- */

/* @reason: (transfer full): a sentence */
void
_rapport_list_plan_remark (RapportListPlan *self, const RapportListRow *row, gboolean left_out, char *reason)
{
  RapportListRemark *remark = g_new0 (RapportListRemark, 1);

  remark->line = row->line;
  remark->left_out = left_out;
  remark->text = g_strdup (row->text);
  remark->reason = reason;
  g_ptr_array_add (self->remarks, remark);
}

/* From now on @key is another name for somebody; the first who has it keeps it. */
void
_rapport_list_plan_call (RapportListPlan *self, const char *key, guint place)
{
  g_autofree char *folded = rapport_list_fold (key);

  if (*folded != '\0' && !g_hash_table_contains (self->by_key, folded))
    g_hash_table_insert (self->by_key, g_steal_pointer (&folded), GUINT_TO_POINTER (place + 1));
}

/* Whether somebody of the list is called so. */
gboolean
_rapport_list_plan_is_key (RapportListPlan *self, const char *key)
{
  g_autofree char *folded = rapport_list_fold (key);

  return g_hash_table_contains (self->by_key, folded);
}

static RapportListPerson *
add_person (RapportListPlan *self, guint line, const char *name, const char *folded)
{
  RapportListPerson *person = g_new0 (RapportListPerson, 1);
  const char *id = g_hash_table_lookup (self->on_map, folded);

  person->line = line;
  person->name = g_strdup (name);
  person->influence = person->stake = RAPPORT_LEVEL_UNSET;
  person->id = g_strdup (id);
  person->fate = id != NULL ? RAPPORT_LIST_FOUND : RAPPORT_LIST_NEW;
  person->only_in_link = TRUE;
  g_ptr_array_add (self->people, person);
  return person;
}

/**
 * _rapport_list_plan_name:
 * @name: with letters or figures in it
 * @in_link: named as an end of a link, not in a row of its own
 * @place: (out): in the list of people
 *
 * Returns: (transfer none): who is called so, whether it was named before or not
 */
RapportListPerson *
_rapport_list_plan_name (RapportListPlan *self, const RapportListRow *row, const char *name, gboolean in_link,
                         guint *place)
{
  g_autofree char *folded = rapport_list_fold (name);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, folded));
  RapportListPerson *person;

  if (known > 0)
    {
      *place = known - 1;
      person = PERSON (self, *place);
    }
  else
    {
      *place = self->people->len;
      person = add_person (self, row->line, name, folded);
      g_hash_table_insert (self->by_key, g_steal_pointer (&folded), GUINT_TO_POINTER (*place + 1));
    }
  if (!in_link)
    person->only_in_link = FALSE;
  return person;
}

static char *
pair_key (guint a, guint b)
{
  return g_strdup_printf ("%u %u", MIN (a, b), MAX (a, b));
}

/* Looks for the link on the map. */
static void
find_on_map (RapportListPlan *self, RapportListLink *link)
{
  const char *a = PERSON (self, link->end[0])->id;
  const char *b = PERSON (self, link->end[1])->id;
  g_autoptr (GPtrArray) links = NULL;

  if (a == NULL || b == NULL)
    return;
  links = rapport_map_list_links_of (self->map, a, NULL);
  for (guint i = 0; i < links->len && link->id == NULL; i++)
    {
      RapportElement *element = g_ptr_array_index (links, i);
      const char *from = rapport_element_get_text (element, "a");
      const char *to = rapport_element_get_text (element, "b");

      if ((strcmp (from, a) == 0 && g_strcmp0 (to, b) == 0) || (strcmp (from, b) == 0 && g_strcmp0 (to, a) == 0))
        {
          link->id = g_strdup (rapport_element_get_id (element));
          link->turned = strcmp (from, a) != 0;
          link->fate = RAPPORT_LIST_FOUND;
        }
    }
}

/* Returns: (transfer none): the one link between two, whether it was named before or not */
RapportListLink *
_rapport_list_plan_join (RapportListPlan *self, const RapportListRow *row, guint a, guint b)
{
  g_autofree char *key = pair_key (a, b);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, key));
  RapportListLink *link;

  if (known > 0)
    return LINK (self, known - 1);
  link = g_new0 (RapportListLink, 1);
  link->line = row->line;
  link->end[0] = a;
  link->end[1] = b;
  for (guint i = 0; i < 4; i++)
    link->levels[i] = RAPPORT_LEVEL_UNSET;
  find_on_map (self, link);
  g_ptr_array_add (self->links, link);
  g_hash_table_insert (self->pairs, g_steal_pointer (&key), GUINT_TO_POINTER (self->links->len));
  return link;
}

/* --- Making ----------------------------------------------------------------------------------------------------- */

static void
remember_name (RapportListPlan *self, const char *name, const char *id)
{
  g_autofree char *folded = rapport_list_fold (name != NULL ? name : "");

  if (*folded != '\0' && !g_hash_table_contains (self->on_map, folded))
    g_hash_table_insert (self->on_map, g_steal_pointer (&folded), g_strdup (id));
}

/* Names come before short names, and both before ids, which an earlier list may have given. */
static void
remember_names (RapportListPlan *self)
{
  static const char *const fields[] = { "label", "short", "other-label", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (GSequenceIter *iter
         = rapport_element_list_first (rapport_map_get_list (self->map, RAPPORT_LIST_STAKEHOLDERS));
         iter != NULL; iter = rapport_element_list_next (iter))
      {
        RapportElement *element = g_sequence_get (iter);
        const char *id = rapport_element_get_id (element);

        remember_name (self, fields[i] != NULL ? rapport_element_get_text (element, fields[i]) : id, id);
      }
}

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  const RapportListRemark *one = *(RapportListRemark *const *) a;
  const RapportListRemark *other = *(RapportListRemark *const *) b;

  return one->line < other->line ? -1 : one->line > other->line;
}

static void
guess_sectors (RapportListPlan *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      RapportListPerson *person = PERSON (self, i);

      if (person->fate != RAPPORT_LIST_NEW || person->sector != NULL || person->new_sector != NULL)
        continue;
      person->sector = g_strdup (rapport_list_guess_sector (self->map, person->name));
      person->guessed = person->sector != NULL;
    }
}

/**
 * rapport_list_plan_new:
 * @phase: (nullable): the time that the list speaks of; %NULL is the map's first
 * @text: any text
 *
 * Returns: (transfer full)
 */
RapportListPlan *
rapport_list_plan_new (RapportMap *map, const char *phase, const char *text)
{
  RapportListPlan *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && text != NULL, NULL);

  self = g_new0 (RapportListPlan, 1);
  self->map = g_object_ref (map);
  self->phase = g_strdup (phase != NULL ? phase : rapport_map_get_first_phase (map));
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->remarks = g_ptr_array_new_with_free_func (remark_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->on_map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  remember_names (self);
  _rapport_list_read (self, text);
  guess_sectors (self);
  g_ptr_array_sort (self->remarks, compare_remarks);
  return self;
}

void
rapport_list_plan_free (RapportListPlan *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->map);
  g_free (self->phase);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->remarks);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->on_map);
  g_hash_table_unref (self->pairs);
  g_free (self);
}

/* --- What it says ----------------------------------------------------------------------------------------------- */

guint
rapport_list_plan_get_n_people (const RapportListPlan *self)
{
  return self->people->len;
}

guint
rapport_list_plan_get_n_links (const RapportListPlan *self)
{
  return self->links->len;
}

guint
rapport_list_plan_get_n_remarks (const RapportListPlan *self)
{
  return self->remarks->len;
}

const RapportListPerson *
rapport_list_plan_get_person (const RapportListPlan *self, guint i)
{
  g_return_val_if_fail (i < self->people->len, NULL);
  return PERSON (self, i);
}

const RapportListLink *
rapport_list_plan_get_link (const RapportListPlan *self, guint i)
{
  g_return_val_if_fail (i < self->links->len, NULL);
  return LINK (self, i);
}

const RapportListRemark *
rapport_list_plan_get_remark (const RapportListPlan *self, guint i)
{
  g_return_val_if_fail (i < self->remarks->len, NULL);
  return g_ptr_array_index (self->remarks, i);
}

/* @sector: (nullable): %NULL waits to be placed. Who is on the map already keeps their sector. */
void
rapport_list_plan_set_sector (RapportListPlan *self, guint person, const char *sector)
{
  RapportListPerson *changed;

  g_return_if_fail (person < self->people->len);
  changed = PERSON (self, person);
  if (changed->id != NULL)
    return;
  g_free (changed->sector);
  changed->sector = g_strdup (sector);
  g_clear_pointer (&changed->new_sector, g_free);
  changed->guessed = FALSE;
}

/* @name: what a sector will be called that the map has not yet */
void
rapport_list_plan_set_new_sector (RapportListPlan *self, guint person, const char *name)
{
  g_return_if_fail (person < self->people->len && name != NULL);
  if (PERSON (self, person)->id != NULL)
    return;
  rapport_list_plan_set_sector (self, person, NULL);
  PERSON (self, person)->new_sector = g_strdup (name);
}

static RapportListFate
own_fate (const char *id)
{
  return id != NULL ? RAPPORT_LIST_FOUND : RAPPORT_LIST_NEW;
}

/* A link of somebody who is left out is left out too; of somebody who is on the map it stays. */
static void
update_links (RapportListPlan *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      RapportListLink *link = LINK (self, i);

      link->fate = own_fate (link->id);
      for (guint side = 0; side < 2; side++)
        if (PERSON (self, link->end[side])->fate == RAPPORT_LIST_LEFT_OUT)
          link->fate = RAPPORT_LIST_LEFT_OUT;
    }
}

void
rapport_list_plan_set_taken (RapportListPlan *self, guint person, gboolean taken)
{
  g_return_if_fail (person < self->people->len);
  PERSON (self, person)->fate = taken ? own_fate (PERSON (self, person)->id) : RAPPORT_LIST_LEFT_OUT;
  update_links (self);
}

guint
rapport_list_plan_count_people (const RapportListPlan *self, RapportListFate fate)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += PERSON (self, i)->fate == fate;
  return n;
}

guint
rapport_list_plan_count_links (const RapportListPlan *self, RapportListFate fate)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    n += LINK (self, i)->fate == fate;
  return n;
}

guint
rapport_list_plan_count_lines_left_out (const RapportListPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->remarks->len; i++)
    n += ((RapportListRemark *) g_ptr_array_index (self->remarks, i))->left_out;
  return n;
}

/* Whether there is anything to accept. */
gboolean
rapport_list_plan_does_anything (const RapportListPlan *self)
{
  return rapport_list_plan_count_people (self, RAPPORT_LIST_LEFT_OUT) < self->people->len
         || rapport_list_plan_count_links (self, RAPPORT_LIST_LEFT_OUT) < self->links->len;
}

/* Returns: (transfer full): what would be done, in a sentence or two */
char *
rapport_list_plan_summarise (const RapportListPlan *self)
{
  const guint people = rapport_list_plan_count_people (self, RAPPORT_LIST_NEW);
  const guint links = rapport_list_plan_count_links (self, RAPPORT_LIST_NEW);
  const guint found = rapport_list_plan_count_people (self, RAPPORT_LIST_FOUND);
  const guint left = rapport_list_plan_count_lines_left_out (self);
  g_autofree char *made = g_strdup_printf (ngettext ("%u new stakeholder", "%u new stakeholders", people), people);
  g_autofree char *joined = g_strdup_printf (ngettext ("%u new link", "%u new links", links), links);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("%s, %s."), made, joined);
  if (found > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u is on the map already.", "%u are on the map already.", found), found);
    }
  if (left > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u line is left out.", "%u lines are left out.", left), left);
    }
  return g_string_free (text, FALSE);
}
