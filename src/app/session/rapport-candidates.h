/* rapport-candidates.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reference may name, so that it is chosen by name and never typed.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

GPtrArray  *rapport_candidates_list (RapportMap *map, const RapportProperty *property, RapportElement *element)
                                     G_GNUC_WARN_UNUSED_RESULT;
char       *rapport_candidates_name (RapportMap *map, const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *rapport_candidates_none (const RapportProperty *property);

G_END_DECLS
