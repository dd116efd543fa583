/* rapport-close-box.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportCloseBox:
 * The end of a workshop: what is read back, what the room agreed on and when, responses with the day on which they are
 * looked at again, and what is shared. Counts and words of people, never a verdict.
 */
#define RAPPORT_TYPE_CLOSE_BOX (rapport_close_box_get_type ())
G_DECLARE_FINAL_TYPE (RapportCloseBox, rapport_close_box, RAPPORT, CLOSE_BOX, GtkBox)

GtkWidget *rapport_close_box_new         (void);
void       rapport_close_box_set_session (RapportCloseBox *self, RapportSession *session);
char      *rapport_close_read_back       (RapportSession *session);

G_END_DECLS
