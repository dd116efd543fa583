/* rapport-file-error.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapportFileError:
 * @RAPPORT_FILE_ERROR_FAILED: none of the others; the message names the system's reason
 * @RAPPORT_FILE_ERROR_NOT_FOUND: the file, or the folder to save in, does not exist
 * @RAPPORT_FILE_ERROR_EMPTY: there is nothing in the file, or nothing to write
 * @RAPPORT_FILE_ERROR_FOLDER: it is a folder
 * @RAPPORT_FILE_ERROR_NOT_REGULAR: it is a pipe, a device, or a link that leads back to itself
 * @RAPPORT_FILE_ERROR_TOO_LARGE: it is larger than %RAPPORT_FILE_MAX_SIZE, or than this place
 *   allows
 * @RAPPORT_FILE_ERROR_PERMISSION: permission denied
 * @RAPPORT_FILE_ERROR_READ_ONLY: the file is marked as read-only, or the disk is
 * @RAPPORT_FILE_ERROR_NO_SPACE: the disk or the user's share of it is full
 * @RAPPORT_FILE_ERROR_IO: the disk reports an error or has gone
 * @RAPPORT_FILE_ERROR_NAME: the name is too long or not allowed there
 * @RAPPORT_FILE_ERROR_EXISTS: a new file was to be made where there is one already
 * @RAPPORT_FILE_ERROR_MISSING: the file has been moved or deleted since it was read
 * @RAPPORT_FILE_ERROR_CHANGED_OUTSIDE: the file's content has been changed since it was read
 * @RAPPORT_FILE_ERROR_NO_RESCUE: the file can only be overwritten, and no safety copy could be made
 * @RAPPORT_FILE_ERROR_NOT_SYNCED: the new content is in place, but the disk did not confirm it
 * @RAPPORT_FILE_ERROR_DAMAGED: the file was being overwritten and is damaged; a safety copy is kept
 *
 * What can be wrong with a file. Every message is written for the user: it names the file, the
 * reason and, for a save, a way out.
 */
typedef enum
{
  RAPPORT_FILE_ERROR_FAILED,
  RAPPORT_FILE_ERROR_NOT_FOUND,
  RAPPORT_FILE_ERROR_EMPTY,
  RAPPORT_FILE_ERROR_FOLDER,
  RAPPORT_FILE_ERROR_NOT_REGULAR,
  RAPPORT_FILE_ERROR_TOO_LARGE,
  RAPPORT_FILE_ERROR_PERMISSION,
  RAPPORT_FILE_ERROR_READ_ONLY,
  RAPPORT_FILE_ERROR_NO_SPACE,
  RAPPORT_FILE_ERROR_IO,
  RAPPORT_FILE_ERROR_NAME,
  RAPPORT_FILE_ERROR_EXISTS,
  RAPPORT_FILE_ERROR_MISSING,
  RAPPORT_FILE_ERROR_CHANGED_OUTSIDE,
  RAPPORT_FILE_ERROR_NO_RESCUE,
  RAPPORT_FILE_ERROR_NOT_SYNCED,
  RAPPORT_FILE_ERROR_DAMAGED,
} RapportFileError;

#define RAPPORT_FILE_ERROR (rapport_file_error_quark ())
GQuark rapport_file_error_quark (void);

void rapport_file_error_set_load (GError **error, const char *path, int reason);
void rapport_file_error_set_save (GError **error, const char *path, int reason);
void rapport_file_error_set      (GError **error, RapportFileError code, const char *sentence,
                                  const char *path);

G_END_DECLS
