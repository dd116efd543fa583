/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random sequences of everything that can be done to a map, judged by the bytes of its file.
 */
#include "operations.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"

#define N_STEPS 100

static gboolean
is_long (void)
{
  return g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0;
}

static void
assert_same_bytes (GBytes *bytes, GBytes *expected)
{
  if (g_bytes_equal (bytes, expected))
    return;
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
assert_writes (RapportMap *map, GBytes *expected)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);

  assert_same_bytes (bytes, expected);
}

/* Reading what was written gives the same map, and writing that the same bytes. */
static void
assert_comes_back (RapportMap *map, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "written.rapport", &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  assert_writes (reading->map, bytes);
  if (!rapport_map_equal (reading->map, map))
    g_error ("The map that was read is another one:\n%s",
             (const char *) g_bytes_get_data (bytes, NULL));
}

static void
play (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (Player) player = player_new ();
  RapportHistory *history = player_get_history (player);
  RapportMap *map = player_get_map (player);
  g_autoptr (GBytes) start = rapport_map_write (map);
  g_autoptr (GBytes) end = NULL;
  Operation operations[N_STEPS];

  operations_draw (random, operations, N_STEPS);
  for (guint i = 0; i < N_STEPS; i++)
    player_play (player, &operations[i]);
  player_close (player);
  while (rapport_history_redo (history))
    continue;
  end = rapport_map_write (map);
  assert_comes_back (map, end);
  while (rapport_history_undo (history))
    continue;
  assert_writes (map, start);
  while (rapport_history_redo (history))
    continue;
  assert_writes (map, end);
}

static void
check_random (void)
{
  const guint n = is_long () ? 20000 : 500;

  for (guint32 seed = 1; seed <= n; seed++)
    {
      if (g_test_verbose ())
        g_test_message ("seed %u", seed);
      play (seed);
    }
}

static void
check_start (void)
{
  g_autoptr (Player) player = player_new ();
  g_autoptr (GBytes) bytes = rapport_map_write (player_get_map (player));

  assert_comes_back (player_get_map (player), bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations-bytes/start", check_start);
  g_test_add_func ("/operations-bytes/random", check_random);
  return g_test_run ();
}
