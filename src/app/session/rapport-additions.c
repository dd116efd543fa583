/* rapport-additions.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-additions.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-function.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"
#include "rapport-response.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-term.h"

static RapportElement *
make (RapportSession *session, GType type)
{
  RapportElement *element = g_object_new (type, NULL);
  char letter = RAPPORT_ELEMENT_GET_CLASS (element)->id_letter;
  g_autofree char *id = rapport_map_make_id (rapport_session_get_map (session), letter);

  rapport_element_init_id (element, id);
  return element;
}

/* @element: (transfer full): something that is never selected. Returns: %TRUE */
static gboolean
insert_quietly (RapportSession *session, RapportElement *element, const char *label)
{
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (session), label, NULL);

  rapport_transaction_insert (transaction, element, G_MAXUINT);
  rapport_transaction_commit (transaction);
  g_object_unref (element);
  return TRUE;
}

/* @element: (transfer full). Returns: %TRUE */
static gboolean
insert (RapportSession *session, RapportElement *element, const char *label)
{
  g_autofree char *id = g_strdup (rapport_element_get_id (element));

  insert_quietly (session, element, label);
  rapport_selection_set (rapport_session_get_selection (session), id);
  return TRUE;
}

static const char *
phase_on_show (RapportSession *session)
{
  return rapport_lens_get_phase (rapport_session_get_lens (session));
}

/* @sector: (nullable): the id of a sector, or “across” for a shared structure; who has none is still to be placed */
gboolean
rapport_additions_add_stakeholder (RapportSession *session, const char *sector)
{
  gboolean structure = g_strcmp0 (sector, "across") == 0;
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  RapportReading *reading;
  RapportElement *element;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  reading = rapport_reading_with_text (empty, "ring", structure ? "core" : "involved");
  element = make (session, RAPPORT_TYPE_STAKEHOLDER);
  rapport_element_init_text (element, "sector", sector);
  rapport_element_init_text (element, "kind", structure ? "structure" : "organisation");
  rapport_element_init_text (element, "label", structure ? _("New shared structure") : _("New stakeholder"));
  rapport_element_init_reading (element, phase_on_show (session), NULL, reading);
  return insert (session, element, _("Add a stakeholder"));
}

/* What is selected and a tension can be felt on. Returns: (transfer full) (nullable): ids */
static char *
list_targets (RapportSession *session)
{
  g_autoptr (GPtrArray) selected
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_ELEMENT);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < selected->len; i++)
    {
      RapportElement *element = g_ptr_array_index (selected, i);

      if (RAPPORT_IS_STAKEHOLDER (element) || RAPPORT_IS_LINK (element))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", rapport_element_get_id (element));
    }
  return g_string_free (ids, ids->len == 0);
}

/* On what is selected, else on the whole map, at the time on show. */
gboolean
rapport_additions_add_mark (RapportSession *session, const char *tension)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autofree char *targets = list_targets (session);
  RapportElement *mark;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  mark = make (session, RAPPORT_TYPE_MARK);
  rapport_element_init_text (mark, "tension", tension);
  rapport_element_init_text (mark, "on", targets);
  rapport_element_init_text (mark, "phase", rapport_lens_get_phase (lens));
  rapport_element_init_text (mark, "perspective", rapport_lens_get_perspective (lens));
  rapport_element_init_text (mark, "state", "noticed");
  rapport_element_init_text (mark, "level", "facilitator");
  return insert (session, mark, _("Add a tension"));
}

/* The tensions that are selected. Returns: (transfer full) (nullable): ids */
static char *
list_marks (RapportSession *session)
{
  g_autoptr (GPtrArray) selected
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_MARK);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < selected->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            rapport_element_get_id (g_ptr_array_index (selected, i)));
  return g_string_free (ids, ids->len == 0);
}

/* To the tensions that are selected. */
gboolean
rapport_additions_add_response (RapportSession *session)
{
  g_autofree char *marks = list_marks (session);
  RapportElement *response;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  response = make (session, RAPPORT_TYPE_RESPONSE);
  rapport_element_init_text (response, "marks", marks);
  rapport_element_init_text (response, "status", "idea");
  rapport_element_init_text (response, "level", "facilitator");
  return insert (session, response, _("Add a response"));
}

gboolean
rapport_additions_add_function (RapportSession *session)
{
  return rapport_edits_are_possible (session)
         && insert (session, make (session, RAPPORT_TYPE_FUNCTION), _("Add who leads on what"));
}

gboolean
rapport_additions_add_term (RapportSession *session)
{
  return rapport_edits_are_possible (session)
         && insert (session, make (session, RAPPORT_TYPE_TERM), _("Add a word"));
}

/* Keeps the time on show as it is and starts another from it, which is then on show. */
gboolean
rapport_additions_add_phase (RapportSession *session)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  g_autoptr (RapportElement) phase = NULL;
  g_autoptr (RapportLens) changed = NULL;
  RapportTransaction *transaction;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  phase = make (session, RAPPORT_TYPE_PHASE);
  rapport_element_init_text (phase, "name", _("New time"));
  rapport_element_init_text (phase, "standing", "draft");
  transaction = rapport_history_begin (rapport_session_get_history (session), _("Start a new time"), NULL);
  rapport_transaction_insert (transaction, phase, G_MAXUINT);
  rapport_transaction_copy_phase (transaction, rapport_lens_get_phase (lens), rapport_element_get_id (phase));
  rapport_transaction_commit (transaction);
  changed = rapport_lens_with_phase (lens, rapport_element_get_id (phase));
  rapport_session_set_lens (session, changed);
  return TRUE;
}

gboolean
rapport_additions_add_perspective (RapportSession *session)
{
  RapportElement *perspective;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  perspective = make (session, RAPPORT_TYPE_PERSPECTIVE);
  rapport_element_init_text (perspective, "name", _("New view"));
  return insert_quietly (session, perspective, _("Add a view"));
}

/* @built_in: (nullable): the sector that gets a name of the map's own, else a new one is made */
gboolean
rapport_additions_add_sector (RapportSession *session, const char *built_in)
{
  RapportElement *sector;

  if (!rapport_edits_are_possible (session))
    return FALSE;
  if (built_in == NULL)
    {
      sector = make (session, RAPPORT_TYPE_SECTOR);
      rapport_element_init_text (sector, "name", _("New sector"));
      return insert_quietly (session, sector, _("Add a sector"));
    }
  if (rapport_map_lookup (rapport_session_get_map (session), built_in) != NULL)
    return FALSE;
  sector = rapport_sector_new (built_in);
  rapport_element_init_text (sector, "name",
                             rapport_map_get_sector_name (rapport_session_get_map (session), built_in));
  return insert_quietly (session, sector, _("Rename a sector"));
}
