/* rapport-link-chooser.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks between whom a link is to be, without pointing at the map.
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-session.h"

G_BEGIN_DECLS

GtkWidget *rapport_link_chooser_new (RapportSession *session);

G_END_DECLS
