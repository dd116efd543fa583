/* rapport-canvas-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas is written in three files: what it is and shows, where the map stands in it, and who is moved on it.
 */
#pragma once

#include "rapport-canvas.h"

#include "rapport-canvas-access.h"
#include "rapport-canvas-children.h"
#include "rapport-canvas-glide.h"
#include "rapport-canvas-hint.h"
#include "rapport-canvas-menus.h"
#include "rapport-canvas-page.h"
#include "rapport-canvas-reveal.h"
#include "rapport-card-tool.h"
#include "rapport-drag-picture.h"
#include "rapport-drag-tool.h"
#include "rapport-key-tool.h"
#include "rapport-link-ring.h"
#include "rapport-naming-tool.h"
#include "rapport-picture-cache.h"
#include "rapport-pointer-tool.h"

G_BEGIN_DECLS

struct _RapportCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  RapportSession *session; /* nullable */
  RapportScene *scene;     /* nullable */
  RapportPictureCache *cache;
  RapportDragPicture *moving; /* nullable: who is dragged, or was just let go, is shown above the rest */
  RapportCanvasGlide *glide;
  RapportCanvasReveal *reveal;
  RapportDragTool *drag;
  RapportLinkRing *ring;
  RapportPointerTool *pointer;
  RapportKeyTool *keys;
  RapportNamingTool *naming;
  RapportCardTool *cards;
  RapportCanvasAccess *access;
  RapportCanvasChildren *children;
  RapportCanvasMenus *menus;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *session_signals;

  RapportView view;
  RapportCanvasPage page;
  gboolean fitted;      /* the whole page stays in view */
  gboolean scene_stale;
  gboolean dropped;     /* "moving" goes as soon as the picture of the map as it is now is there */
  guint sharpen_source;
  RapportCanvasHint hint;

  gboolean snapping;    /* who is dragged comes into line with neighbours */
  RapportCanvasLook *look; /* owned, nullable: the room looks on */
};

const RapportTheme *_rapport_canvas_choose_theme    (RapportCanvas *self);
void                _rapport_canvas_ensure_scene    (RapportCanvas *self);
void                _rapport_canvas_tell_view       (RapportCanvas *self);

void                _rapport_canvas_fit             (RapportCanvas *self);
void                _rapport_canvas_shape_page      (RapportCanvas *self, int width, int height);

void                _rapport_canvas_snapshot_moving (RapportCanvas *self, GtkSnapshot *snapshot);

G_END_DECLS
