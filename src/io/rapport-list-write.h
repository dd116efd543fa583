/* rapport-list-write.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map as two tables, one of stakeholders and one of links: what a spreadsheet or a document takes, and what comes
 * back as a list. Notes are not in it.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

char *rapport_list_write_text (RapportMap *map, const char *phase) G_GNUC_WARN_UNUSED_RESULT;
char *rapport_list_write_html (RapportMap *map, const char *phase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
