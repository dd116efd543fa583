/* rapport-link-answers.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-answers.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-element-words.h"
#include "rapport-link-facts.h"
#include "rapport-link.h"
#include "rapport-perspective.h"

/* In the order of the card, which is the order in which digits answer: what each side gives, then what it can decide. */
static const RapportLinkRow all_rows[RAPPORT_LINK_MAX_ROWS] = {
  { "gives-a", RAPPORT_SIDE_A, RAPPORT_SHOW_GIVES },
  { "gives-b", RAPPORT_SIDE_B, RAPPORT_SHOW_GIVES },
  { "power-a", RAPPORT_SIDE_A, RAPPORT_SHOW_POWER },
  { "power-b", RAPPORT_SIDE_B, RAPPORT_SHOW_POWER },
};

/* @show: of a lens. Returns: how many of @rows are asked */
guint
rapport_link_rows_list (guint show, RapportLinkRow rows[RAPPORT_LINK_MAX_ROWS])
{
  guint n = 0;

  for (guint i = 0; i < RAPPORT_LINK_MAX_ROWS; i++)
    if (show & all_rows[i].show)
      rows[n++] = all_rows[i];
  return n;
}

/* Returns: (transfer none): a word beside the number */
const char *
rapport_link_level_name (int level)
{
  static const char *const names[] = { N_("none"), N_("a little"), N_("some"), N_("a lot") };

  if (level == RAPPORT_LEVEL_DIFFER)
    return _("views differ");
  if (level < 0 || level >= (int) G_N_ELEMENTS (names))
    return _("not discussed");
  return g_dgettext (GETTEXT_PACKAGE, names[level]);
}

/* Returns: (nullable) (transfer none): %NULL where the file names somebody who is not in it */
RapportElement *
rapport_link_get_stakeholder (RapportElement *link, RapportSide side)
{
  RapportMap *map = rapport_element_get_map (link);
  const char *id = rapport_link_get_end (RAPPORT_LINK (link), side);

  return map != NULL && id != NULL ? rapport_map_lookup (map, id) : NULL;
}

/* Returns: (transfer none) */
const char *
rapport_link_get_side_name (RapportElement *link, RapportSide side)
{
  RapportElement *stakeholder = rapport_link_get_stakeholder (link, side);
  const char *label = stakeholder != NULL ? rapport_element_get_text (stakeholder, "label") : NULL;

  return label != NULL ? label : _("Unnamed");
}

/* Returns: (transfer full): as it is on show: a code, where names are hidden */
char *
rapport_link_see_side_name (RapportSession *session, RapportElement *link, RapportSide side)
{
  RapportElement *stakeholder = rapport_link_get_stakeholder (link, side);

  if (stakeholder == NULL || !rapport_session_hides_names (session))
    return g_strdup (rapport_link_get_side_name (link, side));
  return rapport_element_words_seen (session, stakeholder);
}

static const char *
get_phase (RapportSession *session)
{
  return rapport_lens_get_phase (rapport_session_get_lens (session));
}

/* Whether @link is there at the time on show, and the map may be changed. */
gboolean
rapport_link_can_answer (RapportSession *session, RapportElement *link)
{
  const char *phase = get_phase (session);

  return phase != NULL && rapport_element_get_map (link) == rapport_session_get_map (session)
         && rapport_element_is_in_phase (link, phase) && !rapport_session_is_read_only (session);
}

/**
 * rapport_link_get_answer:
 * @view: (nullable): the id of a perspective; %NULL is the one on show
 *
 * Returns: 0 to 3, RAPPORT_LEVEL_UNSET for not discussed, or RAPPORT_LEVEL_DIFFER
 */
int
rapport_link_get_answer (RapportSession *session, RapportElement *link, const char *field,
                         const char *view)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autoptr (RapportReading) seen = NULL;

  if (rapport_lens_get_phase (lens) == NULL)
    return RAPPORT_LEVEL_UNSET;
  seen = rapport_element_see (link, rapport_lens_get_phase (lens),
                              view != NULL ? view : rapport_lens_get_perspective (lens));
  return rapport_reading_get_level (seen, field);
}

/* What the view itself says, or what is agreed where @view is %NULL; never what is seen through it. */
static int
get_own (RapportElement *link, const char *phase, const char *view, const char *field)
{
  return rapport_reading_get_level (rapport_element_get_reading (link, phase, view), field);
}

static gboolean
is_empty (const RapportReading *reading)
{
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_link_reading_kind ());

  return rapport_reading_equal (reading, empty);
}

/* A view that says nothing any more is not kept; an agreed reading is, because it says that the link is there. */
static void
write_level (RapportTransaction *transaction, RapportElement *link, const char *phase,
             const char *view, const char *field, int level)
{
  const RapportReading *old = rapport_element_get_reading (link, phase, view);
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_link_reading_kind ());
  g_autoptr (RapportReading) changed
      = rapport_reading_with_level (old != NULL ? old : empty, field, level);

  if (view != NULL && is_empty (changed))
    rapport_transaction_set_reading (transaction, link, phase, view, NULL);
  else
    rapport_transaction_set_reading (transaction, link, phase, view, changed);
}

static char *
make_label (RapportElement *link, const RapportLinkRow *row)
{
  const char *name = rapport_link_get_side_name (link, row->side);

  /* Translators: %s is somebody's name. */
  if (row->show == RAPPORT_SHOW_GIVES)
    return g_strdup_printf (_("Answer what “%s” gives"), name);
  /* Translators: %s is somebody's name. */
  return g_strdup_printf (_("Answer what “%s” can decide"), name);
}

/**
 * rapport_link_set_answer:
 * @view: (nullable): the id of a perspective; %NULL is the one on show
 * @level: 0 to 3, or RAPPORT_LEVEL_UNSET for not discussed, which is not 0
 */
void
rapport_link_set_answer (RapportSession *session, RapportElement *link, const RapportLinkRow *row,
                         const char *view, int level)
{
  g_autofree char *label = NULL;
  RapportTransaction *transaction;

  g_return_if_fail (RAPPORT_IS_LINK (link));
  if (!rapport_link_can_answer (session, link))
    return;
  if (view == NULL)
    view = rapport_lens_get_perspective (rapport_session_get_lens (session));
  /* In a view, an answer that is absent would mean "as agreed". */
  if (view != NULL && level == RAPPORT_LEVEL_UNSET)
    level = RAPPORT_LEVEL_NOT_DISCUSSED;
  label = make_label (link, row);
  transaction = rapport_history_begin (rapport_session_get_history (session), label, NULL);
  write_level (transaction, link, get_phase (session), view, row->field, level);
  rapport_transaction_commit (transaction);
}

/**
 * rapport_link_set_value:
 * @field: of the reading, such as "items-a"
 * @value: (nullable): a floating one is taken; %NULL is "not said"
 * @label: what undo calls it
 *
 * Writes one field in the phase and the view on show.
 */
void
rapport_link_set_value (RapportSession *session, RapportElement *link, const char *field, GVariant *value,
                        const char *label)
{
  const char *phase = get_phase (session);
  const char *view = rapport_lens_get_perspective (rapport_session_get_lens (session));
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_link_reading_kind ());
  const RapportReading *old;
  g_autoptr (RapportReading) changed = NULL;
  RapportTransaction *transaction;

  g_return_if_fail (RAPPORT_IS_LINK (link));
  if (!rapport_link_can_answer (session, link))
    return;
  old = rapport_element_get_reading (link, phase, view);
  changed = rapport_reading_with (old != NULL ? old : empty, rapport_reading_find_field (empty, field), sunk);
  transaction = rapport_history_begin (rapport_session_get_history (session), label, NULL);
  rapport_transaction_set_reading (transaction, link, phase, view,
                                   view != NULL && is_empty (changed) ? NULL : changed);
  rapport_transaction_commit (transaction);
}

/* Returns: (nullable): the sector of a side whose people can have a view of their own */
static const char *
get_sector (RapportElement *link, RapportSide side)
{
  RapportElement *stakeholder = rapport_link_get_stakeholder (link, side);
  const char *sector = stakeholder != NULL ? rapport_element_get_text (stakeholder, "sector") : NULL;

  return g_strcmp0 (sector, "across") != 0 ? sector : NULL;
}

/* Two sides of one sector, or one that is a shared structure, have no two views to be written into. */
static gboolean
can_split (RapportElement *link)
{
  const char *a = get_sector (link, RAPPORT_SIDE_A);
  const char *b = get_sector (link, RAPPORT_SIDE_B);

  return a != NULL && b != NULL && !g_str_equal (a, b);
}

/* Returns: (nullable) (transfer none) */
static RapportElement *
find_view (RapportMap *map, const char *sector)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_PERSPECTIVES);

  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *view = rapport_element_list_peek (list, i);

      if (g_strcmp0 (rapport_perspective_get_sector (RAPPORT_PERSPECTIVE (view)), sector) == 0)
        return view;
    }
  return NULL;
}

/* Returns: (transfer none): the id of the view of the people of that sector, made where there is none */
static const char *
ensure_view (RapportTransaction *transaction, RapportMap *map, const char *sector)
{
  RapportElement *view = find_view (map, sector);
  const char *name = rapport_map_get_sector_name (map, sector);
  g_autofree char *id = NULL;
  g_autoptr (RapportElement) made = NULL;

  if (view != NULL)
    return rapport_element_get_id (view);
  id = rapport_map_make_id (map, 'v');
  made = rapport_perspective_new (id);
  rapport_element_init_text (made, "name", name != NULL ? name : sector);
  rapport_element_init_text (made, "sector", sector);
  rapport_transaction_insert (transaction, made, G_MAXUINT);
  return rapport_element_get_id (made);
}

/* What was agreed is where both views start from. */
static void
begin_differing (RapportTransaction *transaction, RapportMap *map, RapportElement *link,
                 const char *phase, const char *field)
{
  int agreed = get_own (link, phase, NULL, field);

  if (can_split (link))
    for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
      {
        const char *view = ensure_view (transaction, map, get_sector (link, side));

        if (rapport_level_is_known (agreed)
            && get_own (link, phase, view, field) == RAPPORT_LEVEL_UNSET)
          write_level (transaction, link, phase, view, field, agreed);
      }
  write_level (transaction, link, phase, NULL, field, RAPPORT_LEVEL_DIFFER);
}

/* Views that all say the same become what is agreed; others leave the question open. */
static void
end_differing (RapportTransaction *transaction, RapportMap *map, RapportElement *link,
               const char *phase, const char *field)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_PERSPECTIVES);
  int agreed = get_own (link, phase, NULL, field);
  int common = G_MININT;

  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      const char *view = rapport_element_get_id (rapport_element_list_peek (list, i));
      int level = get_own (link, phase, view, field);

      if (level == RAPPORT_LEVEL_UNSET)
        continue;
      common = common == G_MININT || common == level ? level : RAPPORT_LEVEL_UNSET;
      write_level (transaction, link, phase, view, field, RAPPORT_LEVEL_UNSET);
    }
  if (!rapport_level_is_known (agreed))
    write_level (transaction, link, phase, NULL, field,
                 rapport_level_is_known (common) ? common : RAPPORT_LEVEL_UNSET);
}

/**
 * rapport_link_set_differ:
 * @differ: %TRUE splits the row by the views of the sides' sectors, which are made where they are absent, or only
 *   records that views differ; %FALSE makes it one row again
 *
 * Is one step of undo. Does nothing while one view alone is on show.
 */
void
rapport_link_set_differ (RapportSession *session, RapportElement *link, const RapportLinkRow *row,
                         gboolean differ)
{
  RapportMap *map = rapport_session_get_map (session);
  const char *phase = get_phase (session);
  RapportTransaction *transaction;

  g_return_if_fail (RAPPORT_IS_LINK (link));
  if (!rapport_link_can_answer (session, link)
      || rapport_lens_get_perspective (rapport_session_get_lens (session)) != NULL)
    return;
  transaction
      = rapport_history_begin (rapport_session_get_history (session),
                               differ ? _("Record that views differ") : _("Agree again"), NULL);
  if (differ)
    begin_differing (transaction, map, link, phase, row->field);
  else
    end_differing (transaction, map, link, phase, row->field);
  rapport_transaction_commit (transaction);
}

static gboolean
belongs_to_side (RapportElement *link, RapportElement *view)
{
  const char *sector = rapport_perspective_get_sector (RAPPORT_PERSPECTIVE (view));

  return sector != NULL && can_split (link)
         && (g_strcmp0 (sector, get_sector (link, RAPPORT_SIDE_A)) == 0
             || g_strcmp0 (sector, get_sector (link, RAPPORT_SIDE_B)) == 0);
}

/**
 * rapport_link_list_views:
 * Whose views of @field the card shows: those that say something of their own, and where views differ those of the
 * two sides.
 *
 * Returns: (transfer full) (element-type RapportElement): perspectives, borrowed; none while one view alone is on show
 */
GPtrArray *
rapport_link_list_views (RapportSession *session, RapportElement *link, const char *field)
{
  GPtrArray *views = g_ptr_array_new ();
  const char *phase = get_phase (session);
  RapportElementList *list
      = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_PERSPECTIVES);
  gboolean differ;

  if (phase == NULL || rapport_lens_get_perspective (rapport_session_get_lens (session)) != NULL)
    return views;
  differ = get_own (link, phase, NULL, field) == RAPPORT_LEVEL_DIFFER;
  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *view = rapport_element_list_peek (list, i);

      if (get_own (link, phase, rapport_element_get_id (view), field) != RAPPORT_LEVEL_UNSET
          || (differ && belongs_to_side (link, view)))
        g_ptr_array_add (views, view);
    }
  return views;
}
