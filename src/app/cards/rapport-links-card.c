/* rapport-links-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-links-card.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-element-words.h"
#include "rapport-link-answers.h"
#include "rapport-link.h"
#include "rapport-sector-glyph.h"

/* Of the list, in pixels; the rest is scrolled to. */
#define MOST_HEIGHT 320

struct _RapportLinksCard
{
  RapportCard parent_instance;

  /* Owned */
  RapportSession *session;     /* nullable: closed */
  RapportElement *stakeholder; /* nullable: closed */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  GtkWidget *list;             /* borrowed, nullable */
};

G_DEFINE_FINAL_TYPE (RapportLinksCard, rapport_links_card, RAPPORT_TYPE_CARD)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RapportSide
find_other_side (RapportLinksCard *self, RapportElement *link)
{
  gboolean is_a = g_strcmp0 (rapport_link_get_a (RAPPORT_LINK (link)), rapport_element_get_id (self->stakeholder)) == 0;

  return is_a ? RAPPORT_SIDE_B : RAPPORT_SIDE_A;
}

static void
row_cb (RapportLinksCard *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
add_row (RapportLinksCard *self, RapportElement *link)
{
  RapportSide side = find_other_side (self, link);
  RapportElement *other = rapport_link_get_stakeholder (link, side);
  g_autofree char *detail
      = rapport_element_words_detail (link, rapport_session_get_lens (self->session));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (rapport_link_get_side_name (link, side));
  GtkWidget *under = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "quiet");
  gtk_widget_set_visible (under, *detail != '\0');
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), under);
  gtk_box_append (GTK_BOX (box), rapport_sector_glyph_new (rapport_session_get_map (self->session),
                                                           other != NULL ? rapport_element_get_text (other, "sector")
                                                                         : NULL));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (rapport_element_get_id (link)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rapport_link_get_side_name (link, side), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_list (RapportLinksCard *self, GPtrArray *links)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < links->len; i++)
    add_row (self, g_ptr_array_index (links, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), scroller);
}

static char *
make_title (RapportLinksCard *self, guint n)
{
  g_autofree char *name = rapport_element_words_name (self->stakeholder);

  if (n == 0)
    /* Translators: %s is somebody's name. */
    return g_strdup_printf (_("%s has no link yet; L draws one"), name);
  /* Translators: %s is somebody's name. */
  return g_strdup_printf (ngettext ("%u link of %s", "%u links of %s", n), n, name);
}

static char *
fill (RapportLinksCard *self)
{
  g_autoptr (GPtrArray) links
      = rapport_map_list_links_of (rapport_session_get_map (self->session),
                                   rapport_element_get_id (self->stakeholder),
                                   rapport_lens_get_phase (rapport_session_get_lens (self->session)));
  char *title = make_title (self, links->len);
  GtkWidget *label = gtk_label_new (title);

  self->list = NULL;
  rapport_card_empty (RAPPORT_CARD (self));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title");
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), label);
  if (links->len > 0)
    add_list (self, links);
  return title;
}

static void
close_cb (RapportCard *self)
{
  rapport_card_close (self);
}

static void
set_targets (RapportLinksCard *self, RapportSession *session)
{
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
}

static void
rapport_links_card_closed (RapportCard *card)
{
  RapportLinksCard *self = RAPPORT_LINKS_CARD (card);

  set_targets (self, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->stakeholder);
}

static void
rapport_links_card_dispose (GObject *object)
{
  RapportLinksCard *self = RAPPORT_LINKS_CARD (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->stakeholder);

  G_OBJECT_CLASS (rapport_links_card_parent_class)->dispose (object);
}

static void
rapport_links_card_class_init (RapportLinksCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_links_card_dispose;
  RAPPORT_CARD_CLASS (klass)->closed = rapport_links_card_closed;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RAPPORT_TYPE_LINKS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rapport_links_card_init (RapportLinksCard *self)
{
  /* A list of what was is of no use. */
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (close_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (close_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (close_cb), self);
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_links_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_LINKS_CARD, NULL);
}

/* It closes when the selection, the map or what is on show changes. */
void
rapport_links_card_open (RapportLinksCard *self, RapportSession *session, RapportElement *stakeholder)
{
  g_autofree char *title = NULL;

  g_return_if_fail (RAPPORT_IS_LINKS_CARD (self) && RAPPORT_IS_SESSION (session));
  g_return_if_fail (RAPPORT_IS_ELEMENT (stakeholder));

  g_set_object (&self->session, session);
  g_set_object (&self->stakeholder, stakeholder);
  title = fill (self);
  set_targets (self, session);
  rapport_card_open (RAPPORT_CARD (self), title);
}

/* Lets the first link have the keyboard. */
void
rapport_links_card_take_keyboard (RapportLinksCard *self)
{
  g_return_if_fail (RAPPORT_IS_LINKS_CARD (self));
  if (self->list != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)));
}
