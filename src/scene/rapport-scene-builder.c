/* rapport-scene-builder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-scene-builder-private.h"

#define PAGE_WIDTH 1920
#define PAGE_HEIGHT 1080

/* Returns: (transfer full) */
RapportScene *
_rapport_scene_build (RapportMap *map,
                      const RapportLens *lens,
                      const RapportTheme *theme,
                      const RapportPage *page)
{
  double width = page != NULL && page->width > 0 ? page->width : PAGE_WIDTH;
  double height = page != NULL && page->height > 0 ? page->height : PAGE_HEIGHT;
  RapportScene *scene = _rapport_scene_new_empty (width, height);

  scene->background = theme->background;
  _rapport_scene_finish (scene);
  return scene;
}
