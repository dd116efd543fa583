/* rapport-question-starters.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportQuestionStarters:
 * On a new map: three questions to begin with, one of one's own, or none. It goes away with the first of them, and
 * when the first stakeholder is about to be named.
 *
 * Signals: ::own, for a question of one's own; ::done, when the map may have the keyboard back.
 */
#define RAPPORT_TYPE_QUESTION_STARTERS (rapport_question_starters_get_type ())
G_DECLARE_FINAL_TYPE (RapportQuestionStarters, rapport_question_starters, RAPPORT, QUESTION_STARTERS, AdwBin)

void rapport_question_starters_set_session (RapportQuestionStarters *self, RapportSession *session);
void rapport_question_starters_skip        (RapportQuestionStarters *self);

G_END_DECLS
