/* rapport-recovery.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-file-stamp.h"
#include "rapport-history.h"

G_BEGIN_DECLS

/**
 * RapportRecovery:
 * Work that a program left behind when it died: a journal that nobody holds. It can be opened, or given up; it
 * stays where it is until one of the two is done.
 */
typedef struct _RapportRecovery RapportRecovery;

GPtrArray       *rapport_recovery_list     (void) G_GNUC_WARN_UNUSED_RESULT;
RapportRecovery *rapport_recovery_new      (const char *file);
void             rapport_recovery_free     (RapportRecovery *self);

const char      *rapport_recovery_get_path  (RapportRecovery *self);
const char      *rapport_recovery_get_title (RapportRecovery *self);
gint64           rapport_recovery_get_time  (RapportRecovery *self);
guint            rapport_recovery_get_edits (RapportRecovery *self);

RapportHistory  *rapport_recovery_open     (RapportRecovery *self, GPtrArray **notices, GError **error);
RapportFileStamp *rapport_recovery_get_stamp (RapportRecovery *self);
void             rapport_recovery_discard  (RapportRecovery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportRecovery, rapport_recovery_free)

G_END_DECLS
