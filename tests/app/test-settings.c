/* test-settings.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-settings.h"

#include "rapport-appearance.h"
#include "rapport-greeting.h"
#include "session-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_values (void)
{
  RapportSettings *settings = rapport_settings_get_default ();
  g_autofree char *appearance = rapport_settings_get_text (settings, "appearance");
  g_autofree char *folder = NULL;
  guint n = 0;
  gulong handler;

  g_assert_true (rapport_settings_get_flag (settings, "single-letter-keys"));
  g_assert_false (rapport_settings_get_flag (settings, "reduced-motion"));
  g_assert_cmpstr (appearance, ==, "system");
  g_assert_cmpint (rapport_settings_get_number (settings, "window-width"), ==, 1280);
  handler = g_signal_connect_swapped (settings, "notify::recent-folder", G_CALLBACK (count_cb), &n);
  g_object_set (settings, "recent-folder", "/somewhere", NULL);
  g_object_set (settings, "recent-folder", "/somewhere", NULL);
  g_assert_cmpuint (n, ==, 1);
  folder = rapport_settings_get_text (settings, "recent-folder");
  g_assert_cmpstr (folder, ==, "/somewhere");
  g_signal_handler_disconnect (settings, handler);
}

/* Everything that moves asks the toolkit, as the room's camera and the glow do. */
static void
test_motion (void)
{
  RapportSettings *settings = rapport_settings_get_default ();
  GtkWidget *label = gtk_label_new (NULL);

  g_object_ref_sink (label);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (adw_get_enable_animations (label));
  g_object_set (settings, "reduced-motion", TRUE, NULL);
  g_assert_false (adw_get_enable_animations (label));
  g_object_set (settings, "reduced-motion", FALSE, NULL);
  g_assert_true (adw_get_enable_animations (label));
  g_object_unref (label);
}

static void
test_appearance (void)
{
  static const struct
  {
    const char *appearance;
    RapportScheme scheme;
  } cases[] = { { "dark", RAPPORT_SCHEME_DARK },
                { "high-contrast", RAPPORT_SCHEME_HIGH_CONTRAST },
                { "light", RAPPORT_SCHEME_LIGHT } };
  RapportSettings *settings = rapport_settings_get_default ();
  g_autoptr (GtkWidget) glyph = g_object_ref_sink (gtk_label_new (NULL));
  guint n = 0;

  rapport_appearance_follow (glyph, G_CALLBACK (gtk_widget_queue_draw));
  g_signal_connect_swapped (settings, "notify::appearance", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (settings, "appearance", cases[i].appearance, NULL);
      g_assert_cmpint (rapport_appearance_get_scheme (), ==, cases[i].scheme);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  g_signal_handlers_disconnect_by_func (settings, count_cb, &n);
}

/* date, agreed and standing of the times; the day; which of them is old, counted from 0, or -1; what is asked */
static const struct
{
  const char *times[2][3];
  const char *today;
  int old;
  const char *asked;
} greetings[] = {
  { { { "2026-05", NULL, "draft" } }, "2026-08-29", -1, NULL },
  { { { "2026-05", NULL, "draft" } }, "2026-08-30", 0, "This picture is of May 2026. What has changed?" },
  { { { "2026-05", "2026-05-12", "agreed" } }, "2026-08-11", 0, "This picture is of 12 May. What has changed?" },
  { { { "2025-05-12", NULL, NULL } }, "2026-08-11", 0, "This picture is of 12 May 2025. What has changed?" },
  { { { "2024", "2024-06-18", "agreed" }, { "2027", NULL, "draft" } }, "2027-03-01", 0,
    "This picture is of 18 June 2024. What has changed?" },
  { { { "2024", NULL, "agreed" }, { "2027", NULL, "agreed" } }, "2027-03-01", -1, NULL },
  { { { "2024", NULL, "agreed" }, { "2026-11-01", NULL, "draft" } }, "2026-11-23", -1, NULL },
  { { { NULL, NULL, "draft" } }, "2026-11-23", -1, NULL },
  { { { "soon", NULL, "draft" } }, "2026-11-23", -1, NULL },
  { { { "2025-02-30", NULL, "draft" } }, "2026-11-23", -1, NULL },
};

static void
test_greetings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      RapportSession *session = fixture_session ();
      static const char *const ids[] = { "now", "aim" };
      g_autofree char *noon = g_strdup_printf ("%sT12:00:00Z", greetings[i].today);
      g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (noon, NULL);
      RapportElement *old;

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          fixture_set (session, ids[j], "date", greetings[i].times[j][0]);
          fixture_set (session, ids[j], "agreed", greetings[i].times[j][1]);
          fixture_set (session, ids[j], "standing", greetings[i].times[j][2]);
        }
      old = rapport_greeting_find_phase (rapport_session_get_map (session), today);
      g_assert_true (old == (greetings[i].old >= 0 ? fixture_look (session, ids[greetings[i].old]) : NULL));
      if (old != NULL)
        {
          g_autofree char *asked = rapport_greeting_ask (old, today);

          g_assert_cmpstr (asked, ==, greetings[i].asked);
          /* A map in no file has nothing by which one could remember that it was asked. */
          g_assert_false (rapport_greeting_is_due (session, old, today));
        }
      rapport_session_close (session);
      g_assert_finalize_object (session);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  rapport_appearance_init ();
  g_test_add_func ("/settings/values", test_values);
  g_test_add_func ("/settings/motion", test_motion);
  g_test_add_func ("/settings/appearance", test_appearance);
  g_test_add_func ("/settings/greetings", test_greetings);
  return g_test_run ();
}
