/* rapport-new-map.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

RapportMap *rapport_new_map (GDateTime *now, const char *title, const char *question);

G_END_DECLS
