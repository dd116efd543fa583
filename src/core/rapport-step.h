/* rapport-step.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportStep:
 * One step of a presentation: what is shown, and words for the room and for the facilitator.
 */
#define RAPPORT_TYPE_STEP (rapport_step_get_type ())
G_DECLARE_FINAL_TYPE (RapportStep, rapport_step, RAPPORT, STEP, RapportElement)

RapportElement *rapport_step_new (const char *id);
const char     *rapport_step_get_reveal (RapportStep *self);
const char     *rapport_step_get_phase (RapportStep *self);
const char     *rapport_step_get_perspective (RapportStep *self);
const char     *rapport_step_get_compare_phase (RapportStep *self);
const char     *rapport_step_get_compare_perspective (RapportStep *self);
const char     *rapport_step_get_layers (RapportStep *self);
const char     *rapport_step_get_tensions (RapportStep *self);
const char     *rapport_step_get_hide_sectors (RapportStep *self);
const char     *rapport_step_get_focus (RapportStep *self);
const char     *rapport_step_get_camera (RapportStep *self);
const char     *rapport_step_get_title (RapportStep *self);
const char     *rapport_step_get_prompt (RapportStep *self);
const char     *rapport_step_get_presenter_note (RapportStep *self);

G_END_DECLS
