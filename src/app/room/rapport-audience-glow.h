/* rapport-audience-glow.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-history.h"
#include "rapport-picture-cache.h"
#include "rapport-scene.h"

G_BEGIN_DECLS

/**
 * RapportAudienceGlow:
 * What has just been changed glows for a moment, so that people in the room see what moved. What is changed while the
 * picture is held glows when it is let go.
 */
typedef struct _RapportAudienceGlow RapportAudienceGlow;

RapportAudienceGlow *rapport_audience_glow_new       (GtkWidget *widget);
void                 rapport_audience_glow_free      (RapportAudienceGlow *self);
void                 rapport_audience_glow_watch     (RapportAudienceGlow *self, RapportHistory *history);
void                 rapport_audience_glow_set_scene (RapportAudienceGlow *self, const RapportScene *scene);
void                 rapport_audience_glow_set_held  (RapportAudienceGlow *self, gboolean held);
guint                rapport_audience_glow_get_size  (RapportAudienceGlow *self);
void                 rapport_audience_glow_snapshot  (RapportAudienceGlow *self, GtkSnapshot *snapshot,
                                                      const RapportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportAudienceGlow, rapport_audience_glow_free)

G_END_DECLS
