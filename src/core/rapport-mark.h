/* rapport-mark.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportMark:
 * Where a tension is felt, how it pulls and in whose words. It never says who is at fault.
 */
#define RAPPORT_TYPE_MARK (rapport_mark_get_type ())
G_DECLARE_FINAL_TYPE (RapportMark, rapport_mark, RAPPORT, MARK, RapportElement)

RapportElement *rapport_mark_new (const char *id);
const char     *rapport_mark_get_tension (RapportMark *self);
const char     *rapport_mark_get_on (RapportMark *self);
const char     *rapport_mark_get_phase (RapportMark *self);
const char     *rapport_mark_get_perspective (RapportMark *self);
const char     *rapport_mark_get_pull (RapportMark *self);
const char     *rapport_mark_get_state (RapportMark *self);
const char     *rapport_mark_get_level (RapportMark *self);
const char     *rapport_mark_get_note_a (RapportMark *self);
const char     *rapport_mark_get_note_b (RapportMark *self);

G_END_DECLS
