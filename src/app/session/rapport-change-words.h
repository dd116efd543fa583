/* rapport-change-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was changed, in a sentence for those who do not see it.
 */
#pragma once

#include "rapport-change.h"

G_BEGIN_DECLS

char *rapport_change_words (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
