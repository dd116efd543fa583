/* rapport-response.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-response.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-note.h"

struct _RapportResponse
{
  RapportElement parent_instance;

  char *kind;
  char *by;
  char *structure;
  char *marks;
  char *status;
  char *look_again;
  char *level;
  char *what;
};

G_DEFINE_FINAL_TYPE (RapportResponse, rapport_response, RAPPORT_TYPE_ELEMENT)

static const RapportWord kinds[] = {
  { "leadership-act", N_("Leadership act") },
  { "facilitating-structure", N_("Shared structure") },
  { "agreement", N_("Agreement") },
  { "communication", N_("Communication") },
  { "resource", N_("Resource") },
  { "role-or-person-time", N_("Role or people’s time") },
  { NULL },
};

static const RapportWord statuses[] = {
  { "idea", N_("Idea") },
  { "agreed", N_("Agreed") },
  { "under-way", N_("Under way") },
  { "in-place", N_("In place") },
  { "dropped", N_("Dropped") },
  { NULL },
};

static const RapportProperty properties[] = {
  {
    .name = "kind",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportResponse, kind),
    .words = kinds,
    .title = N_("Kind"),
    .help = N_("What sort of answer it is."),
  },
  {
    .name = "by",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportResponse, by),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("By whom"),
    .help = N_("Those who act."),
  },
  {
    .name = "structure",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportResponse, structure),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("With which structure"),
    .help = N_("The shared structure that carries it."),
  },
  {
    .name = "marks",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportResponse, marks),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("For which tensions"),
    .help = N_("What it answers."),
  },
  {
    .name = "status",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportResponse, status),
    .words = statuses,
    .title = N_("Status"),
    .help = N_("How far it has come."),
  },
  {
    .name = "look-again",
    .kind = RAPPORT_KIND_DATE,
    RAPPORT_FIELD (RapportResponse, look_again),
    .title = N_("Look again on"),
    .help = N_("When the partners look whether it has helped, such as 2027-05."),
  },
  {
    .name = "level",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportResponse, level),
    .words = rapport_note_levels,
    .title = N_("Who may see it"),
    .help = N_("Who is shown it."),
  },
  {
    .name = "what",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportResponse, what),
    .title = N_("What"),
    .help = N_("What is to be done, in one sentence."),
  },
};

static void
rapport_response_class_init (RapportResponseClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "response", 'p',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_response_init (RapportResponse *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_response_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_RESPONSE, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_kind (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->kind;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_by (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->by;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_structure (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->structure;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_marks (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->marks;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_status (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->status;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_look_again (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->look_again;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_level (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->level;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_response_get_what (RapportResponse *self)
{
  g_return_val_if_fail (RAPPORT_IS_RESPONSE (self), NULL);
  return self->what;
}
