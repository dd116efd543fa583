/* rapport-card.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAPPORT_TYPE_CARD (rapport_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapportCard, rapport_card, RAPPORT, CARD, GtkPopover)

/**
 * RapportCard:
 * What stands beside something on the map and asks about it. It never takes the keyboard by itself: the map keeps it
 * until a person goes into the card by Enter, Tab or a click. There Tab goes round, and Escape is the way back. One that
 * the room sees holds nothing that is for facilitators or kept in the file.
 *
 * Signals: ::left when the keyboard is to go back to the map.
 */
struct _RapportCardClass
{
  GtkPopoverClass parent_class;

  gboolean (*key) (RapportCard *self, guint key); /* nullable. Pressed on the card where no text takes it */
  void     (*closed) (RapportCard *self);         /* nullable. Forgets what it was about */

  /* Nullable: where the keyboard goes first; otherwise to the first thing that takes it. The card is open. */
  void     (*take_keyboard) (RapportCard *self);
};

GtkWidget *rapport_card_get_box       (RapportCard *self);
void       rapport_card_empty         (RapportCard *self);
void       rapport_card_set_for_room  (RapportCard *self, gboolean for_room);
gboolean   rapport_card_is_for_room   (RapportCard *self);
void       rapport_card_stack_if_wide (RapportCard *self, GtkGrid *grid);
void       rapport_card_find_place   (RapportCard *self);
gboolean   rapport_card_has_keyboard  (RapportCard *self);
void       rapport_card_take_keyboard (RapportCard *self);
gboolean   rapport_card_is_open       (RapportCard *self);
void       rapport_card_open          (RapportCard *self, const char *name);
void       rapport_card_close         (RapportCard *self);
void       rapport_card_leave         (RapportCard *self);

G_END_DECLS
