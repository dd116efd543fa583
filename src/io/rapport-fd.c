/* rapport-fd.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-fd.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

/* Between two portions a save can be cancelled; a portion is small enough to be quick on a slow
 * disk. */
#define PORTION (1024 * 1024)

/* Two large pages, so that one of them at least lies wholly within. */
#define LARGE_FILE (4 * 1024 * 1024)

/**
 * rapport_fd_open:
 * @folder: a descriptor of a folder, or AT_FDCWD
 * @name: (type filename): a name in it, or a path
 * @flags: as for open(); the descriptor is closed on exec in any case
 * @mode: the mode of a file that is created
 * @fd: (out): the descriptor, or -1
 *
 * Opens a file, again when a signal interrupts.
 *
 * Returns: 0 or an errno
 */
int
rapport_fd_open (int folder, const char *name, int flags, mode_t mode, int *fd)
{
  do
    *fd = openat (folder, name, flags | O_CLOEXEC | O_NOCTTY, mode);
  while (*fd < 0 && errno == EINTR);
  return *fd < 0 ? errno : 0;
}

/**
 * rapport_fd_read:
 * @fd: a descriptor
 * @buffer: where to read to
 * @size: how much to read at most
 * @n_read: (out): how much was read, less than @size only at the end of the file
 *
 * Reads on until the buffer is full or the file ends.
 *
 * Returns: 0 or an errno
 */
int
rapport_fd_read (int fd, gpointer buffer, gsize size, gsize *n_read)
{
  *n_read = 0;
  while (*n_read < size)
    {
      gssize n = read (fd, (char *) buffer + *n_read, size - *n_read);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n == 0)
        break;
      if (n > 0)
        *n_read += (gsize) n;
    }
  return 0;
}

/* A file that is longer than its size said, because it grew or because it is one of the
 * kernel's own, is read on in steps, but never past the limit. */
static int
slurp_rest (int fd, gsize limit, GByteArray *content)
{
  gsize n = 1;

  while (n > 0)
    {
      guint8 buffer[16 * 1024];
      int reason = rapport_fd_read (fd, buffer, sizeof buffer, &n);

      if (reason != 0)
        return reason;
      if (n > limit - content->len)
        return EFBIG;
      g_byte_array_append (content, buffer, (guint) n);
    }
  return 0;
}

/* A large file costs thousands of page faults in small pages. Where the system has no large ones nothing is lost. */
static void
advise_large_pages (gpointer start, gsize size)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  guintptr from = ((guintptr) start + page - 1) & ~(guintptr) (page - 1);
  guintptr end = ((guintptr) start + size) & ~(guintptr) (page - 1);

  if (size >= LARGE_FILE)
    (void) madvise ((gpointer) from, end - from, MADV_HUGEPAGE);
}

/**
 * rapport_fd_slurp:
 * @fd: a descriptor of a regular file, at its beginning
 * @limit: how large the content may be
 * @content: (out) (transfer full): the content, set on success only
 *
 * Reads a file whole.
 *
 * Returns: 0 or an errno; EFBIG when the file is larger than @limit
 */
int
rapport_fd_slurp (int fd, gsize limit, GBytes **content)
{
  g_autoptr (GByteArray) array = NULL;
  guint8 *start;
  struct stat st;
  gsize n;
  int reason;

  if (fstat (fd, &st) != 0)
    return errno;
  if ((guint64) st.st_size > limit)
    return EFBIG;
  start = g_try_malloc ((gsize) st.st_size + 1);
  if (start == NULL)
    return ENOMEM;
  advise_large_pages (start, (gsize) st.st_size + 1);
  array = g_byte_array_new_take (start, (gsize) st.st_size + 1);
  reason = rapport_fd_read (fd, array->data, (gsize) st.st_size, &n);
  g_byte_array_set_size (array, (guint) n);
  if (reason == 0)
    reason = slurp_rest (fd, limit, array);
  if (reason == 0)
    *content = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return reason;
}

/**
 * rapport_fd_write:
 * @fd: a descriptor
 * @data: the bytes
 * @size: how many
 * @cancellable: (nullable): looked at between portions
 *
 * Writes everything: a disk that is nearly full, a signal and some network drives take only a
 * part at a time.
 *
 * Returns: 0 or an errno; ECANCELED when @cancellable was cancelled
 */
int
rapport_fd_write (int fd, const void *data, gsize size, GCancellable *cancellable)
{
  const char *rest = data;

  while (size > 0)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      n = write (fd, rest, MIN (size, PORTION));
      if (n < 0 && errno != EINTR)
        return errno;
      /* A regular file never takes 0 bytes; a drive that does would keep us here for ever. */
      if (n == 0)
        return EIO;
      if (n > 0)
        {
          rest += n;
          size -= (gsize) n;
        }
    }
  return 0;
}

/**
 * rapport_fd_sync:
 * @fd: a descriptor of a file or a folder
 *
 * Waits until the disk has it. A sync that failed must not be tried again on the same
 * descriptor: the kernel forgets the pages it could not write, and the second try would report
 * success.
 *
 * Returns: 0 or an errno
 */
int
rapport_fd_sync (int fd)
{
  return fsync (fd) != 0 ? errno : 0;
}

/**
 * rapport_fd_close:
 * @fd: (inout): a descriptor; -1 afterwards, whatever happens
 *
 * Closes a descriptor. Network drives and quotas report failed writes only here.
 *
 * Returns: 0 or an errno
 */
int
rapport_fd_close (int *fd)
{
  int closing = *fd;

  *fd = -1;
  if (closing < 0 || close (closing) == 0)
    return 0;
  /* Linux has closed it even so, and what counts has been synced before. */
  return errno == EINTR ? 0 : errno;
}

/**
 * rapport_fd_digest:
 * @fd: a descriptor of a regular file, at its beginning
 * @sha256: (out) (transfer full): the SHA-256 of the content in hexadecimal, set on success only
 *
 * Reads a file to its end without keeping it.
 *
 * Returns: 0 or an errno
 */
int
rapport_fd_digest (int fd, char **sha256)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n = 1;

  while (n > 0)
    {
      guint8 buffer[16 * 1024];
      int reason = rapport_fd_read (fd, buffer, sizeof buffer, &n);

      if (reason != 0)
        return reason;
      g_checksum_update (checksum, buffer, (gssize) n);
    }
  *sha256 = g_strdup (g_checksum_get_string (checksum));
  return 0;
}
