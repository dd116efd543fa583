/* rapport-link-chooser.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-chooser.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-edits.h"
#include "rapport-element-words.h"
#include "rapport-keyboard.h"
#include "rapport-stakeholder.h"

#define DATA_KEY "rapport-link-chooser"

typedef struct
{
  RapportSession *session; /* owned */
  GtkWidget *popover;      /* borrowed: it owns this */
  GtkDropDown *ends[2];    /* borrowed */
  GtkWidget *link;         /* borrowed */
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static const char *
chosen (Chooser *self, guint side)
{
  gpointer item = gtk_drop_down_get_selected_item (self->ends[side]);

  return item != NULL ? rapport_element_get_id (item) : NULL;
}

static void
chosen_cb (Chooser *self)
{
  const char *a = chosen (self, 0);
  const char *b = chosen (self, 1);

  gtk_widget_set_sensitive (self->link, a != NULL && b != NULL && a != b);
}

static void
link_cb (Chooser *self)
{
  rapport_edit_link (self->session, chosen (self, 0), chosen (self, 1));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
unparent_cb (gpointer widget)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

/* It is asked once; the next time it is made anew. The keyboard is with the button that it hung from. */
static void
closed_cb (GtkWidget *popover)
{
  rapport_keyboard_leave (popover, gtk_widget_get_parent (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static char *
name_item (gpointer item)
{
  return rapport_element_words_name (item);
}

static GtkDropDown *
new_end (Chooser *self, const char *title, const RapportElement *selected)
{
  GListModel *list = G_LIST_MODEL (rapport_map_get_list (rapport_session_get_map (self->session),
                                                         RAPPORT_LIST_STAKEHOLDERS));
  GtkExpression *name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_item),
                                                     NULL, NULL);
  GtkWidget *end = gtk_drop_down_new (g_object_ref (list), name);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (end), TRUE);
  gtk_widget_set_size_request (end, 260, -1);
  rapport_choice_names_mend (end, title);
  if (selected != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (end),
                                rapport_element_get_position ((RapportElement *) selected));
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (end), GTK_INVALID_LIST_POSITION);
  g_signal_connect_swapped (end, "notify::selected", G_CALLBACK (chosen_cb), self);
  return GTK_DROP_DOWN (end);
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
fill (Chooser *self, GtkBox *box)
{
  g_autoptr (GPtrArray) selected = rapport_selection_list (rapport_session_get_selection (self->session),
                                                           RAPPORT_TYPE_STAKEHOLDER);

  const char *const titles[] = { _("Link"), _("with") };

  for (guint i = 0; i < 2; i++)
    {
      gtk_box_append (box, new_caption (titles[i]));
      self->ends[i] = new_end (self, titles[i], i < selected->len ? g_ptr_array_index (selected, i) : NULL);
      gtk_box_append (box, GTK_WIDGET (self->ends[i]));
    }
  gtk_box_append (box, self->link);
  chosen_cb (self);
}

/* Returns: (transfer floating): a popover that takes itself away when it is closed */
GtkWidget *
rapport_link_chooser_new (RapportSession *session)
{
  Chooser *self = g_new0 (Chooser, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->session = g_object_ref (session);
  self->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->popover), DATA_KEY, self, chooser_free);
  self->link = gtk_button_new_with_mnemonic (_("_Add the link"));
  gtk_widget_add_css_class (self->link, "suggested-action");
  gtk_widget_set_margin_top (self->link, 6);
  g_signal_connect_swapped (self->link, "clicked", G_CALLBACK (link_cb), self);
  fill (self, GTK_BOX (box));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self->popover), self->link);
  rapport_button_names_mend (self->popover);
  g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), NULL);
  return self->popover;
}
