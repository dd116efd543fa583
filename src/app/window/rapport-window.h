/* rapport-window.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportWindow:
 * One map in a window: what is on show above, the map in the middle, details beside it. Without a map it is the
 * start page.
 */
#define RAPPORT_TYPE_WINDOW (rapport_window_get_type ())
G_DECLARE_FINAL_TYPE (RapportWindow, rapport_window, RAPPORT, WINDOW, AdwApplicationWindow)

RapportWindow  *rapport_window_new         (GtkApplication *application);

void            rapport_window_open        (RapportWindow *self, const char *path);
void            rapport_window_set_session (RapportWindow *self, RapportSession *session);
RapportSession *rapport_window_get_session (RapportWindow *self);
const char     *rapport_window_get_path    (RapportWindow *self);
RapportWindow  *rapport_window_find        (GtkApplication *application, const char *path);
gboolean        rapport_window_is_empty    (RapportWindow *self);
void            rapport_window_tell        (RapportWindow *self, const char *sentence);

G_END_DECLS
