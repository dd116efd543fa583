/* rapport-tension-more.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-marking.h"

G_BEGIN_DECLS

/**
 * RapportTensionMore:
 * What a tension card has besides its question and its two notes.
 */
#define RAPPORT_TYPE_TENSION_MORE (rapport_tension_more_get_type ())
G_DECLARE_FINAL_TYPE (RapportTensionMore, rapport_tension_more, RAPPORT, TENSION_MORE, GtkWidget)

GtkWidget *rapport_tension_more_new     (RapportMarking *marking);
void       rapport_tension_more_refresh (RapportTensionMore *self);

G_END_DECLS
