/* rapport-people-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportPeopleRow:
 * How many people took part from each sector: numbers, never names.
 */
#define RAPPORT_TYPE_PEOPLE_ROW (rapport_people_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportPeopleRow, rapport_people_row, RAPPORT, PEOPLE_ROW, RapportFormRow)

GtkWidget *rapport_people_row_new (void);

G_END_DECLS
