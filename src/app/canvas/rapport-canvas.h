/* rapport-canvas.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-scene.h"
#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportCanvas:
 * The map in the window. It draws the scene, the same one that is exported, from a kept picture while it is panned
 * and zoomed, and lets tools handle gestures. What is selected is drawn above the picture.
 *
 * Signals: ::activated (id) when something is double-clicked or entered; ::link (a, b) when a link is drawn;
 * ::dropped-in-sector (id, sector) when somebody was moved into another sector's wedge, which changes nothing by
 * itself; ::naming when a name or the question is about to be typed on the map; ::view-changed when another part of the
 * map is in view, or the map is another.
 */
#define RAPPORT_TYPE_CANVAS (rapport_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RapportCanvas, rapport_canvas, RAPPORT, CANVAS, GtkWidget)

/* How the room sees a map that is edited before it. */
typedef struct
{
  RapportScheme scheme;
  RapportPage page; /* as it is without a hand on it, so that nothing jumps */
} RapportCanvasLook;

/* The cards of a canvas; see rapport-card-tool.h. */
typedef struct _RapportCardTool RapportCardTool;
/* What a drag does; see rapport-drag-tool.h. */
typedef struct _RapportDragTool RapportDragTool;
/* What appears round somebody; see rapport-link-ring.h. */
typedef struct _RapportLinkRing RapportLinkRing;

GtkWidget          *rapport_canvas_new          (void);

void                rapport_canvas_set_session  (RapportCanvas *self, RapportSession *session);
RapportSession     *rapport_canvas_get_session  (RapportCanvas *self);
void                rapport_canvas_set_look     (RapportCanvas *self, const RapportCanvasLook *look);
const RapportCanvasLook *rapport_canvas_get_look (RapportCanvas *self);
const RapportScene *rapport_canvas_get_scene    (RapportCanvas *self);
const RapportScene *rapport_canvas_get_shown    (RapportCanvas *self);
RapportCardTool    *rapport_canvas_get_cards    (RapportCanvas *self);
RapportDragTool    *rapport_canvas_get_drag     (RapportCanvas *self);
RapportLinkRing    *rapport_canvas_get_link_ring (RapportCanvas *self);

gboolean            rapport_canvas_get_snapping (RapportCanvas *self);
void                rapport_canvas_set_snapping (RapportCanvas *self, gboolean snapping);

void                rapport_canvas_zoom_to_fit  (RapportCanvas *self);
void                rapport_canvas_show_selected (RapportCanvas *self);
void                rapport_canvas_hold_still   (RapportCanvas *self);
void                rapport_canvas_zoom_by      (RapportCanvas *self, double factor);
void                rapport_canvas_zoom_at      (RapportCanvas *self, double scale, double x, double y);
double              rapport_canvas_get_zoom     (RapportCanvas *self);
void                rapport_canvas_pan_by       (RapportCanvas *self, double dx, double dy);

gboolean            rapport_canvas_begin_moving (RapportCanvas *self, GHashTable *starts);
void                rapport_canvas_move_to      (RapportCanvas *self, RapportPoint shift);
void                rapport_canvas_move_back    (RapportCanvas *self, GHashTable *from, double part);
void                rapport_canvas_end_moving   (RapportCanvas *self);

void                rapport_canvas_put_child    (RapportCanvas *self, GtkWidget *child, RapportPoint at);
void                rapport_canvas_put_child_beside (RapportCanvas *self, GtkWidget *child, const RapportRect *about);
void                rapport_canvas_move_child   (RapportCanvas *self, GtkWidget *child, RapportPoint at);
void                rapport_canvas_take_away    (RapportCanvas *self, GtkWidget *child);

void                rapport_canvas_add          (RapportCanvas *self);
void                rapport_canvas_add_at       (RapportCanvas *self, RapportPoint at, const char *linked_with);
void                rapport_canvas_link_from    (RapportCanvas *self, const char *id);
gboolean            rapport_canvas_is_linking   (RapportCanvas *self);
gboolean            rapport_canvas_link_with    (RapportCanvas *self, const char *id);
void                rapport_canvas_rename       (RapportCanvas *self, const char *id);
void                rapport_canvas_ask          (RapportCanvas *self);

void                rapport_canvas_set_hint     (RapportCanvas *self, const char *hint);
gboolean            rapport_canvas_open_menu    (RapportCanvas *self);
void                rapport_canvas_open_menu_at (RapportCanvas *self, double x, double y);

RapportPoint        rapport_canvas_to_map       (RapportCanvas *self, double x, double y);
RapportPoint        rapport_canvas_from_map     (RapportCanvas *self, double x, double y);
gboolean            rapport_canvas_is_bare_at   (RapportCanvas *self, double x, double y);

G_END_DECLS
