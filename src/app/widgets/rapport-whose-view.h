/* rapport-whose-view.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportWhoseView:
 * Says whose answers are typed beside it, while those are not what is agreed; else it is not there.
 */
#define RAPPORT_TYPE_WHOSE_VIEW (rapport_whose_view_get_type ())
G_DECLARE_FINAL_TYPE (RapportWhoseView, rapport_whose_view, RAPPORT, WHOSE_VIEW, AdwBin)

GtkWidget *rapport_whose_view_new         (RapportSession *session);
void       rapport_whose_view_set_session (RapportWhoseView *self, RapportSession *session);
void       rapport_whose_view_set_element (RapportWhoseView *self, RapportElement *element);

G_END_DECLS
