/* rapport-link-field.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

/**
 * RapportLinkField:
 * “Link to…”: the first letters of another name, and below them who is meant. Whoever opens it lets it be known, too,
 * who is clicked meanwhile.
 *
 * Signals: ::chosen (id); ::named (text), for a name that nobody has yet; ::given-up.
 */
#define RAPPORT_TYPE_LINK_FIELD (rapport_link_field_get_type ())
G_DECLARE_FINAL_TYPE (RapportLinkField, rapport_link_field, RAPPORT, LINK_FIELD, GtkBox)

GtkWidget *rapport_link_field_new    (RapportSession *session, const char *from);
void       rapport_link_field_start  (RapportLinkField *self);
gboolean   rapport_link_field_choose (RapportLinkField *self, const char *id);

G_END_DECLS
