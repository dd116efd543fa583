/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing foreign is lost: unknown parts are still there after any edit round them, and gone from no undo.
 */
#include <string.h>

#include "map-fixture.h"
#include "rapport-map-file.h"
#include "rapport-stakeholder.h"

#define FOREIGN_MAP \
  "<?xml version=\"1.0\"?>\n<!-- prolog --><?tool prolog?>" \
  "<map xmlns=\"urn:x-rapport:map\" xmlns:f=\"urn:f\" version=\"1.0\" f:root=\"1\" edition=\"2\">" \
  "<!-- in the map --><title f:t=\"1\">T</title><f:after-title/><future>more</future>" \
  "<phases f:c=\"1\"><phase id=\"now\" mood=\"good\"/><!-- in phases --></phases>" \
  "<stakeholders><!-- first -->" \
  "<stakeholder id=\"s1\" f:s=\"1\" kind=\"hamlet\" sector=\"nhs\" spans=\"nhs moon\">" \
  "<label f:l=\"1\">One</label><!-- after the label --><f:x><![CDATA[<raw>]]></f:x>" \
  "<reading phase=\"now\" ring=\"orbit\" influence=\"9\" f:r=\"1\"><f:in-reading/></reading>" \
  "<!-- after the reading --><note level=\"secret\" f:n=\"1\">N</note><?tool note?></stakeholder>" \
  "<!-- after s1 --><stakeholder id=\"s2\"><label>Two</label></stakeholder><f:after-s2/>" \
  "<cluster id=\"k\"><stakeholder id=\"inner\"/></cluster></stakeholders>" \
  "<links><link id=\"l1\" a=\"s1\" b=\"s2\"><!-- in a link --></link><!-- after l1 --></links>" \
  "<inventions><invention id=\"i\"/></inventions></map><!-- epilog -->"

static const char *const parts_of_the_rest[] = {
  "<!-- prolog -->\n", "<?tool prolog?>\n", " xmlns:f=\"urn:f\"", " f:root=\"1\"", " edition=\"2\"",
  "<!-- in the map -->\n", "<title f:t=\"1\">T</title>", "<f:after-title/>", "<future>more</future>",
  "<phases f:c=\"1\">", " mood=\"good\"", "<!-- in phases -->", "<!-- first -->\n", "<!-- after s1 -->\n",
  "<f:after-s2/>", "<cluster id=\"k\"><stakeholder id=\"inner\"/></cluster>",
  "<inventions><invention id=\"i\"/></inventions>", "<!-- epilog -->\n", NULL,
};
static const char *const parts_of_link[] = { "<!-- in a link -->", NULL };
static const char *const parts_of_links[] = { "<!-- after l1 -->", NULL };
static const char *const parts_of_s1[] = {
  " f:s=\"1\"", " kind=\"hamlet\"", " spans=\"nhs moon\"", "<label f:l=\"1\">",
  "<!-- after the label -->\n", "<f:x><![CDATA[<raw>]]></f:x>\n", " ring=\"orbit\"", " influence=\"9\"",
  " f:r=\"1\"", "<f:in-reading/>\n", "<!-- after the reading -->\n", " level=\"secret\"", " f:n=\"1\"",
  "<?tool note?>\n", NULL,
};

static RapportHistory *
start (void)
{
  g_autoptr (RapportMapReading) reading = read_map (FOREIGN_MAP);

  return rapport_history_new (reading->map);
}

static void
assert_has_all (const char *text, const char *const *parts)
{
  for (const char *const *part = parts; *part != NULL; part++)
    assert_contains (text, *part);
}

/* What would be saved, after the check that every save makes. */
static char *
checked_bytes (RapportMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rapport_map_file_bytes (map, "test.rapport", &error);

  g_assert_no_error (error);
  return save_and_load (map);
}

static void
check_untouched (void)
{
  g_autoptr (RapportHistory) history = start ();
  g_autofree char *text = checked_bytes (rapport_history_get_map (history));

  assert_has_all (text, parts_of_the_rest);
  assert_has_all (text, parts_of_link);
  assert_has_all (text, parts_of_links);
  assert_has_all (text, parts_of_s1);
}

typedef void (*Edit) (RapportTransaction *transaction, RapportMap *map);

static void
rename_all (RapportTransaction *transaction, RapportMap *map)
{
  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (map), "question", "Why?");
  rapport_transaction_set_text (transaction, rapport_map_lookup (map, "s1"), "label", "Other");
  rapport_transaction_set_text (transaction, rapport_map_lookup (map, "s1"), "short", "O");
  rapport_transaction_set_text (transaction, rapport_map_lookup (map, "now"), "name", "Now");
}

static void
insert_and_move (RapportTransaction *transaction, RapportMap *map)
{
  g_autoptr (RapportElement) added = rapport_stakeholder_new ("s3");

  rapport_transaction_insert (transaction, added, 0);
  rapport_transaction_move (transaction, rapport_map_lookup (map, "s1"), 2);
}

static void
delete_first (RapportTransaction *transaction, RapportMap *map)
{
  rapport_transaction_delete (transaction, rapport_map_lookup (map, "s1"));
}

static void
delete_both (RapportTransaction *transaction, RapportMap *map)
{
  rapport_transaction_delete (transaction, rapport_map_lookup (map, "s1"));
  rapport_transaction_delete (transaction, rapport_map_lookup (map, "s2"));
}

static void
clear_texts (RapportTransaction *transaction, RapportMap *map)
{
  rapport_transaction_set_text (transaction, rapport_map_lookup (map, "s1"), "label", NULL);
  rapport_transaction_set_records (transaction, rapport_map_lookup (map, "s1"), "note", NULL);
  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (map), "question", "?");
}

static void
leave_phase (RapportTransaction *transaction, RapportMap *map)
{
  rapport_transaction_set_reading (transaction, rapport_map_lookup (map, "s1"), "now", NULL, NULL);
}

static void
judge (RapportTransaction *transaction, RapportMap *map)
{
  RapportElement *s1 = rapport_map_lookup (map, "s1");
  const RapportReading *old = rapport_element_get_reading (s1, "now", NULL);
  g_autoptr (RapportReading) reading = rapport_reading_with_level (old, "influence", 3);

  rapport_transaction_set_reading (transaction, s1, "now", NULL, reading);
}

typedef struct
{
  const char *name;
  Edit edit;
  gboolean keeps_s1;
  gboolean keeps_link;
  const char *gone; /* of s1, nullable: what the edit was about */
} Case;

static const Case cases[] = {
  { "rename", rename_all, TRUE, TRUE, NULL },
  { "insert-and-move", insert_and_move, TRUE, TRUE, NULL },
  { "delete-first", delete_first, FALSE, FALSE, NULL },
  { "delete-both", delete_both, FALSE, FALSE, NULL },
  { "clear-texts", clear_texts, FALSE, TRUE, NULL },
  { "leave-phase", leave_phase, FALSE, TRUE, NULL },
  { "judge", judge, TRUE, TRUE, " influence=\"9\"" },
};

static void
assert_has_kept (const Case *c, const char *text)
{
  assert_has_all (text, parts_of_the_rest);
  assert_has_all (text, parts_of_links);
  if (c->keeps_link)
    assert_has_all (text, parts_of_link);
  for (guint i = 0; c->keeps_s1 && parts_of_s1[i] != NULL; i++)
    if (c->gone == NULL || strcmp (parts_of_s1[i], c->gone) != 0)
      assert_contains (text, parts_of_s1[i]);
  if (c->gone != NULL)
    g_assert_null (strstr (text, c->gone));
}

static void
check_edit (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (RapportHistory) history = start ();
  RapportMap *map = rapport_history_get_map (history);
  g_autofree char *before = checked_bytes (map);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  RapportTransaction *transaction = rapport_history_begin (history, "Edit", NULL);

  c->edit (transaction, map);
  g_assert_true (rapport_transaction_commit (transaction));
  after = checked_bytes (map);
  assert_has_kept (c, after);
  g_assert_true (rapport_history_undo (history));
  undone = checked_bytes (map);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (rapport_history_redo (history));
  redone = checked_bytes (map);
  g_assert_cmpstr (redone, ==, after);
}

/* Words between elements come from the parser in pieces; they are one. */
static void
check_stray_words (void)
{
  g_autoptr (RapportMap) map = read_only_map (MAP ("<title>T</title> some &amp; other &lt;words&gt; <note>N</note> end"));
  g_autofree char *text = save_and_load (map);

  assert_contains (text, "  <title>T</title>\n  some &amp; other &lt;words&gt;\n  <note>N</note>\n  end\n</map>");
}

static void
check_long_stray_words (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'w');
  g_autofree char *source = g_strdup_printf (MAP ("<title>T</title>%s %s"), long_text, long_text);
  g_autofree char *wanted = g_strdup_printf ("\n  %s %s\n", long_text, long_text);
  g_autoptr (RapportMap) map = read_only_map (source);
  g_autofree char *text = save_and_load (map);

  assert_contains (text, wanted);
}

/* Each of these once gave a tag that could not be read again, or other bytes the second time. */
static void
check_stable (void)
{
  static const char *const sources[] = {
    MAP ("<stakeholders a=\"1\"/><stakeholders a=\"2\" b=\"3\"><stakeholder id=\"s\"/></stakeholders>"),
    MAP ("<stakeholders xmlns:f=\"u\" f:a=\"1\"/><stakeholders xmlns:f=\"u\"/>"),
    STAKEHOLDERS ("<stakeholder id=\"s\"><label xmlns:f=\"u\" f:a=\"1\">L</label>"
                  "<short xmlns:f=\"u\" f:a=\"1\">S</short><note xmlns:f=\"v\">N</note></stakeholder>"),
    STAKEHOLDERS ("<stakeholder id=\"s\"><label>One</label><label>Two</label></stakeholder>"),
    STAKEHOLDERS ("<stakeholder id=\"s\"><label>a<b/>c<!-- d -->e<?f g?></label></stakeholder>"),
    STAKEHOLDERS ("<stakeholder id=\"s\"><note>a<b xmlns=\"\">c</b>d</note></stakeholder>"),
    STAKEHOLDERS ("<stakeholder id=\"s\"><reading/><reading phase=\"\"/><reading phase=\"now\"/>"
                  "<reading phase=\"now\"/><reading phase=\"now\" perspective=\"\"/></stakeholder>"),
    STAKEHOLDERS ("<a:b/><a:b a:c=\"1\"/>"),
    "<r:map xmlns:r=\"urn:x-rapport:map\" xmlns=\"urn:other\" version=\"1.0\"><other><inner/></other>"
    "<r:title>T</r:title><r:unknown><r:title/></r:unknown></r:map>",
    "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\" id=\"m\" xml:space=\"preserve\"/>",
    MAP ("<a xmlns=\"urn&amp;b\" xmlns:c=\"d&amp;e\"/><links xmlns:f=\"g&amp;h\"/>"),
    "<r:map xmlns:r=\"urn:x-rapport:map\" xmlns=\"a&amp;b\" version=\"1.0\"><c/></r:map>",
    STAKEHOLDERS ("<stakeholder id=\"s\"><label>a<short>b</short><a/></label><reading phase=\"p\"/>"
                  "<reading phase=\"b\"/><reading phase=\"p\"><a>--</a><!-- b --></reading></stakeholder>"),
    MAP ("<title>T<stakeholders><stakeholder id=\"s\"/></stakeholders></title>"),
    MAP ("<links><stakeholder id=\"s\"/></links><link id=\"l\"/>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    assert_stable (sources[i]);
}

/* However many pieces a list comes in, its tag stays one that can be read. */
static void
check_many_pieces (void)
{
  GString *source = g_string_new ("<map xmlns=\"urn:x-rapport:map\" version=\"1.0\">");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (source, "<links a%u=\"1\" xmlns:n%u=\"u\"/>", i, i);
  g_string_append (source, "<stakeholders><stakeholder id=\"s\">");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (source, "<note xmlns:n%u=\"u\">N</note>", i);
  g_string_append (source, "</stakeholder></stakeholders></map>");
  assert_stable (source->str);
  g_string_free (source, TRUE);
}

/* A comment may hold what would be a tag with far too many attributes. */
static void
check_no_tags (void)
{
  GString *equals = g_string_new ("<a ");

  for (guint i = 0; i < 1000; i++)
    g_string_append (equals, "b = c ");
  {
    g_autofree char *source = g_strdup_printf (MAP ("<!-- %s --><?p %s?><x><![CDATA[%s]]></x>"), equals->str,
                                               equals->str, equals->str);

    assert_reads (source, NULL);
  }
  g_string_free (equals, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/untouched", check_untouched);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/foreign/edit/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_edit);
    }
  g_test_add_func ("/foreign/stray-words", check_stray_words);
  g_test_add_func ("/foreign/long-stray-words", check_long_stray_words);
  g_test_add_func ("/foreign/stable", check_stable);
  g_test_add_func ("/foreign/many-pieces", check_many_pieces);
  g_test_add_func ("/foreign/no-tags", check_no_tags);
  return g_test_run ();
}
