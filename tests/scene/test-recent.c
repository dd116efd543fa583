/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-recent-private.h"

static guint n_freed;

static void
free_value (gpointer value)
{
  n_freed++;
  g_free (value);
}

static void
keep (RapportRecent *recent, guint number)
{
  char *key = g_strdup_printf ("%u", number);

  _rapport_recent_keep (recent, key, g_memdup2 (&number, sizeof number));
}

static gboolean
has (RapportRecent *recent, guint number)
{
  g_autofree char *key = g_strdup_printf ("%u", number);
  const guint *value = _rapport_recent_look_up (recent, key);

  g_assert_true (value == NULL || *value == number);
  return value != NULL;
}

/* However many others come and go. */
static void
test_in_use (void)
{
  RapportRecent *recent = _rapport_recent_new (10, free_value);

  for (guint i = 0; i < 8; i++)
    keep (recent, i);
  for (guint other = 100; other < 1000; other++)
    {
      keep (recent, other);
      if (other % 2 == 0)
        for (guint i = 0; i < 8; i++)
          g_assert_true (has (recent, i));
      g_assert_cmpuint (_rapport_recent_get_size (recent), <=, 20);
    }
  g_assert_false (has (recent, 100));
  _rapport_recent_free (recent);
}

static void
test_frees (void)
{
  RapportRecent *recent = _rapport_recent_new (3, free_value);

  n_freed = 0;
  for (guint i = 0; i < 7; i++)
    keep (recent, i);
  g_assert_cmpuint (n_freed, ==, 3);
  g_assert_false (has (recent, 0));
  g_assert_true (has (recent, 3));
  keep (recent, 3);
  g_assert_cmpuint (n_freed, ==, 4);
  _rapport_recent_clear (recent);
  g_assert_cmpuint (n_freed, ==, 8);
  g_assert_cmpuint (_rapport_recent_get_size (recent), ==, 0);
  keep (recent, 9);
  g_assert_true (has (recent, 9));
  _rapport_recent_free (recent);
  g_assert_cmpuint (n_freed, ==, 9);
}

/* More at once from now on, or fewer as others come. */
static void
test_most (void)
{
  RapportRecent *recent = _rapport_recent_new (3, free_value);

  _rapport_recent_set_most (recent, 100);
  for (guint i = 0; i < 100; i++)
    keep (recent, i);
  g_assert_true (has (recent, 0));
  _rapport_recent_set_most (recent, 3);
  for (guint i = 100; i < 104; i++)
    keep (recent, i);
  g_assert_false (has (recent, 0));
  g_assert_true (has (recent, 103));
  g_assert_cmpuint (_rapport_recent_get_size (recent), <=, 6);
  _rapport_recent_free (recent);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/in-use", test_in_use);
  g_test_add_func ("/recent/frees", test_frees);
  g_test_add_func ("/recent/most", test_most);
  return g_test_run ();
}
