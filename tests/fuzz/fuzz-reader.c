/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a file: what is opened can be saved, opened again as the same map, and saved with the same bytes.
 */
#include <signal.h>
#include <stdlib.h>

#include "rapport-map-reader.h"
#include "rapport-map-writer.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A fatal message ends in a trap, of which libFuzzer knows nothing: it would not keep what led there. */
static void
trap_cb (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trap_cb);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static void
check_refusal (GError *error)
{
  if (error == NULL || *error->message == '\0')
    g_error ("A file was refused without a word.");
}

static void
check_saved (RapportMap *map)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (RapportMapReading) back = NULL;
  g_autoptr (GError) error = NULL;

  back = rapport_map_read (bytes, "saved", &error);
  if (back == NULL)
    g_error ("%s", error->message);
  again = rapport_map_write (back->map);
  if (!g_bytes_equal (bytes, again))
    g_error ("The second time other bytes were written.");
  if (!rapport_map_same_values (map, back->map))
    g_error ("What was saved is another map.");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (RapportMapReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = rapport_map_read (bytes, "fuzz", &error);
  if (reading == NULL)
    check_refusal (error);
  else
    check_saved (reading->map);
  return 0;
}
