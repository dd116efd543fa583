/* rapport-file-load.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-config.h"

#include "rapport-file-load.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "rapport-fd.h"
#include "rapport-file-name.h"

static int
check_type (const struct stat *st)
{
  if (S_ISDIR (st->st_mode))
    return EISDIR;
  return S_ISREG (st->st_mode) ? 0 : ENXIO;
}

/* Looking before opening keeps us from waking a device: to open some of them is to act. Looking
 * again afterwards, and opening without waiting, covers what was exchanged in between. */
static int
open_regular (const char *path, int *fd, struct stat *st)
{
  int reason;

  if (stat (path, st) != 0)
    return errno;
  reason = check_type (st);
  if (reason == 0)
    reason = rapport_fd_open (AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0, fd);
  if (reason == 0 && fstat (*fd, st) != 0)
    reason = errno;
  return reason != 0 ? reason : check_type (st);
}

static void
set_error (GError **error, const char *path, int reason)
{
  g_autofree char *name = NULL;

  if (reason != EFBIG)
    {
      rapport_file_error_set_load (error, path, reason);
      return;
    }
  name = rapport_file_name_display (path);
  g_set_error (error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_TOO_LARGE,
               /* Translators: the second is a number of mebibytes. */
               _("“%s” is too large (limit %d MiB)."), name, RAPPORT_FILE_MAX_MIB);
}

/**
 * rapport_file_load:
 * @path: (type filename): the file
 * @stamp: (out) (optional) (transfer full): what the file looked like, for the next save; set on
 *   success only
 * @error: where to put the error, of %RAPPORT_FILE_ERROR
 *
 * Reads a regular file whole and follows links. It never waits for a pipe or a device, and never
 * reads more than %RAPPORT_FILE_MAX_SIZE.
 *
 * Returns: (transfer full) (nullable): the content, at least one byte, or %NULL
 */
GBytes *
rapport_file_load (const char *path, RapportFileStamp **stamp, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  struct stat st;
  int fd = -1;
  int reason;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reason = open_regular (path, &fd, &st);
  if (reason == 0)
    reason = rapport_fd_slurp (fd, RAPPORT_FILE_MAX_SIZE, &content);
  rapport_fd_close (&fd);
  if (reason != 0)
    {
      set_error (error, path, reason);
      return NULL;
    }
  if (g_bytes_get_size (content) == 0)
    {
      rapport_file_error_set (error, RAPPORT_FILE_ERROR_EMPTY, _("“%s” is empty."), path);
      return NULL;
    }
  st.st_size = (off_t) g_bytes_get_size (content);
  /* The hash costs as much as parsing: only who will save again needs it. */
  if (stamp != NULL)
    {
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      *stamp = rapport_file_stamp_new (&st, sha256);
    }
  return g_steal_pointer (&content);
}
