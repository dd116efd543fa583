/* rapport-mark.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-mark.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-note.h"

struct _RapportMark
{
  RapportElement parent_instance;

  char *tension;
  char *on;
  char *phase;
  char *perspective;
  gint8 position;
  char *pull;
  gint8 felt;
  char *state;
  char *level;
  char *note_a;
  char *note_b;
  GVariant *evidence;
};

G_DEFINE_FINAL_TYPE (RapportMark, rapport_mark, RAPPORT_TYPE_ELEMENT)

static const RapportWord tensions[] = {
  { "narratives", N_("Narratives") },
  { "power", N_("Power and reciprocity") },
  { "language", N_("Language") },
  { "structures", N_("People and structures") },
  { NULL },
};

static const RapportWord pulls[] = {
  { "idealistic", N_("Idealistic") },
  { "tokenistic", N_("Tokenistic") },
  { "both", N_("Both") },
  { NULL },
};

static const RapportWord states[] = {
  { "noticed", N_("Noticed") },
  { "talked-about", N_("Talked about") },
  { "being-worked-with", N_("Being worked with") },
  { "productive", N_("Productive") },
  { "stuck", N_("Stuck") },
  { "parked", N_("Parked") },
  { NULL },
};

static const char *const evidence_columns[] = { "kind", "date", NULL };

static const RapportProperty properties[] = {
  {
    .name = "tension",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMark, tension),
    .words = tensions,
    .title = N_("Tension"),
    .help = N_("Which of the four tensions of working together."),
  },
  {
    .name = "on",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportMark, on),
    .on_delete = RAPPORT_ON_DELETE_DROP_OR_GO,
    .title = N_("Felt here"),
    .help = N_("Stakeholders, links or a region; nothing means the whole map."),
  },
  {
    .name = "phase",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportMark, phase),
    .on_delete = RAPPORT_ON_DELETE_GO,
    .title = N_("Time"),
    .help = N_("The time in which it is felt."),
  },
  {
    .name = "perspective",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportMark, perspective),
    .on_delete = RAPPORT_ON_DELETE_GO,
    .title = N_("Whose view"),
    .help = N_("Who feels it so."),
  },
  {
    .name = "position",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (RapportMark, position),
    .min = -2,
    .max = 2,
    .title = N_("Where it lies"),
    .help = N_("Between the two ends; neither is the good one."),
  },
  {
    .name = "pull",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMark, pull),
    .words = pulls,
    .title = N_("Pull"),
    .help = N_("Whether the story told is too good, or only for show."),
  },
  {
    .name = "felt",
    .kind = RAPPORT_KIND_LEVEL,
    RAPPORT_FIELD (RapportMark, felt),
    .min = 1,
    .max = 3,
    .title = N_("How strongly it is felt"),
    .help = N_("How strongly people feel it, apart from where it lies."),
  },
  {
    .name = "state",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMark, state),
    .words = states,
    .title = N_("State"),
    .help = N_("There is no “solved”: a tension can be productive."),
  },
  {
    .name = "level",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportMark, level),
    .words = rapport_note_levels,
    .title = N_("Who may see it"),
    .help = N_("Who is shown it."),
  },
  {
    .name = "note-a",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMark, note_a),
    .title = N_("On the one hand"),
    .help = N_("In the words of those who said it."),
  },
  {
    .name = "note-b",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMark, note_b),
    .title = N_("On the other hand"),
    .help = N_("In the words of those who said it."),
  },
  {
    .name = "evidence",
    .kind = RAPPORT_KIND_RECORDS,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportMark, evidence),
    .columns = evidence_columns,
    .title = N_("Evidence"),
    .help = N_("An example, a document, an experience or data."),
  },
};

static void
rapport_mark_class_init (RapportMarkClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "mark", 't',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_mark_init (RapportMark *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_mark_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_MARK, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_tension (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->tension;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_on (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->on;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_phase (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->phase;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_perspective (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->perspective;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_pull (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->pull;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_state (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->state;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_level (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->level;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_note_a (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->note_a;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_mark_get_note_b (RapportMark *self)
{
  g_return_val_if_fail (RAPPORT_IS_MARK (self), NULL);
  return self->note_b;
}
