/* rapport-map-file.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-file-save.h"
#include "rapport-map-error.h"
#include "rapport-map-reader.h"

G_BEGIN_DECLS

RapportMapReading *rapport_map_file_load  (const char *path, RapportFileStamp **stamp, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GBytes            *rapport_map_file_bytes (RapportMap *map, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean           rapport_map_file_prove (RapportMap *map, GBytes *bytes, const char *path, GError **error);
gboolean           rapport_map_file_save  (RapportMap *map, const char *path, RapportFileStamp **stamp,
                                           RapportFileSaveFlags flags, GError **error);

G_END_DECLS
