/* rapport-element-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the map and its transactions alone: the only ways to change an element that stands in a map.
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

void _rapport_element_attach      (RapportElement *self, RapportMap *map, GSequenceIter *place);
void _rapport_element_detach      (RapportElement *self);
GSequenceIter *_rapport_element_get_place (RapportElement *self);
void _rapport_element_set         (RapportElement *self, const RapportProperty *property,
                                   GVariant *value);
void _rapport_element_set_reading (RapportElement *self, const char *phase, const char *perspective,
                                   RapportReading *reading);
void _rapport_element_seal        (RapportElement *self);
void _rapport_element_take_foreign (RapportElement *self, RapportForeign *foreign);

typedef void (*RapportReferenceFunc) (RapportElement *self, const char *id, gpointer user_data);

void _rapport_element_foreach_reference (RapportElement *self, RapportReferenceFunc func,
                                         gpointer user_data);

G_END_DECLS
