/* rapport-references-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-form-row.h"

G_BEGIN_DECLS

/**
 * RapportReferencesRow:
 * Things in the map by their names, each of which can be taken off, and a choice of what to add.
 */
#define RAPPORT_TYPE_REFERENCES_ROW (rapport_references_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportReferencesRow, rapport_references_row, RAPPORT, REFERENCES_ROW, RapportFormRow)

GtkWidget *rapport_references_row_new (void);

G_END_DECLS
