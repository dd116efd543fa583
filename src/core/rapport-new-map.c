/* rapport-new-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-new-map.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-phase.h"
#include "rapport-text.h"

static void
init_user_text (RapportElement *element, const char *property, const char *text)
{
  g_autofree char *clean = text != NULL ? rapport_text_from_user (text, -1) : NULL;

  rapport_element_init_text (element, property, clean);
}

/**
 * rapport_new_map:
 * @now: the day on which it is made, in the user's time
 * @title: (nullable): what it is called
 * @question: (nullable): what everything on it answers
 *
 * A map with one phase, a draft named by its month ("November 2026"), and the usual wheel. Nothing is agreed
 * by default, and no time of day is kept.
 *
 * Returns: (transfer full)
 */
RapportMap *
rapport_new_map (GDateTime *now, const char *title, const char *question)
{
  RapportMap *map = rapport_map_new ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *month = g_date_time_format (now, "%Y-%m");
  g_autofree char *name = g_date_time_format (now, "%OB %Y");
  g_autoptr (RapportElement) phase = rapport_phase_new ("now");

  rapport_element_init_text (RAPPORT_ELEMENT (map), "layout", "wheel");
  rapport_element_init_text (RAPPORT_ELEMENT (map), "created", today);
  init_user_text (RAPPORT_ELEMENT (map), "title", title != NULL ? title : _("New map"));
  init_user_text (RAPPORT_ELEMENT (map), "question", question != NULL ? question : "");
  rapport_element_init_text (phase, "name", name);
  rapport_element_init_text (phase, "date", month);
  rapport_element_init_text (phase, "standing", "draft");
  rapport_map_add (map, phase);
  return map;
}
