/* scene-fixture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "rapport-scene-private.h"

G_BEGIN_DECLS

/* Scenes made by hand, for the painters. Colours are 0xRRGGBBAA. */
RapportSceneItem *scene_fixture_add_item   (RapportScene *scene, RapportItemKind kind, const char *id,
                                            const char *name);
RapportShape     *scene_fixture_add_circle (RapportSceneItem *item, double x, double y, double radius);
RapportShape     *scene_fixture_add_line   (RapportSceneItem *item, double x1, double y1, double x2,
                                            double y2);
RapportShape     *scene_fixture_add_text   (RapportSceneItem *item, const char *text, double x, double y);

/* One of everything that painters can be asked for, on a page of 400 × 300. */
RapportScene *scene_fixture_new_everything (void);

/* (transfer full): the scene at @scale on white, painted by cairo */
cairo_surface_t *scene_fixture_paint (const RapportScene *scene, double scale);

/* 0xRRGGBB, and whether two pictures are of one size and nearly the same: at most @share of the pixels
 * differ by more than @step of 255 in a colour. */
guint32  scene_fixture_get_pixel (cairo_surface_t *surface, int x, int y);
gboolean scene_fixture_is_like   (cairo_surface_t *a, cairo_surface_t *b, int step, double share);

G_END_DECLS
