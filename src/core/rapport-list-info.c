/* rapport-list-info.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-info.h"

#include <string.h>

#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-perspective.h"
#include "rapport-phase.h"
#include "rapport-region.h"
#include "rapport-response.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"
#include "rapport-step.h"
#include "rapport-term.h"
#include "rapport-function.h"

static const RapportListInfo lists[RAPPORT_N_LISTS] = {
  { RAPPORT_LIST_SECTORS, "sectors", "sector", rapport_sector_get_type },
  { RAPPORT_LIST_PHASES, "phases", "phase", rapport_phase_get_type },
  { RAPPORT_LIST_PERSPECTIVES, "perspectives", "perspective", rapport_perspective_get_type },
  { RAPPORT_LIST_STAKEHOLDERS, "stakeholders", "stakeholder", rapport_stakeholder_get_type },
  { RAPPORT_LIST_LINKS, "links", "link", rapport_link_get_type },
  { RAPPORT_LIST_MARKS, "tensions", "mark", rapport_mark_get_type },
  { RAPPORT_LIST_REGIONS, "regions", "region", rapport_region_get_type },
  { RAPPORT_LIST_RESPONSES, "responses", "response", rapport_response_get_type },
  { RAPPORT_LIST_FUNCTIONS, "functions", "function", rapport_function_get_type },
  { RAPPORT_LIST_TERMS, "glossary", "term", rapport_term_get_type },
  { RAPPORT_LIST_STEPS, "steps", "step", rapport_step_get_type },
};

const RapportListInfo *
rapport_list_info_get (RapportList list)
{
  g_return_val_if_fail (list < RAPPORT_N_LISTS, NULL);
  return &lists[list];
}

/* Returns: (nullable) (transfer none) */
const RapportListInfo *
rapport_list_info_find_container (const char *container)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    if (strcmp (lists[i].container, container) == 0)
      return &lists[i];
  return NULL;
}

/* Returns: (nullable) (transfer none) */
const RapportListInfo *
rapport_list_info_find_element (const char *element)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    if (strcmp (lists[i].element, element) == 0)
      return &lists[i];
  return NULL;
}

/* Returns: (nullable) (transfer none) */
const RapportListInfo *
rapport_list_info_find_type (GType type)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    if (lists[i].get_type () == type)
      return &lists[i];
  return NULL;
}
