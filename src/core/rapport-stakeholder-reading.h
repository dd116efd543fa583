/* rapport-stakeholder-reading.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-reading.h"

G_BEGIN_DECLS

/* Ring, influence and stake of a stakeholder: what people see, never what is computed. */
const RapportReadingKind *rapport_stakeholder_reading_kind (void);

const char *rapport_stakeholder_reading_get_ring      (const RapportReading *self);
int         rapport_stakeholder_reading_get_influence (const RapportReading *self);
int         rapport_stakeholder_reading_get_stake     (const RapportReading *self);

G_END_DECLS
