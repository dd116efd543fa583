/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rapport-map.h"

/* How many choices of a value differ; more are the same again. */
#define N_VALUES 24

/**
 * value_make:
 * @choice: any number; 0 is "not given"
 * @number: any number; chooses among ids
 *
 * Returns: (transfer full) (nullable): a value that the property accepts, not always in its one form
 */
GVariant *value_make (RapportMap *map, const RapportProperty *property, guint choice, guint number);

/* Returns: (transfer none): the id of an element, mostly, or one that nobody has */
const char *value_pick_id (RapportMap *map, guint number);
