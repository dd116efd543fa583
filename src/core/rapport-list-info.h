/* rapport-list-info.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The lists of a map, in the order in which a file has them. */
typedef enum
{
  RAPPORT_LIST_SECTORS,
  RAPPORT_LIST_PHASES,
  RAPPORT_LIST_PERSPECTIVES,
  RAPPORT_LIST_STAKEHOLDERS,
  RAPPORT_LIST_LINKS,
  RAPPORT_LIST_MARKS,
  RAPPORT_LIST_REGIONS,
  RAPPORT_LIST_RESPONSES,
  RAPPORT_LIST_FUNCTIONS,
  RAPPORT_LIST_TERMS,
  RAPPORT_LIST_STEPS,
  RAPPORT_N_LISTS,
} RapportList;

typedef struct
{
  RapportList list;
  const char *container; /* the XML element round the list */
  const char *element;   /* the XML element of a member */
  GType (*get_type) (void);
} RapportListInfo;

const RapportListInfo *rapport_list_info_get            (RapportList list);
const RapportListInfo *rapport_list_info_find_container (const char *container);
const RapportListInfo *rapport_list_info_find_element   (const char *element);
const RapportListInfo *rapport_list_info_find_type      (GType type);

G_END_DECLS
