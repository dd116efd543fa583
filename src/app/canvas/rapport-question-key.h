/* rapport-question-key.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of the three questions, on the map and on a card.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

gboolean rapport_question_key (RapportSession *session, guint key, gboolean add);

G_END_DECLS
