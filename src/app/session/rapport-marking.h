/* rapport-marking.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportMarking:
 * One tension felt in one place: on some stakeholders and links, or on the whole map. What is felt there becomes part
 * of the map with the first thing that is said of it, so that looking changes nothing.
 */
#define RAPPORT_TYPE_MARKING (rapport_marking_get_type ())
G_DECLARE_FINAL_TYPE (RapportMarking, rapport_marking, RAPPORT, MARKING, GObject)

RapportMarking *rapport_marking_new          (RapportSession *session, guint tension,
                                              const char *const *targets, gboolean for_room);
RapportMarking *rapport_marking_new_for_mark (RapportSession *session, RapportElement *mark);

RapportSession *rapport_marking_get_session  (RapportMarking *self);
guint           rapport_marking_get_tension  (RapportMarking *self);
RapportElement *rapport_marking_get_mark     (RapportMarking *self);
RapportElement *rapport_marking_get_words    (RapportMarking *self);
gboolean        rapport_marking_is_possible  (RapportMarking *self);
char           *rapport_marking_describe     (RapportMarking *self);

void            rapport_marking_make         (RapportMarking *self);
void            rapport_marking_set          (RapportMarking *self, const char *property, GVariant *value);
void            rapport_marking_remove       (RapportMarking *self);
void            rapport_marking_respond      (RapportMarking *self, const char *what);

G_END_DECLS
