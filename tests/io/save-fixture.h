/* save-fixture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of its own for every test, and short words for what the tests of saving do over and
 * over.
 */
#pragma once

#include <sys/stat.h>

#include "rapport-file-load.h"
#include "rapport-file-rescue.h"
#include "rapport-file-save.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;              /* folder/map.rapport */
  RapportFileStamp *stamp; /* what load() and save() last saw */
  GError *error;           /* of the last save() or load() */
  guint n_open;            /* how many descriptors were open before the test */
} Fixture;

typedef void (*FixtureTest) (Fixture *f, gconstpointer data);

void         fixture_prepare  (void);
void         fixture_add      (const char *name, FixtureTest test);
const char  *fixture_path     (Fixture *f, const char *name);

void         put              (const char *path, const char *text);
char        *get              (const char *path);
void         assert_has       (const char *path, const char *text);
void         assert_missing   (const char *path);
struct stat  look             (const char *path);
void         assert_no_litter (Fixture *f);

gboolean     load             (Fixture *f, const char *path);
void         start_with       (Fixture *f, const char *text);
gboolean     save             (Fixture *f, const char *path, const char *text,
                               RapportFileSaveFlags flags);
void         assert_saved     (Fixture *f, const char *path, const char *text);
void         assert_failed    (Fixture *f, RapportFileError code, const char *sentence);

void         become_nobody    (Fixture *f);
void         become_oneself   (void);

G_END_DECLS
