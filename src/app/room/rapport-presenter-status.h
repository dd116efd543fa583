/* rapport-presenter-status.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-presenter.h"

G_BEGIN_DECLS

/**
 * RapportPresenterStatus:
 * For whoever leads: what the room sees now and what comes next, the note to it, the clock, and how long the step was
 * meant to take. Its end is told quietly: nothing flashes and nothing sounds.
 */
#define RAPPORT_TYPE_PRESENTER_STATUS (rapport_presenter_status_get_type ())
G_DECLARE_FINAL_TYPE (RapportPresenterStatus, rapport_presenter_status, RAPPORT, PRESENTER_STATUS, GtkBox)

GtkWidget *rapport_presenter_status_new (RapportPresenter *presenter);

/* In words, for the room's minutes; (transfer full). */
char *rapport_presenter_status_describe_time (gint64 elapsed, int minutes);

G_END_DECLS
