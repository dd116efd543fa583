/* rapport-cli-share.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"
#include "rapport-cli-view.h"
#include "rapport-sharing-copy.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static RapportCliView view = { .reach = 1 };
static char *out;
static gboolean hide_names;
static gboolean name_roles;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("The copy, which must not be there yet; without it only what would leave is listed"), N_ ("OUT") },
  { "hide-names", 0, 0, G_OPTION_ARG_NONE, &hide_names, N_ ("Codes such as “NHS 1” for everybody, not only for roles"),
    NULL },
  { "name-roles", 0, 0, G_OPTION_ARG_NONE, &name_roles, N_ ("Roles by their names too"), NULL },
  RAPPORT_CLI_VIEW_ENTRIES (view),
  { NULL },
};

static void
print_list (const char *heading, GPtrArray *sentences)
{
  if (sentences->len == 0)
    return;
  g_print ("%s\n", heading);
  for (guint i = 0; i < sentences->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (sentences, i));
}

/* A copy is never written over a file that is there: that may be the map itself. */
static gboolean
write_copy (RapportSharingCopy *copy)
{
  g_autoptr (RapportFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  if (rapport_map_file_save (copy->map, out, &stamp, RAPPORT_FILE_SAVE_NO_BACKUP, &error))
    return TRUE;
  rapport_cli_say ("%s", error->message);
  return FALSE;
}

static int
run (int argc, char **argv)
{
  RapportMapReading *reading;
  g_autoptr (RapportLens) lens = NULL;
  g_autoptr (RapportSharingCopy) copy = NULL;
  RapportSharingNames names;

  if (!rapport_cli_parse (&rapport_cli_share, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_share, argc, 1))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  lens = reading != NULL ? rapport_cli_view_make_lens (&view, reading->map) : NULL;
  if (lens == NULL)
    return RAPPORT_EXIT_REFUSED;
  names = name_roles ? RAPPORT_SHARING_NAMES_ALL : RAPPORT_SHARING_NAMES_ROLES;
  if (hide_names)
    names = RAPPORT_SHARING_NAMES_NONE;
  copy = rapport_sharing_copy_new (reading->map, lens, names);
  if (out != NULL && !write_copy (copy))
    return RAPPORT_EXIT_REFUSED;
  print_list (out != NULL ? _("In the copy:") : _("In a copy would be:"), copy->leaves);
  print_list (_("Not in it:"), copy->stays);
  print_list (_("Look at this first:"), copy->warnings);
  return copy->warnings->len > 0 ? RAPPORT_EXIT_NOTICES : RAPPORT_EXIT_FINE;
}

const RapportCliCommand rapport_cli_share = {
  "share",
  "MAP -o OUT",
  N_ ("Make a copy of a map for partners, with only what is for the room, and list what is in it."),
  run,
};
