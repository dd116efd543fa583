/* rapport-map-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For elements, transactions and the history alone.
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

void     _rapport_map_seal        (RapportMap *self);
gboolean _rapport_map_is_sealed   (RapportMap *self);
void     _rapport_map_insert      (RapportMap *self, RapportElement *element, guint position);
void     _rapport_map_remove      (RapportMap *self, RapportElement *element);
void     _rapport_map_set         (RapportMap *self, RapportElement *element,
                                   const RapportProperty *property, GVariant *value);
void     _rapport_map_set_reading (RapportMap *self, RapportElement *element, const char *phase,
                                   const char *perspective, RapportReading *reading);
void     _rapport_map_forget_index (RapportMap *self);

G_END_DECLS
