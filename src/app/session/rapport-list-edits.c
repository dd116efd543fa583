/* rapport-list-edits.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-edits.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-newcomers.h"

/* A map on which nobody had judged anything shows what the list judged, as it would when it is opened. */
static void
show_what_came (RapportSession *session, guint usual_before)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autoptr (RapportLens) usual = rapport_lens_new (rapport_session_get_map (session));
  g_autoptr (RapportLens) changed = NULL;

  if (rapport_lens_get_show (lens) != usual_before || rapport_lens_get_show (usual) == usual_before)
    return;
  changed = rapport_lens_with_show (lens, rapport_lens_get_show (usual));
  rapport_session_set_lens (session, changed);
}

static void
select_all (RapportSession *session, GPtrArray *ids)
{
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  rapport_selection_set_all (rapport_session_get_selection (session), (const char *const *) ids->pdata);
}

static char *
tell (guint people, guint links)
{
  g_autofree char *who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", people), people);
  g_autofree char *what = g_strdup_printf (ngettext ("%u link", "%u links", links), links);

  /* Translators: both %s are counts, such as “3 stakeholders” and “1 link”. */
  return g_strdup_printf (_("%s and %s were added"), who, what);
}

/**
 * rapport_edit_add_list:
 * @plan: of the session's map as it is now; it is used up
 *
 * Makes what the list says, as one step, with places for those who are new, who are then selected.
 *
 * Returns: (transfer full) (nullable): what was done, as a sentence; %NULL where nothing was
 */
char *
rapport_edit_add_list (RapportSession *session, RapportListPlan *plan)
{
  RapportMap *map = rapport_session_get_map (session);
  const guint people = rapport_list_plan_count_people (plan, RAPPORT_LIST_NEW);
  const guint links = rapport_list_plan_count_links (plan, RAPPORT_LIST_NEW);
  g_autoptr (RapportLens) usual = rapport_lens_new (map);
  g_autoptr (GPtrArray) ids = NULL;
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session))
    return NULL;
  transaction = rapport_history_begin (rapport_session_get_history (session), _("Add a list"), NULL);
  ids = rapport_list_plan_apply (plan, transaction);
  rapport_newcomers_seat (map, rapport_lens_get_phase (rapport_session_get_lens (session)), ids, transaction);
  if (!rapport_transaction_commit (transaction))
    return NULL;
  show_what_came (session, rapport_lens_get_show (usual));
  select_all (session, ids);
  return people + links > 0 ? tell (people, links) : g_strdup (_("What was open was filled in"));
}
