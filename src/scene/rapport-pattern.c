/* rapport-pattern.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pattern-private.h"

/* The word that ids are made of. */
const char *
_rapport_pattern_get_name (RapportPattern pattern)
{
  static const char *const names[] = {
    [RAPPORT_PATTERN_NONE] = "none",         [RAPPORT_PATTERN_HATCH] = "hatch",
    [RAPPORT_PATTERN_BACK_HATCH] = "back",   [RAPPORT_PATTERN_CROSS] = "cross",
    [RAPPORT_PATTERN_DOTS] = "dots",         [RAPPORT_PATTERN_HORIZONTAL] = "horizontal",
  };

  g_return_val_if_fail (pattern < G_N_ELEMENTS (names), names[0]);
  return names[pattern];
}

/* One tile of %RAPPORT_PATTERN_TILE as the outline that SVG writes. Lines reach over the tile's border, so that they
 * meet those of the next one; dots are lines without length and round ends. */
const char *
_rapport_pattern_get_tile (RapportPattern pattern)
{
  static const char *const tiles[] = {
    [RAPPORT_PATTERN_NONE] = "",
    [RAPPORT_PATTERN_HATCH] = "M-1 1L1-1M-1 7L7-1M5 7L7 5",
    [RAPPORT_PATTERN_BACK_HATCH] = "M-1 5L1 7M-1-1L7 7M5-1L7 1",
    [RAPPORT_PATTERN_CROSS] = "M-1 1L1-1M-1 7L7-1M5 7L7 5M-1 5L1 7M-1-1L7 7M5-1L7 1",
    [RAPPORT_PATTERN_DOTS] = "M3 3h0",
    [RAPPORT_PATTERN_HORIZONTAL] = "M0 3H6",
  };

  g_return_val_if_fail (pattern < G_N_ELEMENTS (tiles), tiles[0]);
  return tiles[pattern];
}
