/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rapport-map.h"

/* Returns: (transfer full): @variant as after a time on disk: from flat bytes, not trusted */
GVariant   *variant_through_bytes (GVariant *variant);

/* Returns: (transfer full): an equal map without a history, each element made from what the journal would hold */
RapportMap *map_clone             (RapportMap *map);

/* Returns: (transfer full): an equal map without a history, to be looked back at; cheaper */
RapportMap *map_copy              (RapportMap *map);
