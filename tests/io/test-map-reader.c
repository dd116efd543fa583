/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is refused, what is mended, and with which words; what a value in a file means.
 */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "map-fixture.h"

/* --- Refusals --------------------------------------------------------------------------------------------------- */

static void
check_refused (const char *text, RapportMapError code, const char *sentence)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  assert_refused (bytes, code, sentence);
}

static void
check_no_map (void)
{
  check_refused ("", RAPPORT_MAP_ERROR_EMPTY, "“test” is empty.");
  check_refused (" \n\t", RAPPORT_MAP_ERROR_EMPTY, "“test” is empty.");
  check_refused ("\x1F\x8B\x08rest", RAPPORT_MAP_ERROR_COMPRESSED,
                 "“test” is compressed. Unpack it first, then open it.");
  check_refused ("<html/>", RAPPORT_MAP_ERROR_NOT_A_MAP, "“test” is not a map (found <html>).");
  check_refused ("<!DOCTYPE html><html/>", RAPPORT_MAP_ERROR_NOT_A_MAP, "“test” is not a map (found <html>).");
  check_refused ("<map version=\"1.0\"/>", RAPPORT_MAP_ERROR_NOT_A_MAP, "“test” is not a map (found <map>).");
  check_refused ("<graphml/>", RAPPORT_MAP_ERROR_GRAPHML, "“test” is a GraphML file. Import it?");
  check_refused ("words", RAPPORT_MAP_ERROR_NOT_XML, "“test” is not valid XML (line 1).");
  check_refused ("<map\nxmlns=\"urn:x-rapport:map\" version=\"1.0\"><a>\x01</a></map>",
                 RAPPORT_MAP_ERROR_NOT_XML, "“test” is not valid XML (line 2).");
  check_refused (MAP ("<title>\xC3(</title>"), RAPPORT_MAP_ERROR_NOT_XML, "“test” is not valid XML (line 1).");
  check_refused ("<?xml version=\"1.0\" encoding=\"banana\"?><map/>", RAPPORT_MAP_ERROR_NOT_XML,
                 "“test” is not written in the encoding that it names (banana).");
}

static void
check_nuls (void)
{
  g_autofree char *nuls = g_malloc0 (4096);
  g_autoptr (GBytes) all = g_bytes_new (nuls, 4096);
  g_autoptr (GBytes) one = g_bytes_new ("<map>\n\0</map>", 13);

  assert_refused (all, RAPPORT_MAP_ERROR_DAMAGED,
                  "“test” contains no map: the file seems to have been damaged by a power cut.");
  assert_refused (one, RAPPORT_MAP_ERROR_NOT_XML, "“test” is not valid XML (line 2).");
}

static void
check_entities (void)
{
  static const char sentence[] = "“test” defines text entities, which maps never use. Not opened.";

  check_refused ("<!DOCTYPE map [<!ENTITY a \"b\">]>" MAP ("&a;"), RAPPORT_MAP_ERROR_ENTITIES, sentence);
  check_refused ("<!DOCTYPE map SYSTEM \"file:///etc/passwd\">" MAP (""), RAPPORT_MAP_ERROR_ENTITIES, sentence);
}

static void
check_versions (void)
{
  static const char *const bad[] = { "", "banana", "-1", "1", "1.", ".1", "1.0.0", "1.x", "9999999999.0", " 1.0" };

  check_refused ("<map xmlns=\"urn:x-rapport:map\"/>", RAPPORT_MAP_ERROR_VERSION,
                 "“test” has no valid version number.");
  check_refused ("<map xmlns=\"urn:x-rapport:map\" version=\"1.0\" min-reader=\"x\"/>",
                 RAPPORT_MAP_ERROR_VERSION, "“test” has no valid version number.");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("<map xmlns=\"urn:x-rapport:map\" version=\"%s\"/>", bad[i]);

      check_refused (text, RAPPORT_MAP_ERROR_VERSION, "“test” has no valid version number.");
    }
}

static void
check_limits (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "<a>");
  {
    g_autofree char *deep = g_strdup_printf (MAP ("%s"), text->str);

    check_refused (deep, RAPPORT_MAP_ERROR_TOO_DEEP, "“test” is nested too deeply (limit 200).");
  }
  g_string_assign (text, "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\">\n<a ");
  for (guint i = 0; i < 257; i++)
    g_string_append_printf (text, "b%u=\"\" ", i);
  g_string_append (text, "/></map>");
  check_refused (text->str, RAPPORT_MAP_ERROR_TOO_MANY, "“test” has too many attributes in line 2.");
  g_string_assign (text, "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\">\n<a b=\"");
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *mib = g_strnfill (1 << 20, 'x');

      g_string_append (text, mib);
    }
  g_string_append (text, "\"/></map>");
  check_refused (text->str, RAPPORT_MAP_ERROR_TOO_LARGE,
                 "“test” is too large (limit 8 MiB for one text, line 2).");
  g_string_free (text, TRUE);
}

static void
check_too_many_elements (void)
{
  GString *text = g_string_new ("<map xmlns=\"urn:x-rapport:map\" version=\"1.0\">");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "<a/>");
  g_string_append (text, "</map>");
  check_refused (text->str, RAPPORT_MAP_ERROR_TOO_MANY, "“test” has more than 1 000 000 elements.");
  g_string_free (text, TRUE);
}

/* Cut anywhere, a map is never half a map. */
static void
check_cut (void)
{
  g_autoptr (GPtrArray) maps = list_maps ("maps/valid");

  for (guint i = 0; i < maps->len; i++)
    {
      g_autoptr (GBytes) whole = load_bytes (g_ptr_array_index (maps, i));
      const char *data = g_bytes_get_data (whole, NULL);
      const char *end = g_strrstr_len (data, (gssize) g_bytes_get_size (whole), "</map>");

      for (gsize n = 0; n < (gsize) (end - data) + 5; n += 7)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
          g_autoptr (GError) error = NULL;

          g_assert_null (rapport_map_read (part, "test", &error));
          g_assert_nonnull (error);
          if (error->code != RAPPORT_MAP_ERROR_TRUNCATED && n > 10)
            g_error ("%s cut at %" G_GSIZE_FORMAT ": %s", (char *) g_ptr_array_index (maps, i), n,
                     error->message);
        }
    }
}

/* --- Repairs -------------------------------------------------------------------------------------------------------- */

#define TWO "<stakeholder id=\"a\"/><stakeholder id=\"b\"/>"

static void
check_repairs (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { STAKEHOLDERS (TWO), NULL },
    { STAKEHOLDERS (TWO "<stakeholder id=\"a\"/>"), "2 items shared the id a; one was renamed." },
    { STAKEHOLDERS (TWO "<stakeholder id=\"a\"/><stakeholder id=\"b\"/><stakeholder id=\"b\"/>"),
      "3 items had the id of another, such as a; they were renamed." },
    { STAKEHOLDERS ("<stakeholder/>"), "1 item had no valid id and was given one." },
    { STAKEHOLDERS ("<stakeholder id=\"\"/><stakeholder id=\"1\"/><stakeholder id=\"a b\"/>"),
      "3 items had no valid id and were given one." },
    { MAP ("<links><link id=\"l\" a=\"x\" b=\"y\"/></links>"),
      "1 link points to a partner that isn’t in the file; it is kept." },
    { MAP ("<links><link id=\"l\" a=\"x\" b=\"y\"/><link id=\"m\"/></links>"),
      "2 links point to a partner that isn’t in the file; they are kept." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" parent=\"x\"/>"),
      "1 reference points to something that isn’t in the file; it is kept." },
    { MAP ("<tensions><mark id=\"t\" on=\"x y\"/></tensions>"),
      "2 references point to something that isn’t in the file; they are kept." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" angle=\"NaN\"/>"), "1 position was not a number and has been set anew." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" angle=\"inf\" depth=\"0x1p3\" x=\"1,5\" y=\"\"/>"),
      "4 positions were not numbers and have been set anew." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" x=\"1e308\" y=\" 1\"/><stakeholder id=\"b\" x=\"1e999\"/>"),
      "3 positions were not numbers and have been set anew." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" x=\"2e6\"/>"), "1 position was too far out and has been brought nearer." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" x=\"-2e6\" y=\"1000001\"/>"),
      "2 positions were too far out and have been brought nearer." },
    { STAKEHOLDERS ("<stakeholder id=\"a\" starred=\"maybe\"/>"),
      "1 value was not understood; it is kept in the file." },
    { STAKEHOLDERS ("<stakeholder id=\"a\"><reading phase=\"p\" influence=\"9\" stake=\"1.5\"/></stakeholder>"),
      "2 values were not understood; they are kept in the file." },
    { STAKEHOLDERS ("<stakeholder id=\"a\"><label>A</label><label>B</label></stakeholder>"),
      "1 part has no place where it stands; it is kept in the file as a comment." },
    { STAKEHOLDERS ("<stakeholder id=\"a\"><reading/><reading phase=\"\"/></stakeholder>"),
      "2 parts have no place where they stand; they are kept in the file as comments." },
    { "<map xmlns=\"urn:x-rapport:map\" version=\"1.1\"/>",
      "Made with a newer version; parts this version doesn’t know are kept." },
    { "<map xmlns=\"urn:x-rapport:map\" version=\"2.0\"/>",
      "Made with a newer version; parts this version doesn’t know are kept." },
    { "<map xmlns=\"urn:x-rapport:map\" version=\"3.0\" min-reader=\"9999\"/>",
      "“test” needs version 9999 or later. You can look at it and save a copy." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (cases[i].text, cases[i].sentence);
}

static void
check_lengths (void)
{
  static const struct
  {
    const char *element;
    gsize length;
    const char *sentence;
  } cases[] = {
    { "label", 64 * 1024, NULL },
    { "label", 64 * 1024 + 1, "1 name is longer than 64 KiB; it is kept whole and shown shortened." },
    { "note", 1024 * 1024, NULL },
    { "note", 1024 * 1024 + 1, "1 note is longer than 1 MiB; it is kept whole and shown shortened." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strnfill (cases[i].length, 'x');
      g_autofree char *source = g_strdup_printf (STAKEHOLDERS ("<stakeholder id=\"a\"><%s>%s</%s></stakeholder>"),
                                                 cases[i].element, text, cases[i].element);
      g_autoptr (RapportMapReading) reading = read_map (source);
      const char *const sentences[] = { cases[i].sentence, NULL };
      g_autofree char *saved = save_and_load (reading->map);

      assert_notices (reading, sentences);
      assert_contains (saved, text);
    }
}

static void
check_read_only (void)
{
  g_autoptr (RapportMapReading) newer
    = read_map ("<map xmlns=\"urn:x-rapport:map\" version=\"3.0\" min-reader=\"2\"/>");
  g_autoptr (RapportMapReading) minor
    = read_map ("<map xmlns=\"urn:x-rapport:map\" version=\"1.9\" min-reader=\"1\"/>");
  g_autofree char *saved = write_map (minor->map);

  g_assert_true (newer->read_only);
  g_assert_false (minor->read_only);
  assert_contains (saved, "version=\"1.9\" min-reader=\"1\"");
}

/* The same file read twice gives the same map, renamed ids included. */
static void
check_renaming (void)
{
  g_autoptr (RapportMapReading) reading
    = read_map (STAKEHOLDERS ("<stakeholder id=\"a\"/><stakeholder id=\"a-2\"/><stakeholder id=\"a\"/><stakeholder/>"));

  g_assert_nonnull (rapport_map_lookup (reading->map, "a"));
  g_assert_nonnull (rapport_map_lookup (reading->map, "a-3"));
  g_assert_nonnull (rapport_map_lookup (reading->map, "stakeholder-2"));
}

/* --- Values ------------------------------------------------------------------------------------------------------------ */

static double
read_position (const char *text)
{
  g_autofree char *source = g_strdup_printf (STAKEHOLDERS ("<stakeholder id=\"a\" x=\"%s\"/>"), text);
  g_autoptr (RapportMapReading) reading = read_map (source);

  return rapport_element_get_number (rapport_map_lookup (reading->map, "a"), "x");
}

static void
check_positions (void)
{
  static const char *const bad[] = { "NaN", "nan", "inf", "-infinity", "1e308", "1e999", "0x1p3", "1,5", "", " ", "1 ",
                                     "1.5.5", "--1", "1e", "e1", "1e10" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (!isnan (read_position (bad[i])))
      g_error ("“%s” was taken for a number", bad[i]);
  g_assert_cmpfloat (read_position ("1.5"), ==, 1.5);
  g_assert_cmpfloat (read_position ("-1e6"), ==, -1e6);
  g_assert_cmpfloat (read_position ("2e6"), ==, 1e6);
  g_assert_cmpfloat (read_position ("-5e8"), ==, -1e6);
}

/* Not discussed, 0, as agreed, and views differ are four things. */
static void
check_four_things (void)
{
  g_autoptr (RapportMap) map = read_only_map (
    MAP ("<phases><phase id=\"p\"/></phases><perspectives><perspective id=\"v\"/></perspectives><links>"
         "<link id=\"l\" a=\"\" b=\"\"><reading phase=\"p\" power-a=\"0\" gives-a=\"differ\" gives-b=\"2\" kinds-a=\"\"/>"
         "<reading phase=\"p\" perspective=\"v\" power-a=\"-\" gives-b=\"0\" kinds-a=\"-\"/></link></links>"));
  RapportElement *link = rapport_map_lookup (map, "l");
  const RapportReading *agreed = rapport_element_get_reading (link, "p", NULL);
  const RapportReading *view = rapport_element_get_reading (link, "p", "v");
  g_autoptr (RapportReading) seen = rapport_element_see (link, "p", "v");
  g_autofree char *saved = save_and_load (map);

  g_assert_cmpint (rapport_reading_get_level (agreed, "power-a"), ==, 0);
  g_assert_cmpint (rapport_reading_get_level (agreed, "power-b"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_reading_get_level (agreed, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_cmpint (rapport_reading_get_level (view, "power-a"), ==, RAPPORT_LEVEL_NOT_DISCUSSED);
  g_assert_cmpint (rapport_reading_get_level (view, "gives-a"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_reading_get_level (view, "gives-b"), ==, 0);
  g_assert_cmpint (rapport_reading_get_level (seen, "gives-a"), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_cmpint (rapport_reading_get_level (seen, "gives-b"), ==, 0);
  assert_contains (saved, "<reading phase=\"p\" power-a=\"0\" gives-a=\"differ\" gives-b=\"2\" kinds-a=\"\"/>");
  assert_contains (saved, "<reading phase=\"p\" perspective=\"v\" power-a=\"-\" gives-b=\"0\" kinds-a=\"-\"/>");
}

/* --- Encodings ------------------------------------------------------------------------------------------------------------ */

static void
check_encoding (const char *encoding, const char *mark)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"%s\"?>" MAP ("<title>Caf\xC3\xA9</title>");
  g_autofree char *source = g_strdup_printf (text, encoding);
  g_autofree char *marked = g_strconcat (mark, source, NULL);
  gsize length;
  char *converted = g_convert (marked, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (converted, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "test", &error);
  g_autofree char *saved = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (rapport_map_get_title (reading->map), ==, "Caf\xC3\xA9");
  saved = save_and_load (reading->map);
  g_assert_true (g_str_has_prefix (saved, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
}

static void
check_encodings (void)
{
  check_encoding ("UTF-8", "");
  check_encoding ("UTF-8", "\xEF\xBB\xBF");
  check_encoding ("ISO-8859-1", "");
  check_encoding ("windows-1252", "");
  check_encoding ("UTF-16LE", "\xEF\xBB\xBF");
  check_encoding ("UTF-16BE", "\xEF\xBB\xBF");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-reader/no-map", check_no_map);
  g_test_add_func ("/map-reader/nuls", check_nuls);
  g_test_add_func ("/map-reader/entities", check_entities);
  g_test_add_func ("/map-reader/versions", check_versions);
  g_test_add_func ("/map-reader/limits", check_limits);
  g_test_add_func ("/map-reader/too-many-elements", check_too_many_elements);
  g_test_add_func ("/map-reader/cut", check_cut);
  g_test_add_func ("/map-reader/repairs", check_repairs);
  g_test_add_func ("/map-reader/lengths", check_lengths);
  g_test_add_func ("/map-reader/read-only", check_read_only);
  g_test_add_func ("/map-reader/renaming", check_renaming);
  g_test_add_func ("/map-reader/positions", check_positions);
  g_test_add_func ("/map-reader/four-things", check_four_things);
  g_test_add_func ("/map-reader/encodings", check_encodings);
  return g_test_run ();
}
