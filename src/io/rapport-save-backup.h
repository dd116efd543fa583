/* rapport-save-backup.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one backup that is kept beside a file: its content before the last save.
 */
#pragma once

#include "rapport-save-temp.h"

G_BEGIN_DECLS

int  rapport_save_backup_prepare (RapportSaveTemp *self, gboolean overwriting);
void rapport_save_backup_commit  (RapportSaveTemp *self);

G_END_DECLS
