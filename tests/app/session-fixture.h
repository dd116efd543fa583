/* session-fixture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of widgets stand on: a small map in a session, a widget in a window, and words for changing it.
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

RapportSession *fixture_session     (void);
GtkWidget      *fixture_show        (GtkWidget *widget);
void            fixture_hide        (GtkWidget *widget);
void            fixture_settle      (void);
GtkWidget      *fixture_find        (GtkWidget *root, GType type, const char *text);
void            fixture_set         (RapportSession *session, const char *id, const char *property, const char *text);
void            fixture_set_map     (RapportSession *session, const char *property, const char *text);
RapportElement *fixture_look        (RapportSession *session, const char *id);
