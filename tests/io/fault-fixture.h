/* fault-fixture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that is about to be saved under faults, and what must be left of it.
 */
#pragma once

#include "faults.h"
#include "save-fixture.h"

G_BEGIN_DECLS

#define OLD     "the old content"
#define NEW     "the new content, which is longer"
#define FOREIGN "from somebody else, who has written more than both"

/* The path of the backup, which has "older" in it at first. */
extern const char *fault_backup;

void     write_as_somebody_else (gpointer path);

void     start                  (Fixture *f);
gboolean try_to_save            (Fixture *f);
void     assert_old             (Fixture *f, RapportFileError code);
void     assert_new             (Fixture *f);
void     assert_rescued         (Fixture *f);

G_END_DECLS
