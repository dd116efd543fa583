/* rapport-records.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GVariant *rapport_records_pack (const char *cells, guint n_cells, guint n_records)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
