/* rapport-session.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-history.h"
#include "rapport-lens.h"
#include "rapport-recovery.h"
#include "rapport-selection.h"

G_BEGIN_DECLS

/**
 * RapportSession:
 * One open map and how it is looked at: map, history, selection, lens, file and journal. Widgets get the
 * session; none of them looks for a window or asks another widget.
 *
 * Properties: "lens", "path", "modified", "read-only", "saving".
 */
#define RAPPORT_TYPE_SESSION (rapport_session_get_type ())
G_DECLARE_FINAL_TYPE (RapportSession, rapport_session, RAPPORT, SESSION, GObject)

RapportSession *rapport_session_new         (void);
RapportSession *rapport_session_open        (const char *path, GError **error);
void            rapport_session_open_async  (const char *path, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
RapportSession *rapport_session_open_finish (GAsyncResult *result, GError **error);
RapportSession *rapport_session_open_copy   (GBytes *bytes, const char *name, GError **error);
RapportSession *rapport_session_recover     (RapportRecovery *recovery, GError **error);

RapportMap       *rapport_session_get_map       (RapportSession *self);
RapportHistory   *rapport_session_get_history   (RapportSession *self);
RapportSelection *rapport_session_get_selection (RapportSession *self);
const RapportLens *rapport_session_get_lens     (RapportSession *self);
void              rapport_session_set_lens      (RapportSession *self, const RapportLens *lens);
gboolean          rapport_session_hides_names   (RapportSession *self);
void              rapport_session_hide_names    (RapportSession *self, gboolean hidden);
RapportNames      rapport_session_get_names     (RapportSession *self);
void              rapport_session_set_names     (RapportSession *self, RapportNames names);

const char       *rapport_session_get_path      (RapportSession *self);
char             *rapport_session_dup_title     (RapportSession *self);
GPtrArray        *rapport_session_get_notices   (RapportSession *self);
gboolean          rapport_session_is_read_only  (RapportSession *self);
gboolean          rapport_session_is_modified   (RapportSession *self);
gboolean          rapport_session_is_saving     (RapportSession *self);

void     rapport_session_save_async  (RapportSession *self, const char *path, gboolean overwrite,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean rapport_session_save_finish (RapportSession *self, GAsyncResult *result, GError **error);
void     rapport_session_close       (RapportSession *self);

G_END_DECLS
