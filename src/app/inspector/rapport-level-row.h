/* rapport-level-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportLevelRow:
 * Who may see a tension or a response.
 */
#define RAPPORT_TYPE_LEVEL_ROW (rapport_level_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportLevelRow, rapport_level_row, RAPPORT, LEVEL_ROW, RapportFormRow)

GtkWidget *rapport_level_row_new (void);

G_END_DECLS
