/* rapport-save-temp.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-save-temp.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-save-mark.h"

#define MARK ".rapport-save-"

/* What stands before and after the target's name takes less than this many bytes. */
#define MAX_STEM 200

/* So often a name that is taken is replaced by the next one. */
#define MAX_TRIES 100

/* The beginning of the names that belong to one target. A long name has no room for more: its hash
 * stands for it. */
static char *
make_prefix (RapportSaveTarget *target)
{
  g_autofree char *hash = NULL;

  if (strlen (target->name) <= MAX_STEM)
    return g_strconcat (".", target->name, MARK, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, target->name, -1);
  return g_strconcat (".", hash, MARK, NULL);
}

static void
take_name (RapportSaveTemp *self)
{
  g_autofree char *prefix = make_prefix (self->target);
  g_autofree char *suffix = rapport_save_mark_new ();

  g_free (self->name);
  self->name = g_strconcat (prefix, suffix, NULL);
}

/**
 * rapport_save_temp_init:
 * @self: (out caller-allocates): a temporary file that does not exist yet
 * @target: the target, which must outlive @self
 */
void
rapport_save_temp_init (RapportSaveTemp *self, RapportSaveTarget *target)
{
  *self = (RapportSaveTemp){ .target = target, .fd = -1 };
}

/**
 * rapport_save_temp_clear:
 * @self: a temporary file
 *
 * Closes and removes it, if it still has its name.
 */
void
rapport_save_temp_clear (RapportSaveTemp *self)
{
  rapport_fd_close (&self->fd);
  if (self->name != NULL)
    unlinkat (self->target->folder, self->name, 0);
  g_clear_pointer (&self->name, g_free);
}

/**
 * rapport_save_temp_create:
 * @self: a temporary file that does not exist yet
 *
 * Creates it, empty. Where it is to replace a file, only its owner can read it at first, so that
 * nobody reads what they could not read before; a new file gets the mode that every program
 * gives to new files.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_temp_create (RapportSaveTemp *self)
{
  mode_t mode = self->target->exists ? 0600 : 0666;
  int reason = EEXIST;

  for (int i = 0; reason == EEXIST && i < MAX_TRIES; i++)
    {
      take_name (self);
      reason = rapport_fd_open (self->target->folder, self->name, O_RDWR | O_CREAT | O_EXCL, mode,
                                &self->fd);
    }
  if (reason != 0)
    g_clear_pointer (&self->name, g_free);
  return reason;
}

/**
 * rapport_save_temp_link:
 * @self: a temporary file that does not exist yet
 *
 * Makes it a second name of the target: the cheapest copy of what will not be written to again.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_temp_link (RapportSaveTemp *self)
{
  int folder = self->target->folder;
  int reason = 0;

  take_name (self);
  if (linkat (folder, self->target->name, folder, self->name, 0) != 0)
    {
      reason = errno;
      g_clear_pointer (&self->name, g_free);
    }
  return reason;
}

/* Only root can give a file away. A group that cannot be kept must not leave its rights to another
 * group: that one then gets what everybody has. */
static int
copy_owner (int fd, const struct stat *old, const struct stat *now, mode_t *mode)
{
  if (old->st_uid == now->st_uid && old->st_gid == now->st_gid)
    return 0;
  if (fchown (fd, old->st_uid, old->st_gid) == 0)
    return 0;
  if (errno != EPERM && errno != EACCES)
    return errno;
  if (old->st_gid != now->st_gid && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    *mode = (*mode & 0707) | ((*mode & 0007) << 3);
  return 0;
}

/* Asks for nothing that is so already: file systems without owners and modes refuse every
 * change. */
static int
copy_rights (RapportSaveTemp *self)
{
  mode_t mode = self->target->st.st_mode & 0777;
  struct stat now;
  int reason;

  if (!self->target->exists)
    return 0;
  if (fstat (self->fd, &now) != 0)
    return errno;
  reason = copy_owner (self->fd, &self->target->st, &now, &mode);
  if (reason != 0 || (now.st_mode & 07777) == mode)
    return reason;
  return fchmod (self->fd, mode) != 0 ? errno : 0;
}

/**
 * rapport_save_temp_fill:
 * @self: a temporary file that has been created
 * @content: what to write
 * @cancellable: (nullable): looked at between portions
 *
 * Gives it the target's owner and mode, and the bytes.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_temp_fill (RapportSaveTemp *self, GBytes *content, GCancellable *cancellable)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);
  int reason = copy_rights (self);

  return reason != 0 ? reason : rapport_fd_write (self->fd, data, size, cancellable);
}

static int
copy_bytes (int from, int to)
{
  gsize n = 1;

  while (n > 0)
    {
      guint8 buffer[16 * 1024];
      int reason = rapport_fd_read (from, buffer, sizeof buffer, &n);

      if (reason == 0)
        reason = rapport_fd_write (to, buffer, n, NULL);
      if (reason != 0)
        return reason;
    }
  return 0;
}

/**
 * rapport_save_temp_copy:
 * @self: a temporary file that does not exist yet
 *
 * Makes it a copy of the target, on the disk when this returns: for file systems without links,
 * and for a target that is going to be overwritten.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_temp_copy (RapportSaveTemp *self)
{
  int from = -1;
  int reason = rapport_save_temp_create (self);

  if (reason == 0)
    reason = copy_rights (self);
  if (reason == 0)
    reason = rapport_fd_open (self->target->folder, self->target->name,
                              O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0, &from);
  if (reason == 0)
    reason = copy_bytes (from, self->fd);
  rapport_fd_close (&from);
  if (reason == 0)
    reason = rapport_fd_sync (self->fd);
  return reason != 0 ? reason : rapport_fd_close (&self->fd);
}

/**
 * rapport_save_temp_finish:
 * @self: a temporary file with all its bytes
 * @st: (out): what the system says of it now
 *
 * Closes it after it has been synced.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_temp_finish (RapportSaveTemp *self, struct stat *st)
{
  if (fstat (self->fd, st) != 0)
    return errno;
  return rapport_fd_close (&self->fd);
}

/* Where the kernel cannot refuse to replace, looking just before is the best there is. */
static int
rename_if_free (RapportSaveTemp *self, const char *name)
{
  int folder = self->target->folder;
  struct stat st;

  if (renameat2 (folder, self->name, folder, name, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (folder, self->name, folder, name) != 0 ? errno : 0;
}

/**
 * rapport_save_temp_rename:
 * @self: a temporary file
 * @name: (type filename): the name it shall have in the target's folder
 * @replace: whether it may take the place of another file
 *
 * Puts it in its place and lets go of it.
 *
 * Returns: 0 or an errno; EEXIST when the place is taken and @replace is %FALSE
 */
int
rapport_save_temp_rename (RapportSaveTemp *self, const char *name, gboolean replace)
{
  int folder = self->target->folder;
  int reason = 0;

  if (!replace)
    reason = rename_if_free (self, name);
  else if (renameat (folder, self->name, folder, name) != 0)
    reason = errno;
  if (reason == 0)
    g_clear_pointer (&self->name, g_free);
  return reason;
}

/**
 * rapport_save_temp_remove_stale:
 * @target: a target
 *
 * Removes what killed saves of the same target have left beside it. Failing to is no reason not
 * to save.
 */
void
rapport_save_temp_remove_stale (RapportSaveTarget *target)
{
  g_autofree char *prefix = NULL;
  struct dirent *entry;
  DIR *folder;
  int fd;

  if (!target->folder_can_sync
      || rapport_fd_open (target->folder, ".", O_RDONLY | O_DIRECTORY, 0, &fd) != 0)
    return;
  folder = fdopendir (fd);
  if (folder == NULL)
    {
      rapport_fd_close (&fd);
      return;
    }
  prefix = make_prefix (target);
  while ((entry = readdir (folder)) != NULL)
    if (g_str_has_prefix (entry->d_name, prefix)
        && rapport_save_mark_is_stale (entry->d_name + strlen (prefix)))
      unlinkat (target->folder, entry->d_name, 0);
  closedir (folder);
}
