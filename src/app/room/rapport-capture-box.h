/* rapport-capture-box.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportCaptureBox:
 * One line for what people say they will try. Enter puts it into the map as a response to the tension that is talked
 * about, which is named beside it.
 */
#define RAPPORT_TYPE_CAPTURE_BOX (rapport_capture_box_get_type ())
G_DECLARE_FINAL_TYPE (RapportCaptureBox, rapport_capture_box, RAPPORT, CAPTURE_BOX, GtkBox)

GtkWidget *rapport_capture_box_new         (void);
void       rapport_capture_box_set_session (RapportCaptureBox *self, RapportSession *session);

/* What it does, without a widget. */
RapportElement *rapport_capture_find_mark (RapportSession *session);
const char     *rapport_capture_add       (RapportSession *session, const char *what);

G_END_DECLS
