/* rapport-tidy.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportTidy:
 * Gives everybody on a map, or all who are selected if they are several, better places. The looking is done in a
 * thread; what is found becomes one step that can be undone, unless the map has changed meanwhile.
 *
 * Signals: ::progress (double fraction) now and then while it takes longer than anybody would call at once;
 * ::done (RapportTidyOutcome) once for each start, unless it was stopped.
 */
#define RAPPORT_TYPE_TIDY (rapport_tidy_get_type ())
G_DECLARE_FINAL_TYPE (RapportTidy, rapport_tidy, RAPPORT, TIDY, GObject)

typedef enum
{
  RAPPORT_TIDY_MOVED,
  RAPPORT_TIDY_NOBODY_MOVED,
  RAPPORT_TIDY_MAP_CHANGED, /* meanwhile: nobody was moved */
} RapportTidyOutcome;

RapportTidy *rapport_tidy_new        (void);
void         rapport_tidy_start      (RapportTidy *self, RapportSession *session);
void         rapport_tidy_stop       (RapportTidy *self);
gboolean     rapport_tidy_is_running (RapportTidy *self);

G_END_DECLS
