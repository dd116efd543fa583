/* rapport-records.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GVariant *rapport_records_pack (const char *cells, guint n_cells, guint n_records)
    G_GNUC_WARN_UNUSED_RESULT;
const char *rapport_records_next_cell   (const char *cell);
const char *rapport_records_next_record (const char *record, guint n_cells);

G_END_DECLS
