/* rapport-list-plan-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-list-plan.h"
#include "rapport-list-table.h"

G_BEGIN_DECLS

/* More lines than this are not a list for one map. */
#define MOST_LINES 5000

struct _RapportListPlan
{
  RapportMap *map; /* owned */
  char *phase;
  GPtrArray *people;  /* of RapportListPerson */
  GPtrArray *links;   /* of RapportListLink */
  GPtrArray *remarks; /* of RapportListRemark, in the order of the lines */
  GHashTable *by_key;  /* folded name or id of the list → place in @people + 1 */
  GHashTable *on_map;  /* folded name → id on the map */
  GHashTable *pairs;   /* "3 7" → place in @links + 1 */
};

#define PERSON(plan, i) ((RapportListPerson *) g_ptr_array_index ((plan)->people, i))
#define LINK(plan, i) ((RapportListLink *) g_ptr_array_index ((plan)->links, i))

void               _rapport_list_plan_remark   (RapportListPlan *self, const RapportListRow *row, gboolean left_out,
                                                char *reason);
RapportListPerson *_rapport_list_plan_name     (RapportListPlan *self, const RapportListRow *row, const char *name,
                                                gboolean in_link, guint *place);
void               _rapport_list_plan_call     (RapportListPlan *self, const char *key, guint place);
gboolean           _rapport_list_plan_is_key   (RapportListPlan *self, const char *key);
RapportListLink   *_rapport_list_plan_join     (RapportListPlan *self, const RapportListRow *row, guint a, guint b);
void               _rapport_list_read          (RapportListPlan *self, const char *text);

G_END_DECLS
