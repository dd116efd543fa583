/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a list: they become a plan; what is applied, once and again, can be saved and opened as the same map;
 * and undo brings back what was there. (That the same list changes nothing the second time is for test-list-plan.c: it
 * is not so where somebody's name in one row is somebody else's id in another.)
 */
#include <signal.h>
#include <stdlib.h>

#include "rapport-history.h"
#include "rapport-list-plan.h"
#include "rapport-list-table.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"

#define START \
  "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\" min-reader=\"1\"><phases><phase id=\"now\"/></phases><stakeholders>" \
  "<stakeholder id=\"p\" sector=\"nhs\"><label>City Trust</label><reading phase=\"now\"/></stakeholder>" \
  "<stakeholder id=\"q\"><label>Mill</label></stakeholder></stakeholders>" \
  "<links><link id=\"l\" a=\"p\" b=\"q\"><reading phase=\"now\" power-a=\"1\"/></link></links></map>"

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
apply (RapportHistory *history, const char *text)
{
  g_autoptr (RapportListPlan) plan = rapport_list_plan_new (rapport_history_get_map (history), NULL, text);
  RapportTransaction *transaction = rapport_history_begin (history, "List", NULL);

  g_ptr_array_unref (rapport_list_plan_apply (plan, transaction));
  rapport_transaction_commit (transaction);
}

static void
check_saved (RapportMap *map)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);
  g_autoptr (RapportMapReading) back = rapport_map_read (bytes, "applied", NULL);

  if (back == NULL || !rapport_map_same_values (map, back->map))
    g_error ("What was made cannot be read again.");
}

static void
assert_bytes (RapportMap *map, GBytes *expected, const char *complaint)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);

  if (!g_bytes_equal (bytes, expected))
    g_error ("%s", complaint);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = rapport_list_text_from_bytes (bytes);
  g_autoptr (GBytes) start = g_bytes_new_static (START, sizeof START - 1);
  g_autoptr (RapportMapReading) reading = rapport_map_read (start, "start", NULL);
  g_autoptr (GBytes) before = rapport_map_write (reading->map);
  g_autoptr (RapportHistory) history = rapport_history_new (reading->map);

  for (guint i = 0; i < 2; i++)
    {
      apply (history, text);
      check_saved (reading->map);
    }
  while (rapport_history_can_undo (history))
    rapport_history_undo (history);
  assert_bytes (reading->map, before, "Undo did not bring back what was there.");
  return 0;
}
