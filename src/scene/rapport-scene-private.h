/* rapport-scene-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-grid.h"
#include "rapport-scene.h"

G_BEGIN_DECLS

/* Filled while the scene is made, by one thread; only read afterwards. */
struct _RapportScene
{
  gatomicrefcount refs;

  RapportRect page;
  RapportColour background;
  char *font;        /* owned: a family list */
  char *title;       /* owned */
  GRefString *description; /* owned: long, and shared by copies */
  char *language;    /* owned: a BCP 47 tag */
  GPtrArray *items;  /* owned, of RapportSceneItem, in painting order */

  gboolean has_wheel;   /* else x and y of the map are what counts */
  RapportPoint centre;  /* of the wheel, on the page */
  double scale;         /* page over wheel, or over x and y where there is none */
  double tallness;      /* what heights are multiplied by besides: above 1 where a high page stretches the wheel */
  gboolean numbered;        /* numbers stand for names, since those found no room */
  gboolean hides_names;     /* and codes stand for them */
  RapportPoint free_middle; /* the x and y that are at the centre, where there is no wheel */

  GHashTable *index; /* owned, nullable: item that has an id → its place in items + 1 */
  RapportGrid *grid; /* owned, nullable: which items were where when it was made */
  GArray *strays;    /* owned, nullable, of guint: places of items that are elsewhere now */
  guint8 *astray;    /* owned, nullable: for each item whether it is one of those */
};

/* A scene without items, to be filled by hand: white, in "sans-serif", English, with empty texts. */
RapportScene *_rapport_scene_new_empty (double width, double height);
void          _rapport_scene_finish    (RapportScene *self);

/* The same picture, sharing its items; replacing one leaves the other as it is. */
RapportScene *_rapport_scene_copy       (const RapportScene *self);
gboolean      _rapport_scene_is_shared  (const RapportScene *self);
gboolean      _rapport_scene_find_place (const RapportScene *self, RapportItemKind kind, const char *element_id,
                                         guint *place);
void          _rapport_scene_replace    (RapportScene *self, guint place, RapportSceneItem *item);

G_END_DECLS
