/* rapport-file-stamp.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-file-stamp.h"

#include <string.h>

struct _RapportFileStamp
{
  dev_t device;
  ino_t inode;
  off_t size;
  mode_t mode;
  struct timespec modified;
  char sha256[65];
};

G_DEFINE_BOXED_TYPE (RapportFileStamp,
                     rapport_file_stamp,
                     rapport_file_stamp_ref,
                     rapport_file_stamp_unref)

/**
 * rapport_file_stamp_new:
 * @st: what the system says of the file
 * @sha256: the SHA-256 of its content in hexadecimal
 *
 * Returns: (transfer full) (not nullable): a new stamp
 */
RapportFileStamp *
rapport_file_stamp_new (const struct stat *st, const char *sha256)
{
  RapportFileStamp *self;

  g_return_val_if_fail (st != NULL && sha256 != NULL, NULL);

  self = g_atomic_rc_box_new0 (RapportFileStamp);
  self->device = st->st_dev;
  self->inode = st->st_ino;
  self->size = st->st_size;
  self->mode = st->st_mode & 07777;
  self->modified = st->st_mtim;
  g_strlcpy (self->sha256, sha256, sizeof self->sha256);
  return self;
}

/**
 * rapport_file_stamp_ref:
 * @self: a stamp
 *
 * Returns: (transfer full) (not nullable): @self, held once more
 */
RapportFileStamp *
rapport_file_stamp_ref (RapportFileStamp *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * rapport_file_stamp_unref:
 * @self: (transfer full): a stamp
 *
 * Lets go of @self.
 */
void
rapport_file_stamp_unref (RapportFileStamp *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * rapport_file_stamp_get_sha256:
 * @self: a stamp
 *
 * Returns: (transfer none): the SHA-256 of the content, 64 hexadecimal digits in lower case
 */
const char *
rapport_file_stamp_get_sha256 (const RapportFileStamp *self)
{
  return self->sha256;
}

/**
 * rapport_file_stamp_get_size:
 * @self: a stamp
 *
 * Returns: the size of the file in bytes
 */
guint64
rapport_file_stamp_get_size (const RapportFileStamp *self)
{
  return (guint64) self->size;
}

/**
 * rapport_file_stamp_get_mode:
 * @self: a stamp
 *
 * Returns: the permissions of the file
 */
guint
rapport_file_stamp_get_mode (const RapportFileStamp *self)
{
  return self->mode;
}

/**
 * rapport_file_stamp_get_modified:
 * @self: a stamp
 *
 * Returns: when the file was last written, in microseconds since 1970
 */
gint64
rapport_file_stamp_get_modified (const RapportFileStamp *self)
{
  return (gint64) self->modified.tv_sec * G_USEC_PER_SEC + self->modified.tv_nsec / 1000;
}

/**
 * rapport_file_stamp_same_content:
 * @self: a stamp
 * @other: another
 *
 * Tells whether the same was in both files. This alone decides whether a file has been changed
 * outside: a synchronising folder gives an unchanged file a new inode and a new time, and a
 * change can come with the old size and the old time.
 *
 * Returns: %TRUE when the content is the same
 */
gboolean
rapport_file_stamp_same_content (const RapportFileStamp *self, const RapportFileStamp *other)
{
  return self->size == other->size && strcmp (self->sha256, other->sha256) == 0;
}

/**
 * rapport_file_stamp_same_file:
 * @self: a stamp
 * @st: what the system says of a file now
 *
 * Tells without reading whether a file looks untouched. It may be wrong in both directions and
 * serves where reading would take too long, such as in the last moment before a rename.
 *
 * Returns: %TRUE when device, inode, size and time are the same
 */
gboolean
rapport_file_stamp_same_file (const RapportFileStamp *self, const struct stat *st)
{
  return self->device == st->st_dev && self->inode == st->st_ino && self->size == st->st_size
         && self->modified.tv_sec == st->st_mtim.tv_sec
         && self->modified.tv_nsec == st->st_mtim.tv_nsec;
}
