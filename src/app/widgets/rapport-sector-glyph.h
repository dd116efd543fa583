/* rapport-sector-glyph.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportSectorGlyph:
 * The shape, colour and letter of a stakeholder's sector, as on the map. It says nothing to screen readers: a name
 * stands beside it.
 */
#define RAPPORT_TYPE_SECTOR_GLYPH (rapport_sector_glyph_get_type ())
G_DECLARE_FINAL_TYPE (RapportSectorGlyph, rapport_sector_glyph, RAPPORT, SECTOR_GLYPH, GtkWidget)

GtkWidget *rapport_sector_glyph_new (RapportMap *map, const char *sector);

G_END_DECLS
