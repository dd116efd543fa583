/* rapport-chip-box.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rapport-property.h"

G_BEGIN_DECLS

/**
 * RapportChipBox:
 * Words to choose any number of, and, where that is wanted, further ones in the partners' own words. It shows what it
 * is told to show.
 *
 * Signals: ::chosen (word, gboolean) when one of the words is clicked; ::own-added (text) and ::own-removed (guint
 * place) for words of their own.
 */
#define RAPPORT_TYPE_CHIP_BOX (rapport_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (RapportChipBox, rapport_chip_box, RAPPORT, CHIP_BOX, GtkWidget)

GtkWidget *rapport_chip_box_new       (const RapportWord *words, const char *name, const char *own_hint);

void       rapport_chip_box_set_words (RapportChipBox *self, const char *words);
void       rapport_chip_box_set_own   (RapportChipBox *self, const char *const *texts);

G_END_DECLS
