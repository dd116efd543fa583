/* rapport-presentation.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"
#include "rapport-step-view.h"
#include "rapport-theme.h"

G_BEGIN_DECLS

/**
 * RapportPresentation:
 * What the room is shown of a session, and how far it has come. It is view state: the map is not modified by it. The
 * room sees what the session's lens shows, so that whoever edits sees the same, unless the picture is held; a step
 * sets the lens.
 *
 * The signal ::changed () is sent after anything here is another, and after a change of lens or map.
 */
#define RAPPORT_TYPE_PRESENTATION (rapport_presentation_get_type ())
G_DECLARE_FINAL_TYPE (RapportPresentation, rapport_presentation, RAPPORT, PRESENTATION, GObject)

RapportPresentation *rapport_presentation_new          (RapportSession *session);
RapportSession      *rapport_presentation_get_session  (RapportPresentation *self);
guint                rapport_presentation_get_serial   (RapportPresentation *self);

guint        rapport_presentation_get_n_steps   (RapportPresentation *self);
RapportStep *rapport_presentation_get_step      (RapportPresentation *self);
RapportStep *rapport_presentation_peek_next     (RapportPresentation *self);
guint        rapport_presentation_get_position  (RapportPresentation *self);
guint        rapport_presentation_get_stage     (RapportPresentation *self);
void         rapport_presentation_go_to         (RapportPresentation *self, guint position, guint stage);
gboolean     rapport_presentation_next          (RapportPresentation *self);
gboolean     rapport_presentation_previous      (RapportPresentation *self);
void         rapport_presentation_leave_steps   (RapportPresentation *self);
const char  *rapport_presentation_get_words     (RapportPresentation *self);
void         rapport_presentation_set_words     (RapportPresentation *self, const char *words);
gboolean     rapport_presentation_get_camera    (RapportPresentation *self, RapportCamera *camera);
void         rapport_presentation_set_camera    (RapportPresentation *self, const RapportCamera *camera);

gboolean      rapport_presentation_is_held      (RapportPresentation *self);
void          rapport_presentation_set_held     (RapportPresentation *self, gboolean held);
gboolean      rapport_presentation_is_black     (RapportPresentation *self);
void          rapport_presentation_set_black    (RapportPresentation *self, gboolean black);
RapportScheme rapport_presentation_get_scheme   (RapportPresentation *self);
void          rapport_presentation_next_scheme  (RapportPresentation *self);
double        rapport_presentation_get_magnification (RapportPresentation *self);
void          rapport_presentation_magnify      (RapportPresentation *self, int steps);
gboolean      rapport_presentation_get_legend   (RapportPresentation *self, gboolean unless_said);
void          rapport_presentation_set_legend   (RapportPresentation *self, gboolean legend);
void          rapport_presentation_spotlight    (RapportPresentation *self);
gboolean      rapport_presentation_is_pointing  (RapportPresentation *self);
void          rapport_presentation_point_at     (RapportPresentation *self, const char *id);
gboolean      rapport_presentation_compare_with_before (RapportPresentation *self);

gint64        rapport_presentation_get_elapsed      (RapportPresentation *self);
gint64        rapport_presentation_get_step_elapsed (RapportPresentation *self);

G_END_DECLS
