/* rapport-list-rows.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the dialog that adds a list: what becomes of each person, link and line, in words.
 */
#pragma once

#include <adwaita.h>

#include "rapport-list-plan.h"

G_BEGIN_DECLS

/* A sector that somebody of the list may be put into; no id and no name: to be placed. */
typedef struct
{
  char *id;       /* nullable: one that will be made */
  char *name;     /* as it is said */
} RapportSectorChoice;

GPtrArray *rapport_sector_choices_new  (RapportMap *map, const RapportListPlan *plan);
guint      rapport_sector_choices_find (GPtrArray *choices, const RapportListPerson *person);

GtkWidget *rapport_list_person_row_new (const RapportListPerson *person);
GtkWidget *rapport_list_link_row_new   (const RapportListPlan *plan, const RapportListLink *link);
GtkWidget *rapport_list_remark_row_new (const RapportListRemark *remark);
GtkWidget *rapport_list_more_row_new   (guint n);

G_END_DECLS
