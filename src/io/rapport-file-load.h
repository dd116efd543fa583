/* rapport-file-load.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-file-error.h"
#include "rapport-file-stamp.h"

G_BEGIN_DECLS

/* The largest file that is read, in MiB and in bytes. */
#define RAPPORT_FILE_MAX_MIB  64
#define RAPPORT_FILE_MAX_SIZE ((gsize) RAPPORT_FILE_MAX_MIB * 1024 * 1024)

GBytes *rapport_file_load (const char *path, RapportFileStamp **stamp, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
