/* rapport-file-save.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-file-error.h"
#include "rapport-file-stamp.h"

G_BEGIN_DECLS

/**
 * RapportFileSaveFlags:
 * @RAPPORT_FILE_SAVE_NONE: as a map is saved
 * @RAPPORT_FILE_SAVE_OVERWRITE: replace whatever is there; the user has been asked
 * @RAPPORT_FILE_SAVE_NO_BACKUP: do not keep the old content; for pictures and other exports
 */
typedef enum
{
  RAPPORT_FILE_SAVE_NONE = 0,
  RAPPORT_FILE_SAVE_OVERWRITE = 1 << 0,
  RAPPORT_FILE_SAVE_NO_BACKUP = 1 << 1,
} RapportFileSaveFlags;

gboolean rapport_file_save (const char *path,
                            GBytes *content,
                            RapportFileStamp **stamp,
                            RapportFileSaveFlags flags,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
