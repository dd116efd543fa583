/* rapport-map-reader.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/**
 * RapportMapReading:
 * What came of reading a file's bytes.
 *
 * @map: (transfer full): has no history yet
 * @notices: (element-type utf8): what was mended or set aside, in sentences; may be empty
 * @read_only: the file asks for a newer version: it may be looked at, and saved as a copy
 */
typedef struct
{
  RapportMap *map;
  GPtrArray *notices;
  gboolean read_only;
} RapportMapReading;

RapportMapReading *rapport_map_read         (GBytes *bytes, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void               rapport_map_reading_free (RapportMapReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportMapReading, rapport_map_reading_free)

/* The namespace of the format. */
#define RAPPORT_NAMESPACE "urn:x-rapport:map"

/* Where foreign parts of the file itself hang: before and behind the root element. */
#define RAPPORT_ANCHOR_PROLOG "^"
#define RAPPORT_ANCHOR_EPILOG "$"

G_END_DECLS
