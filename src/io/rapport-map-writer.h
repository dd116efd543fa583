/* rapport-map-writer.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

GBytes *rapport_map_write (RapportMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
