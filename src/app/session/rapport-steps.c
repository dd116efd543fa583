/* rapport-steps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-steps.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-ready-steps.h"
#include "rapport-step.h"

static RapportElementList *
get_steps (RapportSession *session)
{
  return rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_STEPS);
}

static RapportTransaction *
begin (RapportSession *session, const char *label)
{
  return rapport_history_begin (rapport_session_get_history (session), label, NULL);
}

/* Returns: (nullable) (transfer none) */
static RapportElement *
find_step (RapportSession *session, const char *id)
{
  RapportElement *step = rapport_map_lookup (rapport_session_get_map (session), id);

  return step != NULL && RAPPORT_IS_STEP (step) ? step : NULL;
}

/**
 * rapport_steps_add_view:
 * @camera: (nullable): what is in view, where that is not all of the map
 * @position: where the step goes; one beyond the last is the end
 *
 * Makes what is on show now a step.
 *
 * Returns: (nullable) (transfer none): its id
 */
const char *
rapport_steps_add_view (RapportSession *session, const RapportCamera *camera, guint position)
{
  RapportMap *map = rapport_session_get_map (session);
  guint n = rapport_element_list_get_length (get_steps (session));
  g_autofree char *id = NULL, *title = NULL;
  g_autoptr (RapportElement) step = NULL;
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session))
    return NULL;
  id = rapport_map_make_id (map, 'e');
  step = rapport_step_new (id);
  rapport_step_init_view (step, rapport_session_get_lens (session), camera);
  title = g_strdup_printf (_("Step %u"), n + 1);
  rapport_element_init_text (step, "title", title);
  transaction = begin (session, _("Add a step"));
  rapport_transaction_insert (transaction, step, MIN (position, n));
  rapport_transaction_commit (transaction);
  return rapport_element_get_id (step);
}

/* Puts the running order of a workshop behind the steps there are. Returns: how many were added */
guint
rapport_steps_add_ready (RapportSession *session)
{
  g_autoptr (GPtrArray) steps = NULL;
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session))
    return 0;
  steps = rapport_ready_steps_new (rapport_session_get_map (session));
  transaction = begin (session, _("Add the steps of a workshop"));
  for (guint i = 0; i < steps->len; i++)
    rapport_transaction_insert (transaction, g_ptr_array_index (steps, i),
                                rapport_element_list_get_length (get_steps (session)));
  rapport_transaction_commit (transaction);
  return steps->len;
}

static const char *const view_fields[] = { "phase", "perspective", "compare-phase", "compare-perspective", "layers",
                                           "tensions", "focus", "reach", "camera" };

/* The step shows from now on what is on show now; its words stay. */
void
rapport_steps_show_view (RapportSession *session, const char *id, const RapportCamera *camera)
{
  RapportElement *step = find_step (session, id);
  g_autoptr (RapportElement) view = NULL;
  RapportTransaction *transaction;

  if (step == NULL || !rapport_edits_are_possible (session))
    return;
  view = rapport_step_new (id);
  rapport_step_init_view (view, rapport_session_get_lens (session), camera);
  transaction = begin (session, _("Change what a step shows"));
  for (guint i = 0; i < G_N_ELEMENTS (view_fields); i++)
    {
      const RapportProperty *field = rapport_element_find_property (step, view_fields[i]);
      g_autoptr (GVariant) value = rapport_element_get (view, field);

      rapport_transaction_set (transaction, step, field, value);
    }
  rapport_transaction_commit (transaction);
}

/* @camera: (nullable): %NULL is all of the map */
void
rapport_steps_set_camera (RapportSession *session, const char *id, const RapportCamera *camera)
{
  RapportElement *step = find_step (session, id);
  g_autoptr (RapportElement) view = NULL;
  g_autoptr (GVariant) value = NULL;
  const RapportProperty *field;
  RapportTransaction *transaction;

  if (step == NULL || !rapport_edits_are_possible (session))
    return;
  field = rapport_element_find_property (step, "camera");
  view = rapport_step_new (id);
  rapport_step_init_view (view, rapport_session_get_lens (session), camera);
  value = rapport_element_get (view, field);
  transaction = begin (session, _("Change how near a step goes"));
  rapport_transaction_set (transaction, step, field, value);
  rapport_transaction_commit (transaction);
}

/* @by: -1 is one earlier, 1 one later; beyond the ends nothing happens */
void
rapport_steps_move (RapportSession *session, const char *id, int by)
{
  RapportElement *step = find_step (session, id);
  guint n = rapport_element_list_get_length (get_steps (session));
  RapportTransaction *transaction;
  guint to;

  if (step == NULL || !rapport_edits_are_possible (session))
    return;
  to = rapport_element_get_position (step) + (guint) by;
  if (to >= n)
    return;
  transaction = begin (session, _("Move a step"));
  rapport_transaction_move (transaction, step, to);
  rapport_transaction_commit (transaction);
}

void
rapport_steps_remove (RapportSession *session, const char *id)
{
  RapportElement *step = find_step (session, id);
  RapportTransaction *transaction;

  if (step == NULL || !rapport_edits_are_possible (session))
    return;
  transaction = begin (session, _("Delete a step"));
  rapport_transaction_delete (transaction, step);
  rapport_transaction_commit (transaction);
}
