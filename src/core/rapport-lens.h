/* rapport-lens.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/* What may be on show; any number at once. */
typedef enum
{
  RAPPORT_SHOW_INFLUENCE = 1 << 0,
  RAPPORT_SHOW_POWER = 1 << 1,
  RAPPORT_SHOW_GIVES = 1 << 2,
  RAPPORT_SHOW_LABELS = 1 << 3,
  RAPPORT_SHOW_BACKDROP = 1 << 4,
  RAPPORT_SHOW_NARRATIVES = 1 << 5, /* the four tensions */
  RAPPORT_SHOW_POWER_TENSION = 1 << 6,
  RAPPORT_SHOW_LANGUAGE = 1 << 7,
  RAPPORT_SHOW_STRUCTURES = 1 << 8,
  RAPPORT_SHOW_QUIET = 1 << 9, /* in large maps: one-way and unequal links full, the rest quiet */
} RapportShow;

/* Which names are on the picture of a map that has them in two languages. What has only one is called by that. */
typedef enum
{
  RAPPORT_NAMES_FIRST,
  RAPPORT_NAMES_OTHER,
  RAPPORT_NAMES_BOTH,
} RapportNames;

#define RAPPORT_SHOW_TENSIONS (RAPPORT_SHOW_NARRATIVES | RAPPORT_SHOW_POWER_TENSION \
                               | RAPPORT_SHOW_LANGUAGE | RAPPORT_SHOW_STRUCTURES)

/**
 * RapportLens:
 * How a map is looked at: an immutable, reference-counted value. It is view state and never makes a document
 * modified. All ids are copied. A phase of %NULL is the map's first.
 */
typedef struct _RapportLens RapportLens;

RapportLens *rapport_lens_new   (RapportMap *map); /* the default for this map as it is now */
RapportLens *rapport_lens_ref   (const RapportLens *self);
void         rapport_lens_unref (RapportLens *self);

RapportLens *rapport_lens_with_phase       (const RapportLens *self, const char *phase);
RapportLens *rapport_lens_with_perspective (const RapportLens *self, const char *perspective);
RapportLens *rapport_lens_with_compare     (const RapportLens *self, const char *phase,
                                            const char *perspective); /* both NULL: no comparison */
RapportLens *rapport_lens_with_show        (const RapportLens *self, guint show);
RapportLens *rapport_lens_with_focus       (const RapportLens *self, const char *const *ids, guint reach);
RapportLens *rapport_lens_with_hidden_sectors (const RapportLens *self, const char *const *sectors);
RapportLens *rapport_lens_with_starred_only (const RapportLens *self, gboolean starred_only);
RapportLens *rapport_lens_with_hidden_names (const RapportLens *self, gboolean hidden); /* codes stand for them */
RapportLens *rapport_lens_with_names       (const RapportLens *self, RapportNames names);
RapportLens *rapport_lens_with_arrivals   (const RapportLens *self, const char *const *ids); /* never dimmed */
RapportLens *rapport_lens_with_what_is_there (const RapportLens *self, RapportMap *map);
RapportLens *rapport_lens_with_unfolded    (const RapportLens *self, const char *const *sectors,
                                            const char *const *relations); /* NULL: all of them */

const char        *rapport_lens_get_phase       (const RapportLens *self);
const char        *rapport_lens_get_perspective (const RapportLens *self);
const char        *rapport_lens_get_compare_phase (const RapportLens *self);
const char        *rapport_lens_get_compare_perspective (const RapportLens *self);
gboolean           rapport_lens_is_comparing    (const RapportLens *self);
guint              rapport_lens_get_show        (const RapportLens *self);
const char *const *rapport_lens_get_focus       (const RapportLens *self); /* nullable */
guint              rapport_lens_get_reach       (const RapportLens *self);
gboolean           rapport_lens_is_starred_only (const RapportLens *self);
gboolean           rapport_lens_hides_sector    (const RapportLens *self, const char *sector);
gboolean           rapport_lens_is_arrival     (const RapportLens *self, const char *id);
gboolean           rapport_lens_hides_names    (const RapportLens *self);
RapportNames       rapport_lens_get_names       (const RapportLens *self);
gboolean           rapport_lens_is_unfolding    (const RapportLens *self);
gboolean           rapport_lens_came_to_sector  (const RapportLens *self, const char *sector);
gboolean           rapport_lens_came_to_relations (const RapportLens *self, const char *relations);
gboolean           rapport_lens_equal           (const RapportLens *a, const RapportLens *b);

/* The effective reading through the lens, and the one compared with. NULL = not there. (transfer full) */
RapportReading *rapport_lens_read         (const RapportLens *self, RapportElement *element);
RapportReading *rapport_lens_read_compare (const RapportLens *self, RapportElement *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportLens, rapport_lens_unref)

G_END_DECLS
