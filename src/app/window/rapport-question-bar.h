/* rapport-question-bar.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportQuestionBar:
 * What is on show: the three questions, the four tensions, and, where there is more than one, the time and whose
 * view. It changes the session's lens and nothing else.
 */
#define RAPPORT_TYPE_QUESTION_BAR (rapport_question_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapportQuestionBar, rapport_question_bar, RAPPORT, QUESTION_BAR, GtkWidget)

void rapport_question_bar_set_session (RapportQuestionBar *self, RapportSession *session);

G_END_DECLS
