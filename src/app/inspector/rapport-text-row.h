/* rapport-text-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportTextRow:
 * Words, a date or a number that are typed: one line for names, more for what is told. A burst is one step of undo.
 */
#define RAPPORT_TYPE_TEXT_ROW (rapport_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportTextRow, rapport_text_row, RAPPORT, TEXT_ROW, RapportFormRow)

GtkWidget *rapport_text_row_new (void);

G_END_DECLS
