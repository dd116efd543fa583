/* rapport-times.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-times.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"

/* Returns: (nullable) (transfer none): the time on show */
RapportElement *
rapport_times_get_phase (RapportSession *session)
{
  const char *id = rapport_lens_get_phase (rapport_session_get_lens (session));

  return id != NULL ? rapport_map_lookup (rapport_session_get_map (session), id) : NULL;
}

/* Whether what is on show, with no view chosen, was agreed in the room; else it is a draft. */
gboolean
rapport_times_is_agreed (RapportSession *session)
{
  RapportElement *phase = rapport_times_get_phase (session);

  return phase != NULL && RAPPORT_IS_PHASE (phase) && rapport_phase_is_agreed (RAPPORT_PHASE (phase));
}

static gboolean
set_standing (RapportSession *session, const char *label, const char *standing, const char *day, const char *people)
{
  RapportElement *phase = rapport_times_get_phase (session);
  RapportTransaction *transaction;

  if (phase == NULL || !rapport_edits_are_possible (session))
    return FALSE;
  transaction = rapport_history_begin (rapport_session_get_history (session), label, NULL);
  rapport_transaction_set_text (transaction, phase, "standing", standing);
  rapport_transaction_set_text (transaction, phase, "agreed", day);
  rapport_transaction_set_text (transaction, phase, "people", people);
  return rapport_transaction_commit (transaction);
}

/**
 * rapport_times_agree:
 * @day: on which the room agreed, as 2026-11-23
 * @people: (nullable): how many from each sector, as "academia:3 nhs:4"; numbers, never names
 *
 * Records that the room agreed on the time on show, as one step. Pictures say so from then on.
 *
 * Returns: whether anything was recorded
 */
gboolean
rapport_times_agree (RapportSession *session, const char *day, const char *people)
{
  return set_standing (session, _("Agree in the room"), "agreed", day, people);
}

/* It is a draft again: nobody is told that it was agreed who may not have been there. */
gboolean
rapport_times_withdraw (RapportSession *session)
{
  return set_standing (session, _("Make it a draft again"), "draft", NULL, NULL);
}

static void
show_phase (RapportSession *session, const char *id)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autoptr (RapportLens) single = rapport_lens_with_compare (lens, NULL, NULL);
  g_autoptr (RapportLens) changed = rapport_lens_with_phase (single, id);

  rapport_session_set_lens (session, changed);
}

/**
 * rapport_times_start:
 * @name: what the new time is called, such as "May 2027" or "Aim"
 * @date: (nullable): the month, as 2027-05; an aim may have none
 *
 * Keeps the time on show as it is, copies everybody and everything answered to a new one, and shows that, all in one
 * step. What was agreed is agreed for the old time only.
 */
gboolean
rapport_times_start (RapportSession *session, const char *name, const char *date)
{
  RapportMap *map = rapport_session_get_map (session);
  const char *from = rapport_lens_get_phase (rapport_session_get_lens (session));
  g_autoptr (RapportElement) phase = NULL;
  g_autofree char *id = NULL;
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  id = rapport_map_make_id (map, RAPPORT_ELEMENT_CLASS (g_type_class_peek (RAPPORT_TYPE_PHASE))->id_letter);
  phase = rapport_phase_new (id);
  rapport_element_init_text (phase, "name", name);
  rapport_element_init_text (phase, "date", date);
  rapport_element_init_text (phase, "standing", "draft");
  transaction = rapport_history_begin (rapport_session_get_history (session), _("Start a new time"), NULL);
  rapport_transaction_insert (transaction, phase, G_MAXUINT);
  rapport_transaction_copy_phase (transaction, from, id);
  rapport_transaction_commit (transaction);
  show_phase (session, id);
  return TRUE;
}

static void
compare_times (RapportSession *session, RapportElement *shown, RapportElement *other)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  gboolean later = rapport_element_get_position (other) > rapport_element_get_position (shown);
  g_autoptr (RapportLens) at
      = rapport_lens_with_phase (lens, rapport_element_get_id (later ? shown : other));
  g_autoptr (RapportLens) compared = rapport_lens_with_compare (at, rapport_element_get_id (later ? other : shown), NULL);

  rapport_session_set_lens (session, compared);
}

/**
 * rapport_times_compare:
 * @other: (nullable): a time or a view; %NULL ends the comparison
 *
 * Shows what is on show now beside another time or view. Of two times the earlier is always what was, and the later what
 * becomes of it.
 */
void
rapport_times_compare (RapportSession *session, RapportElement *other)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  RapportElement *shown = rapport_times_get_phase (session);
  g_autoptr (RapportLens) changed = NULL;

  if (RAPPORT_IS_PHASE (other) && shown != NULL && other != shown)
    {
      compare_times (session, shown, other);
      return;
    }
  changed = rapport_lens_with_compare (lens, NULL, RAPPORT_IS_PERSPECTIVE (other) ? rapport_element_get_id (other) : NULL);
  rapport_session_set_lens (session, changed);
}
