/* rapport-history.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-transaction.h"

G_BEGIN_DECLS

/**
 * RapportHistory:
 * All that was done to a map, in order. A map is changed only through its history, and once it has one.
 * "Modified" is a position in it: not the one that was saved. It knows no widget.
 *
 * The signal ::committed (GPtrArray *changes, of RapportChange) is sent once after each commit, undo and redo,
 * when the map is consistent, with the changes as they were just made, forward. An insert says what its element
 * holds when it is written down, so that is done at once. A handler may look at the map but not change it.
 */
#define RAPPORT_TYPE_HISTORY (rapport_history_get_type ())
G_DECLARE_FINAL_TYPE (RapportHistory, rapport_history, RAPPORT, HISTORY, GObject)

RapportHistory     *rapport_history_new            (RapportMap *map);
RapportMap         *rapport_history_get_map        (RapportHistory *self);

RapportTransaction *rapport_history_begin          (RapportHistory *self, const char *label,
                                                    const char *merge_key);
void                rapport_history_stop_merging   (RapportHistory *self);

gboolean            rapport_history_undo           (RapportHistory *self);
gboolean            rapport_history_redo           (RapportHistory *self);
gboolean            rapport_history_can_undo       (RapportHistory *self);
gboolean            rapport_history_can_redo       (RapportHistory *self);
const char         *rapport_history_get_undo_label (RapportHistory *self);
const char         *rapport_history_get_redo_label (RapportHistory *self);

guint64             rapport_history_get_state      (RapportHistory *self);
void                rapport_history_mark_saved     (RapportHistory *self, guint64 state);
void                rapport_history_mark_unsaved   (RapportHistory *self);
gboolean            rapport_history_is_modified    (RapportHistory *self);

void                rapport_history_set_limit      (RapportHistory *self, guint limit);
gboolean            rapport_history_replay         (RapportHistory *self, GVariant *changes,
                                                    const char *label);

G_END_DECLS
