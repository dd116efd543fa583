/* rapport-list-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people write into lists: names of columns, sectors, rings and levels, in the words that are usual, in any
 * case and with any blanks. Words of the program's own language and of English are known.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/* What a column holds. */
typedef enum
{
  RAPPORT_COLUMN_UNKNOWN,
  RAPPORT_COLUMN_ID,
  RAPPORT_COLUMN_NAME,
  RAPPORT_COLUMN_SHORT,
  RAPPORT_COLUMN_OTHER_NAME, /* the name in the map's other language */
  RAPPORT_COLUMN_SECTOR,
  RAPPORT_COLUMN_TYPE, /* a sector or a kind of stakeholder; of a link, what links them */
  RAPPORT_COLUMN_KIND,
  RAPPORT_COLUMN_RING,
  RAPPORT_COLUMN_INFLUENCE,
  RAPPORT_COLUMN_STAKE,
  RAPPORT_COLUMN_SPANS,
  RAPPORT_COLUMN_NOTE,
  RAPPORT_COLUMN_FROM,
  RAPPORT_COLUMN_TO,
  RAPPORT_COLUMN_RELATION,
  RAPPORT_COLUMN_CODE, /* the four numbers of a link in one cell */
  RAPPORT_COLUMN_POWER_A,
  RAPPORT_COLUMN_POWER_B,
  RAPPORT_COLUMN_GIVES_A,
  RAPPORT_COLUMN_GIVES_B,
  RAPPORT_COLUMN_KINDS_A,
  RAPPORT_COLUMN_KINDS_B,
  RAPPORT_COLUMN_ITEMS_A,
  RAPPORT_COLUMN_ITEMS_B,
  RAPPORT_COLUMN_FAIR_A,
  RAPPORT_COLUMN_FAIR_B,
} RapportListColumn;

char             *rapport_list_fold         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
RapportListColumn rapport_list_find_column  (const char *heading);
const char       *rapport_list_find_sector  (RapportMap *map, const char *text);
const char       *rapport_list_guess_sector (RapportMap *map, const char *name);
const char       *rapport_list_find_kind    (const char *text);
const char       *rapport_list_find_ring    (const char *text);
const char       *rapport_list_find_relation  (const char *text);
const char       *rapport_list_find_link_word (const char *property, const char *text);
gboolean          rapport_list_read_level   (const char *text, int most, int *level);
gboolean          rapport_list_read_code    (const char *text, int levels[4]);

G_END_DECLS
