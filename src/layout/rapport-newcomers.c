/* rapport-newcomers.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-newcomers.h"

#include "rapport-map-arranger.h"

/* More than this is not arranged while somebody waits: where a map gives no place, the picture finds one. */
#define MOST 150

/**
 * rapport_newcomers_seat:
 * @phase: (nullable): whose rings count
 * @ids: (element-type utf8): of those who are new
 * @transaction: the open one in which they came
 *
 * Gives many who came at once a place each, within their sector and ring, where links cross little. Who was there
 * before stays where they are.
 */
void
rapport_newcomers_seat (RapportMap *map, const char *phase, GPtrArray *ids, RapportTransaction *transaction)
{
  g_autoptr (RapportMapArranger) arranger = NULL;
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  RapportArrangeOptions options = { .phase = phase };

  if (ids->len == 0 || ids->len > MOST)
    return;
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (only, g_ptr_array_index (ids, i));
  g_ptr_array_add (only, NULL);
  options.only = (const char *const *) only->pdata;
  arranger = rapport_map_arranger_new (map, &options);
  if (rapport_map_arranger_run (arranger, NULL, NULL, NULL))
    rapport_map_arranger_place (arranger, map, transaction);
}
