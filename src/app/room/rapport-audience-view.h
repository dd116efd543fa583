/* rapport-audience-view.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-presentation.h"
#include "rapport-scene.h"

G_BEGIN_DECLS

/**
 * RapportAudienceView:
 * The map as the room sees it: a scene and nothing else. What is for facilitators or kept in the file is in no scene,
 * so it cannot come here, neither as a picture nor as words for a screen reader.
 */
#define RAPPORT_TYPE_AUDIENCE_VIEW (rapport_audience_view_get_type ())
G_DECLARE_FINAL_TYPE (RapportAudienceView, rapport_audience_view, RAPPORT, AUDIENCE_VIEW, GtkWidget)

GtkWidget          *rapport_audience_view_new             (RapportPresentation *presentation);
const RapportScene *rapport_audience_view_get_scene       (RapportAudienceView *self);
RapportPage         rapport_audience_view_get_page        (RapportAudienceView *self);
gboolean            rapport_audience_view_is_sharp        (RapportAudienceView *self);
double              rapport_audience_view_get_legibility  (RapportAudienceView *self);
void                rapport_audience_view_zoom_to_selection (RapportAudienceView *self);
const char         *rapport_audience_view_find_at         (RapportAudienceView *self, double x, double y);
void                rapport_audience_view_toggle_legend   (RapportAudienceView *self);

G_END_DECLS
