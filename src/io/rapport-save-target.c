/* rapport-save-target.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-save-target.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "rapport-fd.h"

/* As many links in a row as Linux itself follows. */
#define MAX_LINKS 40

/* Gives the path of a name in the true place of its folder. */
static int
anchor (const char *path, char **anchored)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);

  if (real == NULL)
    return errno;
  *anchored = g_build_filename (real, name, NULL);
  free (real);
  return 0;
}

/* Reads a link; its own place is where a relative one starts. No link at all is no error. */
static int
follow (const char *path, char **next)
{
  g_autofree char *folder = NULL;
  char link[PATH_MAX];
  gssize length = readlink (path, link, sizeof link - 1);

  *next = NULL;
  if (length < 0)
    return errno == EINVAL || errno == ENOENT ? 0 : errno;
  link[length] = '\0';
  folder = g_path_get_dirname (path);
  *next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
  return 0;
}

/**
 * rapport_save_target_resolve:
 * @path: (type filename): a path
 * @resolved: (out) (transfer full) (type filename): the same without links, set on success only
 *
 * Follows links to where they lead. Unlike realpath(), the file itself need not exist, so that a
 * link to a file that is gone still says where a new one belongs.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_target_resolve (const char *path, char **resolved)
{
  g_autofree char *here = g_strdup (path);

  for (int links = 0; links <= MAX_LINKS; links++)
    {
      g_autofree char *anchored = NULL;
      g_autofree char *next = NULL;
      int reason = anchor (here, &anchored);

      if (reason == 0)
        reason = follow (anchored, &next);
      if (reason != 0)
        return reason;
      if (next == NULL)
        {
          *resolved = g_steal_pointer (&anchored);
          return 0;
        }
      g_free (here);
      here = g_steal_pointer (&next);
    }
  return ELOOP;
}

/* A folder that may not be listed can still take files; it then only cannot be synced by itself. */
static int
open_folder (RapportSaveTarget *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int reason = rapport_fd_open (AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0, &self->folder);

  self->folder_can_sync = reason == 0;
  if (reason == EACCES)
    reason = rapport_fd_open (AT_FDCWD, folder, O_PATH | O_DIRECTORY, 0, &self->folder);
  return reason;
}

static int
look (RapportSaveTarget *self)
{
  self->exists = fstatat (self->folder, self->name, &self->st, AT_SYMLINK_NOFOLLOW) == 0;
  if (!self->exists)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (self->st.st_mode))
    return EISDIR;
  return S_ISREG (self->st.st_mode) ? 0 : EINVAL;
}

/**
 * rapport_save_target_open:
 * @self: (out caller-allocates): a target, to be cleared in any case
 * @path: (type filename): where the user wants to save
 *
 * Finds out where the bytes go and what is there now.
 *
 * Returns: 0 or an errno; EISDIR for a folder and EINVAL for anything else that is no regular file
 */
int
rapport_save_target_open (RapportSaveTarget *self, const char *path)
{
  int reason;

  *self = (RapportSaveTarget){ .folder = -1 };
  reason = rapport_save_target_resolve (path, &self->path);
  if (reason != 0)
    return reason;
  self->name = g_path_get_basename (self->path);
  reason = open_folder (self);
  return reason != 0 ? reason : look (self);
}

/**
 * rapport_save_target_clear:
 * @self: a target
 *
 * Frees what @self holds.
 */
void
rapport_save_target_clear (RapportSaveTarget *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  rapport_fd_close (&self->folder);
}

/**
 * rapport_save_target_digest:
 * @self: a target that exists
 * @sha256: (out) (transfer full): the SHA-256 of what is in it now, set on success only
 *
 * Returns: 0 or an errno
 */
int
rapport_save_target_digest (RapportSaveTarget *self, char **sha256)
{
  int fd;
  int reason =
    rapport_fd_open (self->folder, self->name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0, &fd);

  if (reason == 0)
    reason = rapport_fd_digest (fd, sha256);
  rapport_fd_close (&fd);
  return reason;
}

/**
 * rapport_save_target_check_writable:
 * @self: a target that exists
 *
 * Tells whether its owner lets us write to the file. A rename would not ask, but a file marked
 * as read-only is marked so for a reason, and root, who may do anything, is asked to respect the
 * mark too.
 *
 * Returns: 0 or an errno; EACCES when the file must not be written to
 */
int
rapport_save_target_check_writable (RapportSaveTarget *self)
{
  if ((self->st.st_mode & 0222) == 0)
    return EACCES;
  return faccessat (self->folder, self->name, W_OK, AT_EACCESS) != 0 ? errno : 0;
}

/**
 * rapport_save_target_is_same:
 * @self: a target
 * @st: what the system says of a file now
 *
 * Tells whether a file is the one that was looked at first, untouched. The time of the last
 * change of its names is left out: keeping a backup by a link changes it.
 *
 * Returns: %TRUE when device, inode, size and time are the same
 */
gboolean
rapport_save_target_is_same (RapportSaveTarget *self, const struct stat *st)
{
  return st->st_dev == self->st.st_dev && st->st_ino == self->st.st_ino
         && st->st_size == self->st.st_size && st->st_mtim.tv_sec == self->st.st_mtim.tv_sec
         && st->st_mtim.tv_nsec == self->st.st_mtim.tv_nsec;
}

/**
 * rapport_save_target_is_intact:
 * @self: a target
 *
 * Looks once more, shortly before the target is replaced.
 *
 * Returns: %TRUE when everything is as it was found at first
 */
gboolean
rapport_save_target_is_intact (RapportSaveTarget *self)
{
  struct stat st;

  if (fstatat (self->folder, self->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return !self->exists && errno == ENOENT;
  return self->exists && rapport_save_target_is_same (self, &st);
}

/**
 * rapport_save_target_sync_folder:
 * @self: a target
 *
 * Waits until the disk has the names in the folder: without that, a power cut takes a rename back.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_target_sync_folder (RapportSaveTarget *self)
{
  int fd;
  int reason;

  if (self->folder_can_sync)
    {
      reason = rapport_fd_sync (self->folder);
      /* Some network and user-space file systems know no sync of a folder. */
      return reason == EINVAL || reason == ENOTSUP ? 0 : reason;
    }
  reason = rapport_fd_open (self->folder, self->name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0, &fd);
  if (reason == 0 && syncfs (fd) != 0)
    reason = errno;
  rapport_fd_close (&fd);
  return reason;
}
