/* rapport-element-words.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What anything in a map is called where it stands in a list, in the users' words.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

char       *rapport_element_words_name    (RapportElement *element) G_GNUC_WARN_UNUSED_RESULT;
char       *rapport_element_words_seen    (RapportSession *session, RapportElement *element)
                                           G_GNUC_WARN_UNUSED_RESULT;
char       *rapport_element_words_detail  (RapportElement *element, const RapportLens *lens)
                                           G_GNUC_WARN_UNUSED_RESULT;
char       *rapport_element_words_of_ids  (RapportMap *map, const char *ids) G_GNUC_WARN_UNUSED_RESULT;
const char *rapport_element_words_type    (RapportElement *element);
const char *rapport_element_words_title   (RapportElement *element, const char *property);

G_END_DECLS
