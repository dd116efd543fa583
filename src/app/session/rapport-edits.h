/* rapport-edits.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does to a map, each as one named step that can be undone. All of them change nothing in a map that
 * is only looked at.
 */
#pragma once

#include "rapport-place-on-map.h"
#include "rapport-session.h"

G_BEGIN_DECLS

gboolean    rapport_edits_are_possible   (RapportSession *session);
const char *rapport_edit_add_stakeholder (RapportSession *session, const char *name,
                                          const RapportPlaceOnMap *place, const char *linked_with);
const char *rapport_edit_link            (RapportSession *session, const char *a, const char *b);
void        rapport_edit_rename          (RapportSession *session, const char *id, const char *name);
void        rapport_edit_set_question    (RapportSession *session, const char *question);
void        rapport_edit_set_sector      (RapportSession *session, const char *id, const char *sector);
void        rapport_edit_set_sectors     (RapportSession *session, const char *sector);
void        rapport_edit_set_influence   (RapportSession *session, RapportElement *stakeholder, int level);
const char *rapport_edit_group           (RapportSession *session);
void        rapport_edit_star            (RapportSession *session);
char       *rapport_edit_delete          (RapportSession *session) G_GNUC_WARN_UNUSED_RESULT;
void        rapport_edit_declare_sector  (RapportTransaction *transaction, RapportMap *map, const char *sector);
void        rapport_edit_put             (RapportTransaction *transaction, RapportElement *element,
                                          const RapportPlaceOnMap *place);
void        rapport_edit_nudge           (RapportSession *session, const RapportScene *scene, double dx,
                                          double dy);

G_END_DECLS
