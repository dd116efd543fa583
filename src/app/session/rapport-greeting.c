/* rapport-greeting.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a map that is opened after a long time asks, and where it was left.
 */
#include "rapport-greeting.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "rapport-element-list.h"
#include "rapport-settings.h"

/* A picture is old after so many days. */
#define OLD 90

/* A year, a month or a day, from its first to its last. */
typedef struct
{
  GDate first;
  GDate last;
  int n_parts; /* 1: a year; 2: a month; 3: a day */
} Period;

/* @text: (nullable): as 2026, 2026-05 or 2026-05-12 */
static gboolean
parse (const char *text, Period *period)
{
  guint year = 0, month = 1, day = 1;

  if (text == NULL)
    return FALSE;
  period->n_parts = sscanf (text, "%4u-%2u-%2u", &year, &month, &day);
  if (period->n_parts < 1 || year == 0 || year > 9999 || month < 1 || month > 12
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (&period->first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  period->last = period->first;
  if (period->n_parts == 1)
    g_date_set_dmy (&period->last, 31, G_DATE_DECEMBER, (GDateYear) year);
  else if (period->n_parts == 2)
    g_date_set_day (&period->last, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return TRUE;
}

/* The day on which the room agreed says more than the month or year in which that day is. */
static gboolean
get_period (RapportElement *phase, Period *period)
{
  const char *date = rapport_element_get_text (phase, "date"), *agreed = rapport_element_get_text (phase, "agreed");

  if (date != NULL && agreed != NULL && g_str_has_prefix (agreed, date) && parse (agreed, period))
    return TRUE;
  return parse (date, period);
}

static void
set_day (GDate *day, GDateTime *time)
{
  int year, month, date;

  g_date_time_get_ymd (time, &year, &month, &date);
  g_date_set_dmy (day, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
}

/* An aim for a year that has begun is still to come, as far as anybody knows. */
static gboolean
is_to_come (RapportElement *phase, const Period *period, const GDate *day)
{
  if (g_date_compare (&period->first, day) > 0)
    return TRUE;
  return period->n_parts == 1 && g_date_compare (&period->last, day) > 0
         && g_strcmp0 (rapport_element_get_text (phase, "standing"), "agreed") != 0;
}

/**
 * rapport_greeting_find_phase:
 *
 * The newest time that is not to come, if it is more than 90 days past. A time without a date is never old, and neither
 * is a made-up example.
 *
 * Returns: (nullable) (transfer none)
 */
RapportElement *
rapport_greeting_find_phase (RapportMap *map, GDateTime *today)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_PHASES);
  RapportElement *newest = NULL;
  Period found;
  GDate day;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && today != NULL, NULL);

  set_day (&day, today);
  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *phase = rapport_element_list_peek (list, i);
      Period period;

      if (!get_period (phase, &period) || is_to_come (phase, &period, &day)
          || (newest != NULL && g_date_compare (&period.last, &found.last) < 0))
        continue;
      newest = phase;
      found = period;
    }
  if (newest == NULL || g_date_days_between (&found.last, &day) <= OLD
      || rapport_element_get_flag (RAPPORT_ELEMENT (map), "illustrative"))
    return NULL;
  return newest;
}

/* Returns: (transfer full): such as “12 May”, “12 May 2025”, “May 2025”, “2025” */
static char *
name_period (const Period *period, GDateTime *today)
{
  g_autoptr (GDateTime) day
      = g_date_time_new_local (g_date_get_year (&period->first), (int) g_date_get_month (&period->first),
                               g_date_get_day (&period->first), 12, 0, 0);

  if (period->n_parts == 1)
    return g_date_time_format (day, "%Y");
  if (period->n_parts == 2)
    /* Translators: a month and its year, such as “May 2026”. */
    return g_date_time_format (day, _("%OB %Y"));
  if (g_date_time_get_year (today) == g_date_get_year (&period->first))
    /* Translators: a day of this year, such as “12 May”. */
    return g_date_time_format (day, _("%-d %B"));
  /* Translators: a day, such as “12 May 2025”. */
  return g_date_time_format (day, _("%-d %B %Y"));
}

/* Returns: (transfer full): what is asked */
char *
rapport_greeting_ask (RapportElement *phase, GDateTime *today)
{
  g_autofree char *when = NULL;
  Period period;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (phase) && today != NULL, NULL);

  if (!get_period (phase, &period))
    return g_strdup (_("What has changed?"));
  when = name_period (&period, today);
  /* Translators: %s is a day, a month or a year. */
  return g_strdup_printf (_("This picture is of %s. What has changed?"), when);
}

/* @people: (nullable): as "academia:3 nhs:4" */
static guint
count_people (const char *people)
{
  g_auto (GStrv) sectors = g_strsplit (people != NULL ? people : "", " ", -1);
  guint n = 0;

  for (char **sector = sectors; *sector != NULL; sector++)
    {
      const char *number = strrchr (*sector, ':');

      n += number != NULL ? (guint) CLAMP (g_ascii_strtoll (number + 1, NULL, 10), 0, 100000) : 0;
    }
  return n;
}

static guint
count_due (RapportMap *map, GDateTime *today)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_RESPONSES);
  guint n = 0;
  GDate day;

  set_day (&day, today);
  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *response = rapport_element_list_peek (list, i);
      const char *status = rapport_element_get_text (response, "status");
      Period period;

      if (g_strcmp0 (status, "dropped") != 0 && parse (rapport_element_get_text (response, "look-again"), &period)
          && g_date_compare (&period.first, &day) <= 0)
        n++;
    }
  return n;
}

/* Returns: (transfer full) (nullable): where it was left; %NULL where nothing is known */
char *
rapport_greeting_remind (RapportElement *phase, GDateTime *today)
{
  guint n_people, n_due;
  GString *text;

  g_return_val_if_fail (RAPPORT_IS_ELEMENT (phase) && today != NULL, NULL);

  n_people = count_people (rapport_element_get_text (phase, "people"));
  n_due = count_due (rapport_element_get_map (phase), today);
  if (n_people + n_due == 0)
    return NULL;
  text = g_string_new (NULL);
  if (n_people > 0)
    g_string_append_printf (text, ngettext ("%u person took part.", "%u people took part.", n_people), n_people);
  if (n_people > 0 && n_due > 0)
    g_string_append_c (text, ' ');
  if (n_due > 0)
    g_string_append_printf (text,
                            ngettext ("%u response was to be looked at again by now.",
                                      "%u responses were to be looked at again by now.", n_due),
                            n_due);
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): what is remembered of a map and a time: not which they are */
static char *
make_entry (RapportSession *session, RapportElement *phase, const char *day)
{
  g_autofree char *names
      = g_strdup_printf ("%s\n%s", rapport_session_get_path (session), rapport_element_get_id (phase));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, names, -1);

  return g_strdup_printf ("%s %s", day, digest);
}

/**
 * rapport_greeting_is_due:
 *
 * Whether it was not asked today of this map and this time, which it is from now on. What was asked on other days is
 * forgotten.
 */
gboolean
rapport_greeting_is_due (RapportSession *session, RapportElement *phase, GDateTime *today)
{
  g_autofree char *day = NULL, *entry = NULL;
  g_auto (GStrv) asked = NULL, kept = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && RAPPORT_IS_ELEMENT (phase) && today != NULL, FALSE);

  if (rapport_session_get_path (session) == NULL)
    return FALSE;
  day = g_date_time_format (today, "%F");
  entry = make_entry (session, phase, day);
  asked = rapport_settings_get_list (rapport_settings_get_default (), "greeted");
  if (asked != NULL && g_strv_contains ((const char *const *) asked, entry))
    return FALSE;
  for (char **one = asked; one != NULL && *one != NULL; one++)
    if (g_str_has_prefix (*one, day))
      g_strv_builder_add (builder, *one);
  g_strv_builder_add (builder, entry);
  kept = g_strv_builder_end (builder);
  g_object_set (rapport_settings_get_default (), "greeted", kept, NULL);
  return TRUE;
}
