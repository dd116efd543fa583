/* rapport-cli-command.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"

#include "rapport-config.h"
#include "rapport-language.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const RapportCliCommand *const commands[] = {
  &rapport_cli_check,
  &rapport_cli_info,
  &rapport_cli_export,
  &rapport_cli_paper,
  &rapport_cli_arrange,
  &rapport_cli_describe,
  &rapport_cli_share,
  &rapport_cli_prompts,
  &rapport_cli_convert,
  &rapport_cli_new,
  &rapport_cli_import,
};

/* Where a terminal cannot show a letter, the nearest one that it can show. */
static void
print_to (FILE *stream, const char *text)
{
  g_autofree char *local = NULL;

  if (!g_get_charset (NULL))
    local = g_locale_from_utf8 (text, -1, NULL, NULL, NULL);
  if (!g_get_charset (NULL) && local == NULL)
    local = g_str_to_ascii (text, NULL);
  fputs (local != NULL ? local : text, stream);
  fflush (stream);
}

static void
print_out (const char *text)
{
  print_to (stdout, text);
}

static void
print_error (const char *text)
{
  print_to (stderr, text);
}

/* One sentence on standard error, and nothing of the library's logging round it. */
void
rapport_cli_say (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", sentence);
}

static void
print_command_help (const RapportCliCommand *command)
{
  g_print (_("Usage: rapport-map %s %s\n%s\n"), command->name, command->arguments,
           g_dgettext (GETTEXT_PACKAGE, command->summary));
}

/* Returns: (transfer full): as it is typed */
static char *
name_option (const GOptionEntry *entry)
{
  const char *value = entry->arg_description;

  return g_strdup_printf ("  %s%c%s --%s%s%s", entry->short_name != 0 ? "-" : " ",
                          entry->short_name != 0 ? entry->short_name : ' ', entry->short_name != 0 ? "," : " ",
                          entry->long_name, value != NULL ? "=" : "",
                          value != NULL ? g_dgettext (GETTEXT_PACKAGE, value) : "");
}

/* In two columns. */
static void
print_options (const GOptionEntry *entries)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  glong width = 0;

  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    {
      g_ptr_array_add (names, name_option (entry));
      width = MAX (width, g_utf8_strlen (names->pdata[names->len - 1], -1));
    }
  for (guint i = 0; i < names->len; i++)
    g_print ("%s%*s  %s\n", (char *) names->pdata[i], (int) (width - g_utf8_strlen (names->pdata[i], -1)), "",
             g_dgettext (GETTEXT_PACKAGE, entries[i].description));
}

static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 0; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;
  return FALSE;
}

/**
 * rapport_cli_parse:
 * @entries: (nullable): the command's options
 * @argc, @argv: (inout): the arguments, as run() got them; afterwards what is left of them, from 0
 *   (transfer none)
 *
 * Returns: %FALSE where an option is wrong; a sentence was said
 */
gboolean
rapport_cli_parse (const RapportCliCommand *command, const GOptionEntry *entries, int *argc,
                   char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  /* What is left belongs to this function until it is called again. */
  static char **left = NULL;
  /* The parser takes the first argument for the program's name. */
  g_auto (GStrv) list = g_new0 (char *, (gsize) *argc + 2);

  if (asks_for_help (*argc, *argv))
    {
      print_command_help (command);
      print_options (entries);
      exit (RAPPORT_EXIT_FINE);
    }
  list[0] = g_strdup ("rapport-map");
  for (int i = 0; i < *argc; i++)
    list[i + 1] = g_strdup ((*argv)[i]);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &list, &error))
    {
      rapport_cli_say (_("%s. “rapport-map %s --help” lists the options."), error->message,
                       command->name);
      return FALSE;
    }
  if (list[1] != NULL && strcmp (list[1], "--") == 0)
    {
      g_free (list[1]);
      memmove (&list[1], &list[2], (g_strv_length (&list[2]) + 1) * sizeof *list);
    }
  g_free (list[0]);
  *argc = (int) g_strv_length (&list[1]);
  memmove (list, &list[1], ((gsize) *argc + 1) * sizeof *list);
  g_strfreev (left);
  *argv = left = g_steal_pointer (&list);
  return TRUE;
}

/* Whether exactly @wanted arguments, or for -1 at least one, are left; else a sentence was said. */
gboolean
rapport_cli_expect (const RapportCliCommand *command, int argc, int wanted)
{
  if (argc == wanted || (wanted < 0 && argc > 0))
    return TRUE;
  rapport_cli_say (_("Usage: rapport-map %s %s"), command->name, command->arguments);
  return FALSE;
}

static RapportMapReading *
load_from_input (GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint8 buffer[64 * 1024];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0 && array->len <= 64u * 1024 * 1024)
    g_byte_array_append (array, buffer, (guint) n);
  if (array->len > 64u * 1024 * 1024)
    {
      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_TOO_LARGE,
                   _("“%s” is too large (limit %d MiB)."), _("standard input"), 64);
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return rapport_map_read (bytes, _("standard input"), error);
}

/**
 * rapport_cli_load:
 * @path: a file, or "-" for standard input
 *
 * The last map is never freed: the process ends, and taking a large map apart costs as much as
 * building it.
 *
 * Returns: (transfer none) (nullable): until the next is loaded; %NULL where it is refused, and the
 *   sentence was said
 */
RapportMapReading *
rapport_cli_load (const char *path)
{
  static RapportMapReading *reading = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&reading, rapport_map_reading_free);
  reading = strcmp (path, "-") == 0 ? load_from_input (&error)
                                    : rapport_map_file_load (path, NULL, &error);
  if (reading == NULL)
    rapport_cli_say ("%s", error->message);
  return reading;
}

static void
print_help (void)
{
  g_print (_("Usage: rapport-map COMMAND …\nWork with partnership maps without a window.\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i]->name, commands[i]->arguments,
             g_dgettext (GETTEXT_PACKAGE, commands[i]->summary));
  g_print (_("\n“rapport-map COMMAND --help” says more of each.\n"));
}

static const RapportCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

/* The whole program but for its entry. Returns: the exit status */
int
rapport_cli_main (int argc, char **argv)
{
  const RapportCliCommand *command;

  rapport_language_init ();
  g_set_prgname ("rapport-map");
  g_set_print_handler (print_out);
  g_set_printerr_handler (print_error);

  if (argc < 2)
    {
      rapport_cli_say (_("Say what to do. “rapport-map --help” lists the commands."));
      return RAPPORT_EXIT_REFUSED;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("rapport-map %s\n", RAPPORT_VERSION);
      return RAPPORT_EXIT_FINE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return RAPPORT_EXIT_FINE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      rapport_cli_say (_("“%s” is not a command. “rapport-map --help” lists the commands."), argv[1]);
      return RAPPORT_EXIT_REFUSED;
    }
  return command->run (argc - 2, argv + 2);
}
