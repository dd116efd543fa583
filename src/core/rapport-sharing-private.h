/* rapport-sharing-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts that make a sharing copy.
 */
#pragma once

#include "rapport-sharing-copy.h"

G_BEGIN_DECLS

/* What is being made. */
typedef struct
{
  RapportMap *map;
  const RapportLens *lens;
  GHashTable *codes;        /* id → code, of those who leave by code only */
  GHashTable *ids;          /* id of what leaves → its id in the copy */
  GHashTable *phases;       /* ids of the times that leave, a set */
  GHashTable *perspectives; /* ids of the views that leave, a set */
  guint next_id;
  RapportSharingCopy *copy;
} Sharing;

gboolean        _rapport_sharing_takes   (Sharing *self, RapportElement *element);
RapportElement *_rapport_sharing_strip   (Sharing *self, RapportElement *element);
void            _rapport_sharing_strip_map (Sharing *self);
void            _rapport_sharing_describe (Sharing *self);

G_END_DECLS
