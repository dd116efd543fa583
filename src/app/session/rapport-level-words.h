/* rapport-level-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a level is called on screen, and the two ends between which each tension lies.
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

char       *rapport_level_words (const RapportProperty *property, RapportElement *element, int level)
                                 G_GNUC_WARN_UNUSED_RESULT;
const char *rapport_level_pole  (RapportElement *mark, RapportSide side);

G_END_DECLS
