/* rapport-scene-item.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-shape.h"

G_BEGIN_DECLS

/* In the order in which they are painted. */
typedef enum
{
  RAPPORT_ITEM_BACKDROP,   /* wedges and rings, sector names */
  RAPPORT_ITEM_POWER,      /* the pinched band of a link */
  RAPPORT_ITEM_LINK,       /* line, heads and rings of a link */
  RAPPORT_ITEM_STAKEHOLDER,/* outline, letter, pips */
  RAPPORT_ITEM_LABEL,      /* the name of a stakeholder */
  RAPPORT_ITEM_REGION,     /* legs from a badge to the members */
  RAPPORT_ITEM_BADGE,      /* a tension mark */
  RAPPORT_ITEM_CHIP,       /* a changed value */
  RAPPORT_ITEM_HEADING,    /* question, title line */
  RAPPORT_ITEM_LEGEND,
  RAPPORT_ITEM_RIBBON,     /* illustrative */
  RAPPORT_N_ITEM_KINDS,
} RapportItemKind;

/**
 * RapportSceneItem:
 * What one visible thing looks like: pure data, made by the scene, read by painters, hit test and
 * accessible children. A stakeholder has an item and a label item, a link a power item and a link item. Scenes that
 * differ in a few things share the others, so nothing in an item changes once it is in a scene.
 */
typedef struct
{
  RapportItemKind kind;
  char *element_id; /* owned, nullable: the element's id in the map */
  char *name;       /* owned, nullable: accessible name, in plain words */
  double opacity;   /* 1, or the fade of what is out of focus */
  RapportRect bounds;
  GPtrArray *shapes; /* owned, of RapportShape, in painting order */
} RapportSceneItem;

RapportSceneItem *rapport_scene_item_new  (RapportItemKind kind, const char *element_id);
RapportSceneItem *rapport_scene_item_ref  (RapportSceneItem *self);
void              rapport_scene_item_unref (RapportSceneItem *self);
void              rapport_scene_item_take (RapportSceneItem *self, RapportShape *shape); /* (transfer full); grows the bounds */
RapportRect       rapport_scene_item_get_outline (const RapportSceneItem *self);
const RapportPath *rapport_scene_item_get_outermost (const RapportSceneItem *self);
RapportPoint      rapport_scene_item_get_middle  (const RapportSceneItem *self);
gboolean          rapport_scene_item_get_discs  (const RapportSceneItem *self, RapportRect *discs);
gboolean          rapport_scene_item_has_discs_at (const RapportSceneItem *self, RapportPoint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportSceneItem, rapport_scene_item_unref)

G_END_DECLS
