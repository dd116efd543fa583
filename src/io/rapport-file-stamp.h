/* rapport-file-stamp.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * RapportFileStamp:
 * What a file looked like when it was read or saved: who it was on its disk,
 * and what was in it. Immutable and reference-counted, so that a stamp may travel to another
 * thread.
 */
typedef struct _RapportFileStamp RapportFileStamp;

#define RAPPORT_TYPE_FILE_STAMP (rapport_file_stamp_get_type ())
GType rapport_file_stamp_get_type (void);

RapportFileStamp *rapport_file_stamp_new          (const struct stat *st, const char *sha256);
RapportFileStamp *rapport_file_stamp_ref          (RapportFileStamp *self);
void              rapport_file_stamp_unref        (RapportFileStamp *self);

const char       *rapport_file_stamp_get_sha256   (const RapportFileStamp *self);
guint64           rapport_file_stamp_get_size     (const RapportFileStamp *self);
guint             rapport_file_stamp_get_mode     (const RapportFileStamp *self);
gint64            rapport_file_stamp_get_modified (const RapportFileStamp *self);

gboolean          rapport_file_stamp_same_content (const RapportFileStamp *self,
                                                   const RapportFileStamp *other);
gboolean          rapport_file_stamp_same_file    (const RapportFileStamp *self,
                                                   const struct stat *st);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportFileStamp, rapport_file_stamp_unref)

G_END_DECLS
