/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical form: one map, one file, whatever the locale and whatever the text.
 */
#include <locale.h>
#include <string.h>

#include "map-fixture.h"
#include "rapport-map-writer.h"
#include "rapport-text.h"

#define N_STRINGS 5000
#define N_STRINGS_LONG 100000

static RapportMapReading *
read_file (const char *path, GBytes **bytes)
{
  g_autoptr (GError) error = NULL;
  RapportMapReading *reading;

  *bytes = load_bytes (path);
  reading = rapport_map_read (*bytes, path, &error);
  g_assert_no_error (error);
  return reading;
}

/* Open and save changes no byte. */
static void
check_same_bytes (gconstpointer folder)
{
  g_autoptr (GPtrArray) maps = list_maps (folder);

  for (guint i = 0; i < maps->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RapportMapReading) reading = read_file (g_ptr_array_index (maps, i), &bytes);
      g_autoptr (GBytes) written = rapport_map_write (reading->map);

      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                       g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

/* What is written otherwise, or mended, is saved the same from then on. */
static void
check_settles (gconstpointer folder)
{
  g_autoptr (GPtrArray) maps = list_maps (folder);

  for (guint i = 0; i < maps->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RapportMapReading) reading = read_file (g_ptr_array_index (maps, i), &bytes);
      g_autofree char *saved = save_and_load (reading->map);
    }
}

/* --- Any text --------------------------------------------------------------------------------------------------------- */

/* Most of what people write is in the first ranges; most of what goes wrong, in the others. */
static gunichar
draw_character (GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return (gunichar) g_rand_int_range (random, 1, 0x20);
    case 1:
      return (gunichar) "<>&\"' \t\r\n-]"[g_rand_int_range (random, 0, 11)];
    case 2:
      return (gunichar) g_rand_int_range (random, 0x20, 0x7F);
    case 3:
      return (gunichar) g_rand_int_range (random, 0x7F, 0x800);
    case 4:
      return (gunichar) g_rand_int_range (random, 0x2000, 0x2070);
    case 5:
      return (gunichar) g_rand_int_range (random, 0xFFF0, 0x10010);
    case 6:
      return (gunichar) g_rand_int_range (random, 0x10000, 0x110000);
    default:
      return (gunichar) g_rand_int_range (random, 0x800, 0xD800);
    }
}

static char *
draw_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, 40);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, draw_character (random));
  return g_string_free (text, FALSE);
}

/* In a text of its own, in an attribute and in a note. */
static void
set_texts (RapportMap *map, const char *text)
{
  RapportElement *element = rapport_map_lookup (map, "s");
  const RapportProperty *note = rapport_element_find_property (element, "note");
  const char *const cells[] = { "private", text, "" };
  g_autoptr (GVariant) value = NULL;

  rapport_element_init_text (element, "label", text);
  rapport_element_init_text (rapport_map_lookup (map, "p"), "name", text);
  value = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("as"),
                                                   (GVariant *const[]){ g_variant_new_strv (cells, 3) }, 1));
  rapport_element_init_property (element, note, value);
}

static void
assert_texts (RapportMap *map, const char *text)
{
  RapportElement *element = rapport_map_lookup (map, "s");
  g_autoptr (GVariant) note = NULL;
  g_autofree const char **cells = NULL;

  g_assert_cmpstr (rapport_element_get_text (element, "label"), ==, text);
  g_assert_cmpstr (rapport_element_get_text (rapport_map_lookup (map, "p"), "name"), ==, text);
  note = g_variant_get_child_value (rapport_element_get_records (element, "note"), 0);
  cells = g_variant_get_strv (note, NULL);
  g_assert_cmpstr (cells[1], ==, text);
}

static void
check_any_text (void)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const guint n = is_long () ? N_STRINGS_LONG : N_STRINGS;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = draw_text (random);
      g_autofree char *clean = rapport_text_clean (text, -1);
      g_autoptr (RapportMap) map
        = read_only_map (MAP ("<phases><phase id=\"p\"/></phases><stakeholders><stakeholder id=\"s\"/></stakeholders>"));
      g_autoptr (RapportMap) back = NULL;
      g_autofree char *written = NULL;

      set_texts (map, text);
      written = write_map (map);
      back = read_only_map (written);
      assert_texts (back, clean);
      g_assert_true (rapport_map_equal (map, back));
    }
}

static void
check_directions (void)
{
  static const char text[] = "a\xE2\x80\xAE" "b\xE2\x80\x8B" "c\xE2\x81\xA6";
  g_autoptr (RapportMap) map = read_only_map (STAKEHOLDERS ("<stakeholder id=\"s\"/>"));
  g_autofree char *saved = NULL;

  rapport_element_init_text (rapport_map_lookup (map, "s"), "label", text);
  saved = save_and_load (map);
  assert_contains (saved, text);
}

/* Under every locale the suite runs in. */
static void
check_numbers (void)
{
  g_autoptr (RapportMap) map
    = read_only_map (STAKEHOLDERS ("<stakeholder id=\"s\" angle=\"0.1\" depth=\"0.30000000000000004\" x=\"-1234.5\" y=\"1e-7\"/>"));
  g_autofree char *saved = save_and_load (map);

  assert_contains (saved, " angle=\"0.1\" depth=\"0.30000000000000004\" x=\"-1234.5\" y=\"1e-07\"");
}

/* The longer a note, the more room the places of its texts take in the bytes that hold it. */
static void
check_long_notes (void)
{
  static const gsize lengths[] = { 0, 1, 240, 250, 256, 65500, 65530, 65536, 3 };
  g_autoptr (GString) text = g_string_new ("<stakeholder id=\"s\">");
  g_autoptr (RapportMap) map = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *saved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *words = g_strnfill (lengths[i], (char) ('a' + i));

      g_string_append_printf (text, "<note level=\"%s\">%s&amp;</note>", i % 2 == 0 ? "private" : "shared", words);
    }
  g_string_append (text, "</stakeholder>");
  xml = g_strdup_printf (STAKEHOLDERS ("%s"), text->str);
  map = read_only_map (xml);
  saved = save_and_load (map);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *words = g_strnfill (lengths[i], (char) ('a' + i));
      g_autofree char *line = g_strdup_printf ("      <note level=\"%s\">%s&amp;</note>\n",
                                               i % 2 == 0 ? "private" : "shared", words);

      assert_contains (saved, line);
    }
}

static void
check_empty (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autofree char *saved = save_and_load (map);

  g_assert_cmpstr (saved, ==, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\" min-reader=\"1\">\n</map>\n");
}

int
main (int argc, char **argv)
{
  static const char *const canonical[] = { "../data/examples", "maps/valid", "maps/old-versions", "maps/unknown",
                                           "maps/newer" };
  static const char *const others[] = { "maps/respelled", "maps/repaired" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autofree char *name = g_path_get_basename (canonical[i]);
      g_autofree char *path = g_strconcat ("/map-writer/same-bytes/", name, NULL);

      g_test_add_data_func (path, canonical[i], check_same_bytes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *name = g_path_get_basename (others[i]);
      g_autofree char *path = g_strconcat ("/map-writer/settles/", name, NULL);

      g_test_add_data_func (path, others[i], check_settles);
    }
  g_test_add_func ("/map-writer/any-text", check_any_text);
  g_test_add_func ("/map-writer/directions", check_directions);
  g_test_add_func ("/map-writer/numbers", check_numbers);
  g_test_add_func ("/map-writer/long-notes", check_long_notes);
  g_test_add_func ("/map-writer/empty", check_empty);
  return g_test_run ();
}
