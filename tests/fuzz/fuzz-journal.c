/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a journal, and any changes as records of it, whose checksums a fuzzer would not guess. A map that
 * they were made to is still one that can be saved, and undoing them gives its first bytes.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "rapport-history.h"
#include "rapport-journal-record.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char start[]
    = "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\"><title>T</title>"
      "<phases><phase id=\"now\" name=\"Now\"/><phase id=\"aim\" name=\"Aim\"/></phases>"
      "<perspectives><perspective id=\"v1\" name=\"V\"/></perspectives>"
      "<stakeholders><stakeholder id=\"s1\" sector=\"nhs\"><label>One</label>"
      "<reading phase=\"now\" ring=\"core\" influence=\"4\"/><note level=\"private\">N</note></stakeholder>"
      "<stakeholder id=\"s2\" parent=\"s1\"><label>Two</label></stakeholder></stakeholders>"
      "<links><link id=\"l1\" a=\"s1\" b=\"s2\"><reading phase=\"now\" gives-a=\"2\"/></link></links>"
      "<tensions><mark id=\"t1\" tension=\"power\" on=\"l1\"/></tensions></map>";

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

static RapportHistory *
make_history (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (start, strlen (start));
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "start", NULL);

  return rapport_history_new (reading->map);
}

/* The last text of a record holds its unknown attributes, as XML. */
static gboolean
has_raw_cells (const RapportProperty *table, guint n, gconstpointer holder)
{
  for (guint i = 0; i < n; i++)
    {
      GVariant *records
          = table[i].kind == RAPPORT_KIND_RECORDS ? rapport_field_get_records (&table[i], holder) : NULL;

      for (gsize j = 0; records != NULL && j < g_variant_n_children (records); j++)
        {
          g_autoptr (GVariant) record = g_variant_get_child_value (records, j);
          g_autofree const char **cells = g_variant_get_strv (record, NULL);

          if (*cells[g_variant_n_children (record) - 1] != '\0')
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_foreign (RapportElement *element)
{
  guint n;
  const RapportProperty *table = rapport_element_list_properties (element, &n);
  const RapportHeldReading *held;

  if (has_raw_cells (table, n, element))
    return TRUE;
  held = rapport_element_list_readings (element, &n);
  for (guint i = 0; i < n; i++)
    if (rapport_reading_get_foreign (held[i].reading) != NULL
        || has_raw_cells (held[i].reading->kind->properties, held[i].reading->kind->n_properties,
                          held[i].reading))
      return TRUE;
  return rapport_element_get_foreign (element) != NULL;
}

/* Raw XML comes from a file that was read; the journal is not asked whether it is well formed. */
static gboolean
map_has_foreign (RapportMap *map)
{
  for (guint i = 0; i < RAPPORT_N_LISTS; i++)
    for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, i)); iter != NULL;
         iter = rapport_element_list_next (iter))
      if (has_foreign (g_sequence_get (iter)))
        return TRUE;
  return has_foreign (RAPPORT_ELEMENT (map));
}

static void
check_saved (RapportMap *map)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) back = rapport_map_read (bytes, "replayed", &error);

  if (back == NULL)
    g_error ("%s", error->message);
  if (!rapport_map_same_values (map, back->map))
    g_error ("What was saved is another map.");
}

static void
check_map (RapportHistory *history, GBytes *first)
{
  RapportMap *map = rapport_history_get_map (history);
  g_autoptr (GBytes) undone = NULL;

  if (!map_has_foreign (map))
    check_saved (map);
  while (rapport_history_undo (history))
    continue;
  undone = rapport_map_write (map);
  if (!g_bytes_equal (undone, first))
    g_error ("Undoing did not lead back.");
}

static void
replay (RapportHistory *history, GVariant *record)
{
  g_autoptr (GVariant) changes = NULL;
  const char *label;

  g_variant_get (record, "(&s@av)", &label, &changes);
  if (!rapport_history_replay (history, changes, label))
    return;
}

static void
replay_records (RapportHistory *history, const guint8 *data, gsize size)
{
  RapportRecordKind kind;
  GVariant *record;
  gsize at = 0;

  while ((record = rapport_journal_record_unpack (data, size, &at, &kind)) != NULL)
    {
      if (kind == RAPPORT_RECORD_CHANGES)
        replay (history, record);
      g_variant_unref (record);
    }
}

static void
replay_content (RapportHistory *history, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) raw
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(sav)"), bytes, FALSE));
  g_autoptr (GVariant) record = g_variant_get_normal_form (raw);

  replay (history, record);
}

/* The first byte says which of the two the rest is. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (RapportHistory) history = make_history ();
  g_autoptr (GBytes) first = rapport_map_write (rapport_history_get_map (history));

  if (size == 0)
    return 0;
  if (data[0] % 2 == 0)
    replay_records (history, data + 1, size - 1);
  else
    replay_content (history, data + 1, size - 1);
  check_map (history, first);
  return 0;
}
