/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "values.h"

#include <string.h>

static const char *const texts[] = {
  "", "Panel", "Collaboration board", "Zürich – 東京 🙂", "e\xcc\x81 not composed", "tab\there",
  "two\nlines", "old\r\nlines\rtoo", " blanks  around ", "<b> & \"quoted\" 'text'", "]]> -- <!-- -->",
  "control \x01 \x1b characters", "&#10;&amp;", "\t", "\n", "no\xc2\xa0\x62reak\xe2\x80\xa8line",
  "\xef\xbf\xbd\xef\xbf\xbe", "-", "differ", "=1+1",
};

static const char *const dates[] = { "2026", "2026-11", "2026-11-23", "some day", "", "2026-13-99" };

static const double numbers[] = {
  0, -0.0, 0.1, 0.4, 306, -12.25, 1e6, -1e6, 1e-300, 1.0 / 3, 123456.789, 359.99999999999994,
};

static GVariant *
sink (GVariant *value)
{
  return g_variant_ref_sink (value);
}

const char *
value_pick_id (RapportMap *map, guint number)
{
  static const char *const others[] = { "gone", "nhs", "across", "third", "gone-too" };
  RapportElementList *list = rapport_map_get_list (map, number % RAPPORT_N_LISTS);
  guint length = rapport_element_list_get_length (list);

  number /= RAPPORT_N_LISTS;
  if (length == 0 || number % 8 == 0)
    return others[number / 8 % G_N_ELEMENTS (others)];
  return rapport_element_get_id (rapport_element_list_peek (list, number / 8 % length));
}

static GVariant *
make_word (const RapportProperty *property, guint choice)
{
  guint n = 0;

  for (; property->words != NULL && property->words[n].word != NULL; n++)
    continue;
  if (choice < n)
    return sink (g_variant_new_string (property->words[choice].word));
  return sink (g_variant_new_string (texts[choice % G_N_ELEMENTS (texts)]));
}

static GVariant *
make_words (const RapportProperty *property, guint choice, guint number)
{
  GString *words = g_string_new (choice % 4 == 0 ? " " : "");

  for (guint i = 0; i < choice % 5; i++)
    {
      g_autoptr (GVariant) word = make_word (property, (number >> (3 * i)) % 8);

      g_string_append (words, g_variant_get_string (word, NULL));
      g_string_append (words, choice % 7 == 0 ? "  " : " ");
    }
  return sink (g_variant_new_take_string (g_string_free (words, FALSE)));
}

static GVariant *
make_references (RapportMap *map, guint choice, guint number)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < choice % 5; i++)
    {
      if (i > 0)
        g_string_append (ids, choice % 6 == 0 ? "  " : " ");
      g_string_append (ids, value_pick_id (map, number + i * (number % 251)));
    }
  return sink (g_variant_new_take_string (g_string_free (ids, FALSE)));
}

static GVariant *
make_number (guint choice, guint number)
{
  if (choice < G_N_ELEMENTS (numbers))
    return sink (g_variant_new_double (numbers[choice]));
  return sink (g_variant_new_double ((number % 60000 - 30000.0) / (choice % 2 == 0 ? 100.0 : 7.0)));
}

static GVariant *
make_level (const RapportProperty *property, guint choice)
{
  const guint span = (guint) (property->max - property->min) + 1;

  if (property->judged && choice % 4 == 0)
    return sink (g_variant_new_int16 (choice % 8 == 0 ? RAPPORT_LEVEL_DIFFER
                                                      : RAPPORT_LEVEL_NOT_DISCUSSED));
  return sink (g_variant_new_int16 ((gint16) (property->min + (int) (choice % span))));
}

static GVariant *
make_count (const RapportProperty *property, guint choice, guint number)
{
  if (choice % 3 == 0)
    return sink (g_variant_new_int32 (choice % 2 == 0 ? property->min : property->max));
  return sink (g_variant_new_int32 (property->min + (int) (number % (guint) (property->max - property->min))));
}

/* The last column is what the file said beside the known ones; none does here. */
static GVariant *
make_records (const RapportProperty *property, guint choice, guint number)
{
  const guint n_columns = g_strv_length ((char **) property->columns);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aas"));
  for (guint i = 0; i < choice % 4; i++)
    {
      g_variant_builder_open (&builder, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint j = 0; j <= n_columns; j++)
        g_variant_builder_add (&builder, "s", texts[(number + 3 * i + j) % G_N_ELEMENTS (texts)]);
      g_variant_builder_add (&builder, "s", "");
      g_variant_builder_close (&builder);
    }
  return sink (g_variant_builder_end (&builder));
}

GVariant *
value_make (RapportMap *map, const RapportProperty *property, guint choice, guint number)
{
  choice %= N_VALUES;
  if (choice == 0)
    return NULL;
  choice--;
  switch (property->kind)
    {
    case RAPPORT_KIND_TEXT:
      return sink (g_variant_new_string (texts[choice % G_N_ELEMENTS (texts)]));
    case RAPPORT_KIND_WORD:
      return make_word (property, choice);
    case RAPPORT_KIND_WORDS:
      return make_words (property, choice, number);
    case RAPPORT_KIND_DATE:
      return sink (g_variant_new_string (dates[choice % G_N_ELEMENTS (dates)]));
    case RAPPORT_KIND_REFERENCE:
      return sink (g_variant_new_string (choice == 1 ? "" : value_pick_id (map, number)));
    case RAPPORT_KIND_REFERENCES:
      return make_references (map, choice, number);
    case RAPPORT_KIND_NUMBER:
      return make_number (choice, number);
    case RAPPORT_KIND_LEVEL:
      return make_level (property, choice);
    case RAPPORT_KIND_COUNT:
      return make_count (property, choice, number);
    case RAPPORT_KIND_FLAG:
      return sink (g_variant_new_boolean (choice % 2 == 0));
    case RAPPORT_KIND_RECORDS:
    default:
      return make_records (property, choice, number);
    }
}
