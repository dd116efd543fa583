/* rapport-pattern-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-shape.h"

G_BEGIN_DECLS

/* A pattern repeats itself in squares of this side, in map units, from the origin of the page. */
#define RAPPORT_PATTERN_TILE 6.0
/* Of its lines, and of its dots' radius. */
#define RAPPORT_PATTERN_WIDTH 1.1
#define RAPPORT_PATTERN_DOT 1.25

const char *_rapport_pattern_get_name (RapportPattern pattern);
const char *_rapport_pattern_get_tile (RapportPattern pattern);

G_END_DECLS
