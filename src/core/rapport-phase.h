/* rapport-phase.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportPhase:
 * A time: every judgement belongs to one. It is a draft, one view, until the room agrees.
 */
#define RAPPORT_TYPE_PHASE (rapport_phase_get_type ())
G_DECLARE_FINAL_TYPE (RapportPhase, rapport_phase, RAPPORT, PHASE, RapportElement)

RapportElement *rapport_phase_new (const char *id);
const char     *rapport_phase_get_name (RapportPhase *self);
const char     *rapport_phase_get_date (RapportPhase *self);
const char     *rapport_phase_get_standing (RapportPhase *self);
gboolean        rapport_phase_is_agreed (RapportPhase *self);
const char     *rapport_phase_get_agreed (RapportPhase *self);
const char     *rapport_phase_get_people (RapportPhase *self);

G_END_DECLS
