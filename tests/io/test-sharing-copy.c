/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves in a sharing copy, judged by the bytes of its file.
 */
#include <string.h>

#include "map-fixture.h"
#include "rapport-map-writer.h"
#include "rapport-sharing-copy.h"
#include "rapport-stakeholder.h"

/* --- A canary in every field of every type -------------------------------------------------------------------- */

/* All that may be in a file of an element that leaves and has a canary wherever one can write. */
static const char *const leaving[] = {
  "map.title", "map.question", "map.other-question", "map.boundary", "map.ground-rules", "map.note.shared",
  "sector.name", "sector.letter", "sector.other-name", "phase.name", "perspective.name",
  "stakeholder.label", "stakeholder.short", "stakeholder.other-label", "stakeholder.note.shared", "link.note.shared",
  "mark.note-a", "mark.note-b", "mark.evidence", "region.name", "response.what", "function.name",
  "term.word", "term.plain", NULL,
};

static char *
canary (RapportElement *element, const char *property, const char *level)
{
  return g_strdup_printf ("{%s.%s%s%s}", rapport_element_get_xml_name (element), property,
                          level != NULL ? "." : "", level != NULL ? level : "");
}

static GVariant *
make_records (RapportElement *element, const RapportProperty *property)
{
  static const char *const levels[] = { "shared", "facilitator", "private", "unheard-of", "" };
  const gboolean notes = strcmp (property->name, "note") == 0;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (guint i = 0; i < (notes ? G_N_ELEMENTS (levels) : 1); i++)
    {
      g_autofree char *text = canary (element, property->name, notes ? levels[i] : NULL);
      g_autofree char *cell = canary (element, property->name, "cell");

      g_variant_builder_open (&builder, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint j = 0; property->columns[j] != NULL; j++)
        g_variant_builder_add (&builder, "s", notes ? levels[i] : cell);
      g_variant_builder_add (&builder, "s", text);
      g_variant_builder_add (&builder, "s", " beside=\"{foreign}\"");
      g_variant_builder_close (&builder);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Writes its own name into every property that holds words. References and levels are what decides who leaves. */
static void
fill (RapportElement *element, const char *except)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autofree char *text = canary (element, properties[i].name, NULL);

      if (properties[i].kind == RAPPORT_KIND_RECORDS)
        value = make_records (element, &properties[i]);
      else if (rapport_property_is_string (&properties[i]) && !properties[i].fixed
               && !rapport_property_is_reference (&properties[i]) && strcmp (properties[i].name, except) != 0)
        value = g_variant_ref_sink (g_variant_new_string (text));
      if (value != NULL)
        rapport_element_init_property (element, &properties[i], value);
    }
}

static void
fill_reading (RapportElement *element, const char *phase, const char *perspective)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  RapportReading *reading = rapport_reading_new (kind);

  for (guint i = 0; i < kind->n_properties; i++)
    {
      const RapportProperty *field = &kind->properties[i];
      g_autoptr (GVariant) value = NULL;
      g_autofree char *text = canary (element, field->name, perspective != NULL ? perspective : phase);

      if (field->kind == RAPPORT_KIND_RECORDS)
        value = make_records (element, field);
      else if (rapport_property_is_string (field))
        value = g_variant_ref_sink (g_variant_new_string (text));
      if (value != NULL)
        rapport_reading_init_value (reading, field, value);
    }
  rapport_element_init_reading (element, phase, perspective, reading);
}

/* Every type once, each id a canary too; all of it leaves that can. */
static RapportMap *
make_map (void)
{
  RapportMap *map = rapport_map_new ();

  fill (RAPPORT_ELEMENT (map), "layout");
  for (RapportList list = 0; list < RAPPORT_N_LISTS; list++)
    {
      const RapportListInfo *info = rapport_list_info_get (list);
      g_autoptr (RapportElement) element = g_object_new (info->get_type (), NULL);
      g_autofree char *id = g_strdup_printf ("canary-id-%s", info->element);

      rapport_element_init_id (element, id);
      fill (element, "level");
      rapport_foreign_add_attribute (rapport_element_init_foreign (element), "foreign", "{foreign}", -1);
      rapport_foreign_add_child (rapport_element_init_foreign (element), "", "<!--{foreign}-->");
      if (rapport_element_find_property (element, "level") != NULL)
        rapport_element_init_text (element, "level", "shared");
      if (rapport_element_find_property (element, "on") != NULL)
        rapport_element_init_text (element, "on", "canary-id-stakeholder canary-id-region");
      if (rapport_element_find_property (element, "members") != NULL)
        rapport_element_init_text (element, "members", "canary-id-stakeholder");
      if (list == RAPPORT_LIST_LINKS)
        {
          rapport_element_init_text (element, "a", "canary-id-stakeholder");
          rapport_element_init_text (element, "b", "canary-id-stakeholder");
        }
      if (list == RAPPORT_LIST_PERSPECTIVES)
        rapport_element_init_level (element, "people", RAPPORT_SHARING_LEAST_PEOPLE);
      if (rapport_element_get_reading_kind (element) != NULL)
        {
          fill_reading (element, "canary-id-phase", NULL);
          fill_reading (element, "canary-id-phase", "canary-id-perspective");
          fill_reading (element, "another-phase", NULL);
        }
      rapport_map_add (map, element);
      rapport_foreign_add_child (rapport_map_init_container (map, list), "", "<!--{foreign}-->");
    }
  rapport_foreign_add_child (rapport_element_init_foreign (RAPPORT_ELEMENT (map)), "", "<!--{foreign}-->");
  return map;
}

/* Returns: (transfer full): the file of what leaves of @map */
static char *
share (RapportMap *map, const char *phase, const char *perspective)
{
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportLens) then = rapport_lens_with_phase (lens, phase);
  g_autoptr (RapportLens) theirs = rapport_lens_with_perspective (then, perspective);
  g_autoptr (RapportSharingCopy) copy = rapport_sharing_copy_new (map, theirs, RAPPORT_SHARING_NAMES_ALL);

  return save_and_load (copy->map);
}

/* Every canary in @text must be one that may leave, and those must all be there. */
static void
test_canaries (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autofree char *text = share (map, NULL, "canary-id-perspective");
  g_autofree char *whole = write_map (map);

  assert_contains (whole, "{stakeholder.note.private}");
  assert_contains (whole, "{link.item");
  g_assert_null (strstr (text, "canary-id"));
  for (const char *at = strchr (text, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *name = g_strndup (at + 1, (gsize) (strchr (at, '}') - at - 1));

      if (!g_strv_contains (leaving, name))
        g_error ("%s left", name);
    }
  for (const char *const *name = leaving; *name != NULL; name++)
    {
      g_autofree char *braced = g_strdup_printf ("{%s}", *name);

      assert_contains (text, braced);
    }
}

/* What is not for the room stays whole: not even its place is told. */
static void
test_levels (void)
{
  static const char *const levels[] = { "facilitator", "private", "unheard-of", NULL };

  for (guint i = 0; i <= G_N_ELEMENTS (levels) - 1; i++)
    {
      g_autoptr (RapportMap) map = make_map ();
      g_autofree char *text = NULL;

      rapport_element_init_text (rapport_map_lookup (map, "canary-id-mark"), "level", levels[i]);
      rapport_element_init_text (rapport_map_lookup (map, "canary-id-response"), "level", levels[i]);
      text = share (map, NULL, NULL);
      g_assert_null (strstr (text, "<mark"));
      g_assert_null (strstr (text, "<response"));
      g_assert_null (strstr (text, "{region"));
    }
}

/* --- Times and views -------------------------------------------------------------------------------------------- */

#define TWO_TIMES \
  "<phases><phase id=\"now\" name=\"Now\"/><phase id=\"aim\" name=\"Aim\"/></phases>" \
  "<perspectives><perspective id=\"few\" name=\"Two of us\" people=\"2\"/>" \
  "<perspective id=\"many\" name=\"The panel\" people=\"3\"/>" \
  "<perspective id=\"unknown\" name=\"Who knows\"/></perspectives>" \
  "<stakeholders><stakeholder id=\"s1\" sector=\"nhs\"><label>City Trust</label>" \
  "<reading phase=\"now\" ring=\"core\"/><reading phase=\"now\" perspective=\"few\" influence=\"1\"/>" \
  "<reading phase=\"now\" perspective=\"many\" influence=\"4\"/><reading phase=\"aim\" ring=\"edge\"/></stakeholder>" \
  "<stakeholder id=\"s2\" sector=\"policy\"><label>Council</label><reading phase=\"aim\" ring=\"core\"/></stakeholder>" \
  "</stakeholders><links><link id=\"l1\" a=\"s1\" b=\"s2\"><reading phase=\"aim\" gives-a=\"0\"/></link></links>" \
  "<tensions><mark id=\"t1\" tension=\"power\" on=\"s2\" level=\"shared\"><note-a>On the council</note-a></mark>" \
  "<mark id=\"t2\" tension=\"power\" phase=\"aim\" level=\"shared\"><note-a>In the aim</note-a></mark>" \
  "<mark id=\"t3\" tension=\"power\" perspective=\"few\" level=\"shared\"><note-a>Of two</note-a></mark></tensions>"

/* One who is not there at that time is nowhere in the file, nor is what is felt there. */
static void
test_times (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP (TWO_TIMES));
  g_autofree char *now = share (map, "now", NULL);
  g_autofree char *aim = share (map, "aim", NULL);

  g_assert_null (strstr (now, "Council"));
  g_assert_null (strstr (now, "council"));
  g_assert_null (strstr (now, "Aim"));
  g_assert_null (strstr (now, "<link"));
  g_assert_null (strstr (now, "In the aim"));
  assert_contains (aim, "Council");
  assert_contains (aim, "On the council");
  assert_contains (aim, "gives-a=\"0\"");
  g_assert_null (strstr (aim, "Now"));
  g_assert_null (strstr (aim, "Of two"));
}

/* Views that stay leave no "not discussed" behind, nor what anybody said. */
static void
test_views (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP (TWO_TIMES));
  g_autofree char *agreed = share (map, "now", NULL);
  g_autofree char *few = share (map, "now", "few");
  g_autofree char *unknown = share (map, "now", "unknown");
  g_autofree char *many = share (map, "now", "many");

  assert_contains (agreed, "influence=\"differ\"");
  g_assert_null (strstr (agreed, "perspective"));
  g_assert_cmpstr (few, ==, agreed);
  g_assert_cmpstr (unknown, ==, agreed);
  assert_contains (many, "name=\"The panel\"");
  assert_contains (many, "influence=\"4\"");
  g_assert_null (strstr (many, "Two of us"));
  g_assert_null (strstr (many, "influence=\"1\""));
}

/* --- Codes and sentences ---------------------------------------------------------------------------------------- */

#define NAMED \
  "<question>What can City Trust decide?</question><phases><phase id=\"now\" name=\"Now\"/></phases>" \
  "<stakeholders><stakeholder id=\"s1\" sector=\"nhs\" kind=\"role\"><label>City Trust</label><short>CT</short>" \
  "<other-label>Ymddiriedolaeth y Ddinas</other-label>" \
  "<reading phase=\"now\"/><note level=\"shared\">Asked ct. Not the CTX.</note></stakeholder>" \
  "<stakeholder id=\"s2\" sector=\"nhs\"><label>Practice</label><reading phase=\"now\"/>" \
  "<note level=\"private\">City Trust knows</note></stakeholder>" \
  "<stakeholder id=\"s3\" sector=\"policy\"><label>Council</label><reading phase=\"now\"/></stakeholder>" \
  "</stakeholders>"

static void
assert_says (GPtrArray *sentences, const char *const *wanted)
{
  g_autofree char *found = NULL;
  g_autofree char *all = g_strjoinv ("\n", (char **) wanted);

  g_ptr_array_add (sentences, NULL);
  found = g_strjoinv ("\n", (char **) sentences->pdata);
  g_assert_cmpstr (found, ==, all);
}

static void
test_codes (void)
{
  static const char *const warnings[] = {
    "“City Trust” still stands in “What can City Trust decide?”",
    "“CT” still stands in “Asked ct. Not the CTX.”",
    "“Policy 1” is the only one of its sector, so a code may not hide who it is.",
    NULL,
  };
  static const char *const leaves[] = {
    "What the map says of itself: the question", "The time “Now”", "3 stakeholders by a code", "1 note for the room", NULL,
  };
  static const char *const stays[] = {
    "1 note that is not for the room", "How the map was made, and where it is kept", NULL,
  };
  g_autoptr (RapportMap) map = read_only_map (MAP (NAMED));
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportSharingCopy) copy = NULL;
  g_autofree char *text = NULL;

  copy = rapport_sharing_copy_new (map, lens, RAPPORT_SHARING_NAMES_NONE);
  text = save_and_load (copy->map);
  assert_contains (text, "<label>NHS 1</label>");
  g_assert_null (strstr (text, "Ddinas"));
  assert_contains (text, "<label>Policy 1</label>");
  assert_contains (text, "<label>NHS 2</label>");
  g_assert_null (strstr (text, "<short>"));
  assert_says (copy->warnings, warnings);
  assert_says (copy->leaves, leaves);
  assert_says (copy->stays, stays);
}

/* Unless told otherwise, roles alone have a code. */
static void
test_roles (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP (NAMED));
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportSharingCopy) copy = rapport_sharing_copy_new (map, lens, RAPPORT_SHARING_NAMES_ROLES);
  g_autofree char *text = save_and_load (copy->map);

  assert_contains (text, "<label>NHS 1</label>");
  assert_contains (text, "<label>Practice</label>");
  assert_contains (text, "<label>Council</label>");
  g_assert_cmpuint (copy->warnings->len, ==, 2);
}

/* A letter that folds into two must not lead out of the text. */
static void
test_folding (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP (
    "<question>\xC4\xB0\xC4\xB0\xC4\xB0\xC4\xB0\xC4\xB0\xC4\xB0 Ab</question><phases><phase id=\"now\"/></phases>"
    "<stakeholders><stakeholder id=\"s1\"><label>Ab</label><reading phase=\"now\"/></stakeholder></stakeholders>"));
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportSharingCopy) copy = NULL;

  copy = rapport_sharing_copy_new (map, lens, RAPPORT_SHARING_NAMES_NONE);
  g_assert_cmpuint (copy->warnings->len, ==, 1);
}

/* The map itself is not touched, and a copy of a copy is the same. */
static void
test_again (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP (TWO_TIMES));
  g_autofree char *before = write_map (map);
  g_autofree char *once = share (map, "aim", NULL);
  g_autofree char *after = write_map (map);
  g_autoptr (RapportMap) copy = read_only_map (once);
  g_autofree char *twice = share (copy, NULL, NULL);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (twice, ==, once);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sharing-copy/canaries", test_canaries);
  g_test_add_func ("/sharing-copy/levels", test_levels);
  g_test_add_func ("/sharing-copy/times", test_times);
  g_test_add_func ("/sharing-copy/views", test_views);
  g_test_add_func ("/sharing-copy/codes", test_codes);
  g_test_add_func ("/sharing-copy/roles", test_roles);
  g_test_add_func ("/sharing-copy/folding", test_folding);
  g_test_add_func ("/sharing-copy/again", test_again);
  return g_test_run ();
}
