/* rapport-edits.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-edits.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-link-reading.h"
#include "rapport-link.h"
#include "rapport-region.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

/* Whether the map may be changed, and has a time that answers belong to. */
gboolean
rapport_edits_are_possible (RapportSession *session)
{
  return session != NULL && !rapport_session_is_read_only (session)
         && rapport_lens_get_phase (rapport_session_get_lens (session)) != NULL;
}

static RapportTransaction *
begin (RapportSession *session, const char *label, const char *merge)
{
  return rapport_history_begin (rapport_session_get_history (session), label, merge);
}

static void
init_number (RapportElement *element, const char *name, double number)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_double (number));

  rapport_element_init_property (element, rapport_element_find_property (element, name), value);
}

/* The public's sector is one of the map's own: it is there from the moment when somebody is first put into it. */
void
rapport_edit_declare_sector (RapportTransaction *transaction, RapportMap *map, const char *sector)
{
  const char *name = rapport_map_get_sector_name (map, sector);
  g_autoptr (RapportElement) element = NULL;

  if (name == NULL || rapport_sector_is_built_in (sector) || rapport_map_lookup (map, sector) != NULL)
    return;
  element = rapport_sector_new (sector);
  rapport_element_init_text (element, "name", name);
  rapport_transaction_insert (transaction, element, G_MAXUINT);
}

/* Somebody new has the sector and the ring of the place where it was put. Returns: (transfer full) */
static RapportReading *
init_place (RapportElement *element, const RapportPlaceOnMap *place)
{
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());

  if (place->sector != NULL)
    rapport_element_init_text (element, "sector", place->sector);
  if (!place->in_wheel)
    {
      init_number (element, "x", round (place->x * 10) / 10);
      init_number (element, "y", round (place->y * 10) / 10);
      return g_steal_pointer (&empty);
    }
  if (place->ring == RAPPORT_RING_MIDDLE)
    rapport_element_init_text (element, "kind", "structure");
  init_number (element, "angle", round (place->angle * 10) / 10);
  init_number (element, "depth", round (place->depth * 100) / 100);
  return rapport_reading_with_text (empty, "ring", place->ring_word);
}

/* Returns: (transfer full) */
static RapportElement *
make_link (RapportSession *session, const char *a, const char *b)
{
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (session));
  g_autofree char *id = rapport_map_make_id (rapport_session_get_map (session), 'l');
  RapportElement *link = rapport_link_new (id);

  rapport_element_init_text (link, "a", a);
  rapport_element_init_text (link, "b", b);
  rapport_element_init_reading (link, phase, NULL, rapport_reading_new (rapport_link_reading_kind ()));
  return link;
}

/* Who is named meanwhile may be gone: by an undo, or deleted in the outline. */
static gboolean
is_stakeholder (RapportSession *session, const char *id)
{
  RapportElement *element = id != NULL ? rapport_map_lookup (rapport_session_get_map (session), id) : NULL;

  return element != NULL && RAPPORT_IS_STAKEHOLDER (element);
}

/**
 * rapport_edit_add_stakeholder:
 * @name: as it was typed
 * @linked_with: (nullable): the id of the one whom a link leads to the new one from
 *
 * The new one is selected.
 *
 * Returns: (nullable) (transfer none): its id, for as long as it is in the map
 */
const char *
rapport_edit_add_stakeholder (RapportSession *session, const char *name, const RapportPlaceOnMap *place,
                              const char *linked_with)
{
  RapportTransaction *transaction;
  g_autoptr (RapportElement) element = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;

  if (!rapport_edits_are_possible (session))
    return NULL;
  id = rapport_map_make_id (rapport_session_get_map (session), 's');
  element = rapport_stakeholder_new (id);
  rapport_element_init_text (element, "kind", "organisation");
  rapport_element_init_text (element, "label", name);
  rapport_element_init_reading (element, rapport_lens_get_phase (rapport_session_get_lens (session)), NULL,
                                init_place (element, place));
  /* Translators: %s is the name of a stakeholder. */
  label = g_strdup_printf (_("Add “%s”"), rapport_element_get_text (element, "label"));
  transaction = begin (session, label, NULL);
  rapport_edit_declare_sector (transaction, rapport_session_get_map (session), place->sector);
  rapport_transaction_insert (transaction, element, G_MAXUINT);
  if (is_stakeholder (session, linked_with))
    {
      g_autoptr (RapportElement) link = make_link (session, linked_with, id);

      rapport_transaction_insert (transaction, link, G_MAXUINT);
    }
  rapport_transaction_commit (transaction);
  rapport_selection_set (rapport_session_get_selection (session), id);
  return rapport_element_get_id (element);
}

static const char *
find_link (RapportMap *map, const char *a, const char *b)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_LINKS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *link = g_sequence_get (iter);
      const char *from = rapport_element_get_text (link, "a");
      const char *to = rapport_element_get_text (link, "b");

      if ((g_strcmp0 (from, a) == 0 && g_strcmp0 (to, b) == 0)
          || (g_strcmp0 (from, b) == 0 && g_strcmp0 (to, a) == 0))
        return rapport_element_get_id (link);
    }
  return NULL;
}

/* Two who are linked already are not linked twice: their link is selected. Returns: (nullable): the link's id */
const char *
rapport_edit_link (RapportSession *session, const char *a, const char *b)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (RapportElement) link = NULL;
  RapportTransaction *transaction;
  const char *id = find_link (rapport_session_get_map (session), a, b);

  if (id == NULL
      && (!rapport_edits_are_possible (session) || !is_stakeholder (session, a) || !is_stakeholder (session, b)))
    return NULL;
  if (id == NULL)
    {
      link = make_link (session, a, b);
      id = rapport_element_get_id (link);
      transaction = begin (session, _("Link two stakeholders"), NULL);
      rapport_transaction_insert (transaction, link, G_MAXUINT);
      rapport_transaction_commit (transaction);
    }
  rapport_selection_set (selection, id);
  return id;
}

static void
set_text (RapportSession *session, RapportElement *element, const char *property, const char *text,
          const char *label)
{
  RapportTransaction *transaction;

  if (element == NULL || rapport_session_is_read_only (session)
      || g_strcmp0 (rapport_element_get_text (element, property), text) == 0)
    return;
  transaction = begin (session, label, NULL);
  rapport_transaction_set_text (transaction, element, property, text);
  rapport_transaction_commit (transaction);
}

void
rapport_edit_rename (RapportSession *session, const char *id, const char *name)
{
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (session), id);
  /* Translators: %s is the new name of a stakeholder. */
  g_autofree char *label = g_strdup_printf (_("Rename to “%s”"), name);

  set_text (session, element, "label", name, label);
}

/* @question: (nullable): what the map is to answer; it stands above it */
void
rapport_edit_set_question (RapportSession *session, const char *question)
{
  set_text (session, RAPPORT_ELEMENT (rapport_session_get_map (session)), "question", question,
            _("Change the question"));
}

void
rapport_edit_set_sector (RapportSession *session, const char *id, const char *sector)
{
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (session), id);
  RapportTransaction *transaction;

  if (element == NULL || rapport_session_is_read_only (session)
      || g_strcmp0 (rapport_element_get_text (element, "sector"), sector) == 0)
    return;
  transaction = begin (session, _("Change the sector"), NULL);
  rapport_edit_declare_sector (transaction, rapport_session_get_map (session), sector);
  rapport_transaction_set_text (transaction, element, "sector", sector);
  rapport_transaction_commit (transaction);
}

/* Of all who are selected. */
void
rapport_edit_set_sectors (RapportSession *session, const char *sector)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
  RapportTransaction *transaction;

  if (list->len == 0 || rapport_session_is_read_only (session))
    return;
  transaction = begin (session, _("Change the sector"), NULL);
  rapport_edit_declare_sector (transaction, rapport_session_get_map (session), sector);
  for (guint i = 0; i < list->len; i++)
    rapport_transaction_set_text (transaction, g_ptr_array_index (list, i), "sector", sector);
  rapport_transaction_commit (transaction);
}

/* @level: 0 to 5, or RAPPORT_LEVEL_UNSET for what was not discussed at the time and in the view on show */
void
rapport_edit_set_influence (RapportSession *session, RapportElement *stakeholder, int level)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  const char *phase = rapport_lens_get_phase (lens);
  const char *perspective = rapport_lens_get_perspective (lens);
  const RapportReading *old;
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) changed = NULL;
  g_autofree char *merge = g_strdup_printf ("influence of %s", rapport_element_get_id (stakeholder));
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session) || !rapport_element_is_in_phase (stakeholder, phase))
    return;
  old = rapport_element_get_reading (stakeholder, phase, perspective);
  /* A view that says nothing is no other view; that it was not discussed is said. */
  changed = rapport_reading_with_level (old != NULL ? old : empty, "influence",
                                        level < 0 && perspective != NULL ? RAPPORT_LEVEL_NOT_DISCUSSED : level);
  transaction = begin (session, _("Change of influence"), merge);
  rapport_transaction_set_reading (transaction, stakeholder, phase, perspective, changed);
  rapport_transaction_commit (transaction);
}

/* Returns: (transfer full): the ids of the stakeholders and links that are selected, in the order of picking */
static GString *
list_members (RapportSession *session, guint *n)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_ELEMENT);
  GString *members = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < list->len; i++)
    {
      RapportElement *element = g_ptr_array_index (list, i);

      if (!RAPPORT_IS_STAKEHOLDER (element) && !RAPPORT_IS_LINK (element))
        continue;
      g_string_append_printf (members, "%s%s", *n > 0 ? " " : "", rapport_element_get_id (element));
      *n += 1;
    }
  return members;
}

/**
 * rapport_edit_group:
 *
 * Makes one group of the stakeholders and links that are selected, two at least, and selects it instead of them. It has
 * no name yet.
 *
 * Returns: (nullable) (transfer none): its id, for as long as it is in the map
 */
const char *
rapport_edit_group (RapportSession *session)
{
  guint n;
  g_autoptr (GString) members = list_members (session, &n);
  g_autoptr (RapportElement) region = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  RapportTransaction *transaction;

  if (n < 2 || rapport_session_is_read_only (session))
    return NULL;
  id = rapport_map_make_id (rapport_session_get_map (session), 'r');
  region = rapport_region_new (id);
  rapport_element_init_text (region, "members", members->str);
  label = g_strdup_printf (ngettext ("Make a group of %u", "Make a group of %u", n), n);
  transaction = begin (session, label, NULL);
  rapport_transaction_insert (transaction, region, G_MAXUINT);
  rapport_transaction_commit (transaction);
  rapport_selection_set (rapport_session_get_selection (session), id);
  return rapport_element_get_id (region);
}

static gboolean
has_star (RapportElement *element)
{
  return rapport_element_find_property (element, "starred") != NULL;
}

/* A star on all that is selected, or off where all have one. */
void
rapport_edit_star (RapportSession *session)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_ELEMENT);
  RapportTransaction *transaction;
  gboolean all = TRUE;

  for (guint i = list->len; i-- > 0;)
    if (!has_star (g_ptr_array_index (list, i)))
      g_ptr_array_remove_index (list, i);
  for (guint i = 0; i < list->len; i++)
    all &= rapport_element_get_flag (g_ptr_array_index (list, i), "starred");
  if (list->len == 0 || rapport_session_is_read_only (session))
    return;
  transaction = begin (session, all ? _("Take the star off") : _("Star to talk about"), NULL);
  for (guint i = 0; i < list->len; i++)
    rapport_transaction_set_flag (transaction, g_ptr_array_index (list, i), "starred", !all);
  rapport_transaction_commit (transaction);
}

static char *
name_deletion (GPtrArray *list)
{
  RapportElement *only = g_ptr_array_index (list, 0);

  if (list->len == 1 && RAPPORT_IS_STAKEHOLDER (only))
    /* Translators: %s is the name of a stakeholder. */
    return g_strdup_printf (_("Delete “%s”"), rapport_element_get_text (only, "label"));
  if (list->len == 1 && RAPPORT_IS_LINK (only))
    return g_strdup (_("Delete a link"));
  return g_strdup_printf (ngettext ("Delete %u item", "Delete %u items", list->len), list->len);
}

static char *
tell_deletion (GPtrArray *list)
{
  RapportElement *only = g_ptr_array_index (list, 0);

  if (list->len == 1 && RAPPORT_IS_STAKEHOLDER (only))
    /* Translators: %s is the name of a stakeholder. */
    return g_strdup_printf (_("“%s” was deleted"), rapport_element_get_text (only, "label"));
  if (list->len == 1 && RAPPORT_IS_LINK (only))
    return g_strdup (_("A link was deleted"));
  return g_strdup_printf (ngettext ("%u item was deleted", "%u items were deleted", list->len), list->len);
}

/**
 * rapport_edit_delete:
 *
 * Deletes what is selected, in one step.
 *
 * Returns: (transfer full) (nullable): what was done, for people; %NULL if nothing was
 */
char *
rapport_edit_delete (RapportSession *session)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (GPtrArray) list = rapport_selection_list (selection, RAPPORT_TYPE_ELEMENT);
  g_autofree char *label = NULL;
  RapportTransaction *transaction;
  char *done;

  if (list->len == 0 || rapport_session_is_read_only (session))
    return NULL;
  label = name_deletion (list);
  done = tell_deletion (list);
  transaction = begin (session, label, NULL);
  for (guint i = 0; i < list->len; i++)
    /* A link may have gone with the stakeholder before it. */
    if (rapport_element_get_map (g_ptr_array_index (list, i)) != NULL)
      rapport_transaction_delete (transaction, g_ptr_array_index (list, i));
  rapport_transaction_commit (transaction);
  rapport_selection_clear (selection);
  return done;
}

/* Only where it stands; what ring that is, is not said here. */
void
rapport_edit_put (RapportTransaction *transaction, RapportElement *element, const RapportPlaceOnMap *place)
{
  if (!place->in_wheel)
    {
      rapport_transaction_set_number (transaction, element, "x", round (place->x * 10) / 10);
      rapport_transaction_set_number (transaction, element, "y", round (place->y * 10) / 10);
      return;
    }
  rapport_transaction_set_number (transaction, element, "angle", round (place->angle * 10) / 10);
  rapport_transaction_set_number (transaction, element, "depth", round (place->depth * 100) / 100);
}

/* By some map units; ring and sector stay as they are, since a nudge only makes room. */
static void
nudge (RapportTransaction *transaction, RapportElement *element, const RapportLens *lens,
       const RapportScene *scene, RapportPoint point)
{
  g_auto (RapportPlaceOnMap) place = { 0 };
  g_autoptr (RapportReading) reading = rapport_lens_read (lens, element);

  rapport_place_on_map_init (&place, rapport_element_get_map (element), scene, point);
  rapport_place_on_map_keep_ring (&place, rapport_ring_of (element, reading));
  rapport_edit_put (transaction, element, &place);
}

/* @dx, @dy: in map units */
void
rapport_edit_nudge (RapportSession *session, const RapportScene *scene, double dx, double dy)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
  g_autofree char *label = g_strdup_printf (ngettext ("Move %u stakeholder", "Move %u stakeholders", list->len),
                                            list->len);
  RapportTransaction *transaction;

  if (list->len == 0 || rapport_session_is_read_only (session))
    return;
  transaction = begin (session, label, "nudge");
  for (guint i = 0; i < list->len; i++)
    {
      const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER,
                                                         rapport_element_get_id (g_ptr_array_index (list, i)));
      RapportPoint middle;

      if (item == NULL)
        continue;
      middle = rapport_scene_item_get_middle (item);
      nudge (transaction, g_ptr_array_index (list, i), rapport_session_get_lens (session), scene,
             (RapportPoint){ middle.x + dx, middle.y + dy });
    }
  rapport_transaction_commit (transaction);
}
