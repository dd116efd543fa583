/* rapport-canvas-host.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-canvas.h"

G_BEGIN_DECLS

/**
 * RapportCanvasHost:
 * What a canvas stands in, and where the things done to its map are named actions: the window, and the screen that the
 * room sees while it is edited there. Both have the same ones, under the same names and keys.
 */
#define RAPPORT_TYPE_CANVAS_HOST (rapport_canvas_host_get_type ())
G_DECLARE_INTERFACE (RapportCanvasHost, rapport_canvas_host, RAPPORT, CANVAS_HOST, GtkWidget)

struct _RapportCanvasHostInterface
{
  GTypeInterface parent_iface;

  RapportCanvas *(*get_canvas) (RapportCanvasHost *self);                /* (transfer none) */
  void           (*done)       (RapportCanvasHost *self, const char *done); /* nullable. Tells what was done, with a way
                                                                               back; the words are nullable */
};

void rapport_canvas_host_install_actions (GtkWidgetClass *widget_class);
void rapport_canvas_host_update_actions  (RapportCanvasHost *self);

G_END_DECLS
