/* rapport-list-layout.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-list-table.h"
#include "rapport-list-words.h"

G_BEGIN_DECLS

/**
 * RapportListLayout:
 * What the columns of a table hold, as its headings say, and whether its rows are people or links.
 */
typedef struct
{
  gboolean links;
  GArray *columns;   /* of RapportListColumn */
  GPtrArray *titles; /* the headings as they stand there */
} RapportListLayout;

RapportListLayout *rapport_list_layout_new  (const RapportListRow *row);
void               rapport_list_layout_free (RapportListLayout *self);

const char *rapport_list_layout_peek (const RapportListLayout *self, const RapportListRow *row,
                                      RapportListColumn column);

RapportListDivider rapport_list_choose_divider (RapportMap *map, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportListLayout, rapport_list_layout_free)

G_END_DECLS
