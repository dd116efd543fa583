/* rapport-influence-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-influence-card.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-element-words.h"
#include "rapport-pip-row.h"
#include "rapport-stakeholder-reading.h"

#define MOST 5

struct _RapportInfluenceCard
{
  RapportCard parent_instance;

  /* Owned */
  RapportSession *session;     /* nullable: closed */
  RapportElement *stakeholder; /* nullable: closed */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  GtkWidget *pips;             /* borrowed, nullable */
};

G_DEFINE_FINAL_TYPE (RapportInfluenceCard, rapport_influence_card, RAPPORT_TYPE_CARD)

static void
answered_cb (RapportInfluenceCard *self, int level)
{
  g_autoptr (RapportSession) session = g_object_ref (self->session);
  g_autoptr (RapportElement) stakeholder = g_object_ref (self->stakeholder);

  rapport_card_leave (RAPPORT_CARD (self));
  rapport_edit_set_influence (session, stakeholder, level);
}

static GtkWidget *
new_pips (RapportInfluenceCard *self, const char *name)
{
  static const char *const digits[] = { "0", "1", "2", "3", "4", "5" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  RapportPip pips[MOST + 2];

  for (int level = 0; level <= MOST; level++)
    {
      char *words = g_strdup_printf (_("%d of %d"), level, MOST);

      g_ptr_array_add (names, words);
      pips[level] = (RapportPip){ level, digits[level], words };
    }
  pips[MOST + 1] = (RapportPip){ RAPPORT_LEVEL_UNSET, _("Not discussed"), _("Not discussed") };
  return rapport_pip_row_new (pips, G_N_ELEMENTS (pips), name);
}

static int
get_level (RapportInfluenceCard *self)
{
  g_autoptr (RapportReading) reading
      = rapport_lens_read (rapport_session_get_lens (self->session), self->stakeholder);

  return reading != NULL ? rapport_stakeholder_reading_get_influence (reading) : RAPPORT_LEVEL_UNSET;
}

/* Returns: (transfer full): what the card is about */
static char *
fill (RapportInfluenceCard *self)
{
  g_autofree char *name = rapport_element_words_name (self->stakeholder);
  /* Translators: %s is somebody's name. */
  char *title = g_strdup_printf (_("Influence of %s"), name);
  GtkWidget *label = gtk_label_new (title);

  rapport_card_empty (RAPPORT_CARD (self));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title");
  self->pips = new_pips (self, title);
  rapport_pip_row_set_level (RAPPORT_PIP_ROW (self->pips), get_level (self));
  gtk_widget_set_sensitive (self->pips, rapport_edits_are_possible (self->session));
  g_signal_connect_object (self->pips, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), label);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), self->pips);
  return title;
}

static void
close_cb (RapportCard *self)
{
  rapport_card_close (self);
}

static void
set_targets (RapportInfluenceCard *self, RapportSession *session)
{
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
}

static void
rapport_influence_card_closed (RapportCard *card)
{
  RapportInfluenceCard *self = RAPPORT_INFLUENCE_CARD (card);

  set_targets (self, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->stakeholder);
}

static void
rapport_influence_card_dispose (GObject *object)
{
  RapportInfluenceCard *self = RAPPORT_INFLUENCE_CARD (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->stakeholder);

  G_OBJECT_CLASS (rapport_influence_card_parent_class)->dispose (object);
}

static void
rapport_influence_card_class_init (RapportInfluenceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_influence_card_dispose;
  RAPPORT_CARD_CLASS (klass)->closed = rapport_influence_card_closed;
}

static void
rapport_influence_card_init (RapportInfluenceCard *self)
{
  /* What it asked may have been answered elsewhere. */
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (close_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (close_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (close_cb), self);
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_influence_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_INFLUENCE_CARD, NULL);
}

/* It closes when the selection, the map or what is on show changes. The keyboard stays where it is. */
void
rapport_influence_card_open (RapportInfluenceCard *self, RapportSession *session, RapportElement *stakeholder)
{
  g_autofree char *title = NULL;

  g_return_if_fail (RAPPORT_IS_INFLUENCE_CARD (self) && RAPPORT_IS_SESSION (session));
  g_return_if_fail (RAPPORT_IS_ELEMENT (stakeholder));

  g_set_object (&self->session, session);
  g_set_object (&self->stakeholder, stakeholder);
  title = fill (self);
  set_targets (self, session);
  rapport_card_open (RAPPORT_CARD (self), title);
}

void
rapport_influence_card_take_keyboard (RapportInfluenceCard *self)
{
  g_return_if_fail (RAPPORT_IS_INFLUENCE_CARD (self) && self->stakeholder != NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
