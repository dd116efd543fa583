/* rapport-save-mark.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-save-mark.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* A process's number alone does not tell it from an earlier one: in a sandbox every start has
 * the same. */
static guint32
get_tag (void)
{
  static gsize tag = 0;

  if (g_once_init_enter (&tag))
    g_once_init_leave (&tag, (gsize) g_random_int () | 1);
  return (guint32) tag;
}

/**
 * rapport_save_mark_new:
 *
 * Makes a mark that no other process, thread or call makes: number and tag of the process, and a
 * count.
 *
 * Returns: (transfer full) (not nullable): the mark
 */
char *
rapport_save_mark_new (void)
{
  static gint count = 0;

  return g_strdup_printf ("%ld-%08x-%d", (long) getpid (), get_tag (),
                          g_atomic_int_add (&count, 1));
}

/**
 * rapport_save_mark_is_stale:
 * @mark: what stands where a mark would be
 *
 * Tells whether the process that made @mark is gone, or was an earlier one with our number. What
 * is no mark at all is never stale: it is not ours.
 *
 * Returns: %TRUE when nobody needs the file any more
 */
gboolean
rapport_save_mark_is_stale (const char *mark)
{
  unsigned tag;
  long process;
  int count;
  char rest;

  if (sscanf (mark, "%ld-%8x-%d%c", &process, &tag, &count, &rest) != 3 || process <= 0)
    return FALSE;
  if (process == (long) getpid ())
    return tag != get_tag ();
  return kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}
