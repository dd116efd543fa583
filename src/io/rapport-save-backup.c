/* rapport-save-backup.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-save-backup.h"

#include <fcntl.h>
#include <unistd.h>

#include "rapport-file-name.h"

/* A rename does nothing, and says so to nobody, when both names belong to the same file. */
static gboolean
is_backup_already (RapportSaveTarget *target)
{
  g_autofree char *backup = rapport_file_name_backup (target->name);
  struct stat st;

  return fstatat (target->folder, backup, &st, AT_SYMLINK_NOFOLLOW) == 0
         && st.st_dev == target->st.st_dev && st.st_ino == target->st.st_ino;
}

/* In a folder like that for temporary files we could make a link to somebody else's file, but never
 * remove it again. */
static gboolean
is_ours (RapportSaveTarget *target)
{
  return target->st.st_uid == geteuid ();
}

/**
 * rapport_save_backup_prepare:
 * @self: a temporary file that does not exist yet, of a target that exists
 * @overwriting: whether the target is going to be overwritten, so that a link would not keep
 *   anything
 *
 * Keeps what is in the target, under a temporary name for now: a save that fails afterwards must
 * not have cost the older backup.
 *
 * Returns: 0 or an errno
 */
int
rapport_save_backup_prepare (RapportSaveTemp *self, gboolean overwriting)
{
  if (!overwriting && is_backup_already (self->target))
    return 0;
  if (!overwriting && is_ours (self->target) && rapport_save_temp_link (self) == 0)
    return 0;
  return rapport_save_temp_copy (self);
}

/**
 * rapport_save_backup_commit:
 * @self: what rapport_save_backup_prepare() made, or a temporary file that does not exist
 *
 * Puts the backup in its place. The save has been done by now; a backup that cannot take its
 * place, such as where a folder has its name, does not turn it into a failed one.
 */
void
rapport_save_backup_commit (RapportSaveTemp *self)
{
  g_autofree char *backup = rapport_file_name_backup (self->target->name);

  if (self->name != NULL)
    rapport_save_temp_rename (self, backup, TRUE);
}
