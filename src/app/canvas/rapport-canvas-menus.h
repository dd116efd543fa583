/* rapport-canvas-menus.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasMenus:
 * The context menus of a canvas, each made when it is first asked for.
 */
typedef struct _RapportCanvasMenus RapportCanvasMenus;

RapportCanvasMenus *rapport_canvas_menus_new       (RapportCanvas *canvas);
void                rapport_canvas_menus_free      (RapportCanvasMenus *self);

void                rapport_canvas_menus_open      (RapportCanvasMenus *self, double x, double y);
void                rapport_canvas_menus_follow    (RapportCanvasMenus *self);
RapportPoint        rapport_canvas_menus_get_place (const RapportCanvasMenus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportCanvasMenus, rapport_canvas_menus_free)

G_END_DECLS
