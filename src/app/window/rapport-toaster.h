/* rapport-toaster.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RapportToaster:
 * The sentences that come up at the foot of a window and go by themselves. There is one at most that offers to undo, and
 * it is about what was done last: when something else is done it takes the words for that, or goes. Where others wait a
 * sentence stays for two seconds, and few wait: one does not read for a minute what was done in a moment.
 */
#define RAPPORT_TYPE_TOASTER (rapport_toaster_get_type ())
G_DECLARE_FINAL_TYPE (RapportToaster, rapport_toaster, RAPPORT, TOASTER, GObject)

RapportToaster *rapport_toaster_new           (AdwToastOverlay *overlay);

void            rapport_toaster_add           (RapportToaster *self, AdwToast *toast);
void            rapport_toaster_tell          (RapportToaster *self, const char *sentence);
void            rapport_toaster_offer_undo    (RapportToaster *self, const char *done);
void            rapport_toaster_forget_undo   (RapportToaster *self);
void            rapport_toaster_show_progress (RapportToaster *self, const char *words, const char *stop_action);
void            rapport_toaster_end_progress  (RapportToaster *self);

G_END_DECLS
