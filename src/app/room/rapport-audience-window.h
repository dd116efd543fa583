/* rapport-audience-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-audience-view.h"

G_BEGIN_DECLS

/**
 * RapportAudienceWindow:
 * What the room sees, on a screen of its own or in an ordinary window that is shared in a video call: the map without
 * anything round it. No toast, tooltip, dialog or path has a place here. It takes the keys of clickers.
 *
 * After E the map is edited here, before the room, until Escape: then letters, arrows and Space are those of the editor,
 * and only Page Up and Down are still the clicker's.
 *
 * The signal ::leave () asks for the end of the presentation.
 */
#define RAPPORT_TYPE_AUDIENCE_WINDOW (rapport_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportAudienceWindow, rapport_audience_window, RAPPORT, AUDIENCE_WINDOW, GtkWindow)

RapportAudienceWindow *rapport_audience_window_new      (RapportPresentation *presentation, GtkWidget *view);
void                   rapport_audience_window_fill     (RapportAudienceWindow *self, GdkMonitor *monitor);
void                   rapport_audience_window_edit     (RapportAudienceWindow *self, gboolean edit);

gboolean rapport_audience_key (RapportPresentation *presentation, RapportAudienceView *view, guint key);

G_END_DECLS
