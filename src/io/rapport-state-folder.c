/* rapport-state-folder.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-state-folder.h"

#include <errno.h>
#include <sys/stat.h>

#include "rapport-fd.h"

/**
 * rapport_state_folder_get_path:
 *
 * Returns: (transfer full) (type filename) (not nullable): the path of the folder, which need
 *   not exist
 */
char *
rapport_state_folder_get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "rapport", NULL);
}

static int
sync_folder (const char *path)
{
  int fd;
  int reason = rapport_fd_open (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0, &fd);

  if (reason == 0)
    reason = rapport_fd_sync (fd);
  rapport_fd_close (&fd);
  return reason;
}

/* A folder that a power cut takes back takes along what is in it: hence the sync of each parent. */
static int
make_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int reason = mkdir (path, 0700) != 0 ? errno : 0;

  if (reason == ENOENT)
    {
      reason = make_folder (parent);
      if (reason == 0)
        reason = mkdir (path, 0700) != 0 ? errno : 0;
    }
  if (reason == EEXIST)
    return 0;
  return reason != 0 ? reason : sync_folder (parent);
}

/**
 * rapport_state_folder_open:
 * @fd: (out): a descriptor of the folder, or -1
 *
 * Opens the folder and makes it first where there is none, with mode 0700.
 *
 * Returns: 0 or an errno
 */
int
rapport_state_folder_open (int *fd)
{
  g_autofree char *path = rapport_state_folder_get_path ();
  struct stat st;
  int reason = make_folder (path);

  *fd = -1;
  if (reason == 0)
    reason = rapport_fd_open (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0, fd);
  if (reason == 0 && fstat (*fd, &st) == 0 && (st.st_mode & 0077) != 0)
    reason = fchmod (*fd, 0700) != 0 ? errno : 0;
  if (reason != 0)
    rapport_fd_close (fd);
  return reason;
}
