/* rapport-flag-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportFlagRow:
 * Yes or no, as a switch.
 */
#define RAPPORT_TYPE_FLAG_ROW (rapport_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportFlagRow, rapport_flag_row, RAPPORT, FLAG_ROW, RapportFormRow)

GtkWidget *rapport_flag_row_new (void);

G_END_DECLS
