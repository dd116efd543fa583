/* rapport-sector.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportSector:
 * A sector of the wheel: its caption where it was changed, or one of the user's own.
 */
#define RAPPORT_TYPE_SECTOR (rapport_sector_get_type ())
G_DECLARE_FINAL_TYPE (RapportSector, rapport_sector, RAPPORT, SECTOR, RapportElement)

RapportElement *rapport_sector_new (const char *id);
const char     *rapport_sector_get_name (RapportSector *self);
const char     *rapport_sector_get_letter (RapportSector *self);
const char     *rapport_sector_get_other_name (RapportSector *self);

/* Whether @id is one of the five that every map has without declaring them. */
gboolean    rapport_sector_is_built_in    (const char *id);
const char *rapport_sector_built_in_name  (const char *id);
const char *rapport_sector_built_in_letter (const char *id);

G_END_DECLS
