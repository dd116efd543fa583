/* rapport-outline-view.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportOutlineView:
 * The whole map as a list, an equal face of it: stakeholders by sector, links, tensions, responses, who leads on
 * what, words we use. What is selected here is selected on the map, and the other way round. It follows the map's
 * lists and is not made anew; while nobody sees it, it costs nothing.
 *
 * Signals: ::activated (id) when something is entered; ::leave when the map is to have the focus again.
 */
#define RAPPORT_TYPE_OUTLINE_VIEW (rapport_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (RapportOutlineView, rapport_outline_view, RAPPORT, OUTLINE_VIEW, GtkWidget)

void rapport_outline_view_set_session  (RapportOutlineView *self, RapportSession *session);
void rapport_outline_view_start_search (RapportOutlineView *self);

G_END_DECLS
