/* rapport-stakeholder-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-stakeholder-card.h"

typedef struct
{
  /* Owned */
  RapportSession *session;     /* nullable: closed */
  RapportElement *stakeholder; /* nullable: closed */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;
} RapportStakeholderCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapportStakeholderCard, rapport_stakeholder_card, RAPPORT_TYPE_CARD)

static RapportStakeholderCardPrivate *
get_private (RapportStakeholderCard *self)
{
  return rapport_stakeholder_card_get_instance_private (self);
}

static void
close_cb (RapportCard *self)
{
  rapport_card_close (self);
}

static void
set_targets (RapportStakeholderCardPrivate *private, RapportSession *session)
{
  g_signal_group_set_target (private->session_signals, session);
  g_signal_group_set_target (private->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (private->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
}

static void
rapport_stakeholder_card_closed (RapportCard *card)
{
  RapportStakeholderCardPrivate *private = get_private (RAPPORT_STAKEHOLDER_CARD (card));

  set_targets (private, NULL);
  g_clear_object (&private->session);
  g_clear_object (&private->stakeholder);
}

static void
rapport_stakeholder_card_dispose (GObject *object)
{
  RapportStakeholderCardPrivate *private = get_private (RAPPORT_STAKEHOLDER_CARD (object));

  g_clear_object (&private->session_signals);
  g_clear_object (&private->history_signals);
  g_clear_object (&private->selection_signals);
  g_clear_object (&private->session);
  g_clear_object (&private->stakeholder);

  G_OBJECT_CLASS (rapport_stakeholder_card_parent_class)->dispose (object);
}

static void
rapport_stakeholder_card_class_init (RapportStakeholderCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_stakeholder_card_dispose;
  RAPPORT_CARD_CLASS (klass)->closed = rapport_stakeholder_card_closed;
}

static void
rapport_stakeholder_card_init (RapportStakeholderCard *self)
{
  RapportStakeholderCardPrivate *private = get_private (self);

  private->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (private->session_signals, "notify::lens", G_CALLBACK (close_cb), self);
  private->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (private->history_signals, "committed", G_CALLBACK (close_cb), self);
  private->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (private->selection_signals, "changed", G_CALLBACK (close_cb), self);
}

static void
add_title (RapportCard *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title");
  gtk_box_prepend (GTK_BOX (rapport_card_get_box (self)), label);
}

/* The keyboard stays where it is. */
void
rapport_stakeholder_card_open (RapportStakeholderCard *self, RapportSession *session, RapportElement *stakeholder)
{
  RapportStakeholderCardPrivate *private;
  g_autofree char *title = NULL;

  g_return_if_fail (RAPPORT_IS_STAKEHOLDER_CARD (self) && RAPPORT_IS_SESSION (session));
  g_return_if_fail (RAPPORT_IS_ELEMENT (stakeholder));

  private = get_private (self);
  g_set_object (&private->session, session);
  g_set_object (&private->stakeholder, stakeholder);
  rapport_card_empty (RAPPORT_CARD (self));
  title = RAPPORT_STAKEHOLDER_CARD_GET_CLASS (self)->fill (self);
  add_title (RAPPORT_CARD (self), title);
  set_targets (private, session);
  rapport_card_open (RAPPORT_CARD (self), title);
}

/* Returns: (transfer none) (nullable): %NULL where the card is closed */
RapportSession *
rapport_stakeholder_card_get_session (RapportStakeholderCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER_CARD (self), NULL);
  return get_private (self)->session;
}

/* Returns: (transfer none) (nullable): %NULL where the card is closed */
RapportElement *
rapport_stakeholder_card_get_stakeholder (RapportStakeholderCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_STAKEHOLDER_CARD (self), NULL);
  return get_private (self)->stakeholder;
}
