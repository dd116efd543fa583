/* rapport-sharing-copy.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-sharing-private.h"

#include <string.h>

#include "rapport-codes.h"
#include "rapport-note.h"
#include "rapport-sector.h"

/* --- Who and what leaves ---------------------------------------------------------------------------------------- */

static gboolean
has_id (Sharing *self, const char *id)
{
  return id != NULL && g_hash_table_contains (self->ids, id);
}

static gboolean
is_in_a_kept_phase (Sharing *self, RapportElement *element)
{
  GHashTableIter iter;
  gpointer phase;

  g_hash_table_iter_init (&iter, self->phases);
  while (g_hash_table_iter_next (&iter, &phase, NULL))
    if (rapport_element_is_in_phase (element, phase))
      return TRUE;
  return FALSE;
}

/* Nothing named is for everybody and for all times. */
static gboolean
is_named_and_stays (GHashTable *kept, const char *id)
{
  return id != NULL && *id != '\0' && !g_hash_table_contains (kept, id);
}

static gboolean
any_leaves (Sharing *self, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  for (char **id = list; *id != NULL; id++)
    if (has_id (self, *id))
      return TRUE;
  return FALSE;
}

static gboolean
target_leaves (Sharing *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (self->map, id);

  if (element != NULL && strcmp (rapport_element_get_xml_name (element), "region") == 0)
    {
      const char *members = rapport_element_get_text (element, "members");

      return members != NULL && any_leaves (self, members);
    }
  return has_id (self, id);
}

/* A mark on somebody who stays would otherwise become one on the whole map. */
static gboolean
mark_has_a_place (Sharing *self, RapportElement *mark)
{
  const char *on = rapport_element_get_text (mark, "on");
  g_auto (GStrv) list = g_strsplit (on != NULL ? on : "", " ", -1);

  if (on == NULL || *on == '\0')
    return TRUE;
  for (char **id = list; *id != NULL; id++)
    if (target_leaves (self, *id))
      return TRUE;
  return FALSE;
}

static gboolean
takes_mark (Sharing *self, RapportElement *mark)
{
  return rapport_level_is_shared (rapport_element_get_text (mark, "level"))
         && !is_named_and_stays (self->phases, rapport_element_get_text (mark, "phase"))
         && !is_named_and_stays (self->perspectives, rapport_element_get_text (mark, "perspective"))
         && mark_has_a_place (self, mark);
}

/* A group has no level of its own: it leaves with a tension that is felt in it. */
static gboolean
takes_region (Sharing *self, RapportElement *region)
{
  const char *id = rapport_element_get_id (region);

  if (!target_leaves (self, id))
    return FALSE;
  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self->map, RAPPORT_LIST_MARKS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      const char *on = rapport_element_get_text (g_sequence_get (iter), "on");
      g_auto (GStrv) list = g_strsplit (on != NULL ? on : "", " ", -1);

      if (g_strv_contains ((const char *const *) list, id) && takes_mark (self, g_sequence_get (iter)))
        return TRUE;
    }
  return FALSE;
}

/* Whether @element, in one of the map's lists, leaves at all. What it refers to was asked before. */
gboolean
_rapport_sharing_takes (Sharing *self, RapportElement *element)
{
  switch (rapport_list_info_find_type (G_OBJECT_TYPE (element))->list)
    {
    case RAPPORT_LIST_SECTORS:
    case RAPPORT_LIST_FUNCTIONS:
    case RAPPORT_LIST_TERMS:
      return TRUE;
    case RAPPORT_LIST_PHASES:
      return g_hash_table_contains (self->phases, rapport_element_get_id (element));
    case RAPPORT_LIST_PERSPECTIVES:
      return g_hash_table_contains (self->perspectives, rapport_element_get_id (element));
    case RAPPORT_LIST_STAKEHOLDERS:
      return is_in_a_kept_phase (self, element)
             && !rapport_lens_hides_sector (self->lens, rapport_element_get_text (element, "sector"));
    case RAPPORT_LIST_LINKS:
      return is_in_a_kept_phase (self, element) && has_id (self, rapport_element_get_text (element, "a"))
             && has_id (self, rapport_element_get_text (element, "b"));
    case RAPPORT_LIST_MARKS:
      return takes_mark (self, element);
    case RAPPORT_LIST_REGIONS:
      return takes_region (self, element);
    case RAPPORT_LIST_RESPONSES:
      return rapport_level_is_shared (rapport_element_get_text (element, "level"));
    case RAPPORT_LIST_STEPS: /* for whoever leads */
    case RAPPORT_N_LISTS:
      break;
    }
  return FALSE;
}

/* --- Times and views -------------------------------------------------------------------------------------------- */

static void
keep_phase (Sharing *self, const char *phase)
{
  if (phase != NULL)
    g_hash_table_add (self->phases, g_strdup (phase));
}

/* A view of two people is theirs; how many it is of is not always known. */
static void
keep_perspective (Sharing *self, const char *id)
{
  RapportElement *perspective = rapport_map_lookup (self->map, id);

  if (perspective != NULL
      && rapport_element_get_level (perspective, "people") >= RAPPORT_SHARING_LEAST_PEOPLE)
    g_hash_table_add (self->perspectives, g_strdup (id));
}

static void
choose_times_and_views (Sharing *self)
{
  const char *phase = rapport_lens_get_phase (self->lens);

  keep_phase (self, phase != NULL ? phase : rapport_map_get_first_phase (self->map));
  keep_phase (self, rapport_lens_get_compare_phase (self->lens));
  keep_perspective (self, rapport_lens_get_perspective (self->lens));
  keep_perspective (self, rapport_lens_get_compare_perspective (self->lens));
}

/* --- Ids -------------------------------------------------------------------------------------------------------- */

static gboolean
is_everybodys (const char *id)
{
  return rapport_sector_is_built_in (id) || strcmp (id, "other") == 0;
}

/* A plain count in the order of the map tells nothing that the list itself does not. */
static void
name_anew (Sharing *self, RapportElement *element)
{
  const char *id = rapport_element_get_id (element);
  char *name;

  if (RAPPORT_IS_SECTOR (element) && is_everybodys (id))
    name = g_strdup (id);
  else
    name = g_strdup_printf ("%c%u", RAPPORT_ELEMENT_GET_CLASS (element)->id_letter, ++self->next_id);
  g_hash_table_replace (self->ids, g_strdup (id), name);
}

/* Sectors that everybody has need not be declared by a map. */
static void
name_usual_sectors (Sharing *self)
{
  static const char *const usual[] = { "academia", "nhs", "policy", "third", "across", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_hash_table_insert (self->ids, g_strdup (usual[i]), g_strdup (usual[i]));
}

/* In the order of a file, marks have their regions behind them, which is how they are asked. */
static void
choose (Sharing *self)
{
  for (RapportList list = 0; list < RAPPORT_N_LISTS; list++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self->map, list)); iter != NULL;
         iter = rapport_element_list_next (iter))
      if (_rapport_sharing_takes (self, g_sequence_get (iter)))
        name_anew (self, g_sequence_get (iter));
}

static void
build (Sharing *self)
{
  _rapport_sharing_strip_map (self);
  for (RapportList list = 0; list < RAPPORT_N_LISTS; list++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (self->map, list)); iter != NULL;
         iter = rapport_element_list_next (iter))
      {
        RapportElement *element = g_sequence_get (iter);
        g_autoptr (RapportElement) copy = NULL;

        if (!_rapport_sharing_takes (self, element))
          continue;
        copy = _rapport_sharing_strip (self, element);
        rapport_map_add (self->copy->map, copy);
      }
}

/* --- The copy looked at as the map was -------------------------------------------------------------------------- */

static void
replace (RapportLens **lens, RapportLens *by)
{
  rapport_lens_unref (*lens);
  *lens = by;
}

/* Returns: (nullable) (transfer none) */
static const char *
new_id (Sharing *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
}

static void
look_at_same_focus (Sharing *self, RapportLens **lens)
{
  const char *const *focus = rapport_lens_get_focus (self->lens);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; focus != NULL && focus[i] != NULL; i++)
    if (has_id (self, focus[i]))
      g_ptr_array_add (ids, (gpointer) new_id (self, focus[i]));
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  replace (lens, rapport_lens_with_focus (*lens, (const char *const *) ids->pdata,
                                          rapport_lens_get_reach (self->lens)));
}

static RapportLens *
make_lens (Sharing *self)
{
  RapportLens *lens = rapport_lens_new (self->copy->map);
  const char *phase = new_id (self, rapport_lens_get_compare_phase (self->lens));
  const char *perspective = new_id (self, rapport_lens_get_compare_perspective (self->lens));

  replace (&lens, rapport_lens_with_show (lens, rapport_lens_get_show (self->lens)));
  replace (&lens, rapport_lens_with_phase (lens, new_id (self, rapport_lens_get_phase (self->lens))));
  replace (&lens, rapport_lens_with_perspective (lens, new_id (self, rapport_lens_get_perspective (self->lens))));
  replace (&lens, rapport_lens_with_starred_only (lens, rapport_lens_is_starred_only (self->lens)));
  replace (&lens, rapport_lens_with_names (lens, rapport_lens_get_names (self->lens)));
  if (phase != NULL || perspective != NULL)
    replace (&lens, rapport_lens_with_compare (lens, phase, perspective));
  look_at_same_focus (self, &lens);
  return lens;
}

static gboolean
keeps_its_name (gpointer id, gpointer code, gpointer map)
{
  return g_strcmp0 (rapport_element_get_text (rapport_map_lookup (map, id), "kind"), "role") != 0;
}

/* Returns: (transfer full): from ids to codes; whoever is in it leaves by code */
static GHashTable *
make_codes (RapportMap *map, RapportSharingNames names)
{
  GHashTable *codes = rapport_codes_new (map);

  if (names == RAPPORT_SHARING_NAMES_ALL)
    g_hash_table_remove_all (codes);
  if (names == RAPPORT_SHARING_NAMES_ROLES)
    g_hash_table_foreach_remove (codes, keeps_its_name, map);
  return codes;
}

/**
 * rapport_sharing_copy_new:
 * @lens: how @map is looked at: its time and, of at least three people, its view leave, and what is compared with
 *   them; sectors that it hides stay
 *
 * Returns: (transfer full)
 */
RapportSharingCopy *
rapport_sharing_copy_new (RapportMap *map, const RapportLens *lens, RapportSharingNames names)
{
  RapportSharingCopy *copy;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) phases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) codes = make_codes (map, names);
  g_autoptr (GHashTable) perspectives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sharing self = { .map = map, .lens = lens, .codes = codes, .ids = ids, .phases = phases,
                   .perspectives = perspectives };

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && lens != NULL, NULL);

  self.copy = copy = g_new0 (RapportSharingCopy, 1);
  copy->map = rapport_map_new ();
  copy->leaves = g_ptr_array_new_with_free_func (g_free);
  copy->stays = g_ptr_array_new_with_free_func (g_free);
  copy->warnings = g_ptr_array_new_with_free_func (g_free);
  name_usual_sectors (&self);
  choose_times_and_views (&self);
  choose (&self);
  build (&self);
  copy->lens = make_lens (&self);
  _rapport_sharing_describe (&self);
  return copy;
}

void
rapport_sharing_copy_free (RapportSharingCopy *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->map);
  rapport_lens_unref (self->lens);
  g_ptr_array_unref (self->leaves);
  g_ptr_array_unref (self->stays);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
