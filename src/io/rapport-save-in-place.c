/* rapport-save-in-place.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-save-in-place.h"

#include <errno.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-file-load.h"
#include "rapport-file-rescue.h"

/* Asks for the room that a longer content needs before a single byte is touched. File systems that
 * cannot promise room are believed to have it; the safety copy covers the rest. */
static int
reserve (int fd, RapportSaveTarget *target, gsize size)
{
  if ((off_t) size <= target->st.st_size
      || fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) == 0)
    return 0;
  return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? errno : 0;
}

/* Looks at what is in the file now, from its beginning. */
static int
verify (int fd, GBytes *content)
{
  g_autoptr (GBytes) now = NULL;
  int reason;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return errno;
  reason = rapport_fd_slurp (fd, g_bytes_get_size (content), &now);
  if (reason != 0)
    return reason == EFBIG ? EIO : reason;
  return g_bytes_equal (now, content) ? 0 : EIO;
}

/* Writes over what is there and only then cuts off the rest: shortened first, the file could
 * find its room taken by somebody else. @sync_failed tells a failed sync, after which the
 * kernel's own view of the file cannot be trusted. */
static int
rewrite (int fd, GBytes *content, gboolean *sync_failed)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);
  int reason;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return errno;
  reason = rapport_fd_write (fd, data, size, NULL);
  if (reason == 0 && ftruncate (fd, (off_t) size) != 0)
    reason = errno;
  if (reason != 0)
    return reason;
  reason = rapport_fd_sync (fd);
  *sync_failed = reason != 0;
  return reason != 0 ? reason : verify (fd, content);
}

static int
open_target (RapportSaveTarget *target, int *fd)
{
  return rapport_fd_open (target->folder, target->name, O_RDWR | O_NONBLOCK | O_NOFOLLOW, 0, fd);
}

/* Brings the old content back through a descriptor of its own. */
static gboolean
restore (RapportSaveTarget *target, GBytes *old)
{
  gboolean sync_failed = FALSE;
  int fd;
  int reason = open_target (target, &fd);

  if (reason == 0)
    reason = rewrite (fd, old, &sync_failed);
  rapport_fd_close (&fd);
  return reason == 0;
}

/* From here on the target's own content is at risk, and @rescue is what stands for it. */
static RapportInPlaceResult
overwrite (RapportSaveTarget *target, int *fd, GBytes *content, GBytes *old, int *reason)
{
  gboolean sync_failed = FALSE;
  int closing;

  *reason = rewrite (*fd, content, &sync_failed);
  closing = rapport_fd_close (fd);
  if (*reason == 0)
    *reason = closing;
  if (*reason == 0)
    return RAPPORT_IN_PLACE_SAVED;
  if (restore (target, old) && !sync_failed)
    return RAPPORT_IN_PLACE_UNTOUCHED;
  return RAPPORT_IN_PLACE_DAMAGED;
}

/* Everything that can go wrong without touching the target goes wrong here. */
static RapportInPlaceResult
prepare (RapportSaveTarget *target, int fd, gsize size, GBytes **old, int *reason)
{
  struct stat st;

  *reason = fstat (fd, &st) != 0 ? errno : 0;
  if (*reason == 0 && !rapport_save_target_is_same (target, &st))
    return RAPPORT_IN_PLACE_CHANGED;
  if (*reason == 0)
    *reason = rapport_fd_slurp (fd, RAPPORT_FILE_MAX_SIZE, old);
  if (*reason == 0)
    *reason = reserve (fd, target, size);
  return RAPPORT_IN_PLACE_UNTOUCHED;
}

static RapportInPlaceResult
overwrite_with_rescue (RapportSaveTarget *target,
                       int *fd,
                       GBytes *content,
                       GCancellable *cancellable,
                       int *reason)
{
  g_autoptr (RapportFileRescue) rescue = NULL;
  g_autoptr (GBytes) old = NULL;
  RapportInPlaceResult result = prepare (target, *fd, g_bytes_get_size (content), &old, reason);

  if (*reason != 0 || result == RAPPORT_IN_PLACE_CHANGED)
    return result;
  *reason = rapport_file_rescue_write (target->path, content, &rescue);
  if (*reason != 0)
    return RAPPORT_IN_PLACE_NO_RESCUE;
  if (g_cancellable_is_cancelled (cancellable))
    *reason = ECANCELED;
  else
    result = overwrite (target, fd, content, old, reason);
  if (result != RAPPORT_IN_PLACE_DAMAGED)
    rapport_file_rescue_remove (rescue);
  return result;
}

/**
 * rapport_save_in_place:
 * @target: a target that exists
 * @content: what to write
 * @cancellable: (nullable): looked at until the target is touched
 * @reason: (out): why it was not saved, as an errno
 *
 * Writes over a file that cannot be replaced, because its folder takes no other file or because
 * it is itself a mount point. This alone puts the old content at risk; therefore a copy of the
 * new one is on the disk before, in the state folder, and stays there unless the target is whole
 * at the end.
 *
 * Returns: what has become of the target
 */
RapportInPlaceResult
rapport_save_in_place (RapportSaveTarget *target,
                       GBytes *content,
                       GCancellable *cancellable,
                       int *reason)
{
  RapportInPlaceResult result = RAPPORT_IN_PLACE_UNTOUCHED;
  int fd;

  *reason = open_target (target, &fd);
  if (*reason == 0)
    result = overwrite_with_rescue (target, &fd, content, cancellable, reason);
  rapport_fd_close (&fd);
  return result;
}
