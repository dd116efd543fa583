/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rapport-map.h"

/**
 * ListObserver:
 * Follows a list by what items-changed says alone, as a view does, and so finds out whether it says the truth.
 */
typedef struct _ListObserver ListObserver;

ListObserver *list_observer_new  (GListModel *model);
void          list_observer_free (ListObserver *self);

/* How often items-changed was said since this was last asked. */
guint         list_observer_count (ListObserver *self);

/* Returns: (nullable): what is wrong with what was said; nothing where it is true and as small as can be */
const char   *list_observer_find_fault (ListObserver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListObserver, list_observer_free)
