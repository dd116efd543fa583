/* rapport-clip.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportClip:
 * What was copied, whole, with notes of every level: it never leaves the program. Other programs are offered what is
 * for the room alone: the same as a sharing copy, as a map, as tables and as text.
 */
#define RAPPORT_TYPE_CLIP (rapport_clip_get_type ())
typedef struct _RapportClip RapportClip;

#define RAPPORT_CLIP_MAP "application/vnd.rapport.map+xml"

GType        rapport_clip_get_type (void);
RapportClip *rapport_clip_ref      (RapportClip *self);
void         rapport_clip_unref    (RapportClip *self);

GdkContentProvider *rapport_clip_copy_selection (RapportSession *session) G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *rapport_clip_copy_picture   (RapportSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char               *rapport_clip_describe       (RapportSession *session) G_GNUC_WARN_UNUSED_RESULT;

char *rapport_clip_paste       (RapportClip *self, RapportSession *session) G_GNUC_WARN_UNUSED_RESULT;
char *rapport_clip_paste_bytes (GBytes *bytes, RapportSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportClip, rapport_clip_unref)

G_END_DECLS
