/* rapport-repairs.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-repairs.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

void
rapport_repairs_clear (RapportRepairs *self)
{
  g_free (self->duplicate_id);
  g_free (self->needs_reader);
  *self = (RapportRepairs){ 0 };
}

static void G_GNUC_PRINTF (2, 3)
say (GPtrArray *list, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (list, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
say_versions (const RapportRepairs *self, const char *name, GPtrArray *list)
{
  if (self->needs_reader != NULL)
    say (list, _("“%s” needs version %s or later. You can look at it and save a copy."), name,
         self->needs_reader);
  else if (self->newer_minor)
    say (list, _("Made with a newer version; parts this version doesn’t know are kept."));
}

static void
say_ids (const RapportRepairs *self, GPtrArray *list)
{
  guint n = self->duplicate_ids;

  if (n == 1)
    say (list, _("2 items shared the id %s; one was renamed."), self->duplicate_id);
  else if (n > 1)
    say (list,
         ngettext ("%u item had the id of another, such as %s; it was renamed.",
                   "%u items had the id of another, such as %s; they were renamed.", n),
         n, self->duplicate_id);
  n = self->invalid_ids;
  if (n > 0)
    say (list,
         ngettext ("%u item had no valid id and was given one.",
                   "%u items had no valid id and were given one.", n),
         n);
}

static void
say_references (const RapportRepairs *self, GPtrArray *list)
{
  guint n = self->dangling_links;

  if (n > 0)
    say (list,
         ngettext ("%u link points to a partner that isn’t in the file; it is kept.",
                   "%u links point to a partner that isn’t in the file; they are kept.", n),
         n);
  n = self->dangling_references;
  if (n > 0)
    say (list,
         ngettext ("%u reference points to something that isn’t in the file; it is kept.",
                   "%u references point to something that isn’t in the file; they are kept.", n),
         n);
}

static void
say_values (const RapportRepairs *self, GPtrArray *list)
{
  guint n = self->bad_positions;

  if (n > 0)
    say (list,
         ngettext ("%u position was not a number and has been set anew.",
                   "%u positions were not numbers and have been set anew.", n),
         n);
  n = self->far_positions;
  if (n > 0)
    say (list,
         ngettext ("%u position was too far out and has been brought nearer.",
                   "%u positions were too far out and have been brought nearer.", n),
         n);
  n = self->bad_values;
  if (n > 0)
    say (list,
         ngettext ("%u value was not understood; it is kept in the file.",
                   "%u values were not understood; they are kept in the file.", n),
         n);
  n = self->repeated;
  if (n > 0)
    say (list,
         ngettext ("%u part has no place where it stands; it is kept in the file as a comment.",
                   "%u parts have no place where they stand; they are kept in the file as comments.",
                   n),
         n);
}

static void
say_lengths (const RapportRepairs *self, GPtrArray *list)
{
  guint n = self->long_labels;

  if (n > 0)
    say (list,
         ngettext ("%u name is longer than 64 KiB; it is kept whole and shown shortened.",
                   "%u names are longer than 64 KiB; they are kept whole and shown shortened.", n),
         n);
  n = self->long_notes;
  if (n > 0)
    say (list,
         ngettext ("%u note is longer than 1 MiB; it is kept whole and shown shortened.",
                   "%u notes are longer than 1 MiB; they are kept whole and shown shortened.", n),
         n);
}

/**
 * rapport_repairs_to_list:
 * @name: the file's name, as shown to people
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each kind of repair; empty where nothing was mended
 */
GPtrArray *
rapport_repairs_to_list (const RapportRepairs *self, const char *name)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  say_versions (self, name, list);
  say_ids (self, list);
  say_references (self, list);
  say_values (self, list);
  say_lengths (self, list);
  return list;
}
