/* rapport-selection.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/**
 * RapportSelection:
 * What is selected in a window: ids, in the order in which they were picked, so that an element that undo brings
 * back is selected again. View state; never in the file.
 *
 * The signal ::changed is sent once after each change.
 */
#define RAPPORT_TYPE_SELECTION (rapport_selection_get_type ())
G_DECLARE_FINAL_TYPE (RapportSelection, rapport_selection, RAPPORT, SELECTION, GObject)

RapportSelection *rapport_selection_new       (RapportMap *map);

gboolean          rapport_selection_contains  (RapportSelection *self, const char *id);
guint             rapport_selection_get_size  (RapportSelection *self);
const char       *rapport_selection_get_id    (RapportSelection *self, guint i);
RapportElement   *rapport_selection_get_only  (RapportSelection *self);
GPtrArray        *rapport_selection_list      (RapportSelection *self, GType type);

void              rapport_selection_clear     (RapportSelection *self);
void              rapport_selection_set       (RapportSelection *self, const char *id);
void              rapport_selection_set_all   (RapportSelection *self, const char *const *ids);
void              rapport_selection_toggle    (RapportSelection *self, const char *id);

G_END_DECLS
