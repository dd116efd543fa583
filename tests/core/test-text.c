/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rapport-text.h"

typedef struct
{
  const char *given;
  gssize length;
  const char *cleaned;
} Cleaning;

static const Cleaning cleanings[] = {
  { "", -1, "" },
  { "plain words", -1, "plain words" },
  { "tab\tline\nreturn\r", -1, "tab\tline\nreturn\r" },
  { "delete\x7fis allowed", -1, "delete\x7fis allowed" },
  { "U+0001 \x01 and escape \x1b go", -1, "U+0001  and escape  go" },
  { "only the first", 4, "only" },
  { "Zürich – 東京 🙂", -1, "Zürich – 東京 🙂" },
  { "e\xcc\x81 stays apart", -1, "e\xcc\x81 stays apart" },
  { "one bad \xff byte", -1, "one bad \xef\xbf\xbd byte" },
  { "cut short \xe2\x82", -1, "cut short \xef\xbf\xbd\xef\xbf\xbd" },
  { "half a pair \xed\xa0\x80.", -1, NULL },
  { "no characters \xef\xbf\xbe\xef\xbf\xbf.", -1, "no characters ." },
  { "C1 \xc2\x85 may stay", -1, "C1 \xc2\x85 may stay" },
  { "the last one \xf4\x8f\xbf\xbd", -1, "the last one \xf4\x8f\xbf\xbd" },
  { "nul\0inside", 10, "nul\xef\xbf\xbdinside" },
  { "\x01\x02\x03", -1, "" },
};

static void
check_cleaning (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleanings); i++)
    {
      const Cleaning *row = &cleanings[i];
      g_autofree char *cleaned = rapport_text_clean (row->given, row->length);
      g_autofree char *again = rapport_text_clean (cleaned, -1);

      if (row->cleaned != NULL)
        g_assert_cmpstr (cleaned, ==, row->cleaned);
      g_assert_cmpstr (again, ==, cleaned);
      g_assert_true (rapport_text_is_clean (cleaned, -1));
      if (row->length < 0)
        g_assert_cmpint (rapport_text_is_clean (row->given, -1), ==,
                         strcmp (row->given, cleaned) == 0);
    }
}

/* Whatever bytes come in, what goes on is clean, and clean text is left alone byte for byte. */
/* Wherever it stands: plain text is looked at in pieces of several bytes. */
static void
check_every_byte (void)
{
  char text[27];

  for (guint byte = 0; byte < 256; byte++)
    for (guint at = 0; at < sizeof text; at++)
      {
        gboolean clean = (byte >= 0x20 && byte < 0x80) || byte == '\t' || byte == '\n' || byte == '\r';

        memset (text, at % 2 == 0 ? ' ' : '~', sizeof text);
        text[at] = (char) byte;
        g_assert_cmpint (rapport_text_is_clean (text, sizeof text), ==, clean);
      }
}

static void
check_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint rounds = g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0 ? 1000000 : 20000;

  for (guint i = 0; i < rounds; i++)
    {
      char bytes[24];
      gssize length = g_rand_int_range (random, 0, sizeof bytes);
      g_autofree char *cleaned = NULL;
      g_autofree char *composed = NULL;

      for (gssize j = 0; j < length; j++)
        bytes[j] = (char) (g_rand_boolean (random) ? g_rand_int_range (random, 0, 256)
                                                   : g_rand_int_range (random, 0xc0, 0xf8));
      cleaned = rapport_text_clean (bytes, length);
      composed = rapport_text_from_user (bytes, length);
      g_assert_true (g_utf8_validate (cleaned, -1, NULL));
      g_assert_true (rapport_text_is_clean (cleaned, -1));
      g_assert_true (rapport_text_is_clean (composed, -1));
      if (rapport_text_is_clean (bytes, length))
        g_assert_cmpmem (bytes, length, cleaned, strlen (cleaned));
    }
}

static void
check_composing (void)
{
  g_autofree char *user = rapport_text_from_user ("Cafe\xcc\x81 \x01\xff", -1);
  g_autofree char *file = rapport_text_clean ("Cafe\xcc\x81", -1);
  g_autofree char *part = rapport_text_from_user ("abc", 2);

  g_assert_cmpstr (user, ==, "Caf\xc3\xa9 \xef\xbf\xbd");
  g_assert_cmpstr (file, ==, "Cafe\xcc\x81");
  g_assert_cmpstr (part, ==, "ab");
}

static void
check_collapsing (void)
{
  static const char *const rows[][2] = {
    { "", "" },
    { " ", "" },
    { "a", "a" },
    { " \t a\n\r b  c ", "a b c" },
    { "a b", "a b" },
    { "no\xc2\xa0" "break", "no\xc2\xa0" "break" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *collapsed = rapport_text_collapse (rows[i][0]);

      g_assert_cmpstr (collapsed, ==, rows[i][1]);
    }
}

static void
check_words (void)
{
  static const struct
  {
    const char *words;
    const char *word;
    gboolean contained;
    guint count;
    const char *added;
    const char *dropped;
  } rows[] = {
    { NULL, "a", FALSE, 0, "a", "" },
    { "", "a", FALSE, 0, "a", "" },
    { "a", "a", TRUE, 1, "a", "" },
    { "ab", "a", FALSE, 1, "ab a", "ab" },
    { "ba", "a", FALSE, 1, "ba a", "ba" },
    { "b a", "a", TRUE, 2, "b a", "b" },
    { "a b a", "a", TRUE, 3, "a b a", "b" },
    { "ab aa ba", "a", FALSE, 3, "ab aa ba a", "ab aa ba" },
    { "in-kind", "in", FALSE, 1, "in-kind in", "in-kind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *added = rapport_words_add (rows[i].words, rows[i].word);
      g_autofree char *dropped = rapport_words_drop (rows[i].words, rows[i].word);

      g_assert_cmpint (rapport_words_contain (rows[i].words, rows[i].word), ==, rows[i].contained);
      g_assert_cmpuint (rapport_words_count (rows[i].words), ==, rows[i].count);
      g_assert_cmpstr (added, ==, rows[i].added);
      g_assert_cmpstr (dropped, ==, rows[i].dropped);
    }
  g_assert_false (rapport_words_contain ("a b", ""));
}

static void
check_ids (void)
{
  static const char *const good[] = { "a", "_", "Z9", "a-b.c_d", "s0123abcd" };
  static const char *const bad[] = { "", "1a", "-a", ".a", "a b", "a:b", "a/b", "é", "a\n" };
  g_autofree char *longest = g_strnfill (256, 'x');
  g_autofree char *longer = g_strnfill (257, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rapport_id_is_valid (good[i], -1));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rapport_id_is_valid (bad[i], -1));
  g_assert_true (rapport_id_is_valid (longest, -1));
  g_assert_false (rapport_id_is_valid (longer, -1));
  g_assert_true (rapport_id_is_valid ("a b", 1));
  g_assert_false (rapport_id_is_valid ("a\0b", 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/cleaning", check_cleaning);
  g_test_add_func ("/text/every-byte", check_every_byte);
  g_test_add_func ("/text/random-bytes", check_random_bytes);
  g_test_add_func ("/text/composing", check_composing);
  g_test_add_func ("/text/collapsing", check_collapsing);
  g_test_add_func ("/text/words", check_words);
  g_test_add_func ("/text/ids", check_ids);
  return g_test_run ();
}
