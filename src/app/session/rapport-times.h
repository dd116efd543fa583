/* rapport-times.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to the time on show as a whole: the room agrees on it, another is started from it, it is compared.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

gboolean rapport_times_agree     (RapportSession *session, const char *day, const char *people);
gboolean rapport_times_withdraw  (RapportSession *session);
gboolean rapport_times_start     (RapportSession *session, const char *name, const char *date);
void     rapport_times_compare   (RapportSession *session, RapportElement *other);
gboolean rapport_times_is_agreed (RapportSession *session);

RapportElement *rapport_times_get_phase (RapportSession *session);

G_END_DECLS
