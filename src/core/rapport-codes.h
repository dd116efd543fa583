/* rapport-codes.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes for stakeholders whose names are hidden: the sector and a number, such as "NHS 1". Numbers go by the order of
 * the map, whatever the time, view or step, so that one code is one stakeholder in a whole presentation.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

char       *rapport_code_new  (RapportElement *stakeholder);
GHashTable *rapport_codes_new (RapportMap *map);
GPtrArray  *rapport_codes_list_names_left (RapportMap *map);

G_END_DECLS
