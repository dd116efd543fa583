/* rapport-cli-command.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "rapport-map-file.h"

G_BEGIN_DECLS

/* What a command tells the shell. */
enum
{
  RAPPORT_EXIT_FINE = 0,
  RAPPORT_EXIT_NOTICES = 1, /* done, and there is something to be told */
  RAPPORT_EXIT_REFUSED = 2, /* not done; one sentence on standard error says why */
};

/**
 * RapportCliCommand:
 * One command of rapport-map. @run gets the arguments behind the command's name.
 */
typedef struct
{
  const char *name;
  const char *arguments; /* for the help: "MAP -o OUT" */
  const char *summary;   /* translatable */
  int (*run) (int argc, char **argv);
} RapportCliCommand;


/* Each in a file of its own. */
extern const RapportCliCommand rapport_cli_arrange;
extern const RapportCliCommand rapport_cli_check;
extern const RapportCliCommand rapport_cli_convert;
extern const RapportCliCommand rapport_cli_describe;
extern const RapportCliCommand rapport_cli_export;
extern const RapportCliCommand rapport_cli_import;
extern const RapportCliCommand rapport_cli_info;
extern const RapportCliCommand rapport_cli_new;
extern const RapportCliCommand rapport_cli_paper;
extern const RapportCliCommand rapport_cli_prompts;
extern const RapportCliCommand rapport_cli_share;

int rapport_cli_main    (int argc, char **argv);

/* What the commands share: sentences on standard error, options, a map from a path or "-". */
void     rapport_cli_say        (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean rapport_cli_parse      (const RapportCliCommand *command, const GOptionEntry *entries,
                                 int *argc, char ***argv);
gboolean rapport_cli_expect     (const RapportCliCommand *command, int argc, int wanted);
RapportMapReading *rapport_cli_load (const char *path);

G_END_DECLS
