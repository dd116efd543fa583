/* rapport-blank.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a round on paper, before anything is on the map: cards to write on and to lay out, and the wheel to lay them on.
 */
#pragma once

#include "rapport-scene.h"

G_BEGIN_DECLS

GPtrArray    *rapport_blank_cards_new (RapportMap *map, const RapportTheme *theme, double sheet_width,
                                       double sheet_height);
RapportScene *rapport_blank_wheel_new (RapportMap *map, const RapportTheme *theme, const RapportPage *page);

G_END_DECLS
