/* rapport-painter.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"

G_BEGIN_DECLS

/**
 * RapportPainter:
 * Where a scene is painted to. Everything visual is decided in scene and theme; painters decide nothing.
 */
typedef struct _RapportPainter RapportPainter;

typedef struct
{
  void (*begin)      (RapportPainter *self, const RapportScene *scene);
  void (*begin_item) (RapportPainter *self, const RapportSceneItem *item);
  void (*path)       (RapportPainter *self, const RapportShape *shape);
  void (*text)       (RapportPainter *self, const RapportShape *shape);
  void (*end_item)   (RapportPainter *self, const RapportSceneItem *item);
  void (*end)        (RapportPainter *self);
} RapportPainterInterface;

struct _RapportPainter
{
  const RapportPainterInterface *interface;
};

/* Paints the items that touch @view, or all where it is %NULL. */
void rapport_scene_paint (const RapportScene *scene, RapportPainter *painter,
                          const RapportRect *view);

/* Paints one item, above what is there. */
void rapport_scene_paint_item (const RapportScene *scene, RapportPainter *painter, const RapportSceneItem *item);

/* For painters: whether a faded item has to be painted whole and then faded. */
gboolean rapport_painter_must_group (const RapportSceneItem *item);

G_END_DECLS
