/* rapport-link-cell.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-link-answers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RapportLinkCell:
 * One row of a link card: one question about one side, its pips, and "We differ". Where views differ and can be told
 * apart it has a line for each. What digits answer are its slots: its one line, or those of the views.
 */
#define RAPPORT_TYPE_LINK_CELL (rapport_link_cell_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinkCell, rapport_link_cell, RAPPORT, LINK_CELL, GtkWidget)

GtkWidget *rapport_link_cell_new         (RapportSession *session, RapportElement *link,
                                          const RapportLinkRow *row);

void       rapport_link_cell_refresh     (RapportLinkCell *self);
guint      rapport_link_cell_get_n_slots (RapportLinkCell *self);
char      *rapport_link_cell_describe    (RapportLinkCell *self);
void       rapport_link_cell_set_current (RapportLinkCell *self, int slot);
gboolean   rapport_link_cell_grab_slot   (RapportLinkCell *self, guint slot);
void       rapport_link_cell_answer      (RapportLinkCell *self, guint slot, int level);
gboolean   rapport_link_cell_differ      (RapportLinkCell *self);

G_END_DECLS
