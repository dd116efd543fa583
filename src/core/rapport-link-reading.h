/* rapport-link-reading.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-reading.h"

G_BEGIN_DECLS

/* What each side of a link can decide, what it gives, of which kinds, and whether it is fair for it. */
const RapportReadingKind *rapport_link_reading_kind (void);

int         rapport_link_reading_get_power (const RapportReading *self, RapportSide side);
int         rapport_link_reading_get_gives (const RapportReading *self, RapportSide side);
const char *rapport_link_reading_get_kinds (const RapportReading *self, RapportSide side);
const char *rapport_link_reading_get_items (const RapportReading *self, RapportSide side);
const char *rapport_link_reading_get_fair  (const RapportReading *self, RapportSide side);

gboolean    rapport_item_is_tangible (const char *item);

G_END_DECLS
