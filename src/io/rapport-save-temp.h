/* rapport-save-temp.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-save-target.h"

G_BEGIN_DECLS

/**
 * RapportSaveTemp:
 * @target: (borrowed): beside whom it stands
 * @name: (type filename) (owned) (nullable): its name in the target's folder, while it has one
 * @fd: a descriptor of it, or -1
 *
 * A file beside the target that is to take a place later. Clearing it removes it, so that no way
 * out of a save leaves it behind; only a kill can, and then the next save finds it by its name.
 */
typedef struct
{
  RapportSaveTarget *target;
  char *name;
  int fd;
} RapportSaveTemp;

void  rapport_save_temp_init         (RapportSaveTemp *self, RapportSaveTarget *target);
void  rapport_save_temp_clear        (RapportSaveTemp *self);
int   rapport_save_temp_create       (RapportSaveTemp *self);
int   rapport_save_temp_link         (RapportSaveTemp *self);
int   rapport_save_temp_copy         (RapportSaveTemp *self);
int   rapport_save_temp_fill         (RapportSaveTemp *self, GBytes *content,
                                      GCancellable *cancellable);
int   rapport_save_temp_finish       (RapportSaveTemp *self, struct stat *st);
int   rapport_save_temp_rename       (RapportSaveTemp *self, const char *name, gboolean replace);

void  rapport_save_temp_remove_stale (RapportSaveTarget *target);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapportSaveTemp, rapport_save_temp_clear)

G_END_DECLS
