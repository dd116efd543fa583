/* rapport-inspector.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportInspector:
 * Everything about what is selected, as a form made from its table; about the map where nothing is.
 */
#define RAPPORT_TYPE_INSPECTOR (rapport_inspector_get_type ())
G_DECLARE_FINAL_TYPE (RapportInspector, rapport_inspector, RAPPORT, INSPECTOR, GtkWidget)

void rapport_inspector_set_session (RapportInspector *self, RapportSession *session);
void rapport_inspector_focus_first (RapportInspector *self);

G_END_DECLS
