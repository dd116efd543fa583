/* rapport-scene-builder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From map and lens to a table of items, a step at a time.
 */
#include "rapport-scene-builder-private.h"

#include "rapport-legend-private.h"

#define PAGE_WIDTH 1920
#define PAGE_HEIGHT 1080
/* Smaller than this nothing can be laid out. */
#define SMALLEST_PAGE 200

static RapportPage
complete_page (const RapportPage *page)
{
  RapportPage complete = page != NULL ? *page : (RapportPage){ 0 };

  if (complete.width <= 0)
    complete.width = PAGE_WIDTH;
  if (complete.height <= 0)
    complete.height = PAGE_HEIGHT;
  complete.width = MAX (complete.width, SMALLEST_PAGE);
  complete.height = MAX (complete.height, SMALLEST_PAGE);
  return complete;
}

static gboolean
place_all (Plan *plan)
{
  _rapport_plan_lay_out (plan);
  _rapport_plan_measure_labels (plan);
  _rapport_legend_measure (plan);
  _rapport_plan_lay_out (plan);
  _rapport_plan_place (plan);
  g_ptr_array_set_size (plan->scene->items, 0);
  _rapport_draw_backdrop (plan);
  return _rapport_plan_place_labels (plan);
}

/* Where names cannot all be read they are narrower, and if that does not do, numbers stand for all of them: rather
 * than smaller names, or some only. */
static void
place (Plan *plan)
{
  if (place_all (plan))
    return;
  plan->widest = PLAN_WIDEST_TIGHT;
  g_array_set_size (plan->taken, 0);
  if (place_all (plan))
    return;
  plan->widest = PLAN_WIDEST;
  plan->numbered = TRUE;
  g_array_set_size (plan->taken, 0);
  place_all (plan);
}

static void
draw (Plan *plan)
{
  _rapport_draw_powers (plan);
  _rapport_draw_links (plan);
  _rapport_draw_stakeholders (plan);
  _rapport_draw_labels (plan);
  _rapport_draw_legs (plan);
  _rapport_draw_badges (plan);
  _rapport_draw_chips (plan);
  _rapport_draw_heading (plan);
  _rapport_draw_legend (plan);
}

static void
replace (char **text, char *by)
{
  g_free (*text);
  *text = by;
}

static void
describe (Plan *plan)
{
  RapportScene *scene = plan->scene;
  const char *title = plan->page.title != NULL ? plan->page.title : plan->question;
  const char *language = rapport_element_get_text (RAPPORT_ELEMENT (plan->map), "language");
  g_autofree char *description = NULL;

  if (title == NULL || *title == '\0')
    title = rapport_map_get_title (plan->map);
  replace (&scene->title, g_strdup (title != NULL ? title : ""));
  replace (&scene->font, g_strdup (plan->theme->font));
  if (language != NULL && *language != '\0')
    replace (&scene->language, g_strdup (language));
  description = _rapport_describe (plan);
  g_ref_string_release (scene->description);
  scene->description = g_ref_string_new (description);
}

/* Returns: (transfer full): what the scene was made from, with the scene in it, which is the caller's */
Plan *
_rapport_scene_plan (RapportMap *map,
                     const RapportLens *lens,
                     const RapportTheme *theme,
                     const RapportPage *page)
{
  RapportPage complete = complete_page (page);
  RapportScene *scene = _rapport_scene_new_empty (complete.width, complete.height);
  Plan *plan = _rapport_plan_new (map, lens, theme, &complete);

  scene->background = theme->background;
  plan->scene = scene;
  _rapport_plan_gather (plan);
  _rapport_plan_gather_marks (plan);
  _rapport_plan_fade (plan);
  place (plan);
  scene->has_wheel = !plan->free_layout;
  scene->centre = plan->centre;
  scene->scale = plan->free_layout ? plan->free_scale : plan->scale;
  scene->tallness = plan->tallness;
  scene->free_middle = plan->free_middle;
  scene->numbered = plan->numbered;
  scene->hides_names = rapport_lens_hides_names (lens);
  _rapport_plan_route (plan);
  _rapport_plan_clear_ways (plan);
  _rapport_draw_wheel_names (plan);
  _rapport_plan_place_marks (plan);
  _rapport_plan_fold (plan);
  draw (plan);
  describe (plan);
  _rapport_scene_finish (scene);
  return plan;
}

/* Returns: (transfer full) */
RapportScene *
_rapport_scene_build (RapportMap *map,
                      const RapportLens *lens,
                      const RapportTheme *theme,
                      const RapportPage *page)
{
  Plan *plan = _rapport_scene_plan (map, lens, theme, page);
  RapportScene *scene = plan->scene;

  _rapport_plan_free (plan);
  return scene;
}
