/* rapport-map-error.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportMapError:
 * Why bytes are no map that can be opened. Every message is one or two sentences for the user.
 */
typedef enum
{
  RAPPORT_MAP_ERROR_EMPTY,
  RAPPORT_MAP_ERROR_DAMAGED,
  RAPPORT_MAP_ERROR_COMPRESSED,
  RAPPORT_MAP_ERROR_NOT_XML,
  RAPPORT_MAP_ERROR_TRUNCATED,
  RAPPORT_MAP_ERROR_ENTITIES,
  RAPPORT_MAP_ERROR_NOT_A_MAP,
  RAPPORT_MAP_ERROR_GRAPHML,
  RAPPORT_MAP_ERROR_VERSION,
  RAPPORT_MAP_ERROR_TOO_DEEP,
  RAPPORT_MAP_ERROR_TOO_LARGE,
  RAPPORT_MAP_ERROR_TOO_MANY,
  RAPPORT_MAP_ERROR_NOT_WRITTEN,
  RAPPORT_MAP_ERROR_READ_ONLY,
} RapportMapError;

#define RAPPORT_MAP_ERROR (rapport_map_error_quark ())
GQuark rapport_map_error_quark (void);

/* What a file may hold at most; the messages name these. */
#define RAPPORT_MAX_DEPTH 200
#define RAPPORT_MAX_ELEMENTS 1000000
#define RAPPORT_MAX_ATTRIBUTES 256
#define RAPPORT_MAX_VALUE_MIB 8

G_END_DECLS
