/* test-picture-memory.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture was in is there for the next one.
 */
#include "rapport-picture-memory.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__GLIBC__) && GLIB_SIZEOF_VOID_P >= 8
#include <malloc.h>

/* Of pictures, in bytes. */
#define FULL_HD (1920 * 1080 * 4)
#define ULTRA_HD (3840 * 2160 * 4)

/* How many pages the kernel had to find. */
static long
paint (gsize size)
{
  struct rusage before, after;
  guchar *picture;

  getrusage (RUSAGE_SELF, &before);
  picture = g_malloc (size);
  memset (picture, 255, size);
  /* For the compiler not to leave out what nobody reads. */
  g_assert_cmpuint (picture[size / 2], ==, 255);
  g_free (picture);
  getrusage (RUSAGE_SELF, &after);
  return after.ru_minflt - before.ru_minflt;
}

static void
test_kept (void)
{
  const gsize sizes[] = { FULL_HD, ULTRA_HD };
  const long page = sysconf (_SC_PAGESIZE);

  rapport_picture_memory_keep ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      paint (sizes[i]);
      g_assert_cmpint (paint (sizes[i]), <, (long) sizes[i] / page / 10);
    }
}

/* More than a frame has is given back, however it was asked for. */
static void
test_given_back (void)
{
  gpointer pictures[4];

  rapport_picture_memory_keep ();
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    pictures[i] = memset (g_malloc (ULTRA_HD), 255, ULTRA_HD);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_free (pictures[i]);
  g_assert_cmpuint (mallinfo2 ().fordblks, <, 2 * ULTRA_HD);
}

#endif

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#if defined(__GLIBC__) && GLIB_SIZEOF_VOID_P >= 8
  g_test_add_func ("/picture-memory/kept", test_kept);
  g_test_add_func ("/picture-memory/given-back", test_given_back);
#endif
  return g_test_run ();
}
