/* rapport-element-list.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportElementList:
 * One list of a map as a #GListModel. It stands on a #GSequence, so that finding an element's place, putting
 * one in and taking one out cost O(log n). Only the map changes it.
 */
#define RAPPORT_TYPE_ELEMENT_LIST (rapport_element_list_get_type ())
G_DECLARE_FINAL_TYPE (RapportElementList, rapport_element_list, RAPPORT, ELEMENT_LIST, GObject)

guint           rapport_element_list_get_length (RapportElementList *self);
RapportElement *rapport_element_list_peek       (RapportElementList *self, guint position);

/* Walks the list without taking references: for (iter = first; iter; iter = next). */
GSequenceIter  *rapport_element_list_first      (RapportElementList *self);
GSequenceIter  *rapport_element_list_next       (GSequenceIter *iter);

/* For the map alone. */
RapportElementList *_rapport_element_list_new    (GType item_type);
GSequenceIter      *_rapport_element_list_insert (RapportElementList *self, RapportElement *element,
                                                  guint *position);
void                _rapport_element_list_tell_inserted (RapportElementList *self, guint position);
void                _rapport_element_list_remove (RapportElementList *self, GSequenceIter *place);

G_END_DECLS
