/* rapport-cli-view.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-lens.h"

G_BEGIN_DECLS

/**
 * RapportCliView:
 * The options that say how a map is looked at, shared by the commands that draw or describe it. The strings are the
 * option parser's.
 */
typedef struct
{
  char *phase;
  char *perspective;
  char *compare;
  char *layers;
  char *tension;
  char **focus;
  int reach;
  char *names;
  gboolean hide_names;
} RapportCliView;

#define RAPPORT_CLI_VIEW_ENTRIES(view)                                                             \
  { "phase", 0, 0, G_OPTION_ARG_STRING, &(view).phase,                                             \
    N_ ("Name or id of the time shown; the first if not given"), N_ ("PHASE") },                   \
  { "perspective", 0, 0, G_OPTION_ARG_STRING, &(view).perspective,                                 \
    N_ ("As seen by these; as agreed if not given"), N_ ("WHO") },                                 \
  { "compare", 0, 0, G_OPTION_ARG_STRING, &(view).compare,                                         \
    N_ ("Mark what differs from this phase or perspective"), N_ ("NAME") },                        \
  { "layers", 0, 0, G_OPTION_ARG_STRING, &(view).layers,                                           \
    N_ ("What is on show: influence, gives, power, quiet, plain, no-labels, no-rings"),            \
    N_ ("LIST") },                                                                                 \
  { "tension", 0, 0, G_OPTION_ARG_STRING, &(view).tension,                                         \
    N_ ("Tensions on show: 1 to 4, narratives, power, language, structures, all"), N_ ("LIST") },  \
  { "focus", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(view).focus,                                       \
    N_ ("A stakeholder to single out; may be given several times"), N_ ("NAME") },                 \
  { "reach", 0, 0, G_OPTION_ARG_INT, &(view).reach,                                                \
    N_ ("How many links away from the focus things stay in full; 1 if not given"), N_ ("N") },     \
  { "names", 0, 0, G_OPTION_ARG_STRING, &(view).names,                                             \
    N_ ("Names in two languages: first, other or both; first if not given"), N_ ("WHICH") },       \
  { "hide-names", 0, 0, G_OPTION_ARG_NONE, &(view).hide_names,                                     \
    N_ ("Codes such as “NHS 1” stand for the names of stakeholders"), NULL }

/* (transfer full) (nullable): %NULL where an option names what is not there; a sentence was said */
RapportLens *rapport_cli_view_make_lens (const RapportCliView *self, RapportMap *map);

/* The layer of tension 1 to 4. */
guint rapport_cli_view_get_tension (guint number);

G_END_DECLS
