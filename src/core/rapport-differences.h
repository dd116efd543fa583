/* rapport-differences.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-lens.h"

G_BEGIN_DECLS

/**
 * RapportDifference:
 * @element: (transfer full): the stakeholder or link that it is about
 * @sentence: what differs, without a full stop
 *
 * One thing that is not the same at two times, or in two views.
 */
typedef struct
{
  RapportElement *element;
  char *sentence;
} RapportDifference;

GPtrArray *rapport_differences_list (RapportMap *map, const RapportLens *lens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
