/* rapport-focus-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

char *rapport_focus_words (RapportSession *session);

G_END_DECLS
