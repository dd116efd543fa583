/* rapport-deck.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a map as pages: what the room sees at each, to be shown without the program or handed out afterwards.
 */
#pragma once

#include "rapport-picture.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean every_stage; /* a page for each thing that unfolds, else only for all of it */
  gboolean hide_names;  /* codes stand for them, on the map; notes and prompts are left as they are */
  RapportNames names;   /* of a map in two languages */
  gboolean notes;       /* after each step a page with what is for whoever leads */
} RapportDeckOptions;

GPtrArray *rapport_deck_new        (RapportMap *map, const RapportTheme *theme, const RapportPage *page,
                                    const RapportDeckOptions *options);
GBytes    *rapport_deck_render_pdf (GPtrArray *scenes, const RapportPictureOptions *options, GCancellable *cancellable,
                                    GError **error);
char      *rapport_deck_name_page  (const char *file_name, guint number, guint n_pages);

G_END_DECLS
