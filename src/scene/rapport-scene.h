/* rapport-scene.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene-item.h"

#include "rapport-lens.h"
#include "rapport-map.h"
#include "rapport-theme.h"

G_BEGIN_DECLS

/**
 * RapportScene:
 * map + lens + theme → an ordered table of items. Self-contained and immutable once it is made, so that it may
 * be built in a thread and painted in another. Painting, hit test, tooltips, accessible children, the long
 * description and every export read this one table.
 */
typedef struct _RapportScene RapportScene;

/* What stands round the wheel. */
typedef struct
{
  double width;       /* of the page, in map units; 0 = 1920 */
  double height;      /* 0 = 1080 */
  gboolean no_heading;
  gboolean title_only; /* without the line that says when and by whom */
  gboolean no_legend;
  double legend_foot; /* what is kept free below a legend at the side, in map units: buttons may lie there */
  const char *title;  /* nullable: instead of the question */
  const char *prompt; /* nullable: what is asked now, large; the question then stands below it */
} RapportPage;

RapportScene *rapport_scene_new   (RapportMap *map, const RapportLens *lens,
                                   const RapportTheme *theme, const RapportPage *page);
RapportScene *rapport_scene_new_near (const RapportScene *self, const RapportRect *area, gboolean heading_only);
RapportScene *rapport_scene_ref   (RapportScene *self);
void          rapport_scene_unref (RapportScene *self);

RapportRect             rapport_scene_get_page   (const RapportScene *self);
RapportColour           rapport_scene_get_background (const RapportScene *self);
const char             *rapport_scene_get_font   (const RapportScene *self); /* family list */
guint                   rapport_scene_get_n_items (const RapportScene *self);
const RapportSceneItem *rapport_scene_get_item   (const RapportScene *self, guint i); /* painting order */
const RapportSceneItem *rapport_scene_find       (const RapportScene *self, RapportItemKind kind,
                                                  const char *element_id);
const RapportSceneItem *rapport_scene_hit        (const RapportScene *self, double x, double y,
                                                  double slack);
const RapportSceneItem *rapport_scene_hit_one_of (const RapportScene *self, guint kinds, double x, double y,
                                                  double slack);
gboolean                rapport_scene_to_wheel   (const RapportScene *self, RapportPoint page,
                                                  RapportPoint *wheel);
gboolean                rapport_scene_to_free    (const RapportScene *self, RapportPoint page,
                                                  RapportPoint *place);
gboolean                rapport_scene_from_wheel (const RapportScene *self, RapportPoint wheel,
                                                  RapportPoint *page);
RapportRect             rapport_scene_to_places  (const RapportScene *self, const RapportRect *page);
RapportRect             rapport_scene_from_places (const RapportScene *self, const RapportRect *places);
double                  rapport_scene_get_smallest_text (const RapportScene *self);
gboolean                rapport_scene_is_numbered (const RapportScene *self);
gboolean                rapport_scene_hides_names (const RapportScene *self);
const char             *rapport_scene_get_title  (const RapportScene *self);
const char             *rapport_scene_get_description (const RapportScene *self); /* long, plain text */
const char             *rapport_scene_get_language (const RapportScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportScene, rapport_scene_unref)

G_END_DECLS
