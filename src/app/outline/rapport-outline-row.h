/* rapport-outline-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-outline-section.h"
#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportOutlineRow:
 * What a row of the outline shows: a heading with how many there are and a button that adds one, or the name of
 * something with a few words below it.
 */
#define RAPPORT_TYPE_OUTLINE_ROW (rapport_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportOutlineRow, rapport_outline_row, RAPPORT, OUTLINE_ROW, GtkWidget)

GtkWidget *rapport_outline_row_new  (void);
char      *rapport_outline_row_show (RapportOutlineRow *self, gpointer item, RapportSession *session)
                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
