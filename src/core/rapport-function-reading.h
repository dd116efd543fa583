/* rapport-function-reading.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-reading.h"

G_BEGIN_DECLS

/* Who holds a leading function in a phase. */
const RapportReadingKind *rapport_function_reading_kind (void);

const char *rapport_function_reading_get_by (const RapportReading *self);

G_END_DECLS
