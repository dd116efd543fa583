/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operations.h"

/* Returns: whether the sequence still fails */
typedef gboolean (*FailsFunc) (const Operation *operations, guint n, gpointer user_data);

/**
 * operations_shrink:
 * @operations: (element-type Operation): a sequence that fails; shortened in place
 *
 * Leaves out what the failure does not need, in halves, quarters and so on down to single operations, and
 * then makes the numbers of those that are left as plain as they can be.
 */
void  operations_shrink (GArray *operations, FailsFunc fails, gpointer user_data);

/* Returns: (transfer full): the sequence as rows of C */
char *operations_print  (GArray *operations);
