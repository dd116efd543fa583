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
#include "rapport-whose-view.h"

#define MOST 5

struct _RapportInfluenceCard
{
  RapportStakeholderCard parent_instance;
};

G_DEFINE_FINAL_TYPE (RapportInfluenceCard, rapport_influence_card, RAPPORT_TYPE_STAKEHOLDER_CARD)

static void
answered_cb (RapportStakeholderCard *self, int level)
{
  g_autoptr (RapportSession) session = g_object_ref (rapport_stakeholder_card_get_session (self));
  g_autoptr (RapportElement) stakeholder = g_object_ref (rapport_stakeholder_card_get_stakeholder (self));

  rapport_card_leave (RAPPORT_CARD (self));
  rapport_edit_set_influence (session, stakeholder, level);
}

static GtkWidget *
new_pips (const char *name)
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
get_level (RapportStakeholderCard *self)
{
  g_autoptr (RapportReading) reading
      = rapport_lens_read (rapport_session_get_lens (rapport_stakeholder_card_get_session (self)),
                           rapport_stakeholder_card_get_stakeholder (self));

  return reading != NULL ? rapport_stakeholder_reading_get_influence (reading) : RAPPORT_LEVEL_UNSET;
}

static char *
rapport_influence_card_fill (RapportStakeholderCard *self)
{
  g_autofree char *name = rapport_element_words_seen (rapport_stakeholder_card_get_session (self),
                                                       rapport_stakeholder_card_get_stakeholder (self));
  /* Translators: %s is somebody's name. */
  char *title = g_strdup_printf (_("Influence of %s"), name);
  GtkWidget *box = rapport_card_get_box (RAPPORT_CARD (self));
  GtkWidget *pips = new_pips (title);

  rapport_pip_row_set_level (RAPPORT_PIP_ROW (pips), get_level (self));
  gtk_widget_set_sensitive (pips, rapport_edits_are_possible (rapport_stakeholder_card_get_session (self)));
  g_signal_connect_object (pips, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), rapport_whose_view_new (rapport_stakeholder_card_get_session (self)));
  gtk_box_append (GTK_BOX (box), pips);
  return title;
}

static void
rapport_influence_card_class_init (RapportInfluenceCardClass *klass)
{
  RAPPORT_STAKEHOLDER_CARD_CLASS (klass)->fill = rapport_influence_card_fill;
}

static void
rapport_influence_card_init (RapportInfluenceCard *self)
{
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_influence_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_INFLUENCE_CARD, NULL);
}
