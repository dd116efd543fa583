/* rapport-step-list.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportStepList:
 * The steps of a map in order, and a form for the one that is chosen.
 *
 * The signal ::chosen (position) is sent when somebody enters one; ::camera (id) asks for what is in view in the editor.
 */
#define RAPPORT_TYPE_STEP_LIST (rapport_step_list_get_type ())
G_DECLARE_FINAL_TYPE (RapportStepList, rapport_step_list, RAPPORT, STEP_LIST, GtkBox)

GtkWidget *rapport_step_list_new         (void);
void       rapport_step_list_set_session (RapportStepList *self, RapportSession *session);
void       rapport_step_list_edit        (RapportStepList *self, const char *id);
void       rapport_step_list_set_current (RapportStepList *self, const char *id);

G_END_DECLS
