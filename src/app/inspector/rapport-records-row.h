/* rapport-records-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportRecordsRow:
 * Notes, each with who may see it in colour and in words; or pieces of evidence, each with its kind and date.
 */
#define RAPPORT_TYPE_RECORDS_ROW (rapport_records_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportRecordsRow, rapport_records_row, RAPPORT, RECORDS_ROW, RapportFormRow)

GtkWidget *rapport_records_row_new (void);

G_END_DECLS
