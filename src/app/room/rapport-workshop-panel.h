/* rapport-workshop-panel.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-presenter.h"

G_BEGIN_DECLS

/**
 * RapportWorkshopPanel:
 * Beside the map, for whoever leads: what the room sees, the steps, questions to ask, and a line for responses. It is
 * on the editor's screen and never on the room's.
 *
 * The signal ::camera (id) asks that the step of that id goes as near as the map is in the editor now.
 */
#define RAPPORT_TYPE_WORKSHOP_PANEL (rapport_workshop_panel_get_type ())
G_DECLARE_FINAL_TYPE (RapportWorkshopPanel, rapport_workshop_panel, RAPPORT, WORKSHOP_PANEL, GtkBox)

void rapport_workshop_panel_set_presenter (RapportWorkshopPanel *self, RapportPresenter *presenter);
void rapport_workshop_panel_set_session   (RapportWorkshopPanel *self, RapportSession *session);
void rapport_workshop_panel_add_step      (RapportWorkshopPanel *self);

G_END_DECLS
