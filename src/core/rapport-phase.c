/* rapport-phase.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-phase.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportPhase
{
  RapportElement parent_instance;

  char *name;
  char *date;
  char *standing;
  char *agreed;
  char *people;
};

G_DEFINE_FINAL_TYPE (RapportPhase, rapport_phase, RAPPORT_TYPE_ELEMENT)

static const RapportWord standings[] = {
  { "draft", N_("Draft: one view") },
  { "agreed", N_("Agreed in the room") },
  { NULL },
};

static const RapportProperty properties[] = {
  {
    .name = "name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportPhase, name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("Such as Before, Now or Aim."),
  },
  {
    .name = "date",
    .kind = RAPPORT_KIND_DATE,
    RAPPORT_FIELD (RapportPhase, date),
    .title = N_("Date"),
    .help = N_("Such as 2026, 2026-11 or 2026-11-23."),
  },
  {
    .name = "standing",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportPhase, standing),
    .words = standings,
    .title = N_("Standing"),
    .help = N_("A draft holds one view; agreed means that the room said so."),
  },
  {
    .name = "agreed",
    .kind = RAPPORT_KIND_DATE,
    RAPPORT_FIELD (RapportPhase, agreed),
    .title = N_("Agreed on"),
    .help = N_("The day on which the room agreed."),
  },
  {
    .name = "people",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportPhase, people),
    .title = N_("People in the room"),
    .help = N_("How many people took part from each sector. Numbers, never names."),
  },
};

static void
rapport_phase_class_init (RapportPhaseClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "phase", 'h',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_phase_init (RapportPhase *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_phase_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_PHASE, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_phase_get_name (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), NULL);
  return self->name;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_phase_get_date (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), NULL);
  return self->date;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_phase_get_standing (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), NULL);
  return self->standing;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_phase_get_agreed (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), NULL);
  return self->agreed;
}

/* Whether the room has agreed what is said of that time: nothing is agreed by itself. */
gboolean
rapport_phase_is_agreed (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), FALSE);
  return g_strcmp0 (self->standing, "agreed") == 0;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_phase_get_people (RapportPhase *self)
{
  g_return_val_if_fail (RAPPORT_IS_PHASE (self), NULL);
  return self->people;
}
