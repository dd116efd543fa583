/* rapport-file-save.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of things is the whole point of this file:
 *
 *   1. find the file behind all links, and see that nobody has changed it
 *   2. write a new file beside it, sync it, close it
 *   3. keep the old one under a second name
 *   4. rename the new one over the old one
 *   5. put the backup in its place
 *   6. sync the folder
 *
 * Until step 4 the target is not touched, and in step 4 it changes at one stroke. Only after
 * step 6 may anybody say "saved".
 */
#include "rapport-config.h"

#include "rapport-file-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "rapport-fd.h"
#include "rapport-save-backup.h"
#include "rapport-save-in-place.h"
#include "rapport-save-target.h"
#include "rapport-save-temp.h"

/* One save, while it goes on. */
typedef struct
{
  /* Owned */
  RapportSaveTarget target;
  char *sha256; /* of the content; nullable where nobody has asked */
  RapportFileStamp *saved; /* set as soon as the save has changed the target */

  /* Borrowed */
  const char *path;
  GBytes *content;
  RapportFileStamp *expected;
  GCancellable *cancellable;

  RapportFileSaveFlags flags;
  gboolean wants_stamp;
  gboolean is_there; /* the target is known to have the new content already */
} Save;

static void
save_clear (Save *self)
{
  rapport_save_target_clear (&self->target);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->saved, rapport_file_stamp_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
fail (Save *self, GError **error, int reason)
{
  rapport_file_error_set_save (error, self->path, reason);
  return FALSE;
}

static gboolean
fail_with (Save *self, GError **error, RapportFileError code, const char *sentence)
{
  rapport_file_error_set (error, code, sentence, self->path);
  return FALSE;
}

static gboolean
fail_changed (Save *self, GError **error)
{
  return fail_with (self, error, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE,
                    _("“%s” has been changed by somebody else since it was opened. "
                      "Save a copy, overwrite it or reload it."));
}

static gboolean
fail_missing (Save *self, GError **error)
{
  return fail_with (self, error, RAPPORT_FILE_ERROR_MISSING,
                    _("“%s” has been moved or deleted since it was opened. "
                      "Save it here again or save to another place."));
}

static gboolean
fail_exists (Save *self, GError **error)
{
  return fail_with (self, error, RAPPORT_FILE_ERROR_EXISTS,
                    _("“%s” exists already. Replace it or choose another name."));
}

/* A large map takes as long to hash as to write. */
static const char *
digest_content (Save *self)
{
  if (self->sha256 == NULL)
    self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->content);
  return self->sha256;
}

/* The size tells most changes without reading; the content tells all of them. A file that has
 * by now what we are going to write, such as after a save whose last sync failed, is nobody's
 * loss. */
static gboolean
check_content (Save *self, GError **error)
{
  guint64 size = (guint64) self->target.st.st_size;
  guint64 new_size = g_bytes_get_size (self->content);
  g_autoptr (RapportFileStamp) now = NULL;
  g_autofree char *sha256 = NULL;
  int reason;

  if (size == new_size
      || (self->expected != NULL && size == rapport_file_stamp_get_size (self->expected)))
    {
      reason = rapport_save_target_digest (&self->target, &sha256);
      if (reason != 0)
        return fail (self, error, reason);
      now = rapport_file_stamp_new (&self->target.st, sha256);
      self->is_there = size == new_size && g_str_equal (sha256, digest_content (self));
      if (self->is_there)
        return TRUE;
      if (self->expected != NULL && rapport_file_stamp_same_content (self->expected, now))
        return TRUE;
    }
  return self->expected != NULL ? fail_changed (self, error) : fail_exists (self, error);
}

static gboolean
check_writable (Save *self, GError **error)
{
  int reason = rapport_save_target_check_writable (&self->target);

  if (reason == EACCES)
    return fail_with (self, error, RAPPORT_FILE_ERROR_READ_ONLY,
                      _("“%s” could not be saved: it is marked as read-only. "
                        "Allow writing to it or save to another place."));
  return reason == 0 ? TRUE : fail (self, error, reason);
}

static gboolean
check (Save *self, GError **error)
{
  if (self->target.exists && !check_writable (self, error))
    return FALSE;
  if (self->flags & RAPPORT_FILE_SAVE_OVERWRITE)
    return TRUE;
  if (self->target.exists)
    return check_content (self, error);
  return self->expected == NULL ? TRUE : fail_missing (self, error);
}

/* What has changed between the check and now, a moment before the rename. */
static gboolean
check_again (Save *self, GError **error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return fail (self, error, ECANCELED);
  if ((self->flags & RAPPORT_FILE_SAVE_OVERWRITE) != 0
      || rapport_save_target_is_intact (&self->target))
    return TRUE;
  if (!self->target.exists)
    return fail_exists (self, error);
  return faccessat (self->target.folder, self->target.name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
           ? fail_changed (self, error)
           : fail_missing (self, error);
}

/* The new content has come into the target; what follows can only be about how safely. */
static void
take_stamp (Save *self, const struct stat *st)
{
  g_clear_pointer (&self->saved, rapport_file_stamp_unref);
  if (self->wants_stamp)
    self->saved = rapport_file_stamp_new (st, digest_content (self));
}

/* After damage it is better to know what is there than to take it for somebody else's change
 * later. */
static void
take_stamp_of_damage (Save *self)
{
  g_autofree char *sha256 = NULL;
  struct stat st;

  if (!self->wants_stamp
      || fstatat (self->target.folder, self->target.name, &st, AT_SYMLINK_NOFOLLOW) != 0
      || rapport_save_target_digest (&self->target, &sha256) != 0)
    return;
  self->saved = rapport_file_stamp_new (&st, sha256);
}

static gboolean
fail_in_place (Save *self, RapportInPlaceResult result, int reason, GError **error)
{
  switch (result)
    {
    case RAPPORT_IN_PLACE_CHANGED:
      return fail_changed (self, error);
    case RAPPORT_IN_PLACE_NO_RESCUE:
      return fail_with (self, error, RAPPORT_FILE_ERROR_NO_RESCUE,
                        _("“%s” could not be saved: it can only be overwritten, and there is no "
                          "room for a safety copy. Save to another place."));
    case RAPPORT_IN_PLACE_DAMAGED:
      take_stamp_of_damage (self);
      return fail_with (self, error, RAPPORT_FILE_ERROR_DAMAGED,
                        _("“%s” could not be saved and may be damaged: the disk reports an error. "
                          "A copy of your work is kept; save to another place."));
    default:
      return fail (self, error, reason);
    }
}

/* Keeps the old content, unless it is the same as the new one: then the older backup is worth
 * more. */
static int
keep_old (Save *self, RapportSaveTemp *backup, gboolean overwriting)
{
  rapport_save_temp_init (backup, &self->target);
  if (!self->target.exists || self->is_there || (self->flags & RAPPORT_FILE_SAVE_NO_BACKUP) != 0)
    return 0;
  return rapport_save_backup_prepare (backup, overwriting);
}

/* For a file that cannot be replaced. A link would be overwritten with it, hence a true copy
 * for the backup; where the folder takes no files, there can be none. */
static gboolean
save_in_place (Save *self, gboolean folder_takes_files, GError **error)
{
  g_auto (RapportSaveTemp) backup = { .fd = -1 };
  RapportInPlaceResult result;
  struct stat st;
  int reason = 0;

  rapport_save_temp_init (&backup, &self->target);
  if (folder_takes_files)
    reason = keep_old (self, &backup, TRUE);
  if (reason != 0)
    return fail (self, error, reason);
  result = rapport_save_in_place (&self->target, self->content, self->cancellable, &reason);
  if (result != RAPPORT_IN_PLACE_SAVED)
    return fail_in_place (self, result, reason, error);
  rapport_save_backup_commit (&backup);
  if (fstatat (self->target.folder, self->target.name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    st = self->target.st;
  take_stamp (self, &st);
  return TRUE;
}

/* Writes the new file. A sync that failed may be a passing trouble of the disk, but only a new
 * file can tell: hence a second one, and no third. @refused tells a folder that takes no files
 * at all. */
static int
write_temp (Save *self, RapportSaveTemp *temp, struct stat *st, gboolean *refused)
{
  int reason = 0;

  for (int i = 0; i < 2; i++)
    {
      rapport_save_temp_clear (temp);
      reason = rapport_save_temp_create (temp);
      *refused = reason == EACCES || reason == EPERM || reason == EROFS;
      if (reason == 0)
        reason = rapport_save_temp_fill (temp, self->content, self->cancellable);
      if (reason != 0)
        return reason;
      reason = rapport_fd_sync (temp->fd);
      if (reason == 0)
        return rapport_save_temp_finish (temp, st);
    }
  return reason;
}

/* Steps 5 and 6. */
static gboolean
settle (Save *self, RapportSaveTemp *backup, GError **error)
{
  rapport_save_backup_commit (backup);
  if (rapport_save_target_sync_folder (&self->target) == 0)
    return TRUE;
  return fail_with (self, error, RAPPORT_FILE_ERROR_NOT_SYNCED,
                    _("“%s” was written, but the disk did not confirm it. "
                      "Save again or save to another place."));
}

/* A mount point cannot be replaced, nor can somebody else's file in a folder like that for
 * temporary files; both can be written to. */
static gboolean
cannot_be_replaced (Save *self, int reason)
{
  return self->target.exists
         && (reason == EBUSY || reason == EXDEV || reason == EPERM || reason == EACCES);
}

/* Steps 3 to 6. */
static gboolean
replace (Save *self, RapportSaveTemp *temp, const struct stat *st, GError **error)
{
  g_auto (RapportSaveTemp) backup = { .fd = -1 };
  gboolean may_replace = self->target.exists || (self->flags & RAPPORT_FILE_SAVE_OVERWRITE) != 0;
  int reason = keep_old (self, &backup, FALSE);

  if (!check_again (self, error))
    return FALSE;
  if (reason != 0)
    return fail (self, error, reason);
  reason = rapport_save_temp_rename (temp, self->target.name, may_replace);
  if (reason == 0)
    {
      take_stamp (self, st);
      return settle (self, &backup, error);
    }
  rapport_save_temp_clear (temp);
  rapport_save_temp_clear (&backup);
  if (cannot_be_replaced (self, reason))
    return save_in_place (self, TRUE, error);
  return reason == EEXIST ? fail_exists (self, error) : fail (self, error, reason);
}

static gboolean
save (Save *self, GError **error)
{
  g_auto (RapportSaveTemp) temp = { .fd = -1 };
  gboolean refused = FALSE;
  struct stat st;
  int reason = rapport_save_target_open (&self->target, self->path);

  if (reason == EINVAL)
    return fail_with (self, error, RAPPORT_FILE_ERROR_NOT_REGULAR,
                      _("“%s” could not be saved: it is not a regular file. "
                        "Choose another name."));
  if (reason != 0)
    return fail (self, error, reason);
  if (!check (self, error))
    return FALSE;
  rapport_save_temp_remove_stale (&self->target);
  rapport_save_temp_init (&temp, &self->target);
  reason = write_temp (self, &temp, &st, &refused);
  if (refused && self->target.exists)
    return save_in_place (self, FALSE, error);
  return reason == 0 ? replace (self, &temp, &st, error) : fail (self, error, reason);
}

/**
 * rapport_file_save:
 * @path: (type filename): where the user wants to save; links are followed and kept
 * @content: what to write, at least one byte
 * @stamp: (inout) (optional) (transfer full) (nullable): what the file looked like when it was last
 *   read or saved, or %NULL when it is new; afterwards what it looks like now
 * @flags: how to save
 * @cancellable: (nullable): lets the user give up until the old file is replaced
 * @error: where to put the error, of %RAPPORT_FILE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Saves a file so that whatever happens, at any moment, either the old or the new content is
 * there whole. The file keeps its mode and, where the system allows it, its owner; its other
 * hard links keep the old content; what it had before is kept as a backup with a `~` behind its
 * name. Only a file that cannot be replaced is written in place, after a copy of the new content
 * has been put where rapport_file_rescue_find() finds it.
 *
 * When this returns %TRUE the content is on the disk. When it returns %FALSE, target and backup
 * are as they were, but for %RAPPORT_FILE_ERROR_NOT_SYNCED and %RAPPORT_FILE_ERROR_DAMAGED: both
 * say that the target was changed, and set @stamp too, so that the next save does not take this
 * for somebody else's doing. With all others @stamp is left alone.
 *
 * May be called in any thread, but for one file only in one at a time. A process that calls this
 * should ignore SIGXFSZ, which would otherwise kill it where files may not become as large.
 *
 * Returns: %TRUE when saved
 */
gboolean
rapport_file_save (const char *path,
                   GBytes *content,
                   RapportFileStamp **stamp,
                   RapportFileSaveFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Save) self = { .target = { .folder = -1 }, .path = path, .content = content };
  gboolean saved;

  g_return_val_if_fail (path != NULL && content != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_bytes_get_size (content) == 0)
    return fail_with (&self, error, RAPPORT_FILE_ERROR_EMPTY,
                      _("“%s” was not saved: there is nothing to write."));
  self.expected = stamp != NULL ? *stamp : NULL;
  self.flags = flags;
  self.cancellable = cancellable;
  self.wants_stamp = stamp != NULL;
  /* Now, not between the rename and the folder's sync. */
  if (self.wants_stamp)
    digest_content (&self);
  saved = save (&self, error);
  if (self.saved != NULL)
    {
      g_clear_pointer (stamp, rapport_file_stamp_unref);
      *stamp = g_steal_pointer (&self.saved);
    }
  return saved;
}
