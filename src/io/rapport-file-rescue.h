/* rapport-file-rescue.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapportFileRescue:
 * A complete copy of what was being saved to a file that had to be
 * overwritten in place. It stays in the state folder when that was cut short, so that the next
 * one who opens the file can be offered it.
 */
typedef struct _RapportFileRescue RapportFileRescue;

GPtrArray  *rapport_file_rescue_find        (const char *path) G_GNUC_WARN_UNUSED_RESULT;
int         rapport_file_rescue_write       (const char *path, GBytes *content,
                                             RapportFileRescue **rescue);

const char *rapport_file_rescue_get_path    (RapportFileRescue *self);
gint64      rapport_file_rescue_get_time    (RapportFileRescue *self);
GBytes     *rapport_file_rescue_get_content (RapportFileRescue *self);
int         rapport_file_rescue_remove      (RapportFileRescue *self);
void        rapport_file_rescue_free        (RapportFileRescue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportFileRescue, rapport_file_rescue_free)

G_END_DECLS
