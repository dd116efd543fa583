/* rapport-name-match.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

GPtrArray *rapport_name_match_list (RapportMap *map, const char *text, guint most);

G_END_DECLS
