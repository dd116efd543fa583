/* rapport-outline-section.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-map.h"

G_BEGIN_DECLS

/**
 * RapportOutlineSection:
 * One heading of the outline and what stands below it: a list of the map, or the stakeholders of one sector. It
 * follows the map's own list, so that an insertion costs one look at what was inserted.
 */
#define RAPPORT_TYPE_OUTLINE_SECTION (rapport_outline_section_get_type ())
G_DECLARE_FINAL_TYPE (RapportOutlineSection, rapport_outline_section, RAPPORT, OUTLINE_SECTION, GObject)

/* The sector under which those stand who have none. */
#define RAPPORT_OUTLINE_NO_SECTOR ""

RapportOutlineSection *rapport_outline_section_new         (RapportMap *map, RapportList list,
                                                            const char *sector);

const char  *rapport_outline_section_get_title  (RapportOutlineSection *self);
const char  *rapport_outline_section_get_sector (RapportOutlineSection *self);
RapportList  rapport_outline_section_get_list   (RapportOutlineSection *self);
GListModel  *rapport_outline_section_get_model  (RapportOutlineSection *self);
gboolean     rapport_outline_section_find       (RapportOutlineSection *self, RapportElement *element,
                                                 guint *position);

void         rapport_outline_section_set_search (RapportOutlineSection *self, const char *search);
void         rapport_outline_section_refilter   (RapportOutlineSection *self);

G_END_DECLS
