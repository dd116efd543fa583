/* rapport-save-target.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * RapportSaveTarget:
 * @path: (type filename) (owned): where the bytes go: no link any more, whatever the user named
 * @name: (type filename) (owned): its name in its folder
 * @folder: a descriptor of the folder, so that nothing changes when somebody moves the folder
 *   meanwhile
 * @folder_can_sync: whether @folder is open for more than finding names
 * @exists: whether there is a file
 * @st: what the system says of it
 *
 * The file that a save writes to.
 */
typedef struct
{
  char *path;
  char *name;
  int folder;
  gboolean folder_can_sync;
  gboolean exists;
  struct stat st;
} RapportSaveTarget;

int      rapport_save_target_resolve        (const char *path, char **resolved);
int      rapport_save_target_open           (RapportSaveTarget *self, const char *path);
void     rapport_save_target_clear          (RapportSaveTarget *self);

int      rapport_save_target_digest         (RapportSaveTarget *self, char **sha256);
int      rapport_save_target_check_writable (RapportSaveTarget *self);
gboolean rapport_save_target_is_same        (RapportSaveTarget *self, const struct stat *st);
gboolean rapport_save_target_is_intact      (RapportSaveTarget *self);
int      rapport_save_target_sync_folder    (RapportSaveTarget *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapportSaveTarget, rapport_save_target_clear)

G_END_DECLS
