/* rapport-leaving-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/* What a picture of @map takes with it, as a sentence (transfer full). */
char *rapport_leaving_words (RapportMap *map, gboolean hides_names);

G_END_DECLS
