/* rapport-fd.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * File descriptors without their traps: interrupted calls, short writes, errors reported late.
 * Every function answers with 0 or an errno, so that errno itself need not be carried around
 * clean-up.
 */
#pragma once

#include <fcntl.h>
#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

int rapport_fd_open   (int folder, const char *name, int flags, mode_t mode, int *fd);
int rapport_fd_read   (int fd, gpointer buffer, gsize size, gsize *n_read);
int rapport_fd_slurp  (int fd, gsize limit, GBytes **content);
int rapport_fd_write  (int fd, const void *data, gsize size, GCancellable *cancellable);
int rapport_fd_sync   (int fd);
int rapport_fd_close  (int *fd);
int rapport_fd_digest (int fd, char **sha256);

G_END_DECLS
