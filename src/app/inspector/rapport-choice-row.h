/* rapport-choice-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportChoiceRow:
 * One of a few: a word of a list, a level, or something in the map by its name. What is not said is a choice too.
 */
#define RAPPORT_TYPE_CHOICE_ROW (rapport_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportChoiceRow, rapport_choice_row, RAPPORT, CHOICE_ROW, RapportFormRow)

GtkWidget *rapport_choice_row_new (void);

G_END_DECLS
