/* rapport-file-error.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-config.h"

#include "rapport-file-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "rapport-file-name.h"

G_DEFINE_QUARK (rapport-file-error-quark, rapport_file_error)

/* What the system calls a reason, and what a person needs to hear of it. */
typedef struct
{
  int reason;
  RapportFileError code;
  const char *sentence;
} Sentence;

static const Sentence load_sentences[] = {
  { ENOENT, RAPPORT_FILE_ERROR_NOT_FOUND, N_("“%s” does not exist.") },
  { ENOTDIR, RAPPORT_FILE_ERROR_NOT_FOUND, N_("“%s” does not exist.") },
  { EISDIR, RAPPORT_FILE_ERROR_FOLDER, N_("“%s” is a folder.") },
  { ENXIO, RAPPORT_FILE_ERROR_NOT_REGULAR, N_("“%s” is not a regular file.") },
  { ELOOP, RAPPORT_FILE_ERROR_NOT_REGULAR,
    N_("“%s” is not a regular file: it is a link that leads back to itself.") },
  { EACCES, RAPPORT_FILE_ERROR_PERMISSION, N_("“%s” can’t be read: permission denied.") },
  { EPERM, RAPPORT_FILE_ERROR_PERMISSION, N_("“%s” can’t be read: permission denied.") },
  { EIO, RAPPORT_FILE_ERROR_IO, N_("“%s” can’t be read: the disk reports an error.") },
  { ENAMETOOLONG, RAPPORT_FILE_ERROR_NAME, N_("“%s” can’t be read: its name is too long.") },
};

static const Sentence save_sentences[] = {
  { ENOSPC, RAPPORT_FILE_ERROR_NO_SPACE,
    N_("“%s” could not be saved: the disk is full. Make room or save to another place.") },
  { EDQUOT, RAPPORT_FILE_ERROR_NO_SPACE,
    N_("“%s” could not be saved: your share of the disk is used up. "
       "Make room or save to another place.") },
  { EFBIG, RAPPORT_FILE_ERROR_TOO_LARGE,
    N_("“%s” could not be saved: files as large as this are not allowed there. "
       "Save to another place.") },
  { EACCES, RAPPORT_FILE_ERROR_PERMISSION,
    N_("“%s” could not be saved: permission denied. Save to another place.") },
  { EPERM, RAPPORT_FILE_ERROR_PERMISSION,
    N_("“%s” could not be saved: permission denied. Save to another place.") },
  { EROFS, RAPPORT_FILE_ERROR_READ_ONLY,
    N_("“%s” could not be saved: the disk is read-only. Save to another place.") },
  { EIO, RAPPORT_FILE_ERROR_IO,
    N_("“%s” could not be saved: the disk reports an error. Save to another disk.") },
  { ENODEV, RAPPORT_FILE_ERROR_IO,
    N_("“%s” could not be saved: the disk is gone. Connect it again or save to another place.") },
  { ENXIO, RAPPORT_FILE_ERROR_IO,
    N_("“%s” could not be saved: the disk is gone. Connect it again or save to another place.") },
  { ENOTCONN, RAPPORT_FILE_ERROR_IO,
    N_("“%s” could not be saved: the disk is gone. Connect it again or save to another place.") },
  { ESTALE, RAPPORT_FILE_ERROR_IO,
    N_("“%s” could not be saved: the disk is gone. Connect it again or save to another place.") },
  { ENOENT, RAPPORT_FILE_ERROR_NOT_FOUND,
    N_("“%s” could not be saved: its folder does not exist. Save to another place.") },
  { ENOTDIR, RAPPORT_FILE_ERROR_NOT_FOUND,
    N_("“%s” could not be saved: its folder does not exist. Save to another place.") },
  { ENAMETOOLONG, RAPPORT_FILE_ERROR_NAME,
    N_("“%s” could not be saved: its name is too long. Choose a shorter name.") },
  { EISDIR, RAPPORT_FILE_ERROR_FOLDER,
    N_("“%s” could not be saved: there is a folder of this name. Choose another name.") },
  { ELOOP, RAPPORT_FILE_ERROR_NOT_REGULAR,
    N_("“%s” could not be saved: it is a link that leads back to itself. Choose another name.") },
};

static const Sentence *
find_sentence (const Sentence *table, gsize n, int reason)
{
  for (gsize i = 0; i < n; i++)
    if (table[i].reason == reason)
      return &table[i];
  return NULL;
}

/* Sentences come out of tables and translations, where no compiler checks a format. */
static char *
fill_in (const char *sentence, const char *path)
{
  g_autofree char *name = rapport_file_name_display (path);
  GString *message = g_string_new (sentence);

  g_string_replace (message, "%s", name, 1);
  return g_string_free (message, FALSE);
}

/**
 * rapport_file_error_set:
 * @error: (out) (optional): where to put the error
 * @code: what is wrong
 * @sentence: one translated sentence with one `%s` for the name
 * @path: (type filename): the file
 *
 * Sets an error of %RAPPORT_FILE_ERROR that names the file in a safe form.
 */
void
rapport_file_error_set (GError **error,
                        RapportFileError code,
                        const char *sentence,
                        const char *path)
{
  g_autofree char *message = fill_in (sentence, path);

  g_set_error_literal (error, RAPPORT_FILE_ERROR, (int) code, message);
}

/**
 * rapport_file_error_set_load:
 * @error: (out) (optional): where to put the error
 * @path: (type filename): the file that could not be read
 * @reason: why, as an errno
 *
 * Says in one sentence why a file could not be read.
 */
void
rapport_file_error_set_load (GError **error, const char *path, int reason)
{
  const Sentence *found = find_sentence (load_sentences, G_N_ELEMENTS (load_sentences), reason);
  g_autofree char *name = rapport_file_name_display (path);

  if (found != NULL)
    rapport_file_error_set (error, found->code, _(found->sentence), path);
  else
    g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_FAILED,
                 _("“%s” can’t be read: %s."), name, g_strerror (reason));
}

/**
 * rapport_file_error_set_save:
 * @error: (out) (optional): where to put the error
 * @path: (type filename): the file that could not be saved
 * @reason: why, as an errno; ECANCELED gives %G_IO_ERROR_CANCELLED
 *
 * Says in one sentence why a file could not be saved and what to do instead.
 */
void
rapport_file_error_set_save (GError **error, const char *path, int reason)
{
  const Sentence *found = find_sentence (save_sentences, G_N_ELEMENTS (save_sentences), reason);
  g_autofree char *name = rapport_file_name_display (path);

  if (reason == ECANCELED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Saving was cancelled."));
  else if (found != NULL)
    rapport_file_error_set (error, found->code, _(found->sentence), path);
  else
    g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_FAILED,
                 _("“%s” could not be saved: %s. Save to another place."), name,
                 g_strerror (reason));
}
