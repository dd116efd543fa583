/* rapport-step.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-step.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportStep
{
  RapportElement parent_instance;

  int minutes;
  char *reveal;
  char *phase;
  char *perspective;
  char *compare_phase;
  char *compare_perspective;
  char *layers;
  char *tensions;
  char *hide_sectors;
  char *focus;
  int reach;
  char *camera;
  char *title;
  char *prompt;
  char *presenter_note;
};

G_DEFINE_FINAL_TYPE (RapportStep, rapport_step, RAPPORT_TYPE_ELEMENT)

static const RapportWord reveals[] = {
  { "all-at-once", N_("All at once") },
  { "by-relation", N_("One kind at a time") },
  { "by-sector", N_("Sector by sector") },
  { NULL },
};

static const RapportWord layers[] = {
  { "influence", N_("Influence") },
  { "power", N_("Power") },
  { "gives", N_("Give and get") },
  { "backdrop", N_("Backdrop") },
  { "labels", N_("Names") },
  { NULL },
};

static const RapportProperty properties[] = {
  {
    .name = "minutes",
    .kind = RAPPORT_KIND_COUNT,
    RAPPORT_FIELD (RapportStep, minutes),
    .min = 0,
    .max = 1440,
    .title = N_("Minutes"),
  },
  {
    .name = "reveal",
    .kind = RAPPORT_KIND_WORD,
    RAPPORT_FIELD (RapportStep, reveal),
    .words = reveals,
    .title = N_("Unfolds"),
  },
  {
    .name = "phase",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStep, phase),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Time"),
  },
  {
    .name = "perspective",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStep, perspective),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Whose view"),
  },
  {
    .name = "compare-phase",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStep, compare_phase),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Compared with the time"),
  },
  {
    .name = "compare-perspective",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportStep, compare_perspective),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Compared with the view"),
  },
  {
    .name = "layers",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportStep, layers),
    .words = layers,
    .title = N_("On show"),
  },
  {
    .name = "tensions",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportStep, tensions),
    .title = N_("Tensions"),
  },
  {
    .name = "hide-sectors",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportStep, hide_sectors),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("Sectors left out"),
  },
  {
    .name = "focus",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportStep, focus),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("In the middle of attention"),
  },
  {
    .name = "reach",
    .kind = RAPPORT_KIND_COUNT,
    RAPPORT_FIELD (RapportStep, reach),
    .min = 0,
    .max = 3,
    .title = N_("Steps out"),
  },
  {
    .name = "camera",
    .kind = RAPPORT_KIND_WORDS,
    RAPPORT_FIELD (RapportStep, camera),
    .title = N_("Camera"),
    .help = N_("Centre and width, in map units."),
  },
  {
    .name = "title",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStep, title),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Title"),
  },
  {
    .name = "prompt",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStep, prompt),
    .title = N_("Prompt"),
  },
  {
    .name = "presenter-note",
    .kind = RAPPORT_KIND_TEXT,
    .in_element = TRUE,
    RAPPORT_FIELD (RapportStep, presenter_note),
    .title = N_("Facilitator’s note"),
    .help = N_("Never shown to the room."),
  },
};

static void
rapport_step_class_init (RapportStepClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "step", 'e',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_step_init (RapportStep *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_step_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_STEP, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_reveal (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->reveal;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_phase (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->phase;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_perspective (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->perspective;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_compare_phase (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->compare_phase;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_compare_perspective (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->compare_perspective;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_layers (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->layers;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_tensions (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->tensions;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_hide_sectors (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->hide_sectors;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_focus (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->focus;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_camera (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->camera;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_title (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->title;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_prompt (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->prompt;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_step_get_presenter_note (RapportStep *self)
{
  g_return_val_if_fail (RAPPORT_IS_STEP (self), NULL);
  return self->presenter_note;
}
