/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a list: lines, columns, arrows, tables; what is told of each line; and the map afterwards.
 */
#include <string.h>

#include "map-fixture.h"
#include "rapport-list-plan.h"
#include "rapport-list-table.h"
#include "rapport-list-write.h"

#define EMPTY MAP ("<phases><phase id=\"now\" name=\"Now\"/></phases>")

static RapportListPlan *
plan (const char *text)
{
  g_autoptr (RapportMap) map = read_only_map (EMPTY);

  return rapport_list_plan_new (map, NULL, text);
}

/* One line for each that the plan has: "3 New: City Trust (nhs?) core 4". */
static char *
tell (const RapportListPlan *self)
{
  static const char *const fates[] = { "new", "found", "out" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rapport_list_plan_get_n_people (self); i++)
    {
      const RapportListPerson *p = rapport_list_plan_get_person (self, i);

      g_string_append_printf (out, "%u %s %s", p->line, fates[p->fate], p->name);
      if (p->other_name != NULL)
        g_string_append_printf (out, " / %s", p->other_name);
      if (p->sector != NULL)
        g_string_append_printf (out, " (%s%s)", p->sector, p->guessed ? "?" : "");
      if (p->new_sector != NULL)
        g_string_append_printf (out, " (+%s)", p->new_sector);
      if (p->kind != NULL)
        g_string_append_printf (out, " %s", p->kind);
      if (p->ring != NULL)
        g_string_append_printf (out, " %s", p->ring);
      if (p->influence != RAPPORT_LEVEL_UNSET)
        g_string_append_printf (out, " %d", p->influence);
      if (p->note != NULL)
        g_string_append_printf (out, " [%s]", p->note);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < rapport_list_plan_get_n_links (self); i++)
    {
      const RapportListLink *l = rapport_list_plan_get_link (self, i);

      g_string_append_printf (out, "%u %s %s -> %s", l->line, fates[l->fate],
                              rapport_list_plan_get_person (self, l->end[0])->name,
                              rapport_list_plan_get_person (self, l->end[1])->name);
      if (l->relation != NULL)
        g_string_append_printf (out, " %s", l->relation);
      for (guint j = 0; j < 4; j++)
        if (l->levels[j] != RAPPORT_LEVEL_UNSET)
          g_string_append_printf (out, " %u=%d", j, l->levels[j]);
      if (l->note != NULL)
        g_string_append_printf (out, " [%s]", l->note);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < rapport_list_plan_get_n_remarks (self); i++)
    {
      const RapportListRemark *r = rapport_list_plan_get_remark (self, i);

      g_string_append_printf (out, "%u %s: %s\n", r->line, r->left_out ? "left out" : "but", r->reason);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *told;
} lists[] = {
  { "lines", "City Hospital\n\n- Ramblers\n2. Borough council\r\n  \n• Residents, of the north\n",
    "1 new City Hospital (nhs?)\n3 new Ramblers\n4 new Borough council (policy?)\n"
    "6 new Residents, of the north (other?)\n" },
  { "arrows", "City Hospital -> Ramblers\nRamblers → Council –> City Hospital: funds\nA <- B\nA-team - B-team\n",
    "4 new A-team - B-team\n1 new City Hospital (nhs?)\n1 new Ramblers\n2 new Council (policy?)\n3 new A\n3 new B\n"
    "1 new City Hospital -> Ramblers\n2 new Ramblers -> Council funds\n2 new Council -> City Hospital funds\n"
    "3 new A -> B\n" },
  { "arrows with numbers", "A -> B: 3012\nB --> C\t0-21\tsends papers\nB -> A: 0000\nNorth: South -> East\n",
    "1 new A\n1 new B\n2 new C\n4 new North: South\n4 new East\n"
    "1 new A -> B 0=3 1=0 2=1 3=2\n2 new B -> C 0=0 2=2 3=1 [sends papers]\n4 new North: South -> East\n"
    "3 but: Line 1 links the same two; both are one link.\n" },
  { "columns", "City Trust\tNHS\tcore\t4\twell known\nRamblers\tThird sector\tgroup\nStray\t7\n",
    "1 new City Trust (nhs) core 4 [well known]\n2 new Ramblers (third) group\n3 new Stray [7]\n" },
  { "commas", "City Trust, NHS, 4\nHealth department, policy unit, policy\n\"Trust, the other\",nhs\n",
    "1 new City Trust (nhs) 4\n2 new Health department (policy) [policy unit]\n3 new Trust, the other (nhs)\n" },
  { "commas in names", "Health department, research unit\nSchool of health, the north\n",
    "1 new Health department, research unit\n2 new School of health, the north (academia?)\n" },
  { "table", "\xEF\xBB\xBFSector;Phone;ORGANISATION;Power\r\nvoluntary;123;\"Ramblers; \"\"the\"\" club\";2\r\n"
             "Industry;;Mill;9\r\n;;;\r\nNHS;5;;\r\n",
    "2 new Ramblers; \"the\" club (third) 2 [Phone: 123]\n3 new Mill (+Industry)\n"
    "3 but: “9” is no number from 0 to 5, so Power is left open.\n5 left out: There is no name in it.\n" },
  { "Kumu", "Label,Type,Description\nMill,Organisation,Old\nUni,Academia,\nX,Blue,\n\n"
            "From,To,Type,Strength\nMill,Uni,funds,4\nUni,,informs,\nMill,mill,,\nx,UNI,likes,\n",
    "2 new Mill organisation [Old]\n3 new Uni (academia)\n4 new X [Type: Blue]\n"
    "7 new Mill -> Uni funds [Strength: 4]\n10 new X -> Uni [likes]\n"
    "8 left out: One of the two who are linked is missing.\n9 left out: It links “Mill” with itself.\n" },
  { "ids and a link that is not there",
    "id,label,sector\na1,One,other:Public\na2,Two,across\n\na,b,relation,code\na2,a1,member advises,221\na1,a2,,----\n",
    "2 new One (other)\n3 new Two (across) structure\n6 new Two -> One member advises 0=0 1=2 2=2 3=1\n"
    "7 left out: Its numbers say that the link is not there.\n" },
  { "twice", "Name\tInfluence\nCity Trust\t3\nCITY  trust!\t4\n",
    "2 new City Trust 3\n3 but: “City Trust” is in line 2 already; both are one.\n" },
  { "two sectors", "Name\tSector\tType\nOne\tIndustry\tAcademia\nTwo\tNHS\tnhs\n\nName\tType\tSector\nThree\tNHS\tIndustry\n",
    "2 new One (+Industry) [Type: Academia]\n3 new Two (nhs)\n6 new Three (nhs) [Sector: Industry]\n" },
  { "two languages", "Enw\tSector\tName\nBwrdd iechyd\tNHS\tHealth board\nPrifysgol\tAcademia\t\n–\tNHS\tClinic\n"
                     "Clinig\tNHS\tClinic\nArall\t\tClinic\n\nFrom\tTo\nBwrdd iechyd\tPrifysgol\nHealth board\tClinig\n",
    "2 new Health board / Bwrdd iechyd (nhs)\n3 new Prifysgol (academia)\n4 new Clinic / Clinig (nhs) [Enw: Arall]\n"
    "9 new Health board -> Prifysgol\n10 new Health board -> Clinic\n"
    "5 but: “Clinic” is in line 4 already; both are one.\n6 but: “Clinic” is in line 4 already; both are one.\n" },
  { "the other language alone", "Enw\tSector\nBwrdd iechyd\tNHS\n", "2 new Bwrdd iechyd (nhs)\n" },
  { "a quote that nothing closes", "Name\tNote\n\"One\tx\nTwo\ty\n", "2 new \"One [x]\n3 new Two [y]\n" },
  { "a cell of two lines", "Name\tNote\n\"One\nmore\"\tx\n\nTwo\ty\n", "2 new One more [x]\n5 new Two [y]\n" },
  { "organisation before name", "Name\tOrganisation\tSector\nDr Who\tHospital\tNHS\n",
    "2 new Hospital (nhs) [Name: Dr Who]\n" },
  { "nothing", " \n\t\n", "" },
};

static void
test_list (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RapportListPlan) self = plan (lists[i].text);
  g_autofree char *told = tell (self);

  g_assert_cmpstr (told, ==, lists[i].told);
}

/* --- Applying --------------------------------------------------------------------------------------------------- */

static char *
apply (RapportHistory *history, const char *text)
{
  RapportMap *map = rapport_history_get_map (history);
  g_autoptr (RapportListPlan) self = rapport_list_plan_new (map, NULL, text);
  RapportTransaction *transaction = rapport_history_begin (history, "List", NULL);
  g_autoptr (GPtrArray) ids = rapport_list_plan_apply (self, transaction);

  g_assert_cmpuint (ids->len, ==, rapport_list_plan_count_people (self, RAPPORT_LIST_NEW));
  rapport_transaction_commit (transaction);
  return save_and_load (map);
}

static void
test_apply (void)
{
  g_autoptr (RapportMap) map = read_only_map (EMPTY);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *before = write_map (map);
  g_autofree char *text = apply (history,
    "id,label,sector,kind,influence,ring,Phone\ns1,\"Trust, city\",nhs,organisation,5,core,12\n"
    "s2,Mill,Industry,,,,\ns3,Panel,public,group,1,edge,\n\n"
    "a,b,relation,code,power_kinds_a,items_a,items_b,fair_b,remarks\n"
    "s1,s2,funds,3032,funding decision,\"money, a room\",feedback,no,odd\n");
  g_autofree char *after = NULL;

  assert_contains (text, "<stakeholder id=\"s1\" sector=\"nhs\" kind=\"organisation\">\n      <label>Trust, city</label>\n"
                         "      <reading phase=\"now\" ring=\"core\" influence=\"5\"/>\n"
                         "      <note level=\"facilitator\">Phone: 12</note>");
  assert_contains (text, " name=\"Industry\"/>");
  assert_contains (text, "<sector id=\"other\" name=\"Public and communities\"/>");
  assert_contains (text, " a=\"s1\" b=\"s2\" relation=\"funds\"");
  assert_contains (text, "power-a=\"3\" power-b=\"0\" gives-a=\"3\" gives-b=\"2\" kinds-a=\"funding decision\" "
                         "items-a=\"money\" items-b=\"feedback\" fair-b=\"no\"");
  assert_contains (text, "<item side=\"a\">a room</item>");
  assert_contains (text, "<note level=\"facilitator\">odd</note>");
  rapport_history_undo (history);
  after = write_map (map);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (rapport_history_can_undo (history));
}

#define HELD \
  MAP ("<phases><phase id=\"now\" name=\"Now\"/><phase id=\"aim\" name=\"Aim\"/></phases><stakeholders>" \
       "<stakeholder id=\"p\" sector=\"nhs\"><label>City Trust</label><reading phase=\"now\" ring=\"core\"/></stakeholder>" \
       "<stakeholder id=\"q\"><label>Mill</label><reading phase=\"aim\"/></stakeholder></stakeholders>" \
       "<links><link id=\"l\" a=\"p\" b=\"q\"><reading phase=\"now\" power-a=\"1\"/></link></links>")

/* What the map has is not overwritten; what it lacks is filled in, from whichever side the list tells it. */
static void
test_merge (void)
{
  g_autoptr (RapportMap) map = read_only_map (HELD);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *text = apply (history, "Name\tSector\tRing\tInfluence\ncity trust\tpolicy\tedge\t4\nMILL\tthird\t\t\n\n"
                                          "From\tTo\tCode\nMill\tCity Trust\t0321\n");

  assert_contains (text, "<stakeholder id=\"p\" sector=\"nhs\">\n      <label>City Trust</label>\n"
                         "      <reading phase=\"now\" ring=\"core\" influence=\"4\"/>");
  assert_contains (text, "<stakeholder id=\"q\" sector=\"third\">");
  assert_contains (text, "<reading phase=\"now\" ring=\"involved\"/>");
  assert_contains (text, "power-a=\"1\" power-b=\"0\" gives-a=\"1\" gives-b=\"2\"");
  g_assert_cmpuint (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS)), ==, 2);
  g_assert_cmpuint (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_LINKS)), ==, 1);
}

/* The same list again changes nothing, and makes no step. */
static void
test_again (void)
{
  const char *list = "Name\tSector\tNote\nMill\tIndustry\tOld\n\nFrom\tTo\tCode\tItems a\nMill\tRamblers\t3210\ta room\n";
  g_autoptr (RapportMap) map = read_only_map (EMPTY);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *once = apply (history, list);
  g_autofree char *twice = apply (history, list);

  g_assert_cmpstr (twice, ==, once);
  rapport_history_undo (history);
  g_assert_false (rapport_history_can_undo (history));
}

static void
test_choices (void)
{
  g_autoptr (RapportListPlan) self = plan ("Mill -> Ramblers\nOther one\n");
  g_autofree char *summary = NULL;

  g_assert_true (rapport_list_plan_does_anything (self));
  rapport_list_plan_set_sector (self, 1, "policy");
  g_assert_cmpstr (rapport_list_plan_get_person (self, 1)->sector, ==, "policy");
  rapport_list_plan_set_taken (self, 1, FALSE);
  g_assert_cmpint (rapport_list_plan_get_link (self, 0)->fate, ==, RAPPORT_LIST_LEFT_OUT);
  summary = rapport_list_plan_summarise (self);
  g_assert_cmpstr (summary, ==, "2 new stakeholders, 0 new links.");
  rapport_list_plan_set_taken (self, 1, TRUE);
  g_assert_cmpint (rapport_list_plan_get_link (self, 0)->fate, ==, RAPPORT_LIST_NEW);
}

/* --- The first example, as it would be copied from a spreadsheet ------------------------------------------------ */

static char *
read_example (const char *part)
{
  g_autofree char *name = g_strdup_printf ("a-regional-collaboration.%s.csv", part);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tables", name, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_same_link (RapportMap *example, RapportElement *link)
{
  const char *a = rapport_element_get_text (link, "a");
  g_autoptr (GPtrArray) links = rapport_map_list_links_of (example, a, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      RapportElement *other = g_ptr_array_index (links, i);

      if (g_strcmp0 (rapport_element_get_text (other, "a"), a) != 0
          || g_strcmp0 (rapport_element_get_text (other, "b"), rapport_element_get_text (link, "b")) != 0)
        continue;
      g_assert_true (rapport_reading_same_values (rapport_element_get_reading (link, "now", NULL),
                                                  rapport_element_get_reading (other, "now", NULL)));
      g_assert_cmpstr (rapport_element_get_text (link, "relation"), ==, rapport_element_get_text (other, "relation"));
      return;
    }
  g_assert_not_reached ();
}

static void
test_example (void)
{
  g_autofree char *people = read_example ("stakeholders");
  g_autofree char *links = read_example ("links");
  g_autofree char *both = g_strconcat (people, "\n", links, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "a-regional-collaboration.rapport",
                                                 NULL);
  g_autoptr (GBytes) bytes = load_bytes (path);
  g_autoptr (RapportMapReading) example = rapport_map_read (bytes, "a", NULL);
  g_autoptr (RapportMap) map = read_only_map (EMPTY);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *text = apply (history, both);
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);

  g_assert_cmpuint (rapport_element_list_get_length (list), ==, 22);
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *one = g_sequence_get (iter);
      RapportElement *other = rapport_map_lookup (example->map, rapport_element_get_id (one));

      g_assert_cmpstr (rapport_element_get_text (one, "label"), ==, rapport_element_get_text (other, "label"));
      g_assert_cmpstr (rapport_element_get_text (one, "kind"), ==, rapport_element_get_text (other, "kind"));
      g_assert_true (rapport_reading_same_values (rapport_element_get_reading (one, "now", NULL),
                                                  rapport_element_get_reading (other, "now", NULL)));
    }
  list = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  g_assert_cmpuint (rapport_element_list_get_length (list), ==, 44);
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL; iter = rapport_element_list_next (iter))
    assert_same_link (example->map, g_sequence_get (iter));
}

/* What is copied as a table comes back as a list. */
static void
test_round_trip (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "a-regional-collaboration.rapport",
                                                 NULL);
  g_autoptr (GBytes) bytes = load_bytes (path);
  g_autoptr (RapportMapReading) example = rapport_map_read (bytes, "a", NULL);
  g_autoptr (RapportMap) map = read_only_map (EMPTY);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *table = rapport_list_write_text (example->map, NULL);
  g_autofree char *text = apply (history, table);
  g_autofree char *again = rapport_list_write_text (map, NULL);
  g_autofree char *html = rapport_list_write_html (map, NULL);

  g_assert_cmpstr (again, ==, table);
  assert_contains (html, "<tr><th>From</th><th>To</th>");
  assert_contains (html, "<td>Lead university (medical school)</td>");
}

static void
test_two_languages (void)
{
  static const char table[] = "Name\tSector\tKind\tRing\tInfluence\tOther name\n"
                              "Health board\tNHS\torganisation\tcore\t\tBwrdd iechyd\n"
                              "Ramblers\tThird sector\tgroup\tinvolved\t3\t\n\n";
  g_autoptr (RapportMap) map = read_only_map (EMPTY);
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  g_autofree char *text = apply (history, table);
  g_autofree char *again = rapport_list_write_text (map, NULL);
  g_autofree char *by_other_name = apply (history, "Name\tInfluence\nBWRDD iechyd\t5\n");

  g_assert_cmpstr (again, ==, table);
  assert_contains (text, "<other-label>Bwrdd iechyd</other-label>");
  assert_contains (by_other_name, "influence=\"5\"");
  g_assert_cmpuint (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS)), ==, 2);
}

/* --- Any text --------------------------------------------------------------------------------------------------- */

static char *
make_text (void)
{
  static const char *const bits[] = {
    "Name", "Sector", "From", "To", "Type", "code", "\t", ",", ";", "\n", "\r\n", "\"", "\"\"", " -> ", "→", "NHS", "3032",
    "City Trust", "Mill", "mill", ":", "funds", "-", "5", "\xEF\xBB\xBF", "İ", "ŵ", "\xC3", "x", "Industry", "----", "id",
    "Enw",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 80); n > 0; n--)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
  return g_string_free (text, FALSE);
}

/* Every line with letters in it is told of: as people, as a link, as a heading or in a remark. */
static void
assert_no_line_lost (const RapportListPlan *self, guint n_lines)
{
  for (guint i = 0; i < rapport_list_plan_get_n_people (self); i++)
    g_assert_cmpuint (rapport_list_plan_get_person (self, i)->line, <=, n_lines);
  for (guint i = 0; i < rapport_list_plan_get_n_remarks (self); i++)
    {
      const RapportListRemark *remark = rapport_list_plan_get_remark (self, i);

      g_assert_cmpuint (remark->line, <=, n_lines);
      g_assert_true (g_utf8_validate (remark->text, -1, NULL) && *remark->reason != '\0' && *remark->text != '\0');
    }
}

static void
test_any (void)
{
  for (guint i = 0; i < (is_long () ? 20000 : 400); i++)
    {
      g_autofree char *text = make_text ();
      g_autoptr (RapportMap) map = read_only_map (HELD);
      g_autoptr (RapportHistory) history = rapport_history_new (map);
      g_autofree char *before = write_map (map);
      g_autoptr (RapportListPlan) self = rapport_list_plan_new (map, NULL, text);
      g_autofree char *planned = write_map (map);
      g_autofree char *after = NULL, *once = NULL, *twice = NULL;

      assert_no_line_lost (self, (guint) strlen (text) + 1);
      g_assert_cmpstr (planned, ==, before);
      once = apply (history, text);
      twice = apply (history, text);
      g_assert_cmpstr (twice, ==, once);
      while (rapport_history_can_undo (history))
        rapport_history_undo (history);
      after = write_map (map);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *text;
  } files[] = {
    { "\xFF\xFE" "N\0\xE9\0", 6, "Né" }, { "\xFE\xFF\0N\0\xE9", 6, "Né" }, { "N\xE9 \x93x\x94", 6, "Né “x”" },
    { "N\xC3\xA9", 3, "Né" }, { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].bytes, files[i].size);
      g_autofree char *text = rapport_list_text_from_bytes (bytes);

      g_assert_cmpstr (text, ==, files[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strdup_printf ("/list-plan/%s", lists[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_list);
    }
  g_test_add_func ("/list-plan/apply", test_apply);
  g_test_add_func ("/list-plan/merge", test_merge);
  g_test_add_func ("/list-plan/again", test_again);
  g_test_add_func ("/list-plan/choices", test_choices);
  g_test_add_func ("/list-plan/example", test_example);
  g_test_add_func ("/list-plan/round-trip", test_round_trip);
  g_test_add_func ("/list-plan/two-languages", test_two_languages);
  g_test_add_func ("/list-plan/any", test_any);
  g_test_add_func ("/list-plan/bytes", test_bytes);
  return g_test_run ();
}
