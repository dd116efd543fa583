/* rapport-chips-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportChipsRow:
 * Any of a few words, each a button that stays down; what is given can be told in own words as well.
 */
#define RAPPORT_TYPE_CHIPS_ROW (rapport_chips_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportChipsRow, rapport_chips_row, RAPPORT, CHIPS_ROW, RapportFormRow)

GtkWidget *rapport_chips_row_new (void);

G_END_DECLS
