/* rapport-list-reader-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reads people and what reads links, and what the two have in common.
 */
#pragma once

#include "rapport-list-layout.h"
#include "rapport-list-plan-private.h"

G_BEGIN_DECLS

void _rapport_list_read_person                  (RapportListPlan *self, const RapportListLayout *layout,
                                                 const RapportListRow *row);
void _rapport_list_read_person_without_headings (RapportListPlan *self, const RapportListRow *row);
void _rapport_list_read_link                    (RapportListPlan *self, const RapportListLayout *layout,
                                                 const RapportListRow *row);
void _rapport_list_read_arrows                  (RapportListPlan *self, const RapportListRow *row, char **names);

char    *_rapport_list_strip_bullet (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean _rapport_list_has_letters  (const char *text);
gboolean _rapport_list_check_name   (RapportListPlan *self, const RapportListRow *row, const char *name);
void     _rapport_list_set_once     (char **field, const char *value);
void     _rapport_list_add_word     (char **words, const char *word);
void     _rapport_list_add_note     (char **note, const char *title, const char *text);
void     _rapport_list_read_word    (char **field, const char *found, char **note, const char *title,
                                     const char *cell);

G_END_DECLS
