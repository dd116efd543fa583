/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rapport-function-reading.h"
#include "rapport-link-reading.h"
#include "rapport-stakeholder-reading.h"

static RapportReading *
parse (const RapportReadingKind *kind, const char *const pairs[])
{
  RapportReading *reading = rapport_reading_new (kind);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      const RapportProperty *field = rapport_reading_find_field (reading, pairs[i]);

      g_assert_true (rapport_reading_init_field (reading, field, pairs[i + 1],
                                                 strlen (pairs[i + 1])));
    }
  return reading;
}

#define LINK(...) parse (rapport_link_reading_kind (), (const char *const[]){ __VA_ARGS__, NULL })

static GVariant *
own_items (const char *text)
{
  return g_variant_ref_sink (g_variant_new_parsed (text));
}

static void
check_nothing_given (void)
{
  g_autoptr (RapportReading) reading = rapport_reading_new (rapport_link_reading_kind ());

  for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
    {
      g_assert_cmpint (rapport_link_reading_get_power (reading, side), ==, RAPPORT_LEVEL_UNSET);
      g_assert_cmpint (rapport_link_reading_get_gives (NULL, side), ==, RAPPORT_LEVEL_UNSET);
      g_assert_null (rapport_link_reading_get_items (reading, side));
      g_assert_null (rapport_link_reading_get_fair (NULL, side));
    }
  g_assert_cmpint (rapport_stakeholder_reading_get_influence (NULL), ==, RAPPORT_LEVEL_UNSET);
  g_assert_null (rapport_function_reading_get_by (NULL));
  g_assert_cmpint (rapport_reading_get_level (NULL, "power-a"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_null (rapport_reading_get_text (NULL, "by"));
}

static void
check_zero_is_a_value (void)
{
  g_autoptr (RapportReading) none = LINK ("power-a", "0");
  g_autoptr (RapportReading) absent = rapport_reading_new (rapport_link_reading_kind ());
  g_autoptr (RapportReading) empty = LINK ("items-a", "");

  g_assert_cmpint (rapport_link_reading_get_power (none, RAPPORT_SIDE_A), ==, 0);
  g_assert_cmpint (rapport_link_reading_get_power (none, RAPPORT_SIDE_B), ==, RAPPORT_LEVEL_UNSET);
  g_assert_false (rapport_reading_equal (none, absent));
  g_assert_false (rapport_reading_equal (empty, absent));
  g_assert_cmpstr (rapport_link_reading_get_items (empty, RAPPORT_SIDE_A), ==, "");
}

/* What a perspective sees of gives-a and items-a, by what is agreed and what it says itself. */
static const struct
{
  const char *agreed_level;
  const char *own_level;
  int level;
  const char *agreed_items;
  const char *own_items;
  const char *items;
} views[] = {
  { NULL, NULL, RAPPORT_LEVEL_UNSET, NULL, NULL, NULL },
  { "2", NULL, 2, "time", NULL, "time" },
  { "2", "0", 0, "time", "", "" },
  { "2", "-", RAPPORT_LEVEL_UNSET, "time", "-", NULL },
  { NULL, "3", 3, NULL, "data", "data" },
  { NULL, "-", RAPPORT_LEVEL_UNSET, NULL, "-", NULL },
  { "differ", NULL, RAPPORT_LEVEL_DIFFER, "", NULL, "" },
  { "differ", "1", 1, "", "time data", "time data" },
  { "1", "differ", RAPPORT_LEVEL_DIFFER, "a", "b", "b" },
  { "-", NULL, RAPPORT_LEVEL_UNSET, "-", NULL, NULL },
  { "-", "0", 0, "-", "", "" },
};

static RapportReading *
make_view (const char *level, const char *items)
{
  RapportReading *reading = rapport_reading_new (rapport_link_reading_kind ());

  if (level != NULL)
    rapport_reading_init_field (reading, rapport_reading_find_field (reading, "gives-a"), level,
                                strlen (level));
  if (items != NULL)
    rapport_reading_init_field (reading, rapport_reading_find_field (reading, "items-a"), items,
                                strlen (items));
  return reading;
}

static void
check_over (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (RapportReading) agreed = make_view (views[i].agreed_level, views[i].agreed_items);
      g_autoptr (RapportReading) own = make_view (views[i].own_level, views[i].own_items);
      g_autoptr (RapportReading) before = rapport_reading_ref (agreed);
      g_autoptr (RapportReading) seen = rapport_reading_over (own, agreed);

      g_test_message ("row %u", i);
      g_assert_cmpint (rapport_link_reading_get_gives (seen, RAPPORT_SIDE_A), ==, views[i].level);
      g_assert_cmpstr (rapport_link_reading_get_items (seen, RAPPORT_SIDE_A), ==, views[i].items);
      g_assert_true (rapport_reading_equal (before, agreed));
    }
}

/* "-" in what is agreed is "not discussed" too, whether or not a perspective looks. */
static void
check_over_nothing (void)
{
  g_autoptr (RapportReading) agreed = LINK ("gives-a", "2", "fair-a", "partly");
  g_autoptr (RapportReading) open = LINK ("gives-a", "-", "gives-b", "1", "fair-a", "-");
  g_autoptr (RapportReading) same = rapport_reading_over (NULL, agreed);
  g_autoptr (RapportReading) seen = rapport_reading_over (NULL, open);

  g_assert_true (same == agreed);
  g_assert_cmpint (rapport_link_reading_get_gives (seen, RAPPORT_SIDE_A), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpint (rapport_link_reading_get_gives (seen, RAPPORT_SIDE_B), ==, 1);
  g_assert_null (rapport_link_reading_get_fair (seen, RAPPORT_SIDE_A));
}

static void
check_records_of_a_perspective (void)
{
  g_autoptr (RapportReading) agreed = LINK ("gives-a", "1");
  g_autoptr (RapportReading) own = LINK ("gives-a", "2");
  g_autoptr (GVariant) items = own_items ("[['a', 'room on Tuesdays', '']]");
  g_autoptr (RapportReading) with_items
    = rapport_reading_with (own, rapport_reading_find_field (own, "item"), items);
  g_autoptr (RapportReading) seen = rapport_reading_over (with_items, agreed);
  g_autoptr (GVariant) found = rapport_reading_get (seen, rapport_reading_find_field (seen, "item"));

  g_assert_nonnull (found);
  g_assert_true (g_variant_equal (found, items));
}

static void
check_values_are_never_changed (void)
{
  g_autoptr (RapportReading) base = LINK ("power-a", "1", "kinds-a", "funding agenda");
  g_autoptr (RapportReading) same = LINK ("power-a", "1", "kinds-a", "funding agenda");
  g_autoptr (RapportReading) more = rapport_reading_with_level (base, "power-a", 3);
  g_autoptr (RapportReading) less = rapport_reading_with_level (base, "power-a", RAPPORT_LEVEL_UNSET);
  g_autoptr (RapportReading) words = rapport_reading_with_text (base, "kinds-a", " credit  agenda");
  g_autoptr (RapportReading) none = rapport_reading_with_text (base, "kinds-a", NULL);
  g_autoptr (RapportReading) kept = rapport_reading_ref (base);

  g_assert_true (rapport_reading_equal (base, same));
  g_assert_cmpint (rapport_reading_get_level (more, "power-a"), ==, 3);
  g_assert_cmpint (rapport_reading_get_level (less, "power-a"), ==, RAPPORT_LEVEL_UNSET);
  g_assert_cmpstr (rapport_reading_get_text (more, "kinds-a"), ==, "funding agenda");
  g_assert_cmpstr (rapport_reading_get_text (words, "kinds-a"), ==, "credit agenda");
  g_assert_null (rapport_reading_get_text (none, "kinds-a"));

  /* Whoever shares a reading cannot change it. */
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_reading_init_field (base, rapport_reading_find_field (base, "power-a"), "2", 1);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  rapport_reading_init_value (base, rapport_reading_find_field (base, "power-a"), NULL);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_being_built*");
  g_assert_null (rapport_reading_init_foreign (base));
  g_test_assert_expected_messages ();
  g_assert_true (rapport_reading_equal (base, same));
}

static void
check_equal_is_equal (void)
{
  g_autoptr (RapportReading) link = LINK ("power-a", "1");
  g_autoptr (RapportReading) other = LINK ("power-a", "2");
  g_autoptr (RapportReading) foreign = LINK ("power-a", "1");
  g_autoptr (RapportReading) stakeholder = rapport_reading_new (rapport_stakeholder_reading_kind ());

  rapport_foreign_add_attribute (rapport_reading_init_foreign (foreign), "x:new", "1", -1);
  g_assert_true (rapport_reading_equal (NULL, NULL));
  g_assert_true (rapport_reading_equal (link, link));
  g_assert_false (rapport_reading_equal (link, NULL));
  g_assert_false (rapport_reading_equal (NULL, link));
  g_assert_false (rapport_reading_equal (link, other));
  g_assert_false (rapport_reading_equal (link, foreign));
  g_assert_false (rapport_reading_equal (link, stakeholder));
}

static void
check_one_round_trip (RapportReading *reading)
{
  g_autoptr (GVariant) variant = rapport_reading_to_variant (reading);
  g_autoptr (RapportReading) again = rapport_reading_from_variant (reading->kind, variant);

  g_assert_false (g_variant_is_floating (variant));
  g_assert_nonnull (again);
  g_assert_true (rapport_reading_equal (reading, again));
}

static void
check_variant_round_trip (void)
{
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_function_reading_kind ());
  g_autoptr (RapportReading) full
    = LINK ("power-a", "0", "power-b", "-", "gives-a", "differ", "kinds-a", "", "items-b", "-",
            "fair-a", "partly", "fair-b", "some new word");
  g_autoptr (GVariant) items = own_items ("[['a', 'ä <&>', 'x'], ['', '', '']]");
  RapportForeign *foreign;

  rapport_reading_init_value (full, rapport_reading_find_field (full, "item"), items);
  foreign = rapport_reading_init_foreign (full);
  rapport_foreign_add_attribute (foreign, "x:later", "ä", -1);
  rapport_foreign_add_child (foreign, "item 1", "<!-- kept -->");
  check_one_round_trip (empty);
  check_one_round_trip (full);
}

static void
check_bad_variants (void)
{
  static const char *const bad[] = {
    "1",
    "(@a{sv} {}, 'x')",
    "({'no-such-field': <1>}, (@a(ss) [], @a(ss) []))",
    "({'power-a': <int16 4>}, (@a(ss) [], @a(ss) []))",
    "({'power-a': <'1'>}, (@a(ss) [], @a(ss) []))",
    "({'item': <[['too few']]>}, (@a(ss) [], @a(ss) []))",
    "({'power-b': <int16 1>, 'gives-a': <int16 -100>}, (@a(ss) [], @a(ss) []))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (bad[i]));

      g_assert_null (rapport_reading_from_variant (rapport_link_reading_kind (), variant));
    }
}

static void
check_tangible (void)
{
  g_assert_true (rapport_item_is_tangible ("money"));
  g_assert_true (rapport_item_is_tangible ("training"));
  g_assert_false (rapport_item_is_tangible ("expertise"));
  g_assert_false (rapport_item_is_tangible ("no such item"));
  g_assert_false (rapport_item_is_tangible (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/nothing-given", check_nothing_given);
  g_test_add_func ("/reading/zero-is-a-value", check_zero_is_a_value);
  g_test_add_func ("/reading/over", check_over);
  g_test_add_func ("/reading/over-nothing", check_over_nothing);
  g_test_add_func ("/reading/records-of-a-perspective", check_records_of_a_perspective);
  g_test_add_func ("/reading/values-are-never-changed", check_values_are_never_changed);
  g_test_add_func ("/reading/equal-is-equal", check_equal_is_equal);
  g_test_add_func ("/reading/variant-round-trip", check_variant_round_trip);
  g_test_add_func ("/reading/bad-variants", check_bad_variants);
  g_test_add_func ("/reading/tangible", check_tangible);
  return g_test_run ();
}
