/* rapport-today.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-today.h"

#include <stdio.h>

/* Returns: (transfer full): the local day, or the one of RAPPORT_TODAY, such as 2026-11-23, by which tests stay true */
GDateTime *
rapport_today_new (void)
{
  const char *told = g_getenv ("RAPPORT_TODAY");
  int year, month, day;
  GDateTime *today = NULL;

  if (told != NULL && sscanf (told, "%4d-%2d-%2d", &year, &month, &day) == 3)
    today = g_date_time_new_local (year, month, day, 12, 0, 0);
  return today != NULL ? today : g_date_time_new_now_local ();
}
