/* rapport-map.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element-list.h"
#include "rapport-element.h"
#include "rapport-list-info.h"

G_BEGIN_DECLS

/**
 * RapportMap:
 * A partnership map: its question, the lists of all that is in it, who is called what and who refers to whom.
 * It is itself the root element, the only one without an id. A map that is being built (read, or made new)
 * takes elements by rapport_map_add(); once it has a history, only transactions change it.
 */
#define RAPPORT_TYPE_MAP (rapport_map_get_type ())
G_DECLARE_FINAL_TYPE (RapportMap, rapport_map, RAPPORT, MAP, RapportElement)

/* The format that this version writes and fully understands. */
#define RAPPORT_FORMAT_VERSION "1.0"
#define RAPPORT_FORMAT_READER 1

RapportMap *rapport_map_new             (void);
RapportMap *rapport_map_copy            (RapportMap *self);

const char *rapport_map_get_title       (RapportMap *self);
const char *rapport_map_get_question    (RapportMap *self);
gboolean    rapport_map_is_bilingual    (RapportMap *self);
const char *rapport_map_get_layout      (RapportMap *self);
const char *rapport_map_get_sensitivity (RapportMap *self);
gboolean    rapport_map_is_illustrative (RapportMap *self);

RapportElementList *rapport_map_get_list     (RapportMap *self, RapportList list);
RapportElement     *rapport_map_lookup       (RapportMap *self, const char *id);
GPtrArray          *rapport_map_list_referrers (RapportMap *self, const char *id);

char       *rapport_map_make_id         (RapportMap *self, char letter);
void        rapport_map_seed_ids        (RapportMap *self, guint32 seed);

void            rapport_map_add             (RapportMap *self, RapportElement *element);
RapportForeign *rapport_map_init_container  (RapportMap *self, RapportList list);
const RapportForeign *rapport_map_get_container_foreign (RapportMap *self, RapportList list);

gboolean    rapport_map_equal           (RapportMap *a, RapportMap *b);
gboolean    rapport_map_same_values     (RapportMap *a, RapportMap *b);

/* Questions that the rest asks of a map; phase and perspective are ids. */
const char *rapport_map_get_first_phase (RapportMap *self);
GPtrArray  *rapport_map_list_links_of   (RapportMap *self, const char *stakeholder,
                                         const char *phase);
GPtrArray  *rapport_map_list_neighbours (RapportMap *self, const char *stakeholder,
                                         const char *phase);
GPtrArray  *rapport_map_list_targets    (RapportMap *self, RapportElement *mark);
const char *rapport_map_get_sector_name (RapportMap *self, const char *sector);

G_END_DECLS
