/* rapport-list-table.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row as it stands in a list: the cells are trimmed and clean, and none of them is %NULL. */
typedef struct
{
  guint line;       /* where it begins in the text, from 1 */
  gboolean gap;     /* an empty line stands before it, or nothing does */
  gboolean divided; /* by tabs, commas or semicolons: its cells are columns */
  GPtrArray *cells; /* of char */
  char *text;       /* as it stood there, on one line */
} RapportListRow;

/**
 * RapportListTable:
 * A text taken apart into rows of cells, whether it came from a spreadsheet, a file or a list of lines. It never
 * fails and knows nothing of what the cells mean.
 */
typedef struct _RapportListTable RapportListTable;

/* What divides the cells of a row. */
typedef enum
{
  RAPPORT_LIST_LINES = 0, /* nothing: a line is a name */
  RAPPORT_LIST_TABS = '\t',
  RAPPORT_LIST_COMMAS = ',',
  RAPPORT_LIST_SEMICOLONS = ';',
} RapportListDivider;

RapportListTable *rapport_list_table_new  (const char *text, RapportListDivider divider);
void              rapport_list_table_free (RapportListTable *self);

guint                 rapport_list_table_get_n_rows (const RapportListTable *self);
const RapportListRow *rapport_list_table_get_row    (const RapportListTable *self, guint i);

char *rapport_list_text_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportListTable, rapport_list_table_free)

G_END_DECLS
