/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "rapport-property.h"

/* One field of each kind, and of each kind of level. */
typedef struct
{
  char *text;
  char *word;
  char *words;
  char *date;
  char *reference;
  char *references;
  double number;
  gint8 level;
  gint8 judged;
  int count;
  gint8 flag;
  GVariant *records;
} Record;

static const RapportWord yes_no[] = { { "yes", "Yes" }, { "no", "No" }, { NULL } };
static const char *const columns[] = { "level", NULL };

static const RapportProperty table[] = {
  { .name = "text", .kind = RAPPORT_KIND_TEXT, RAPPORT_FIELD (Record, text) },
  { .name = "word", .kind = RAPPORT_KIND_WORD, RAPPORT_FIELD (Record, word) },
  { .name = "words", .kind = RAPPORT_KIND_WORDS, RAPPORT_FIELD (Record, words) },
  { .name = "date", .kind = RAPPORT_KIND_DATE, RAPPORT_FIELD (Record, date) },
  { .name = "reference", .kind = RAPPORT_KIND_REFERENCE, RAPPORT_FIELD (Record, reference) },
  { .name = "references", .kind = RAPPORT_KIND_REFERENCES, RAPPORT_FIELD (Record, references) },
  { .name = "number", .kind = RAPPORT_KIND_NUMBER, RAPPORT_FIELD (Record, number) },
  { .name = "level", .kind = RAPPORT_KIND_LEVEL, RAPPORT_FIELD (Record, level), .min = -2, .max = 2 },
  { .name = "judged", .kind = RAPPORT_KIND_LEVEL, RAPPORT_FIELD (Record, judged), .max = 3,
    .judged = TRUE },
  { .name = "count", .xml_name = "xml:count", .kind = RAPPORT_KIND_COUNT,
    RAPPORT_FIELD (Record, count), .max = 1440 },
  { .name = "flag", .kind = RAPPORT_KIND_FLAG, RAPPORT_FIELD (Record, flag), .words = yes_no },
  { .name = "records", .kind = RAPPORT_KIND_RECORDS, RAPPORT_FIELD (Record, records),
    .columns = columns },
};

static const RapportProperty *
row (const char *name)
{
  const RapportProperty *property = rapport_properties_find (table, G_N_ELEMENTS (table), name);

  g_assert_nonnull (property);
  return property;
}

static void
record_init (Record *record)
{
  memset (record, 0x5a, sizeof *record);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    rapport_field_init (&table[i], record);
}

static void
record_clear (Record *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    rapport_field_clear (&table[i], record);
}

static char *
print (const RapportProperty *property, const Record *record)
{
  GString *out = g_string_new (NULL);

  rapport_field_print (property, record, out);
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *property;
  const char *text;
  const char *printed; /* %NULL: refused */
} Parsing;

static const Parsing parsings[] = {
  { "text", "", "" },
  { "text", "  two  spaces stay ", "  two  spaces stay " },
  { "text", "no \x01 control", "no  control" },
  { "word", "structure", "structure" },
  { "word", " unknown\tword ", "unknown word" },
  { "words", " a  b\nc ", "a b c" },
  { "words", "", "" },
  { "words", "-", "-" },
  { "date", "2026-11", "2026-11" },
  { "reference", "a17", "a17" },
  { "references", "a17 a18", "a17 a18" },

  { "number", "0.5", "0.5" },
  { "number", "0.4", "0.4" },
  { "number", "0.1", "0.1" },
  { "number", "306", "306" },
  { "number", "-12.25", "-12.25" },
  { "number", "-0", "0" },
  { "number", "-0.0", "0" },
  { "number", "1e6", "1000000" },
  { "number", "-1000000", "-1000000" },
  { "number", "1e-5", "1e-05" },
  { "number", "0.30000000000000004", "0.30000000000000004" },
  { "number", "1e-400", "0" },
  { "number", "1000000.1", NULL },
  { "number", "1e7", NULL },
  { "number", "1e400", NULL },
  { "number", "0x10", NULL },
  { "number", "0x1p3", NULL },
  { "number", "inf", NULL },
  { "number", "-Infinity", NULL },
  { "number", "nan", NULL },
  { "number", "", NULL },
  { "number", " 1", NULL },
  { "number", "1 ", NULL },
  { "number", "1\n", NULL },
  { "number", "1,5", NULL },
  { "number", "1.5.2", NULL },
  { "number", "-", NULL },
  { "number", "+-1", NULL },
  { "number", "e5", NULL },
  { "number", "1e", NULL },
  { "number", "0000000000000000000000000000000000000000000000000000000000000001", NULL },

  { "level", "-2", "-2" },
  { "level", "2", "2" },
  { "level", "-0", "0" },
  { "level", "3", NULL },
  { "level", "-3", NULL },
  { "level", "-", NULL },
  { "level", "differ", NULL },
  { "level", "1.0", NULL },
  { "level", "", NULL },
  { "level", "+1", NULL },
  { "level", " 1", NULL },
  { "level", "4294967297", NULL },
  { "level", "256", NULL },
  { "judged", "0", "0" },
  { "judged", "3", "3" },
  { "judged", "-", "-" },
  { "judged", "differ", "differ" },
  { "judged", "differs", NULL },
  { "judged", "-1", NULL },
  { "judged", "-100", NULL },
  { "judged", "-101", NULL },
  { "judged", "4", NULL },

  { "count", "0", "0" },
  { "count", "1440", "1440" },
  { "count", "007", "7" },
  { "count", "1441", NULL },
  { "count", "-1", NULL },
  { "count", "12345678901", NULL },
  { "count", "0x10", NULL },
  { "count", "", NULL },
  { "flag", "yes", "yes" },
  { "flag", "no", "no" },
  { "flag", "Yes", NULL },
  { "flag", "ye", NULL },
  { "flag", "", NULL },
  { "flag", "true", NULL },
  { "records", "x", NULL },
};

/* The text is handed over without a NUL at its end, followed by what would make a number longer. */
static void
check_parsing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parsings); i++)
    {
      const RapportProperty *property = row (parsings[i].property);
      g_autofree char *buffer = g_strconcat (parsings[i].text, "7", NULL);
      g_autofree char *before = NULL;
      g_autofree char *printed = NULL;
      gboolean taken;
      Record record;

      record_init (&record);
      before = print (property, &record);
      taken = rapport_field_parse (property, &record, buffer, strlen (parsings[i].text));
      printed = print (property, &record);
      g_test_message ("%s \"%s\"", parsings[i].property, parsings[i].text);
      g_assert_cmpint (taken, ==, parsings[i].printed != NULL);
      g_assert_cmpstr (printed, ==, taken ? parsings[i].printed : before);
      if (!taken)
        g_assert_false (rapport_field_is_set (property, &record));
      record_clear (&record);
    }
}

/* Every double in range is printed so that reading gives it back, and with no more digits than that needs. */
static void
check_numbers_come_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  const RapportProperty *property = row ("number");
  Record record;

  record_init (&record);
  for (guint i = 0; i < 20000; i++)
    {
      double number = g_rand_double_range (random, -1e6, 1e6);
      g_autofree char *printed = NULL;

      if (i % 3 == 0)
        number = g_rand_int_range (random, -100000, 100000) / 100.0;
      else if (i % 3 == 1)
        number = ldexp (number, g_rand_int_range (random, -200, 0));
      record.number = number;
      printed = print (property, &record);
      if (i % 3 == 0)
        g_assert_cmpuint (strlen (printed), <=, strlen ("-1000.00"));
      record.number = NAN;
      g_assert_true (rapport_field_parse (property, &record, printed, strlen (printed)));
      g_assert_true (record.number == number);
    }
  record_clear (&record);
}

typedef struct
{
  const char *property;
  const char *given; /* as GVariant text */
  const char *held;  /* %NULL: not accepted; "": accepted and "not given" */
} Setting;

static const Setting settings[] = {
  { "text", "'a  b'", "'a  b'" },
  { "text", "''", "''" },
  { "text", "'\\u0001x'", "'x'" },
  { "text", "1", NULL },
  { "text", "['a']", NULL },
  { "words", "' b  a '", "'b a'" },
  { "word", "'x\\ty'", "'x y'" },
  { "reference", "'s1'", "'s1'" },
  { "references", "''", "''" },
  { "date", "'2026'", "'2026'" },
  { "number", "1.5", "1.5" },
  { "number", "-0.0", "0.0" },
  { "number", "1e6", "1000000.0" },
  { "number", "1000001.0", NULL },
  { "number", "int32 1", NULL },
  { "level", "int16 -2", "int16 -2" },
  { "level", "int16 3", NULL },
  { "level", "int16 -101", NULL },
  { "level", "int16 254", NULL },
  { "level", "int32 1", NULL },
  { "judged", "int16 -101", "int16 -101" },
  { "judged", "int16 -102", "int16 -102" },
  { "judged", "int16 -100", NULL },
  { "judged", "int16 -1", NULL },
  { "count", "int32 1440", "1440" },
  { "count", "int32 1441", NULL },
  { "count", "int32 -1", NULL },
  { "count", "int16 1", NULL },
  { "flag", "true", "true" },
  { "flag", "false", "" },
  { "flag", "'yes'", NULL },
  { "records", "[['shared', 'text', '']]", "[['shared', 'text', '']]" },
  { "records", "[['\\u0001', 'a\\u0002', '']]", "[['', 'a', '']]" },
  { "records", "@aas []", "" },
  { "records", "[['too', 'few']]", NULL },
  { "records", "[['one', 'too', 'many', '']]", NULL },
  { "records", "['flat']", NULL },
};

static void
assert_shortest (double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  Record record;
  char expected[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *printed = NULL;

  record_init (&record);
  record.number = number;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (expected, sizeof expected, formats[i], number);
      if (g_ascii_strtod (expected, NULL) == number)
        break;
    }
  printed = print (row ("number"), &record);
  g_assert_cmpstr (printed, ==, expected);
}

/* What has few decimals is printed in another way than the rest, and must look the same. */
static void
check_numbers_are_short (void)
{
  static const double edges[] = { 0, 1, -1, 0.5, -0.5, 0.0001, -0.0001, 0.00011, 0.00005, 1e-7, 0.1 + 0.2,
                                  1e6, -1e6, 999999.9999, 100.05, 100.005, 0.05, 1.01, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    assert_shortest (edges[i]);
  for (guint decimals = 0; decimals <= 7; decimals++)
    for (guint i = 0; i < 3000; i++)
      {
        double number = g_test_rand_int_range (-1000000, 1000000) / pow (10, decimals);

        /* The nearest neighbours of a short number are long. */
        assert_shortest (number + 0.0);
        assert_shortest (nextafter (number, 2e6));
      }
}

static void
check_setting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const RapportProperty *property = row (settings[i].property);
      g_autoptr (GVariant) value
        = g_variant_ref_sink (g_variant_new_parsed (settings[i].given));
      g_autoptr (GVariant) held = NULL;
      g_autoptr (GVariant) clean = NULL;
      g_autofree char *said = NULL;
      Record record;

      g_test_message ("%s %s", settings[i].property, settings[i].given);
      g_assert_cmpint (rapport_property_accepts (property, value), ==, settings[i].held != NULL);
      if (settings[i].held == NULL)
        continue;
      record_init (&record);
      rapport_field_set (property, &record, value);
      held = rapport_field_get (property, &record);
      clean = rapport_property_clean (property, value);
      said = held != NULL ? g_variant_print (held, g_variant_is_of_type (held, G_VARIANT_TYPE_INT16))
                          : g_strdup ("");
      g_assert_cmpstr (said, ==, settings[i].held);
      g_assert_cmpint (rapport_field_is_set (property, &record), ==, held != NULL);
      g_assert_true (held == clean || g_variant_equal (held, clean));
      record_clear (&record);
    }
}

static void
check_nan_and_infinity (void)
{
  static const double refused[] = { NAN, INFINITY, -INFINITY, 1.1e6 };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_double (refused[i]));

      g_assert_false (rapport_property_accepts (row ("number"), value));
    }
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_true (rapport_property_accepts (&table[i], NULL));
}

static const struct
{
  const char *property;
  const char *text;
} samples[] = {
  { "text", "'some text'" }, { "word", "'core'" }, { "words", "'a b'" }, { "date", "'2026-01-02'" },
  { "reference", "'s1'" }, { "references", "'s1 s2'" }, { "number", "0.25" }, { "level", "int16 1" },
  { "judged", "int16 -102" }, { "count", "int32 0" }, { "flag", "true" },
  { "records", "[['private', 'note', '']]" },
};

static void
fill (Record *record)
{
  record_init (record);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed (samples[i].text));

      rapport_field_set (row (samples[i].property), record, value);
    }
}

static void
check_copies_are_equal_and_apart (void)
{
  Record full, copy, empty;

  fill (&full);
  record_init (&copy);
  record_init (&empty);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RapportProperty *property = &table[i];
      g_autoptr (GVariant) value = NULL;

      g_assert_true (rapport_field_is_set (property, &full));
      g_assert_false (rapport_field_is_set (property, &empty));
      g_assert_false (rapport_field_equal (property, &full, &empty));
      g_assert_false (rapport_field_equal (property, &empty, &full));
      g_assert_true (rapport_field_equal (property, &empty, &copy));
      rapport_field_copy (property, &copy, &full);
      g_assert_true (rapport_field_equal (property, &full, &copy));
      rapport_field_clear (property, &full);
      g_assert_false (rapport_field_equal (property, &full, &copy));
      value = rapport_field_get (property, &copy);
      g_assert_nonnull (value);
      g_assert_false (g_variant_is_floating (value));
      rapport_field_set (property, &copy, NULL);
      g_assert_true (rapport_field_equal (property, &full, &copy));
    }
  record_clear (&full);
  record_clear (&copy);
  record_clear (&empty);
}

static void
check_finding (void)
{
  g_assert_true (rapport_properties_find_xml (table, G_N_ELEMENTS (table), "xml:count")
                 == row ("count"));
  g_assert_null (rapport_properties_find_xml (table, G_N_ELEMENTS (table), "count"));
  g_assert_null (rapport_properties_find (table, G_N_ELEMENTS (table), "xml:count"));
  g_assert_cmpstr (rapport_property_get_xml_name (row ("count")), ==, "xml:count");
  g_assert_cmpstr (rapport_property_get_xml_name (row ("flag")), ==, "flag");
}

static void
check_direct_reading (void)
{
  Record record;

  fill (&record);
  g_assert_cmpstr (rapport_field_get_string (row ("words"), &record), ==, "a b");
  g_assert_cmpint (rapport_field_get_level (row ("judged"), &record), ==, RAPPORT_LEVEL_DIFFER);
  g_assert_cmpint (rapport_field_get_level (row ("count"), &record), ==, 0);
  g_assert_cmpint (rapport_field_get_level (row ("flag"), &record), ==, TRUE);
  g_assert_cmpfloat (rapport_field_get_number (row ("number"), &record), ==, 0.25);
  g_assert_cmpuint (g_variant_n_children (rapport_field_get_records (row ("records"), &record)), ==, 1);
  record_clear (&record);
  g_assert_cmpint (rapport_field_get_level (row ("judged"), &record), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_field_get_level (row ("count"), &record), ==, G_MININT);
  g_assert_true (isnan (rapport_field_get_number (row ("number"), &record)));
}

int
main (int argc, char **argv)
{
  /* As a program does: a decimal comma must change nothing. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/parsing", check_parsing);
  g_test_add_func ("/property/numbers-come-back", check_numbers_come_back);
  g_test_add_func ("/property/numbers-are-short", check_numbers_are_short);
  g_test_add_func ("/property/setting", check_setting);
  g_test_add_func ("/property/nan-and-infinity", check_nan_and_infinity);
  g_test_add_func ("/property/copies-are-equal-and-apart", check_copies_are_equal_and_apart);
  g_test_add_func ("/property/finding", check_finding);
  g_test_add_func ("/property/direct-reading", check_direct_reading);
  return g_test_run ();
}
