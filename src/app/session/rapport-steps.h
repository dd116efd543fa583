/* rapport-steps.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to the steps of a presentation, each as one named step of undo. Nothing is changed in a map that is only
 * looked at.
 */
#pragma once

#include "rapport-session.h"
#include "rapport-step-view.h"

G_BEGIN_DECLS

const char *rapport_steps_add_view  (RapportSession *session, const RapportCamera *camera, guint position);
guint       rapport_steps_add_ready (RapportSession *session);
void        rapport_steps_show_view (RapportSession *session, const char *id, const RapportCamera *camera);
void        rapport_steps_set_camera (RapportSession *session, const char *id, const RapportCamera *camera);
void        rapport_steps_move      (RapportSession *session, const char *id, int by);
void        rapport_steps_remove    (RapportSession *session, const char *id);

G_END_DECLS
