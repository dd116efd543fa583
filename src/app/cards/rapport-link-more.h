/* rapport-link-more.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportLinkMore:
 * What a link card has besides numbers: what is given, by what one can decide, whether it is fair, and notes. Of that
 * only what belongs to the questions on show.
 */
#define RAPPORT_TYPE_LINK_MORE (rapport_link_more_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinkMore, rapport_link_more, RAPPORT, LINK_MORE, GtkWidget)

GtkWidget *rapport_link_more_new     (RapportSession *session, RapportElement *link);
void       rapport_link_more_refresh (RapportLinkMore *self);

G_END_DECLS
