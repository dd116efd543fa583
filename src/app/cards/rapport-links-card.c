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
  RapportStakeholderCard parent_instance;
};

G_DEFINE_FINAL_TYPE (RapportLinksCard, rapport_links_card, RAPPORT_TYPE_STAKEHOLDER_CARD)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RapportSide
find_other_side (RapportStakeholderCard *self, RapportElement *link)
{
  const char *id = rapport_element_get_id (rapport_stakeholder_card_get_stakeholder (self));
  gboolean is_a = g_strcmp0 (rapport_link_get_a (RAPPORT_LINK (link)), id) == 0;

  return is_a ? RAPPORT_SIDE_B : RAPPORT_SIDE_A;
}

static void
row_cb (RapportLinksCard *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
add_row (RapportStakeholderCard *self, GtkWidget *list, RapportElement *link)
{
  RapportSession *session = rapport_stakeholder_card_get_session (self);
  RapportSide side = find_other_side (self, link);
  RapportElement *other = rapport_link_get_stakeholder (link, side);
  g_autofree char *detail
      = rapport_element_words_detail (link, rapport_session_get_lens (session));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *seen = rapport_link_see_side_name (session, link, side);
  GtkWidget *name = gtk_label_new (seen);
  GtkWidget *under = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "quiet");
  gtk_widget_set_visible (under, *detail != '\0');
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), under);
  gtk_box_append (GTK_BOX (box), rapport_sector_glyph_new (rapport_session_get_map (session),
                                                           other != NULL ? rapport_element_get_text (other, "sector")
                                                                         : NULL));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (rapport_element_get_id (link)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  seen, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_list (RapportStakeholderCard *self, GPtrArray *links)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < links->len; i++)
    add_row (self, list, g_ptr_array_index (links, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), scroller);
}

static char *
make_title (RapportStakeholderCard *self, guint n)
{
  g_autofree char *name = rapport_element_words_seen (rapport_stakeholder_card_get_session (self),
                                                       rapport_stakeholder_card_get_stakeholder (self));

  if (n == 0)
    /* Translators: %s is somebody's name. */
    return g_strdup_printf (_("%s has no link yet; L draws one"), name);
  /* Translators: %s is somebody's name. */
  return g_strdup_printf (ngettext ("%u link of %s", "%u links of %s", n), n, name);
}

static char *
rapport_links_card_fill (RapportStakeholderCard *self)
{
  RapportSession *session = rapport_stakeholder_card_get_session (self);
  g_autoptr (GPtrArray) links
      = rapport_map_list_links_of (rapport_session_get_map (session),
                                   rapport_element_get_id (rapport_stakeholder_card_get_stakeholder (self)),
                                   rapport_lens_get_phase (rapport_session_get_lens (session)));

  if (links->len > 0)
    add_list (self, links);
  return make_title (self, links->len);
}

static void
rapport_links_card_class_init (RapportLinksCardClass *klass)
{
  RAPPORT_STAKEHOLDER_CARD_CLASS (klass)->fill = rapport_links_card_fill;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RAPPORT_TYPE_LINKS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rapport_links_card_init (RapportLinksCard *self)
{
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_links_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_LINKS_CARD, NULL);
}
